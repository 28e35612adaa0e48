/** The same bytes natively and in Wasm: answers as lines with the bits of every number. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { fileURLToPath } from "node:url";

import { load } from "../../js/load.js";
import { operations, start } from "../../js/engine.js";
import { readFile } from "node:fs/promises";
import { dump } from "./dump.mjs";

/** As in `xtask/src/dump.rs`. */
const QUESTIONS = [
  ["segment", {}],
  ["report", {}],
  ["report", { window: "paragraph", measure: "npmi" }],
  ["pairs", { window: "words", measure: "dice" }],
  ["keywords", { measure: "tfidf" }],
  ["keywords", { measure: "yake" }],
  ["timeline", { period: "day" }],
  ["counts", {}],
];

for (const name of ["one", "five"]) {
  it(`native and Wasm agree on sample ${name}`, async () => {
    const path = fileURLToPath(new URL(`../../www/public/samples/${name}.txt`, import.meta.url));
    const native = spawnSync("cargo", ["run", "--quiet", "--package", "xtask", "--", "dump", path], { encoding: "utf8", maxBuffer: 1 << 28 });
    assert.equal(native.status, 0, native.stderr);
    const engine = operations(await start(await load(undefined, async (address) => WebAssembly.compile(await readFile(address)))));
    const text = readFileSync(path, "utf8");
    const answers = engine.once({ text, questions: QUESTIONS }, undefined);
    const blocks = native.stdout.split(/^# .*\n/m).slice(1);
    QUESTIONS.forEach(([question, options], i) => {
      const [got, expected] = [dump(answers[i]).split("\n"), blocks[i].split("\n")];
      assert.equal(got.length, expected.length, `${question} ${JSON.stringify(options)}`);
      got.forEach((line, j) => assert.equal(line, expected[j], `${question} ${JSON.stringify(options)}, line ${j}`));
    });
  });
}
