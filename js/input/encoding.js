/** Bytes as text, in whatever encoding they are. */
import chardet from "chardet";

import { mend } from "./garbled.js";

/** As much as tells an encoding, in bytes. */
const SAMPLE = 200_000;

/** @param {string} name @param {string} text @param {string[]} notices */
export function mended(name, text, notices) {
  const found = mend(text);
  if (found.lines > 0) notices.push(`${name}: ${found.lines} lines had been garbled (read in the wrong encoding) and were mended.`);
  return found.text;
}

/** @param {Uint8Array} bytes @returns {string | null} UTF-16 without its mark: every other byte is zero. */
function wide(bytes) {
  const sample = bytes.subarray(0, 4000);
  const zeros = [0, 0];
  sample.forEach((b, i) => (zeros[i & 1] += b === 0 ? 1 : 0));
  const half = sample.length / 2;
  return zeros[1] > half * 0.6 && zeros[0] < half * 0.1 ? "utf-16le" : zeros[0] > half * 0.6 && zeros[1] < half * 0.1 ? "utf-16be" : null;
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {string[]} notices
 * @returns {string}
 */
export function decoded(name, bytes, notices) {
  const [a, b] = bytes;
  const marked = a === 0xff && b === 0xfe ? "utf-16le" : a === 0xfe && b === 0xff ? "utf-16be" : wide(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  try {
    return mended(name, new TextDecoder("utf-8", { fatal: true }).decode(bytes), notices);
  } catch {
    // Not UTF-8, or not all of it.
  }
  const lossy = new TextDecoder().decode(bytes);
  const broken = lossy.split("\ufffd").length - 1;
  // A few broken characters in a long text of UTF-8 are damage, not another encoding.
  const wider = bytes.filter((byte) => byte > 0x7f).length;
  if (broken * 20 < wider) return lossy;
  for (const { name: guess, confidence } of chardet.analyse(bytes.subarray(0, SAMPLE))) {
    if (confidence < 10 || /^(?:ASCII|UTF-8)$/.test(guess)) continue;
    try {
      const found = new TextDecoder(guess.toLowerCase(), { fatal: true });
      const text = found.decode(bytes);
      notices.push(`${name}: read as ${found.encoding}, which was guessed.`);
      return text;
    } catch {
      // Not known here, or not it after all.
    }
  }
  return lossy;
}
