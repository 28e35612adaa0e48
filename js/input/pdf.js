/** The text of a PDF: lines by where they stand, paragraphs by the gaps between them. */
import { ComentionError } from "../errors.js";
import { tidy } from "./markup.js";

/** What reads PDF is large, and not everybody's need: it comes from whoever has it. */
async function ours() {
  // In a variable, so that bundlers do not ask for what is not there.
  const name = "pdfjs-dist/legacy/build/pdf.mjs";
  try {
    return await import(/* @vite-ignore */ name);
  } catch (cause) {
    throw new ComentionError("invalid-input", "reading a PDF needs the package pdfjs-dist: npm install pdfjs-dist", { cause });
  }
}

/** @typedef {{ text: string, y: number, height: number, left: number, right: number }} Line */

/** The lines of a page, in the order in which they were written. @param {any[]} items */
function linesOf(items) {
  /** @type {Line[]} */
  const lines = [];
  for (const item of items) {
    if (typeof item.str !== "string") continue;
    const [, , , height, x, y] = item.transform;
    const size = Math.abs(height) || item.height || 10;
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) < size * 0.5 && x >= last.left) {
      const apart = x - last.right > size * 0.15 && !last.text.endsWith(" ") && !item.str.startsWith(" ");
      last.text += (apart ? " " : "") + item.str;
      last.right = x + item.width;
      last.height = Math.max(last.height, item.str.trim() ? size : 0);
    } else if (item.str.trim()) {
      lines.push({ text: item.str, y, height: size, left: x, right: x + item.width });
    }
  }
  return lines;
}

/** Paragraphs: a new one begins after a gap, in another size, or in another column. @param {Line[]} lines */
function paragraphsOf(lines) {
  const steps = lines.slice(1).map((l, i) => lines[i].y - l.y).filter((d) => d > 0).sort((a, b) => a - b);
  const usual = steps[(steps.length - 1) >> 1] ?? 12;
  let out = "";
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const text = line.text.trim();
    if (!before) out = text;
    else {
      const step = before.y - line.y;
      const parted = step > usual * 1.35 || step < 0 || Math.abs(before.height - line.height) > line.height * 0.15;
      if (parted) out += `\n\n${text}`;
      // A word that goes over the end of a line.
      else if (/\p{Ll}-$/u.test(out) && /^\p{Ll}/u.test(text)) out = out.slice(0, -1) + text;
      else out += ` ${text}`;
    }
  });
  return out;
}

/** @param {string} name @param {Uint8Array} bytes @param {import("../types.js").ReadOptions} options @param {string[]} notices @returns {Promise<import("../types.js").ReadText[]>} */
export async function readPdf(name, bytes, { pdf, signal }, notices) {
  const { getDocument } = await (pdf ?? ours)();
  let document;
  try {
    document = await getDocument({ data: bytes.slice(), isEvalSupported: false, disableFontFace: true, useSystemFonts: false, verbosity: 0 }).promise;
  } catch (cause) {
    throw new ComentionError("invalid-input", `${name}: the PDF could not be opened: ${/** @type {Error} */ (cause).message}`, { cause });
  }
  try {
    const pages = [];
    for (let number = 1; number <= document.numPages; number++) {
      signal?.throwIfAborted();
      const page = await document.getPage(number);
      pages.push(linesOf((await page.getTextContent()).items));
    }
    // What stands at the top or bottom of most pages is of the paper, not of the article.
    const bare = (/** @type {string} */ text) => text.replace(/\d+/g, "#").trim();
    /** @type {Map<string, number>} */
    const edges = new Map();
    for (const lines of pages) for (const line of new Set([...lines.slice(0, 2), ...lines.slice(-2)].map((l) => bare(l.text)))) edges.set(line, (edges.get(line) ?? 0) + 1);
    const running = (/** @type {Line} */ line) => pages.length > 2 && (edges.get(bare(line.text)) ?? 0) > pages.length / 2;
    const text = tidy(pages.map((lines) => paragraphsOf(lines.filter((l) => !running(l)))).filter(Boolean).join("\n\n"));
    if (!text) notices.push(`${name}: the PDF holds pictures of text only, which cannot be read.`);
    return text ? [{ name, text }] : [];
  } finally {
    await document.destroy();
  }
}
