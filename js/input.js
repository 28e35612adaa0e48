/** Texts from whatever is given: a string, a file, a stream. */
import { ComentionError, aborted } from "./errors.js";

/** How many characters are looked at, at the beginning, in the middle and at the end. */
const SAMPLE = 4096;

/** The first bytes of files that look like text for a while and are none. @type {Array<[string, string]>} */
const MARKS = [["%PDF-", "a PDF file"], ["{\\rtf", "an RTF file"], ["PK\x03\x04", "a ZIP file (a Word, OpenDocument or EPUB file is one, too)"]];

/** @param {string} text */
function refuseBinary(text) {
  const known = MARKS.find(([mark]) => text.startsWith(mark));
  if (known) throw new ComentionError("invalid-input", `this is not text but ${known[1]}: save it as plain text first`);
  for (const at of [0, (text.length - SAMPLE) >> 1, text.length - SAMPLE]) {
    const sample = text.slice(Math.max(0, at), Math.max(0, at) + SAMPLE);
    let odd = 0;
    for (let i = 0; i < sample.length; i++) {
      const c = sample.charCodeAt(i);
      if (c === 0xfffd || (c < 32 && c !== 9 && c !== 10 && c !== 12 && c !== 13)) odd++;
    }
    if (odd > 8 && odd * 10 > sample.length) {
      throw new ComentionError("invalid-input", `this is not text: ${odd} of ${sample.length} characters are control characters or not UTF-8`);
    }
  }
  return text;
}

/** Decodes bytes piece by piece: UTF-8, or UTF-16 where its mark comes first. */
function decoder() {
  /** @type {TextDecoder | undefined} */
  let decoding;
  /** @type {Uint8Array} */
  let head = new Uint8Array(0);
  const parts = [""];
  const begin = () => {
    const [a, b] = head;
    decoding = new TextDecoder(a === 0xff && b === 0xfe ? "utf-16le" : a === 0xfe && b === 0xff ? "utf-16be" : "utf-8");
    parts.push(decoding.decode(head, { stream: true }));
  };
  return {
    /** @param {Uint8Array} bytes */
    push(bytes) {
      if (decoding) return void parts.push(decoding.decode(bytes, { stream: true }));
      const joined = new Uint8Array(head.length + bytes.length);
      joined.set(head);
      joined.set(bytes, head.length);
      head = joined;
      // The mark takes two bytes, which may come in two pieces.
      if (head.length >= 2) begin();
    },
    end() {
      if (!decoding) begin();
      parts.push(/** @type {TextDecoder} */ (/** @type {unknown} */ (decoding)).decode());
      return refuseBinary(parts.join(""));
    },
  };
}

/** @param {ReadableStream<Uint8Array>} stream @param {AbortSignal} [signal] */
async function drained(stream, signal) {
  const reader = stream.getReader();
  const cancel = () => void reader.cancel().catch(() => {});
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    const text = decoder();
    for (;;) {
      const { done, value } = await reader.read();
      if (signal?.aborted) throw aborted();
      if (done) return text.end();
      if (!(value instanceof Uint8Array)) throw new TypeError(`got a piece that is ${typeof value}, expected a Uint8Array`);
      text.push(value);
    }
  } finally {
    signal?.removeEventListener("abort", cancel);
    reader.releaseLock();
  }
}

/**
 * @param {unknown} input A string, a `Blob` or `File`, or a stream of bytes (UTF-8, or UTF-16 with its mark).
 * @param {AbortSignal} [signal]
 * @returns {Promise<string>}
 */
export async function textOf(input, signal) {
  if (signal?.aborted) throw aborted();
  if (typeof input === "string") return input;
  const stream = typeof Blob !== "undefined" && input instanceof Blob ? input.stream() : input;
  if (!(stream instanceof ReadableStream)) {
    throw new ComentionError("invalid-input", `got ${input === null ? "null" : typeof input}, expected a string, a Blob or a ReadableStream of bytes`);
  }
  try {
    return await drained(stream, signal);
  } catch (cause) {
    if (cause instanceof ComentionError) throw cause;
    throw new ComentionError("invalid-input", `the text could not be read: ${/** @type {Error} */ (cause).message}`, { cause });
  }
}
