/** Reading files in Node. */

/** Whether this is Node. */
export const inNode = /** @type {any} */ (globalThis).process?.versions?.node !== undefined;

/**
 * The bytes of a file. To import `node:fs` loads streams and promises as well, which takes 4 ms, a tenth of a start: so Node
 * is asked for what it has loaded already, from 20.16 on, where it can be.
 * @param {URL} address Of a file, in Node.
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function bytesOf(address) {
  // In a variable, so that bundlers for browsers leave it alone.
  const name = "node:fs";
  const { readFileSync } = /** @type {any} */ (globalThis).process.getBuiltinModule?.(name) ?? (await import(/* @vite-ignore */ name));
  return readFileSync(address);
}
