/** The command line, and the report that it prints. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, it } from "node:test";
import { fileURLToPath } from "node:url";

import { readable } from "../../js/readable.js";

const cli = fileURLToPath(new URL("../../lib/cli.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "comention-cli-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const file = (name, content) => {
  writeFileSync(join(folder, name), content);
  return name;
};
const comention = (args, input) => {
  const { status, stdout, stderr } = spawnSync("node", [cli, ...args], { cwd: folder, encoding: "utf8", input });
  return { status, stdout, stderr };
};

const ARTICLE = "TASHKENT, July 16, 2021 (Xinhua) -- Foreign Minister Wang Yi met Sergei Lavrov on Friday.\n\nWang Yi thanked Lavrov. Lavrov said the talks with Wang Yi had gone well. Prices rose.\n";
file("one.txt", ARTICLE);
file("two.txt", Buffer.from(`\ufeff${ARTICLE.replaceAll("Lavrov", "Kuzmin")}`, "utf16le"));
file("picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...new Array(3000).fill(0)]));

it("reads files of either encoding, and standard input", () => {
  const one = comention(["one.txt"]);
  assert.equal(one.status, 0, one.stderr);
  assert.match(one.stdout, /^1 article, 4 sentences/);
  // Of one article all that are together, by how often: these two less than expected.
  const text = "Pavel Dorn met Vesna Horvat. Pavel Dorn left. Pavel Dorn slept. Vesna Horvat spoke.";
  assert.match(comention(["-"], text).stdout, /^Mentioned together in one sentence\n.*\n +1 +1\.5 .*Pavel Dorn \+ Vesna Horvat/m);
  assert.match(comention(["--measure", "logLikelihood", "-"], text).stdout, /, more often than expected\n  no two names/);
  assert.match(one.stdout, /too few for a test/);
  assert.equal(comention(["-"], ARTICLE).stdout, one.stdout);
  const both = comention(["one.txt", "two.txt"]);
  assert.match(both.stdout, /^2 articles, 8 sentences/);
  assert.match(both.stdout, /Kuzmin/);
  assert.match(both.stdout, /2021-07-16 .* TASHKENT .* two\.txt$/m);
});

it("prints all of it as JSON, with the options in force", () => {
  const { stdout } = comention(["--json", "--window", "paragraph", "--kinds", "person, place", "--min-count=1", "one.txt"]);
  const report = JSON.parse(stdout);
  assert.deepEqual([report.options.window, report.options.kinds, report.options.minCount], ["paragraph", ["person", "place"], 1]);
  assert.equal(report.articles[0].dateline.place, "TASHKENT");
});

it("says that there is nothing", () => {
  for (const text of ["", " \n\n "]) assert.deepEqual(comention(["-"], text), { status: 0, stdout: "There are no words in this text.\n", stderr: "" });
});

const MISTAKES = [
  [[], 2, /no file given/],
  [["--bogus", "one.txt"], 2, /--bogus/],
  [["--window", "page", "one.txt"], 2, /--window: got "page", expected one of sentence, paragraph, article, words/],
  [["--limit", "many", "one.txt"], 2, /--limit: got "many", expected a whole number/],
  [["--min-count=0", "one.txt"], 2, /--min-count: got 0, expected a whole number from 1/],
  [["nowhere.txt"], 1, /nowhere\.txt: there is no such file/],
  [["."], 1, /\.: this is a folder/],
  [["one.txt", "picture.png"], 1, /picture\.png: this is not text/],
];
for (const [args, status, message] of MISTAKES) {
  it(`says what is wrong with: comention ${args.join(" ")}`, () => {
    const done = comention(args);
    assert.deepEqual([done.status, done.stdout], [status, ""]);
    assert.match(done.stderr, message);
    assert.equal(/--help says/.test(done.stderr), status === 2);
  });
}

it("ends quietly when the reader of the pipe has seen enough", () => {
  file("many.txt", ARTICLE.repeat(400));
  const done = spawnSync("bash", ["-c", `node ${JSON.stringify(cli)} --json --window words many.txt | head -c 10; exit \${PIPESTATUS[0]}`], { cwd: folder, encoding: "utf8" });
  assert.deepEqual([done.status, done.stderr], [0, ""]);
});

it("lines columns up, wide characters too, and lets no control character through", () => {
  const entity = (name, count, aliases = []) => ({ id: name, name, kind: "person", count, articles: 1, aliases: [name, ...aliases].map((surface) => ({ surface, count: 1 })), titles: [] });
  const pair = (a, b, count) => ({ terms: [a, b], count, expected: 0.5, articles: 1, npmi: null, logLikelihood: 12.345, qValue: null });
  const report = /** @type {any} */ ({
    options: { window: "words", span: 10, limit: 3, minCount: 2, minArticles: 1 },
    totals: { articles: 1, sentences: 1, words: 2 },
    notices: [{ message: "a\u001b[31mb", paste: 0 }],
    articles: [{ date: null, source: "新华社", dateline: null, headline: "\u202eHead\tline", duplicateOf: 0 }],
    entities: [entity("王毅", 12, ["王"]), entity("e\u0301", 3), entity("Lavrov", 1), entity("More", 1)],
    keywords: [],
    pairs: [pair("王毅", "Lavrov", 10), pair("A", "B", 2)],
  });
  assert.equal(
    readable(report),
    `1 article, 1 sentence, 2 words
  note: a [31mb

Articles
  date  source  place  headline
  -     新华社  -      Head line (repeats an earlier one)

Names
  mentions  articles  kind    name    also
        12         1  person  王毅    王
         3         1  person  e\u0301
         1         1  person  Lavrov
  and 1 more

Keywords, best first
  none found

Mentioned together within 10 words, more often than expected
  times  expected  articles  NPMI    G2  pair
     10       0.5         1  -     12.3  王毅 + Lavrov
      2       0.5         1  -     12.3  A + B

One article is too few for a test: these figures describe the text. Read the sentences.`,
  );
});
