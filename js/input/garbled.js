/**
 * Text that was read in the wrong encoding on its way, put right where that is certain: every byte of a line makes
 * sense as what it was. What is not certain stays as it is.
 */

/** A sequence of UTF-8 read as Windows-1252 (`Ã©`, `â€™`), or as Windows-1251 (`РїРѕ`). */
const GARBLED = /[ÂÃÐÑØÙ][\u0080-\u00bf\u0152-\u2122]|[âã-é][\u0080-\u009f\u00a1-\u00bf\u0152-\u2122]{2}|(?:[В-Я][\u00a0-\u00bb\u0401-\u040f\u0451-\u0491\u2013-\u2122]){2}|Г[\u00a0-\u00bb\u0401-\u040f\u0451-\u0491\u2013-\u2122]|[вд-й][\u00a0-\u00bb\u0401-\u040f\u0451-\u0491\u2013-\u2122]{2}/;

/** Whether a text may be garbled. @param {string} text */
export const garbled = (text) => GARBLED.test(text);

/** The bytes 128 to 159 in Windows-1252: some versions of Node decode it as Latin-1. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The characters of Windows-1252 or Windows-1251 to their bytes. @param {"windows-1252" | "windows-1251"} label */
function bytesBy(label) {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  const latin = [...bytes].map((i) => WINDOWS[i - 128] ?? String.fromCharCode(i));
  return new Map((label === "windows-1252" ? latin : [...new TextDecoder(label).decode(bytes)]).map((c, i) => [c, i]));
}

/** @param {Map<string, number>} table @param {string} text @returns {Uint8Array | null} */
function written(table, text) {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = table.get(text[i]);
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  return bytes;
}

/** A line that was UTF-8, as it was; itself where that cannot be. @param {Array<[Map<string, number>, number]>} tables @param {string} line */
function mendedLine(tables, line) {
  for (const [table, least] of tables) {
    const bytes = written(table, line);
    // Russian has so few signs where the second byte would be that two could be chance.
    if (!bytes || bytes.filter((b) => b >= 0xc2).length < least) continue;
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      // Not this one.
    }
  }
  return line;
}

/** Words of letters with marks alone, which no language writes; and all words. */
const MARKED = /(?<![\p{L}\p{N}])[\u00c0-\u00ff\u00a8\u00b8]{3,}(?![\p{L}\p{N}])/gu;
const WORD = /\p{L}{3,}/gu;

/** Windows-1251 read as Windows-1252 (`Ïîðò`), as it was; itself where that is not certain. @param {string} text */
function cyrillic(text) {
  const marked = text.match(MARKED) ?? [];
  if (marked.length < 5 || marked.length < 0.8 * (text.match(WORD) ?? []).length) return text;
  // The commonest vowels of Russian, Ukrainian and Bulgarian: Greek and Hebrew have other letters there.
  const letters = marked.join("").toLowerCase();
  if ((letters.match(/[\u00e0\u00e5\u00e8\u00ee]/g) ?? []).length < 0.25 * letters.length) return text;
  const decoder = new TextDecoder("windows-1251");
  const table = bytesBy("windows-1252");
  return text.split("\n").map((line) => {
    const bytes = written(table, line);
    return bytes ? decoder.decode(bytes) : line;
  }).join("\n");
}

/**
 * A text without lines in the wrong encoding, as far as that is certain, and how many lines that were.
 * @param {string} text
 * @returns {{ text: string, lines: number }}
 */
export function mend(text) {
  let lines = 0;
  const count = (/** @type {string} */ line, /** @type {string} */ other) => {
    if (other !== line) lines++;
    return other;
  };
  if (GARBLED.test(text)) {
    /** @type {Array<[Map<string, number>, number]>} */
    const tables = [[bytesBy("windows-1252"), 1], [bytesBy("windows-1251"), 3]];
    text = text.split("\n").map((line) => (GARBLED.test(line) ? count(line, mendedLine(tables, line)) : line)).join("\n");
  }
  const other = cyrillic(text).split("\n");
  return { text: text.split("\n").map((line, i) => count(line, other[i])).join("\n"), lines };
}
