#!/usr/bin/env node
/** `comention FILE...`: a readable report; `-` reads standard input, `--json` prints the whole report. */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";

import { createComention } from "./node.js";

const HELP = `comention [options] FILE...
Who and what is mentioned together in news articles.

  FILE              a text file; - for standard input
  --window WINDOW   sentence (default), paragraph, article or words
  --measure NAME    logLikelihood (default), npmi, pmi, dice, jaccard or count
  --min-count N     fewest windows of a pair (default 2)
  --limit N         most rows (default 20)
  --json            the whole report as JSON
  --help            this text
`;

/** @param {string} path */
async function input(path) {
  if (path !== "-") return readFile(path, "utf8");
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** Rows as aligned lines: texts to the left, numbers to the right. @param {Array<Array<string | number>>} rows */
function aligned(rows) {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((r) => String(r[i]).length)));
  return rows.map((r) => `  ${r.map((c, i) => (typeof c === "number" ? String(c).padStart(widths[i]) : c.padEnd(widths[i]))).join("  ").trimEnd()}`).join("\n");
}

/** @param {number | null} x @param {number} digits */
const fixed = (x, digits) => (x === null ? "-" : x.toFixed(digits));

/** @param {import("./types.js").Report} report */
function readable(report) {
  const lines = [];
  const t = report.totals;
  lines.push(`${t.articles} article${t.articles === 1 ? "" : "s"}, ${t.sentences} sentences, ${t.words} words`);
  for (const n of report.notices) lines.push(`  note: ${n.message}`);
  lines.push("", "Articles");
  lines.push(aligned(report.articles.map((a) => [a.date ?? "-", a.source ?? "-", a.dateline?.place ?? "-", a.headline ?? "(no headline)"])));
  if (report.entities.length) {
    lines.push("", "Names");
    lines.push(aligned(report.entities.slice(0, report.options.limit).map((e) => [e.count, e.kind, e.name, e.aliases.map((a) => a.surface).filter((s) => s !== e.name).join(", ")])));
  }
  if (report.keywords.length) {
    lines.push("", "Keywords");
    lines.push(aligned(report.keywords.slice(0, report.options.limit).map((k) => [k.count, k.term])));
  }
  lines.push("", `Mentioned together (in one ${report.options.window}: times, expected, NPMI, G2)`);
  lines.push(report.pairs.length ? aligned(report.pairs.map((p) => [p.count, fixed(p.expected, 1), fixed(p.npmi, 2), fixed(p.logLikelihood, 1), `${p.terms[0]} + ${p.terms[1]}`])) : "  no two names are together often enough");
  if (t.articles < 20) lines.push("", `With ${t.articles} article${t.articles === 1 ? "" : "s"} these figures describe the text and are no test of significance.`);
  return lines.join("\n");
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { window: { type: "string" }, measure: { type: "string" }, "min-count": { type: "string" }, limit: { type: "string", default: "20" }, json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help || positionals.length === 0) {
    process.stdout.write(HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const comention = await createComention();
  const corpus = await comention.corpus();
  for (const path of positionals) await corpus.add(await input(path));
  const number = (/** @type {string | undefined} */ text) => (text === undefined ? undefined : Number(text));
  /** @type {any} */
  const options = { window: values.window, measure: values.measure, minCount: number(values["min-count"]), limit: number(values.limit) };
  let report = await corpus.report(options);
  // Pairs of a few unrelated articles are in one article each: better shown than nothing.
  if (report.pairs.length === 0) report = await corpus.report({ ...options, minArticles: 1 });
  console.log(values.json ? JSON.stringify(report, null, 2) : readable(report));
}

main().catch((error) => {
  console.error(`comention: ${error.message}`);
  process.exitCode = 1;
});
