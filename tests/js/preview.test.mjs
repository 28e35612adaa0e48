/** The beginning of texts, of which there are results before all is read. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { beginning } from "../../www/beginning.js";

const CASES = [
  ["all of it, when there is no more", ["one\n\ntwo", "three"], 100, ["one\n\ntwo", "three"]],
  ["cut between paragraphs", ["one\n\ntwo\n\nthree"], 11, ["one\n\ntwo"]],
  ["cut anywhere, when there is one paragraph", ["abcdefgh"], 3, ["abc"]],
  ["later texts only when there is room, each with its number", ["abc", "one\n\ntwo", "rest"], 7, ["abc", "one"]],
  ["nothing of nothing", [], 5, []],
];
for (const [what, texts, most, expected] of CASES) test(what, () => assert.deepEqual(beginning(texts, most), expected));
