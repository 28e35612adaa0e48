/** What is packed: `.zip` of any files, and those that are zips themselves: Word, OpenDocument, EPUB. */
import { gunzipSync, unzipSync } from "fflate";
import { Parser } from "htmlparser2";

import { ComentionError } from "../errors.js";
import { textOfMarkup, tidy } from "./markup.js";

/** More than this does not come out of an archive, in bytes: what is small packed may be endless unpacked. */
const MOST = 512e6;
/** Of the system, not of the user. @param {string} path */
const hidden = (path) => path.endsWith("/") || /(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db)/.test(path);

/** @param {string} name @param {Uint8Array} bytes @returns {Record<string, Uint8Array>} */
function unpacked(name, bytes) {
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        if (hidden(file.name)) return false;
        size += file.originalSize;
        if (size > MOST) throw new ComentionError("too-large", `${name}: more than ${MOST / 1e6} MB would come out of it`);
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof ComentionError) throw cause;
    throw new ComentionError("invalid-input", `${name}: the archive could not be opened: ${/** @type {Error} */ (cause).message}`, { cause });
  }
}

/** @param {Uint8Array} [bytes] */
const text = (bytes) => new TextDecoder().decode(bytes);

/** The text of Word's and OpenDocument's XML: a paragraph a line. @param {string} xml */
function textOfOffice(xml) {
  /** @type {string[]} */
  const out = [];
  let inside = 0;
  const parser = new Parser({
    onopentag(tag) {
      if (tag === "w:t" || tag === "text:p" || tag === "text:h") inside++;
      else if (tag === "w:tab" || tag === "text:tab" || tag === "text:s") out.push(" ");
      else if (tag === "w:br" || tag === "w:cr" || tag === "text:line-break") out.push("\n");
    },
    ontext(piece) {
      if (inside > 0) out.push(piece);
    },
    onclosetag(tag) {
      if (tag === "w:t" || tag === "text:p" || tag === "text:h") inside--;
      // Empty ones are the blank lines between articles.
      if (tag === "w:p" || tag === "text:p" || tag === "text:h") out.push("\n");
    },
  }, { xmlMode: true, decodeEntities: true });
  parser.end(xml);
  // Two and more line ends stay: they part articles.
  return out.join("").replace(/[ \t\u00a0]+/g, " ").replace(/ ?\n ?/g, "\n").replace(/\n{4,}/g, "\n\n\n").trim();
}

/** The chapters of a book in the order in which they are read. @param {Record<string, Uint8Array>} files */
function textOfBook(files) {
  const container = text(files["META-INF/container.xml"]);
  const root = /full-path="([^"]+)"/.exec(container)?.[1] ?? Object.keys(files).find((f) => f.endsWith(".opf")) ?? "";
  const opf = text(files[root]);
  const folder = root.includes("/") ? root.slice(0, root.lastIndexOf("/") + 1) : "";
  /** @type {Map<string, string>} */
  const items = new Map();
  for (const [tag] of opf.matchAll(/<(?:\w+:)?item\b[^>]*>/g)) {
    const [id, href] = [/\bid="([^"]+)"/.exec(tag)?.[1], /\bhref="([^"]+)"/.exec(tag)?.[1]];
    if (id && href) items.set(id, folder + decodeURIComponent(href));
  }
  const order = [...opf.matchAll(/<(?:\w+:)?itemref\b[^>]*\bidref="([^"]+)"/g)].map((m) => items.get(m[1]) ?? "");
  const chapters = order.filter((path) => files[path]).map((path) => textOfMarkup(text(files[path])));
  return tidy(chapters.join("\n\n"));
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {(name: string, bytes: Uint8Array) => Promise<import("../types.js").ReadText[]>} inner Reads a file of an archive.
 * @param {string[]} notices
 * @returns {Promise<import("../types.js").ReadText[]>}
 */
export async function readArchive(name, bytes, inner, notices) {
  const files = unpacked(name, bytes);
  const one = (/** @type {string} */ found) => (found ? [{ name, text: found }] : []);
  if (files["word/document.xml"]) return one(textOfOffice(text(files["word/document.xml"])));
  if (files["content.xml"] && files.mimetype) return one(textOfOffice(text(files["content.xml"])));
  if (files["META-INF/container.xml"]) return one(textOfBook(files));
  const out = [];
  for (const path of Object.keys(files).sort((a, b) => (a < b ? -1 : 1))) {
    try {
      out.push(...(await inner(`${name}/${path}`, files[path])));
    } catch (error) {
      if (!(error instanceof ComentionError) || error.code === "aborted") throw error;
      // One file that is none does not cost the others.
      notices.push(`${path}: ${error.message}`);
    }
  }
  return out;
}

/** @param {string} name @param {Uint8Array} bytes */
export function unzipped(name, bytes) {
  // The last four bytes tell the size, by the format.
  const size = bytes.length > 18 ? new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true) : 0;
  if (size > MOST) throw new ComentionError("too-large", `${name}: more than ${MOST / 1e6} MB would come out of it`);
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    throw new ComentionError("invalid-input", `${name}: it could not be unpacked: ${/** @type {Error} */ (cause).message}`, { cause });
  }
}
