/** Where charts put numbers. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { linear, logarithmic, root, roundedUp, ticks } from "../../www/charts/scale.js";

it("the ends of a stretch come to the ends of a chart, and what is between between", () => {
  for (const [scale, from, middle] of [[linear, [0, 10], 5], [root, [0, 16], 4], [logarithmic, [1, 100], 10]]) {
    const at = scale(from, [20, 120]);
    assert.deepEqual([at(from[0]), at(middle), at(from[1])].map((n) => Math.round(n * 1e6) / 1e6), [20, 70, 120]);
  }
  assert.equal(linear([0, 0], [20, 120])(0), 20);
  assert.equal(root([0, 4], [1, 2])(-1), 1);
});

it("ticks are round numbers within the stretch", () => {
  for (const [from, most, wanted] of [
    [[0, 10], 4, [0, 5, 10]],
    [[0, 3], 4, [0, 1, 2, 3]],
    [[0, 1], 4, [0, 0.5, 1]],
    [[-1, 1], 6, [-1, -0.5, 0, 0.5, 1]],
    [[-2.3, 2.3], 6, [-2, -1, 0, 1, 2]],
    [[0, 0.3], 4, [0, 0.1, 0.2, 0.3]],
    [[0, 1200], 4, [0, 500, 1000]],
  ]) assert.deepEqual(ticks(from, most).map((n) => n + 0), wanted, `${from} in ${most}`);
});

it("an axis ends at a round number", () => {
  assert.deepEqual([1, 3, 7, 11, 1201].map((n) => roundedUp(n, 4)), [1, 3, 8, 15, 1500]);
});
