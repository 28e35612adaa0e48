/** Labels of a drawn network lie neither on each other nor on circles. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { clipped } from "../../www/charts/svg.js";
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

describe("what is cut to the room there is", () => {
  for (const [text, most, expected] of [
    ["Sergei Lavrov", 13, "Sergei Lavrov"],
    ["Sergei Lavrov", 12, "Sergei Lavr…"],
    ["Михаилом Мишустиным", 20, "Михаилом Мишусти…"],
    ["Сергей Лавров", 16, "Сергей Лавров"],
    ["中华人民共和国外交部", 12, "中华人民共…"],
    ["👍👍👍", 4, "👍…"],
  ]) it(`${text} in ${most}`, () => assert.equal(clipped(text, most), expected));
});
