/** What the page as one file carries with it: blocks of gzip as base64, which no browser runs. */

/**
 * @param {string} name
 * @returns {Response} What is in the block, to be read in any form.
 */
export function part(name) {
  const block = document.getElementById(`part-${name}`)?.textContent ?? "";
  const packed = atob(block.trim());
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}
