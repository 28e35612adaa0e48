/** How far the pointer goes before it drags, in pixels: less is a click. */
const FAR = 4;

/**
 * Lets the names of a drawn network be dragged, their links with them.
 * @param {SVGElement} chart
 * @param {(id: string, x: number, y: number) => void} put Told where one was let go, in pixels of the drawing.
 */
export function draggable(chart, put) {
  /** @type {{ node: SVGGElement, lines: Array<[Element, 1 | 2]>, from: DOMPoint, moved: boolean } | null} */
  let held = null;
  const point = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(/** @type {SVGSVGElement} */ (chart).getScreenCTM()?.inverse());
  chart.addEventListener("pointerdown", (event) => {
    const node = /** @type {SVGGElement | null} */ (/** @type {Element} */ (event.target).closest(".node"));
    if (!node || event.button !== 0) return;
    const lines = [...chart.querySelectorAll(".edge")].flatMap((edge) => {
      const end = (edge.getAttribute("data-pair") ?? "").split("\n").indexOf(node.dataset.term ?? "");
      return end < 0 ? [] : [...edge.querySelectorAll("line")].map((line) => /** @type {[Element, 1 | 2]} */ ([line, end === 0 ? 1 : 2]));
    });
    held = { node, lines, from: point(event), moved: false };
  });
  chart.addEventListener("pointermove", (event) => {
    if (!held) return;
    const { x, y } = point(event);
    if (!held.moved && Math.hypot(x - held.from.x, y - held.from.y) < FAR) return;
    if (!held.moved) chart.setPointerCapture(event.pointerId);
    held.moved = true;
    held.node.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
    for (const [line, end] of held.lines) {
      line.setAttribute(`x${end}`, x.toFixed(1));
      line.setAttribute(`y${end}`, y.toFixed(1));
    }
  });
  chart.addEventListener("pointerup", (event) => {
    const was = held;
    held = null;
    if (was?.moved) put(was.node.dataset.term ?? "", point(event).x, point(event).y);
  });
  chart.addEventListener("pointercancel", () => { held = null; });
}
