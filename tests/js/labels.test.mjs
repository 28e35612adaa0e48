/** Labels of a drawn network lie neither on each other nor on circles. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { labelled } from "../../www/charts/labels.js";

const size = { width: 400, height: 300 };
const one = (x, y, text = "Anneke Vos") => ({ x, y, r: 8, text });
const where = (...circles) => labelled(circles, size).map((p) => p && (p.anchor !== "middle" ? { start: "right", end: "left" }[p.anchor] : p.y > 0 ? "below" : "above"));

it("stand where there is room", () => {
  for (const [circles, wanted] of [
    [[one(200, 150)], ["below"]],
    [[one(200, 150), one(200, 175)], ["above", "below"]],
    [[one(200, 290)], ["above"]],
    [[one(5, 150)], ["right"]],
    [[one(395, 150)], ["left"]],
    [[150, 151, 152, 153, 154].map((y) => one(200, y)), ["above", "right", "below", "left", null]],
    [[one(200, 150), one(220, 150)], ["below", "above"]],
    [[one(200, 150), one(220, 150), one(240, 150)], ["below", "above", "right"]],
  ]) assert.deepEqual(where(...circles), wanted);
});
