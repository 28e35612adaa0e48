/** What the page as one file carries with it: blocks that no browser runs: the engine as gzip in base64, the rest as text. */

/** @param {string} name */
export const textPart = (name) => document.getElementById(`part-${name}`)?.textContent ?? "";

/**
 * @param {string} name
 * @returns {Response} What is in the block, to be read in any form.
 */
export function part(name) {
  const packed = atob(textPart(name).trim());
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}
