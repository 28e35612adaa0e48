/** What the page as one file carries with it: blocks that no browser runs: the engine as bytes written as text, the rest as text. */

/** @param {string} name */
export const textPart = (name) => document.getElementById(`part-${name}`)?.textContent ?? "";

/** The bytes of a block, as `xtask/alone.mjs` has written them. @param {string} name */
export function bytesPart(name) {
  const text = textPart(name);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
