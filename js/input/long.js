/** Long plain text, read piece by piece, so that a page has its turn meanwhile. */
import { garbled } from "./garbled.js";
import { heed } from "./signal.js";

/** In bytes: what is shorter is read at once. */
const LONG = 4_000_000;

/** For so long, in ms, it is read without a pause. */
const STRETCH = 10;

/** What a text begins with that is not plain: an archive, a document, a table of objects, markup, a mail; or zeros. */
const OTHER = /^(?:%PDF-|PK\u0003\u0004|\u001f\ufffd|\{|\[|<|From |Received:|Return-Path:|Delivered-To:|MIME-Version:|\ufffd)|\0/;

/**
 * The text of a file that is long, plain, and UTF-8 without damage; `null` for any other, which is read as a whole.
 * @param {unknown} input
 * @param {string} name
 * @param {AbortSignal} [signal]
 * @returns {Promise<string | null>}
 */
export async function longText(input, name, signal) {
  if (typeof Blob === "undefined" || !(input instanceof Blob) || input.size < LONG || !/(?:^|\/)[^.]*$|\.(?:txt|text|md)$/i.test(name)) return null;
  if (OTHER.test(new TextDecoder().decode(await input.slice(0, 2000).arrayBuffer()).trimStart())) return null;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = input.stream().getReader();
  const parts = [];
  let began = performance.now();
  try {
    for (;;) {
      // What comes from a disk is there at once: without a pause all of it would be one stretch.
      if (performance.now() - began > STRETCH) {
        await new Promise((resolve) => setTimeout(resolve));
        began = performance.now();
      }
      const { done, value } = await reader.read();
      heed(signal);
      const part = done ? decoder.decode() : decoder.decode(value, { stream: true });
      if (garbled(part)) return null;
      parts.push(part);
      if (done) return parts.join("");
    }
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  } finally {
    reader.cancel().catch(() => {});
  }
}
