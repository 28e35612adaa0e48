import { svg } from "./svg.js";

/**
 * Lets a span of a chart be drawn open with the pointer; a click is none.
 * @param {SVGElement} chart With `data-left` and `data-right`: where the first and the last step stand.
 * @param {number} steps
 * @param {(from: number, to: number) => void} done The steps at both ends.
 */
export function brush(chart, steps, done) {
  const [left, right] = [Number(chart.dataset.left), Number(chart.dataset.right)];
  const area = svg("rect", { class: "brush", y: 0, height: "100%", width: 0 });
  /** @param {PointerEvent} event */
  const at = (event) => {
    const shown = chart.getBoundingClientRect();
    // It may be shown larger than it is drawn.
    return Math.min(right, Math.max(left, ((event.clientX - shown.left) * Number(chart.getAttribute("width"))) / shown.width));
  };
  /** @param {number} x */
  const step = (x) => Math.round(((x - left) / Math.max(1, right - left)) * (steps - 1));
  let from = -1;
  let moved = false;
  chart.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || steps < 2) return;
    from = at(event);
    moved = false;
  });
  chart.addEventListener("pointermove", (event) => {
    if (from < 0) return;
    const to = at(event);
    // From some pixels on it is no click.
    if (!moved && Math.abs(to - from) < 6) return;
    if (!moved) {
      moved = true;
      chart.setPointerCapture(event.pointerId);
      chart.append(area);
    }
    area.setAttribute("x", String(Math.min(from, to)));
    area.setAttribute("width", String(Math.abs(to - from)));
  });
  const end = (/** @type {PointerEvent} */ event) => {
    const [a, b] = [Math.min(from, at(event)), Math.max(from, at(event))];
    const drawn = moved;
    from = -1;
    moved = false;
    area.remove();
    if (drawn && event.type === "pointerup") done(step(a), step(b));
  };
  chart.addEventListener("pointerup", end);
  chart.addEventListener("pointercancel", end);
}
