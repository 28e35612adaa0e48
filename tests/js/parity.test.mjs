/** The same bytes natively and in Wasm: answers as lines with the bits of every number. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { fileURLToPath } from "node:url";

import { newsText } from "../../benches/text.mjs";
import { operations, start } from "../../js/engine.js";
import { later, load } from "../../js/load.js";
import { dump } from "./dump.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "comention-parity-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const read = async (/** @type {URL} */ address) => WebAssembly.compile(await readFile(address));
const more = later(undefined, read);
before(async () => start(await load(undefined, read)));

const sample = (name) => readFileSync(join(root, `www/public/samples/${name}.txt`), "utf8");
const TEXTS = {
  "one sample": sample("one"),
  "five samples": sample("five"),
  "news": newsText(200_000).text,
  "nothing": "",
  "spaces and line ends": " \t\r\n\r\r\n\n\v\f\u0085\u2028\u2029\u00a0 ",
  "control characters": "\0\u0001The \u0007talks\u001b[31m with Wang Yi\0 were good, said Lavrov.\n\0\0\n\u007f",
  "halves of characters": "A \ud800 B \udc00 C \ud83d\ud83d\ude00 \ude00. Wang Yi\ud800 met Sergei Lavrov.\ud83d",
  "many scripts": "王毅会见拉夫罗夫。中国与俄罗斯。\n\nقال وزير الخارجية سيرغي لافروف إن المحادثات كانت جيدة.\n\nСергей Лавров встретил Ван И. 😀👩‍👩‍👧 e\u0301\u0323 ﬁ Ⅷ\n\nไทยแลนด์ 日本語テキスト 한국어",
  "French": "Paris, 5 mars 2024 (AFP) - L'accord de la semaine dernière entre les ministres n'est pas encore signé. M. Dorn attend les résultats des élections du canton.",
  "no line end": `The talks with Wang Yi were good, said Sergei Lavrov${" and Wang Yi".repeat(3000)}`,
};

for (const [name, text] of Object.entries(TEXTS)) {
  it(`native and Wasm agree on ${name}`, async () => {
    const path = join(folder, "text.txt");
    writeFileSync(path, text);
    const native = spawnSync("cargo", ["run", "--quiet", "--package", "xtask", "--", "dump", path], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
    assert.equal(native.status, 0, native.stderr);
    const blocks = native.stdout.split(/^# (.*)\n/m).slice(1);
    const asked = blocks.filter((_, i) => i % 2 === 0);
    const questions = asked.map((line) => /** @type {[string, object]} */ ([line.slice(0, line.indexOf(" ")), JSON.parse(line.slice(line.indexOf(" ")))]));
    assert.ok(questions.length > 8);
    const answers = await operations(more).once({ text, questions });
    asked.forEach((question, i) => {
      const [got, expected] = [dump(answers[i]).split("\n"), blocks[2 * i + 1].split("\n")];
      assert.equal(got.length, expected.length, `${question}: lines`);
      got.forEach((line, j) => assert.equal(line, expected[j], `${question}, line ${j}`));
    });
  });
}
