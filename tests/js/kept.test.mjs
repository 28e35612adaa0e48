/** The file that corpora are exported to: it comes back as it was, and what is wrong in one is said. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { FORMAT, VERSION, fromFile, toFile } from "../../www/kept/file.js";

const corpus = (more = {}) => ({
  name: "Ports", made: "2026-01-02T03:04:05.000Z", changed: "2026-02-03T04:05:06.000Z",
  settings: { window: "paragraph", minCount: 3 }, rules: [{ merge: ["Wang Yi", "Wang"] }], corrections: { "a-1": { kind: "place" } },
  pastes: [{ name: null, text: "One \"text\"\n with 😀 and \ud800." }, { name: "b/c.txt", text: "" }], ...more,
});

test("what goes out comes back", async () => {
  for (const corpora of [[], [corpus()], [corpus(), corpus({ name: "שלום", rules: null, corrections: null, pastes: [] })]]) {
    const text = await toFile(corpora).text();
    // A lone surrogate is escaped in JSON, so it survives UTF-8.
    assert.deepEqual(fromFile(text), corpora);
  }
});

test("ids and what else the page has are not part of it", async () => {
  const file = JSON.parse(await toFile([{ ...corpus(), id: "x", pastes: [{ id: "y", name: null, text: "t" }] }]).text());
  assert.deepEqual(Object.keys(file), ["format", "version", "corpora"]);
  assert.deepEqual(Object.keys(file.corpora[0]), ["name", "made", "changed", "settings", "rules", "corrections", "pastes"]);
  assert.deepEqual(file.corpora[0].pastes, [{ name: null, text: "t" }]);
});

test("what is missing has its default", () => {
  const [only] = fromFile(JSON.stringify({ format: FORMAT, version: VERSION, corpora: [{ name: "n", pastes: [{ text: "t" }], made: "yesterday" }] }));
  assert.deepEqual(only, { name: "n", made: "1970-01-01T00:00:00.000Z", changed: "1970-01-01T00:00:00.000Z", settings: {}, rules: null, corrections: null, pastes: [{ name: null, text: "t" }] });
});

const file = (more) => JSON.stringify({ format: FORMAT, version: VERSION, corpora: [], ...more });
const WRONG = [
  ["", /^this is not JSON: /],
  ["[1]", /^format: got nothing, expected "comention corpora"$/],
  ["null", /^format: got nothing/],
  [file({ format: "other" }), /^format: got "other", expected "comention corpora"$/],
  [file({ version: 2 }), /^version: got 2, expected at most 1$/],
  [file({ version: "1" }), /^version: got "1", expected/],
  [file({ corpora: {} }), /^corpora: got {}, expected a list$/],
  [file({ corpora: [7] }), /^corpus 1: got 7, expected an object$/],
  [file({ corpora: [{ pastes: [] }] }), /^corpus 1, name: got nothing, expected a string$/],
  [file({ corpora: [{ name: "n" }] }), /^corpus 1, pastes: got nothing, expected a list$/],
  [file({ corpora: [{ name: "n", pastes: [{ text: "t" }, { text: 5 }] }] }), /^corpus 1, paste 2, text: got 5, expected a string$/],
];
for (const [text, expected] of WRONG) {
  test(`refuses ${text.slice(0, 70) || "nothing"}`, () => assert.throws(() => fromFile(text), (error) => expected.test(error.message) || assert.fail(error.message)));
}
