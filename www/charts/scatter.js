import { linear, logarithmic, ticks } from "./scale.js";

import t from "../i18n/t.js";
import { clipped, number, svg } from "./svg.js";

/**
 * Terms by how often they are (across, by tens) and by how much more they are the one group's (up) or the other's.
 * @param {Array<any>} rows
 * @param {{ width: number, selection: string[], label: string, a: string, b: string, across: string, up: string }} options
 * @returns {SVGElement}
 */
export function scatter(rows, { width, selection, label, a, b, across, up }) {
  const height = Math.round(Math.min(460, Math.max(300, width * 0.6)));
  const [left, right, top, bottom] = [44, width - 16, 26, height - 34];
  const points = rows.filter((r) => r.logRatio !== null && r.countA + r.countB > 0);
  const high = Math.max(1, ...points.map((r) => Math.abs(r.logRatio)));
  const most = Math.max(2, ...points.map((r) => r.countA + r.countB));
  const x = logarithmic([1, most * 1.15], [left, right]);
  const y = linear([-high, high], [bottom, top]);
  const chart = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "chart scatter", role: "group", "aria-label": label });
  for (const tick of ticks([-high, high], 6)) chart.append(svg("line", { class: "rule", x1: left, x2: right, y1: y(tick), y2: y(tick) }), svg("text", { class: "axis", x: left - 6, y: y(tick) + 4, "text-anchor": "end" }, number(tick)));
  for (let tick = 1; tick <= most; tick *= 10) chart.append(svg("text", { class: "axis", x: x(tick), y: bottom + 16, "text-anchor": "middle" }, number(tick)));
  chart.append(svg("text", { class: "axis", x: left, y: 14 }, clipped(`↑ ${a} (${up})`, Math.floor(width / 7.5))), svg("text", { class: "axis", x: left + 4, y: bottom - 6 }, `↓ ${clipped(b, 40)}`), svg("text", { class: "axis", x: right, y: height - 4, "text-anchor": "end" }, `${across} →`));
  /** What no name is to stand on: the points, and the names that stand. @type {Array<[number, number, number]>} */
  const taken = points.map((r) => [x(r.countA + r.countB) - 4, y(r.logRatio), 8]);
  taken.push([left, bottom - 10, 7 * (Math.min(b.length, 40) + 2)]);
  for (const [i, r] of points.entries()) {
    const ids = r.ids ?? [r.id];
    const name = (r.terms ?? [r.term]).join(" + ");
    const on = ids.length === selection.length && ids.every((id) => selection.includes(id));
    const [px, py] = [x(r.countA + r.countB), y(r.logRatio)];
    const shown = clipped(name, 22);
    const wide = shown.length * 6.6;
    // The strongest come first; a name for which neither side has room is left to the title.
    const sides = [px + 8, px - wide - 8].filter((from) => from >= left && from + wide <= width);
    const free = sides.find((from) => taken.every(([tx, ty, tw], j) => j === i || Math.abs(ty - py) > 12 || from > tx + tw || from + wide < tx)) ?? (on ? sides[0] : undefined);
    const toLeft = (free ?? px) < px;
    if (free !== undefined) taken.push([free, py, wide]);
    const where = ids.length === 2 ? { "data-pair": ids.join("\n") } : { "data-term": ids[0] };
    chart.append(svg("g", { class: `point ${r.kind ?? r.kinds[0]}${r.qValue < 0.05 ? "" : " weak"}${on ? " on" : ""}`, ...where, tabindex: 0, role: "button", "aria-pressed": String(on) },
      svg("title", {}, t.charts.difference(name, a, r.countA, b, r.countB, number(r.logRatio), number(r.logLikelihood), number(r.qValue))),
      svg("circle", { class: "hit", cx: px, cy: py, r: 11 }),
      svg("circle", { class: "mark", cx: px, cy: py, r: 4.5 }),
      free !== undefined ? svg("text", { x: toLeft ? px - 8 : px + 8, y: py + 4, "text-anchor": toLeft ? "end" : "start" }, shown) : ""));
  }
  return chart;
}
