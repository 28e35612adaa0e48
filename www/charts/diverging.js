import { linear } from "./scale.js";

import t from "../i18n/t.js";
import { clipped, number, svg } from "./svg.js";

/**
 * What is more one group's than the other's: bars to both sides, as long as the log ratio, the rows by G2.
 * @param {Array<any>} rows
 * @param {{ width: number, selection: string[], most?: number, label: string, a: string, b: string }} options
 * @returns {SVGElement}
 */
export function diverging(rows, { width, selection, most = 12, label, a, b }) {
  const first = rows.filter((r) => r.score > 0).slice(0, most);
  const last = rows.filter((r) => r.score < 0).slice(-most);
  const shown = [...first, ...last];
  const row = 24;
  const height = shown.length * row + 30;
  const middle = width / 2;
  const high = Math.max(1, ...shown.map((r) => Math.abs(r.logRatio ?? 0)));
  const ends = [`← ${a}`, `${b} →`].map((end) => clipped(end, Math.floor((middle - 12) / 7)));
  const counts = (r) => `${number(r.countA)} : ${number(r.countB)}`;
  // Beside the longest bar there is room for the counts.
  const x = linear([0, high], [0, middle - Math.max(46, 10 + 7 * Math.max(0, ...shown.map((r) => counts(r).length)))]);
  const chart = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "chart diverging", role: "group", "aria-label": label },
    svg("text", { class: "axis", x: middle - 8, y: 16, "text-anchor": "end" }, ends[0]),
    svg("text", { class: "axis", x: middle + 8, y: 16 }, ends[1]));
  shown.forEach((r, i) => {
    const y = i * row + 24;
    const ids = r.ids ?? [r.id];
    const name = clipped((r.terms ?? [r.term]).join(" + "), Math.floor((middle - 20) / 7));
    const on = ids.length === selection.length && ids.every((id) => selection.includes(id));
    const where = ids.length === 2 ? { "data-pair": ids.join("\n") } : { "data-term": ids[0] };
    const length = Math.max(2, x(Math.abs(r.logRatio ?? 0)));
    const toFirst = r.score > 0;
    chart.append(svg("g", { class: `bar ${r.kind ?? r.kinds[0]}${on ? " on" : ""}`, ...where, tabindex: 0, role: "button", "aria-pressed": String(on) },
      svg("title", {}, t.charts.difference(name, a, r.countA, b, r.countB, number(r.logRatio), number(r.logLikelihood), number(r.qValue))),
      svg("rect", { class: "hit", x: 0, y, width, height: row - 2 }),
      svg("rect", { class: r.qValue < 0.05 ? "mark" : "mark weak", x: toFirst ? middle - length : middle, y: y + 3, width: length, height: row - 9, rx: 2 }),
      svg("text", { x: toFirst ? middle + 8 : middle - 8, y: y + 15, "text-anchor": toFirst ? "start" : "end" }, name),
      svg("text", { class: "value", x: toFirst ? middle - length - 5 : middle + length + 5, y: y + 15, "text-anchor": toFirst ? "end" : "start" }, counts(r))));
  });
  chart.append(svg("line", { class: "rule", x1: middle, x2: middle, y1: 22, y2: height - 6 }));
  return chart;
}
