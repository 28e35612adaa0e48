import { labelled } from "./labels.js";
import { linear, root } from "./scale.js";

import t from "../i18n/t.js";
import { clipped, svg } from "./svg.js";

/** Margins beside and above a drawing, for the names. */
const [BESIDE, ABOVE] = [70, 34];

/** Links that can be pointed at, at most. */
const MANY = 3000;

/** From the engine's places, -1 to 1, to those of a drawing. @param {number} width @param {number} height */
const axes = (width, height) => ({ x: linear([-1, 1], [BESIDE, width - BESIDE]), y: linear([-1, 1], [ABOVE, height - ABOVE]) });

/** The engine's place of a point in a drawing. @param {SVGElement} chart @param {number} x @param {number} y */
export function placeOf(chart, x, y) {
  const [width, height] = ["width", "height"].map((name) => Number(chart.getAttribute(name)));
  return { x: linear([BESIDE, width - BESIDE], [-1, 1])(x), y: linear([ABOVE, height - ABOVE], [-1, 1])(y) };
}

/**
 * The network as a drawing that can be printed: places come from the engine, the same every time.
 * @param {import("comention").Network} network
 * @param {{ width: number, height: number, selection: string[], label: string }} options `height`: 0 for what fits.
 * @returns {SVGElement}
 */
export function network({ nodes, edges }, { width, height: wanted, selection, label }) {
  const height = wanted || Math.round(Math.min(560, Math.max(320, width * 0.66), 140 + 40 * nodes.length));
  const { x: across, y: down } = axes(width, height);
  const place = (n) => [across(n.x), down(n.y)];
  // With many names and links each is smaller, so that they leave each other room.
  const room = Math.min(1, Math.sqrt(120 / Math.max(1, nodes.length)));
  const thin = Math.min(1, Math.sqrt(1000 / Math.max(1, edges.length)));
  const radius = root([0, Math.max(1, ...nodes.map((n) => n.count))], [1 + 3 * room, 6 + 12 * room]);
  const thick = root([0, Math.max(1e-9, ...edges.map((e) => e.weight))], [0.2 + 0.4 * thin, 1 + 6 * thin]);
  const community = new Map(nodes.map((n) => [n.id, n.community % 6]));
  const at = new Map(nodes.map((n) => [n.id, place(n)]));
  const names = new Map(nodes.map((n) => [n.id, n.term]));
  const chart = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "chart network", role: "group", "aria-label": label });
  // So many that none of them can be told from the others are only drawn.
  const many = edges.length > MANY;
  // The heavy lie on the light ones.
  for (const e of [...edges].sort((a, b) => a.weight - b.weight)) {
    const [x1, y1] = at.get(e.source);
    const [x2, y2] = at.get(e.target);
    const on = selection.length === 2 && selection.includes(e.source) && selection.includes(e.target);
    const near = selection.length === 1 && (selection[0] === e.source || selection[0] === e.target);
    const line = { x1: x1.toFixed(1), y1: y1.toFixed(1), x2: x2.toFixed(1), y2: y2.toFixed(1) };
    chart.append(
      svg(
        "g",
        { class: `edge${community.get(e.source) === community.get(e.target) ? ` community-${community.get(e.source)}` : ""}${on || near ? " on" : ""}`, "data-pair": `${e.source}\n${e.target}` },
        svg("line", { ...line, class: "mark", "stroke-width": thick(e.weight).toFixed(2), "stroke-opacity": thin < 1 ? (0.12 + 0.26 * thin).toFixed(2) : null }),
        ...(many ? [] : [svg("line", { ...line, class: "hit", "stroke-width": 14 }), svg("title", {}, t.charts.edge(`${names.get(e.source) ?? e.source} + ${names.get(e.target) ?? e.target}`, e.count))]),
      ),
    );
  }
  // Of two that would lie on each other, that of the one more often mentioned stays; the other shows when it is meant.
  const sorted = [...nodes].sort((a, b) => Number(selection.includes(b.id)) - Number(selection.includes(a.id)) || b.count - a.count);
  const labels = labelled(sorted.map((n) => ({ x: at.get(n.id)[0], y: at.get(n.id)[1], r: radius(n.count), text: clipped(n.term, 26) })), { width, height });
  sorted.forEach((n, i) => {
    const [x, y] = at.get(n.id);
    const on = selection.includes(n.id);
    const label = labels[i] ?? { x: 0, y: radius(n.count) + 13, anchor: "middle" };
    chart.append(
      svg(
        "g",
        { class: `node ${n.kind} community-${n.community % 6}${on ? " on" : ""}${labels[i] ? "" : " crowded"}`, "data-term": n.id, tabindex: 0, role: "button", "aria-pressed": String(on), transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
        svg("circle", { r: radius(n.count).toFixed(1) }),
        svg("text", { x: label.x.toFixed(1), y: label.y.toFixed(1), "text-anchor": label.anchor }, clipped(n.term, 26)),
        svg("title", {}, t.charts.node(n.term, n.count, n.degree)),
      ),
    );
  });
  return chart;
}
