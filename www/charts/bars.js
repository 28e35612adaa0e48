import { linear } from "./scale.js";

import t from "../i18n/t.js";
import { clipped, number, svg } from "./svg.js";

/**
 * The best keywords as bars, the most frequent first; a bar is as long as the term has mentions.
 * @param {import("comention").Report} report
 * @param {{ width: number, selection: string[] }} options
 * @returns {SVGElement}
 */
export function bars(report, { width, selection }) {
  // The best are chosen by how telling they are, and stand by how often they are mentioned.
  const rows = report.keywords.slice(0, 25).sort((a, b) => b.count - a.count);
  const row = 26;
  const label = Math.min(190, Math.round(width * 0.42));
  const height = rows.length * row + 8;
  const x = linear([0, Math.max(1, ...rows.map((r) => r.count))], [0, width - label - 52]);
  const chart = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "chart bars", role: "group", "aria-label": t.charts.bars });
  rows.forEach((r, i) => {
    const y = i * row + 4;
    const on = selection.includes(r.id);
    chart.append(
      svg(
        "g",
        { class: `bar ${r.kind}${on ? " on" : ""}`, "data-term": r.id, tabindex: 0, role: "button", "aria-pressed": String(on) },
        svg("title", {}, t.charts.bar(r.term, r.count, r.articles, number(r.dp))),
        svg("rect", { class: "hit", x: 0, y, width, height: row - 2 }),
        svg("text", { x: label - 8, y: y + 16, "text-anchor": "end" }, clipped(r.term, Math.floor(label / 7))),
        svg("rect", { class: "mark", x: label, y: y + 4, width: Math.max(2, x(r.count)), height: row - 10, rx: 2 }),
        svg("text", { class: "value", x: label + x(r.count) + 6, y: y + 16 }, number(r.count)),
      ),
    );
  });
  return chart;
}
