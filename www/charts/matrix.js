import { root } from "./scale.js";

import words from "../i18n/t.js";
import { clipped, number, svg } from "./svg.js";

/** Columns narrower than this have names that lie on each other. */
const NARROW = 16;
/** The width of a letter of a name, and of one that is chosen, in pixels, and how much of that a slanted name is high. */
const [LETTER, BOLD, SLANT] = [7.3, 8, 0.77];
/** The height of the key below, its shades, how wide each is, and the width of the whole. */
const [KEY, SHADES, SHADE, KEY_WIDE] = [30, 5, 16, 280];

/**
 * The terms of the strongest pairs against each other, ordered by community; the darker the stronger.
 * @param {import("comention").Report} report
 * @param {{ width: number, selection: string[], measure: string, pairs: import("comention").Pair[] }} options `pairs`: of any
 *   terms, at least those of the report.
 * @returns {SVGElement}
 */
export function matrix(report, { width, selection, measure, pairs }) {
  const label = Math.min(175, Math.round(width * 0.32));
  const most = Math.round(Math.min(150, label) * 0.85);
  // The last slanted name needs room to its right.
  const room = width - label - 4 - most * 0.85;
  const terms = order(report, Math.min(18, Math.floor(room / NARROW)));
  const size = Math.min(34, Math.floor(room / Math.max(1, terms.length)));
  // Short names need less above them.
  const head = Math.min(most, Math.max(...terms.map((t) => t.term.length)) * LETTER * SLANT + 30);
  const at = new Map(terms.map((t, i) => [t.id, i]));
  const cells = pairs.filter((p) => p.ids.every((id) => at.has(id)));
  const height = head + terms.length * size + KEY;
  const value = (p) => (measure === "count" ? p.count : p[measure]);
  const high = Math.max(1e-9, ...cells.map((p) => value(p) ?? 0));
  const shade = root([0, high], [0.08, 1]);
  const chart = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "chart matrix", role: "group", "aria-label": words.charts.matrix });
  terms.forEach((t, i) => {
    const on = selection.includes(t.id) ? " on" : "";
    const middle = i * size + size / 2;
    const letter = on ? BOLD : LETTER;
    chart.append(
      svg("text", { class: `label ${t.kind}${on}`, x: label - 6, y: head + middle + 4, "text-anchor": "end", "data-term": t.id }, clipped(t.term, Math.floor((label - 6) / letter))),
      svg("text", { class: `label ${t.kind}${on}`, "data-term": t.id, transform: `translate(${label + middle + 4} ${head - 6}) rotate(-50)` }, clipped(t.term, Math.floor((head - 14) / (letter * SLANT)))),
      svg("rect", { class: "diagonal", x: label + i * size + 1, y: head + i * size + 1, width: size - 2, height: size - 2 }),
    );
  });
  for (const p of cells) {
    const [i, j] = p.ids.map((id) => at.get(id));
    const on = p.ids.every((id) => selection.includes(id)) && selection.length === 2;
    for (const [row, column, first] of [[i, j, true], [j, i, false]]) {
      chart.append(
        svg(
          "rect",
          {
            class: `cell${on ? " on" : ""}`, x: label + column * size + 1, y: head + row * size + 1, width: size - 2, height: size - 2, rx: 2,
            "fill-opacity": shade(value(p) ?? 0).toFixed(3), "data-pair": p.ids.join("\n"),
            // One of the two mirrored cells is enough for the keyboard.
            tabindex: first ? 0 : null, role: first ? "button" : null, "aria-pressed": first ? String(on) : null,
            "aria-label": first ? words.charts.edge(p.terms.join(" + "), p.count) : null, "aria-hidden": first ? null : "true",
          },
          svg("title", {}, words.charts.cell(p.terms.join(" + "), p.count, number(p.expected), number(p.npmi), number(p.logLikelihood))),
        ),
      );
    }
  }
  chart.append(key(Math.max(0, Math.min(label, width - KEY_WIDE)), height - SHADE, high, shade, words.measures[measure]));
  return chart;
}

/** What the shades say: from nothing to the most there is, and of what. */
function key(x, y, high, shade, measure) {
  const text = (at, anchor, said) => svg("text", { class: "axis", x: at, y: y + SHADE / 2 + 4, "text-anchor": anchor }, said);
  const from = x + 14;
  const to = from + SHADES * SHADE;
  return svg("g", { class: "key" },
    text(from - 5, "end", number(0)),
    ...Array.from({ length: SHADES }, (_, i) => svg("rect", { class: "shade", x: from + i * SHADE, y, width: SHADE - 2, height: SHADE - 2, rx: 2, "fill-opacity": shade((high * (i + 0.5)) / SHADES).toFixed(3) })),
    text(to + 4, "start", `${number(high)} ${measure}`));
}

/** The terms of the best pairs until there are enough, by community and then by links. */
function order(report, most) {
  const terms = new Map();
  for (const p of report.pairs) {
    // One without the other would have an empty row.
    const fresh = [0, 1].filter((k) => !terms.has(p.ids[k]));
    if (terms.size + fresh.length <= most) for (const k of fresh) terms.set(p.ids[k], { id: p.ids[k], term: p.terms[k], kind: p.kinds[k] });
  }
  const nodes = new Map(report.network.nodes.map((n) => [n.id, n]));
  const rank = (t) => nodes.get(t.id)?.community ?? 99;
  const links = (t) => nodes.get(t.id)?.weightedDegree ?? 0;
  return [...terms.values()].sort((a, b) => rank(a) - rank(b) || links(b) - links(a) || (a.id < b.id ? -1 : 1));
}
