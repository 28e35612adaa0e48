/** SVG elements by name, so that charts read like what they draw. */
import { fixed, whole } from "../i18n/t.js";

const NS = "http://www.w3.org/2000/svg";

/**
 * @param {string} name
 * @param {Record<string, string | number | null | undefined>} attributes `null` and `undefined` are left out.
 * @param {...(Node | string)} children
 */
export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, String(value));
  }
  element.append(...children);
  return element;
}

/**
 * A text cut to the room that so many Latin letters take: others are wider, and Chinese characters twice as wide.
 * @param {string} text @param {number} most
 */
export function clipped(text, most) {
  let [room, end] = [0, 0];
  for (const c of text) {
    room += c < "\u0370" ? 1 : c < "\u2e80" ? 1.2 : 1.9;
    if (room <= most - 1) end += c.length;
  }
  return room > most ? `${text.slice(0, end)}…` : text;
}

/** A number for people: few digits, never an exponent. @param {number | null} x */
export function number(x) {
  if (x === null || x === undefined) return "–";
  if (Number.isInteger(x)) return whole(x);
  if (Math.abs(x) >= 100) return fixed(x, 0);
  if (Math.abs(x) >= 1) return fixed(x, 2);
  if (Math.abs(x) >= 0.001 || x === 0) return fixed(x, 3);
  return `<${fixed(0.001, 3)}`;
}
