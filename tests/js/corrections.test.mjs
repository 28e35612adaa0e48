/** What a person corrects of a text: as the page keeps it, and as the engine takes it. */
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { createComention } from "comention";
import { begun, corrected, howMany, joined, moved, renamed, uncorrected } from "../../www/corrections.js";

test("a cut and its join take each other back", () => {
  assert.deepEqual(begun(null, "a", 50), { a: { cuts: [50] } });
  assert.deepEqual(begun({ a: { cuts: [50] } }, "a", 9), { a: { cuts: [9, 50] } });
  assert.equal(joined({ a: { cuts: [50] } }, "a", 50), null);
  assert.deepEqual(joined(null, "a", 50), { a: { joins: [50] } });
  assert.equal(begun({ a: { joins: [50] } }, "a", 50), null);
});

test("a field has one correction, and none where it is taken back", () => {
  const one = corrected({ b: { cuts: [1] } }, "a", 0, "source", "Post");
  assert.deepEqual(one, { b: { cuts: [1] }, a: { fields: [{ at: 0, field: "source", value: "Post" }] } });
  const two = corrected(one, "a", 0, "source", null);
  assert.deepEqual(two.a, { fields: [{ at: 0, field: "source", value: null }] });
  assert.equal(howMany(two), 2);
  assert.deepEqual(corrected(two, "a", 0, "source", undefined), { b: { cuts: [1] } });
  assert.deepEqual(uncorrected(two, "b"), { a: two.a });
  assert.deepEqual(renamed(two, { a: "0" }), { 0: two.a });
});

test("corrections move with a text that is changed", () => {
  const all = { a: { cuts: [2, 6], joins: [9], fields: [{ at: 6, field: "date", value: null }] } };
  const cases = [
    ["0123456789", "0123456789 and more", [2, 6], [9], [6]],
    ["0123456789", "xx0123456789", [4, 8], [11], [8]],
    ["0123456789", "0123xx456789", [2, 8], [11], [8]],
    ["0123456789", "01x89", undefined, [4], undefined],
  ];
  for (const [before, after, cuts, joins, at] of cases) {
    const own = moved(all, { id: "a", text: before }, { id: "b", text: after })?.b;
    assert.deepEqual([own?.cuts, own?.joins, own?.fields?.map((f) => f.at)], [cuts, joins, at], after);
  }
  assert.equal(moved(null, { id: "a", text: "" }, { id: "b", text: "" }), null);
});

const TEXT = "Café owners meet\n\nPORT ELIAN, May 2 (Xinhua) -- Owners of cafés met on Thursday to talk about rents.\n\nHarbour opens\n\nThe harbour of Varrona opened again on Friday after repairs of two months.\n";

const comention = await createComention();
after(() => comention.close());

test("the engine takes them, in offsets of the text as JavaScript counts", async () => {
  const corpus = await comention.corpus();
  const at = TEXT.indexOf("Harbour");
  const rows = await corpus.add(TEXT, { corrections: { cuts: [at], fields: [{ at, field: "date", value: "2024-05-03" }] } });
  assert.deepEqual(rows.map((a) => [a.headline, a.date, a.cut.rule, a.start]), [["Café owners meet", null, "start of paste", 0], ["Harbour opens", "2024-05-03", "by hand", at]]);
  await assert.rejects(corpus.add(TEXT, { corrections: { cuts: ["x"] } }), { code: "invalid-option", message: /corrections\.cuts\[0\]/ });
  await assert.rejects(corpus.add(TEXT, { window: "sentence" }), { code: "invalid-option", message: /window/ });
  assert.equal((await corpus.articles()).length, 2, "what was refused added nothing");
  await corpus.close();
});
