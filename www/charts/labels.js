/** The width of a letter of a label and the height of one, about, in pixels. */
const [LETTER, LINE] = [6.5, 14];

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */
/** @param {Box} a @param {Box} b */
const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Where labels stand beside circles so that none lies on another label or on another's circle: below, above, right or
 * left, whichever is free first. The first circles choose first; `null` where there is no room.
 * @param {Array<{ x: number, y: number, r: number, text: string }>} circles
 * @param {{ width: number, height: number }} size
 * @returns {Array<{ x: number, y: number, anchor: "start" | "middle" | "end" } | null>} From the middle of the circle.
 */
export function labelled(circles, { width, height }) {
  const taken = circles.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  return circles.map(({ x, y, r, text }, i) => {
    const wide = text.length * LETTER;
    for (const place of /** @type {const} */ ([{ x: 0, y: r + 13, anchor: "middle" }, { x: 0, y: -r - 5, anchor: "middle" }, { x: r + 4, y: 4, anchor: "start" }, { x: -r - 4, y: 4, anchor: "end" }])) {
      const left = x + place.x - (place.anchor === "start" ? 0 : place.anchor === "end" ? wide : wide / 2);
      const box = { left, right: left + wide, top: y + place.y - LINE + 3, bottom: y + place.y + 3 };
      const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      if (!inside || taken.some((other, k) => k !== i && meet(box, other))) continue;
      taken.push(box);
      return place;
    }
    return null;
  });
}
