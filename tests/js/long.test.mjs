/** Long plain text is read piece by piece, and is the same as when it is read at once. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { read } from "../../js/node.js";
import { longText } from "../../js/input/long.js";

/** Two, three and four bytes, so that pieces end within characters. */
const line = "Élise Müller met 王毅 in Tromsø 😀 and said so.\n";
const long = line.repeat(90_000);
const blob = (...parts) => new Blob(parts);

test("a long text comes whole", async () => {
  assert.ok((await longText(blob(long), "a.txt")) === long);
  const { texts, notices } = await read(blob(long), { name: "a.txt" });
  assert.deepEqual([texts.length, texts[0].text === long, notices], [1, true, []]);
});

const OTHERS = [
  ["a short one", "a.txt", [line]],
  ["a table", "a.csv", [long]],
  ["what is JSON", "a.txt", ["[", long]],
  ["markup", "a.txt", ["  <p>", long]],
  ["mail", "a.txt", ["From someone\n", long]],
  ["an archive", "a", [new Uint8Array([0x1f, 0x8b]), long]],
  ["another encoding", "a.txt", [long, new Uint8Array([0xe9])]],
  ["a garbled text", "a.txt", [long, "â€™"]],
  ["zeros", "a.txt", ["\0", long]],
];
for (const [what, name, parts] of OTHERS) test(`${what} is read as a whole`, async () => assert.equal(await longText(blob(...parts), name), null));

test("reading can be broken off", async () => {
  await assert.rejects(longText(blob(long), "a.txt", AbortSignal.abort()), { code: "aborted" });
});
