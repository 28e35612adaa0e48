import { linear } from "./scale.js";
import { clipped, number, svg } from "./svg.js";

/**
 * Where in the articles, laid end to end, terms are mentioned: a row a term, a tick a mention.
 * @param {import("comention").Positions} positions
 * @param {{ width: number, selection: string[], label: string }} options
 * @returns {SVGElement}
 */
export function ticks({ words, articles, rows }, { width, selection, label }) {
  const row = 24;
  const names = Math.min(190, Math.round(width * 0.4));
  const x = linear([0, Math.max(1, words)], [names, width - 44]);
  const height = rows.length * row + 30;
  const chart = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "chart ticks", role: "group", "aria-label": label });
  // Articles as bands, where they are wide enough to be told apart.
  if (articles.length <= 200) {
    articles.forEach((a, i) => chart.append(svg("rect", { class: i % 2 ? "band odd" : "band", x: x(a.start), y: 4, width: Math.max(0.5, x(a.start + a.words) - x(a.start)), height: rows.length * row }, svg("title", {}, [a.date, a.headline].filter(Boolean).join(" · ")))));
  }
  let free = 0;
  for (const a of articles) {
    const at = x(a.start);
    if (!a.date || at < free || at > width - 110) continue;
    chart.append(svg("text", { class: "axis", x: at, y: height - 8 }, a.date));
    free = at + 84;
  }
  rows.forEach((r, i) => {
    const y = i * row + 4;
    const on = selection.includes(r.id);
    const path = [...r.places].map((p) => `M${x(p).toFixed(1)} ${y + 4}v${row - 9}`).join("");
    chart.append(svg("g", { class: `bar ${r.kind}${on ? " on" : ""}`, "data-term": r.id, tabindex: 0, role: "button", "aria-pressed": String(on) },
      svg("title", {}, `${r.term}: ${number(r.count)}`),
      svg("rect", { class: "hit", x: 0, y, width, height: row - 2 }),
      svg("text", { x: names - 8, y: y + 15, "text-anchor": "end" }, clipped(r.term, Math.floor((names - 8) / 7.1))),
      svg("path", { class: "mark", d: path }),
      svg("text", { class: "value", x: width - 38, y: y + 15 }, number(r.count))));
  });
  return chart;
}
