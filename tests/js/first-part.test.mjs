/** What a plain English text needs of the engine; in a file of its own, since all of a process share what was loaded. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { it } from "node:test";

import { createComention } from "comention";

it("plain English needs the first part of the engine alone", async () => {
  const comention = await createComention({ more: new URL("nowhere.wasm", import.meta.url) });
  for (const sample of ["one", "twelve"]) {
    const text = await readFile(new URL(`../../www/public/samples/${sample}.txt`, import.meta.url), "utf8");
    assert.ok((await comention.analyze(text)).pairs.length > 0, sample);
  }
  await comention.close();
});
