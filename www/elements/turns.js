/** Views drawn one after the other, those on the screen first, so that the first is seen before the last is made. */

/** For so long, in ms, views are drawn one at once after the other. */
const AT_ONCE = 10;

/** @typedef {HTMLElement & { draw(): void, near: boolean }} Drawn */

/** @type {Set<Drawn>} */
const waiting = new Set();
let drawing = false;

let reasons = 0;
/** Says of the results that they are not all there yet. @param {Promise<unknown>} work */
export function busyUntil(work) {
  const results = document.querySelector("#results");
  if (reasons++ === 0) results?.setAttribute("aria-busy", "true");
  const over = () => { if (--reasons === 0) results?.removeAttribute("aria-busy"); };
  work.then(over, over);
}

/** After the next picture; in a window that nobody sees there is none. */
const pictured = () => new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, 100);
});

/** Draws a view when its turn has come. @param {Drawn} view */
export function inTurn(view) {
  waiting.add(view);
  if (drawing) return;
  drawing = true;
  busyUntil(Promise.resolve().then(drawAll));
}

async function drawAll() {
  while (waiting.size > 0) {
    for (const end = performance.now() + AT_ONCE; waiting.size > 0 && performance.now() < end; ) {
      const all = [...waiting];
      const next = all.find((v) => v.near) ?? all.reduce((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING ? b : a));
      waiting.delete(next);
      try {
        if (next.isConnected) next.draw();
      } catch (error) {
        // The others are drawn all the same.
        reportError(error);
      }
    }
    if (waiting.size > 0) await pictured();
  }
  drawing = false;
}

const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) /** @type {Drawn} */ (target).near = isIntersecting;
});

/** Keeps account of whether a view is on the screen. @param {Drawn} view */
export const watchSight = (view) => sight.observe(view);
