#!/usr/bin/env node
/** `comention FILE...`: a readable report; `-` reads standard input, `--json` prints the whole report. */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";

import { createComention, read } from "./node.js";
import { readable } from "./readable.js";

const HELP = `comention [options] FILE...
Who and what is mentioned together in news articles. Several files are one collection.

  FILE                text in any encoding, HTML, CSV, JSON, RSS, mail, .docx, .odt, .epub, .zip or
                      .gz of these, .pdf where pdfjs-dist is installed; - for standard input

  --window WINDOW     what two names must share: sentence (default), paragraph, article, words
  --span N            with --window words: how many words apart at most (default 10)
  --kinds A,B         only these kinds: person, organization, place, other, keyword
  --measure NAME      order of pairs: logLikelihood (default), npmi, pmi, dice, jaccard, count
                      (default with one article)
  --min-count N       fewest windows that hold a pair (default 2; 1 with one article)
  --min-articles N    fewest articles that hold a pair (default 2; 1 with one article)
  --from DATE         only articles from this date on (2021-07-16)
  --to DATE           only articles up to this date
  --demonyms          "Chinese" counts for China
  --metadata          datelines, bylines and captions count
  --nested            names inside longer names count: England in "Bank of England"
  --pronouns          "he" and "she" count for a person, where it is certain for whom they stand
  --duplicates        articles that repeat others count
  --limit N           most rows (default 20)
  --columns A=B,...   which column of a table is what: text, title, date, source, byline, url

  --json              the whole report as JSON
  --version, --help
`;

const FLAGS = /** @type {const} */ ({
  window: { type: "string" },
  span: { type: "string" },
  kinds: { type: "string" },
  measure: { type: "string" },
  "min-count": { type: "string" },
  "min-articles": { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  demonyms: { type: "boolean" },
  metadata: { type: "boolean" },
  nested: { type: "boolean" },
  pronouns: { type: "boolean" },
  duplicates: { type: "boolean" },
  limit: { type: "string", default: "20" },
  columns: { type: "string" },
  json: { type: "boolean" },
  version: { type: "boolean" },
  help: { type: "boolean", short: "h" },
});

/** A mistake in how the program was called. */
class Usage extends Error {}

/** The flags as options of the package: `--min-count 3` is `{ minCount: 3 }`. @param {Record<string, string | boolean | undefined>} flags */
function optionsOf({ json, version, help, columns, ...flags }) {
  /** @type {Record<string, unknown>} */
  const options = {};
  for (const [flag, value] of Object.entries(flags)) {
    const name = flag.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    // What is no number goes as it is, and the engine says what it expects.
    const number = /^(span|min|limit)/.test(flag) && /^\d+$/.test(String(value));
    options[name] = flag === "kinds" ? String(value).split(",").map((kind) => kind.trim()) : number ? Number(value) : value;
  }
  return options;
}

/** `text=body,title=head` as names of columns by role. @param {string | undefined} given */
function columnsOf(given) {
  if (given === undefined) return undefined;
  const pairs = given.split(",").map((pair) => pair.split("=").map((part) => part.trim()));
  if (pairs.some((pair) => pair.length !== 2 || pair.includes(""))) throw new Usage(`--columns: got ${given}, expected for example text=body,title=head`);
  return Object.fromEntries(pairs);
}

/** @type {Record<string, string>} */
const UNREADABLE = { ENOENT: "there is no such file", EISDIR: "this is a folder", EACCES: "it may not be read" };

/** @param {string} path */
async function bytesOf(path) {
  if (path !== "-") return readFile(path);
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function main() {
  let given;
  try {
    given = parseArgs({ allowPositionals: true, options: FLAGS });
  } catch (error) {
    throw new Usage(/** @type {Error} */ (error).message);
  }
  const { values, positionals: files } = given;
  if (values.help) return HELP;
  const comention = await createComention();
  if (values.version) return `${comention.version}\n`;
  if (files.length === 0) throw new Usage("no file given");
  const columns = columnsOf(values.columns);
  const options = optionsOf(values);
  const corpus = await comention.corpus();
  // A wrong option is known before anything is read.
  await corpus.report(options);
  for (const path of files) {
    try {
      const { texts, notices } = await read(new Uint8Array(await bytesOf(path)), { name: path, columns });
      for (const notice of notices) process.stderr.write(`comention: ${notice}\n`);
      for (const { text, corrections } of texts) await corpus.add(text, { corrections });
    } catch (error) {
      const { code, message } = /** @type {any} */ (error);
      throw new Error(`${path === "-" ? "standard input" : path}: ${UNREADABLE[code] ?? message}`);
    }
  }
  let report = await corpus.report(options);
  // A single article's counts are too small to weigh against chance: all that are together, by how often.
  if (report.totals.articles === 1) report = await corpus.report({ measure: "count", minCount: 1, ...options });
  // Articles about different things share no pair: those of each are better shown than nothing.
  else if (report.pairs.length === 0 && options.minArticles === undefined) report = await corpus.report({ ...options, minArticles: 1 });
  return values.json ? `${JSON.stringify(report, null, 2)}\n` : `${readable(report, files)}\n`;
}

// The reader of a pipe may have seen enough: `comention article.txt | head`.
process.stdout.on("error", (error) => {
  if (/** @type {any} */ (error).code !== "EPIPE") throw error;
});
main().then(
  (text) => process.stdout.write(text),
  (error) => {
    const said = error.option ? `--${error.option.replace(/[A-Z]/g, (/** @type {string} */ c) => `-${c.toLowerCase()}`)}: got ${error.value}, expected ${error.accepted}` : error.message;
    const usage = error instanceof Usage || error.code === "invalid-option";
    process.stderr.write(`comention: ${said}\n${usage ? "comention --help says how it is used.\n" : ""}`);
    process.exitCode = usage ? 2 : 1;
  },
);
