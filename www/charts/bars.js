import t from "../i18n/t.js";
import { linear } from "./scale.js";
import { clipped, number, svg } from "./svg.js";

/** Bars that are drawn. */
const MOST = 25;

/** From the edge to a row, and the height of a row. */
const [TOP, ROW] = [22, 26];

/**
 * The best keywords as bars, the most frequent first; a bar is as long as the term has mentions. Once it is known `where`
 * they are: a whisker for the interval of their number, and beside it how they lie over the articles in order of date.
 * @param {{ keywords: Array<Pick<import("comention").Keyword, "id" | "term" | "kind" | "count" | "articles" | "dp">> }} report
 * @param {{ width: number, selection: string[], where?: import("comention").Positions | null }} options
 * @returns {SVGElement}
 */
export function bars({ keywords }, { width, selection, where }) {
  // The best are chosen by how telling they are, and stand by how often they are mentioned.
  const rows = keywords.slice(0, MOST).sort((a, b) => b.count - a.count);
  const label = Math.min(190, Math.round(width * 0.42));
  const side = Math.round(Math.min(220, width * 0.2));
  const height = rows.length * ROW + TOP + 4;
  const found = new Map(where?.rows.map((r) => [r.id, r]));
  const end = (r) => Math.max(r.count, found.get(r.id)?.high ?? 0);
  const x = linear([0, Math.max(1, ...rows.map(end))], [label, width - side - 52]);
  const chart = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "chart bars", role: "group", "aria-label": t.charts.bars },
    svg("text", { class: "axis", x: width, y: 14, "text-anchor": "end" }, t.where.title));
  rows.forEach((r, i) => {
    const y = i * ROW + TOP;
    const on = selection.includes(r.id);
    const own = found.get(r.id);
    const whisker = own?.low === null ? undefined : own;
    const said = whisker ? ` ${t.evidence.interval(t.keywords.columns.count, number(whisker.low), number(whisker.high))}` : "";
    chart.append(
      svg(
        "g",
        { class: `bar ${r.kind}${on ? " on" : ""}`, "data-term": r.id, tabindex: 0, role: "button", "aria-pressed": String(on) },
        svg("title", {}, `${t.charts.bar(r.term, r.count, r.articles, number(r.dp))}.${said}`),
        svg("rect", { class: "hit", x: 0, y, width, height: ROW - 2 }),
        svg("text", { x: label - 8, y: y + 16, "text-anchor": "end" }, clipped(r.term, Math.floor((label - 8) / 6.8))),
        svg("rect", { class: "mark", x: label, y: y + 4, width: Math.max(2, x(r.count) - label), height: ROW - 10, rx: 2 }),
        whisker ? svg("path", { class: "whisker", d: `M${x(whisker.low)} ${y + 8}v8m0 -4H${x(whisker.high)}m0 -4v8` }) : "",
        svg("text", { class: "value", x: x(end(r)) + 6, y: y + 16 }, number(r.count)),
        own ? svg("path", { class: "spark", d: spread(own.places, where?.words ?? 1, width - side, side, y + ROW - 5) }) : "",
      ),
    );
  });
  return chart;
}

/** How places lie over all words: bars four pixels apart, the tallest where there are most. */
function spread(places, words, left, width, base) {
  const parts = new Array(Math.max(1, Math.floor(width / 4))).fill(0);
  for (const place of places) parts[Math.floor((place / words) * parts.length)]++;
  const most = Math.max(...parts);
  return `M${left} ${base + 0.5}h${width}${parts.map((n, i) => (n ? `M${left + i * 4} ${base}v${-(2 + (13 * n) / most).toFixed(1)}h3V${base}z` : "")).join("")}`;
}
