/** Texts from whatever is given: a string, a file, a stream. */
import { ComentionError } from "./errors.js";
import { aborted } from "./protocol.js";

/** @param {Uint8Array} bytes */
function decode(bytes) {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? "utf-16le" : a === 0xfe && b === 0xff ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  const sample = text.slice(0, 4096);
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    const c = sample.charCodeAt(i);
    if (c === 0xfffd || (c < 32 && c !== 9 && c !== 10 && c !== 12 && c !== 13)) odd++;
  }
  if (odd > 8 && odd * 10 > sample.length) {
    throw new ComentionError("invalid-input", `this is not text: ${odd} of the first ${sample.length} characters are control characters or unreadable`);
  }
  return text;
}

/**
 * @param {unknown} input A string, a `Blob` or `File`, or a stream of bytes (UTF-8, or UTF-16 with its mark).
 * @param {AbortSignal} [signal]
 * @returns {Promise<string>}
 */
export async function textOf(input, signal) {
  if (typeof input === "string") return input;
  if (typeof Blob !== "undefined" && input instanceof Blob) return decode(new Uint8Array(await input.arrayBuffer()));
  if (input instanceof ReadableStream) {
    const chunks = [];
    const reader = input.getReader();
    for (;;) {
      if (signal?.aborted) {
        await reader.cancel();
        throw aborted();
      }
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
    }
    return decode(new Uint8Array(await new Blob(chunks).arrayBuffer()));
  }
  const got = input === null ? "null" : typeof input;
  throw new ComentionError("invalid-input", `got ${got}, expected a string, a Blob or a ReadableStream of bytes`);
}
