import { linear, roundedUp, ticks } from "./scale.js";

import { clipped, number, svg } from "./svg.js";

/** How high a line of a name is. */
const LINE = 15;

/** A name in two lines at most, broken at a blank. @param {string} name @param {number} most Letters of a line. @returns {string[]} */
function broken(name, most) {
  const at = name.length > most ? name.lastIndexOf(" ", most) : -1;
  return (at > 0 ? [name.slice(0, at), name.slice(at + 1)] : [name]).map((line) => clipped(line, most));
}

/**
 * Terms or pairs over periods as lines, each named at its end.
 * @param {import("comention").Timeline<any>} timeline
 * @param {{ width: number, selection: string[], most?: number, label: string }} options
 * @returns {SVGElement}
 */
export function lines({ periods, rows }, { width, selection, most = 8, label }) {
  const shown = rows.slice(0, most);
  const names = Math.min(180, Math.round(width * (width < 480 ? 0.38 : 0.3)));
  const labels = shown.map((r) => broken((r.terms ?? [r.term]).join(" + "), Math.floor((names - 8) / 7)));
  const [left, right, top, height] = [34, width - names - 10, 10, Math.max(240, Math.min(420, width * 0.3), labels.flat().length * LINE + shown.length * 8 + 40)];
  const bottom = height - 30;
  const high = Math.max(1, ...shown.flatMap((r) => [...r.counts]));
  // A single period stands where the names are.
  const x = linear([Math.min(0, periods.length - 2), Math.max(0, periods.length - 1)], [left, right]);
  const y = linear([0, roundedUp(high, 4)], [bottom, top]);
  const chart = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "chart lines", role: "group", "aria-label": label, "data-left": left, "data-right": right });
  for (const tick of ticks([0, roundedUp(high, 4)], 4).filter(Number.isInteger)) {
    chart.append(svg("line", { class: "rule", x1: left, x2: right, y1: y(tick), y2: y(tick) }), svg("text", { class: "axis", x: left - 6, y: y(tick) + 4, "text-anchor": "end" }, number(tick)));
  }
  const every = Math.max(1, Math.ceil(periods.length / Math.max(1, Math.floor((right - left) / 76))));
  periods.forEach((period, i) => {
    if (i % every === 0) chart.append(svg("text", { class: "axis", x: Math.max(38, x(i)), y: height - 10, "text-anchor": "middle" }, period));
  });
  // Names keep clear of each other: from top to bottom, each below the one before.
  const ends = shown.map((r, i) => ({ i, at: y(r.counts.at(-1) ?? 0), half: (labels[i].length * LINE + 2) / 2 })).sort((a, b) => a.at - b.at);
  let last = -Infinity;
  for (const end of ends) {
    end.at = Math.max(end.at, last + end.half);
    last = end.at + end.half;
  }
  // And from the bottom up, where there is no more room below.
  last = bottom + LINE / 2;
  for (const end of ends.reverse()) {
    end.at = Math.min(end.at, last - end.half);
    last = end.at - end.half;
  }
  shown.forEach((r, i) => {
    const ids = r.ids ?? [r.id];
    const name = (r.terms ?? [r.term]).join(" + ");
    // Of a pair that is chosen each name lights up.
    const on = ids.every((id) => selection.includes(id));
    const kind = r.kind ?? r.kinds[0];
    const points = [...r.counts].map((n, k) => `${x(k).toFixed(1)},${y(n).toFixed(1)}`).join(" ");
    const where = ids.length === 2 ? { "data-pair": ids.join("\n") } : { "data-term": ids[0] };
    const label = /** @type {{ at: number }} */ (ends.find((e) => e.i === i)).at;
    chart.append(svg("g", { class: `course ${kind} dash-${i % 4}${on ? " on" : ""}`, ...where, tabindex: 0, role: "button", "aria-pressed": String(on) },
      svg("title", {}, `${name}: ${[...r.counts].map((n, k) => (n ? `${periods[k]} ${n}` : "")).filter(Boolean).join(", ")}`),
      svg("polyline", { class: "hit", points }),
      svg("polyline", { class: "mark", points }),
      ...[...r.counts].map((n, k) => (n > 0 && periods.length <= 60 ? svg("circle", { cx: x(k), cy: y(n), r: 2.6 }) : "")),
      svg("path", { class: "leader", d: `M${right + 3} ${y(r.counts.at(-1) ?? 0)} L${right + 12} ${label}` }),
      svg("text", { x: right + 15 }, ...labels[i].map((line, k, all) => svg("tspan", { x: right + 15, y: label + 4.5 + (k - (all.length - 1) / 2) * LINE }, line)))));
  });
  return chart;
}
