/** Files of any kind as texts, with what they say of their articles. What reads a kind of file is loaded when one comes. */
import { ComentionError } from "../errors.js";
import { heed } from "./signal.js";

/** How many archives may lie in one another. */
const DEEP = 4;

/** @param {Uint8Array} bytes @param {string} mark */
const begins = (bytes, mark) => [...mark].every((c, i) => bytes[i] === c.charCodeAt(0));

/** @param {unknown} input @returns {Promise<Uint8Array>} */
async function bytesOf(input) {
  if (input instanceof Uint8Array) return input;
  if (input instanceof ArrayBuffer) return new Uint8Array(input);
  if (typeof Blob !== "undefined" && input instanceof Blob) return new Uint8Array(await input.arrayBuffer());
  if (typeof ReadableStream !== "undefined" && input instanceof ReadableStream) return new Uint8Array(await new Response(input).arrayBuffer());
  throw new ComentionError("invalid-input", `got ${input === null ? "null" : typeof input}, expected bytes, a Blob or a ReadableStream of bytes`);
}

/** What is full of control characters is no text. @param {string} name @param {string} text */
function mustBeText(name, text) {
  const sample = text.slice(0, 20_000);
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    const c = sample.charCodeAt(i);
    if (c === 0xfffd || (c < 32 && c !== 9 && c !== 10 && c !== 12 && c !== 13)) odd++;
  }
  if (odd > 2 && odd * 10 > sample.length) throw new ComentionError("invalid-input", `${name}: this is not text: ${odd} of ${sample.length} characters are control characters or cannot be read`);
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {import("../types.js").ReadOptions} options
 * @param {string[]} notices
 * @param {number} depth
 * @returns {Promise<import("../types.js").ReadText[]>}
 */
async function textsOf(name, bytes, options, notices, depth) {
  heed(options.signal);
  if (depth > DEEP) throw new ComentionError("invalid-input", `${name}: more than ${DEEP} archives in one another`);
  const inner = (/** @type {string} */ path, /** @type {Uint8Array} */ own) => textsOf(path, own, options, notices, depth + 1);
  const last = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  if (begins(bytes, "%PDF-")) return (await import("./pdf.js")).readPdf(name, bytes, options, notices);
  if (begins(bytes, "PK\x03\x04")) return (await import("./archive.js")).readArchive(name, bytes, inner, notices);
  if (begins(bytes, "\x1f\x8b")) return inner(name.replace(/\.gz$/i, ""), (await import("./archive.js")).unzipped(name, bytes));
  if (begins(bytes, "{\\rtf")) throw new ComentionError("invalid-input", `${name}: this is not text but an RTF file: save it as plain text or as .docx first`);
  if (begins(bytes, "\xd0\xcf\x11\xe0")) throw new ComentionError("invalid-input", `${name}: this is not text but a file of an old Office: save it as .docx or .csv first`);
  if (/\.(?:eml|mbox)$/.test(last)) return (await import("./mail.js")).readMail(name, bytes);
  const text = (await import("./encoding.js")).decoded(name, bytes, notices);
  mustBeText(name, text);
  const head = text.slice(0, 2000).trimStart();
  if (/\.(?:csv|tsv|tab)$/.test(last) || /^text\/(?:csv|tab-separated-values)/.test(options.type ?? "")) return (await import("./csv.js")).readCsv(name, text, options, notices);
  if (/\.(?:json|jsonl|ndjson)$/.test(last) || /^(?:\{\s*"|\[\s*[{"])/.test(head)) {
    const { parsed, readJson } = await import("./json.js");
    const value = parsed(text);
    if (value !== undefined) return readJson(name, value, options, notices);
    notices.push(`${name}: it looks like JSON and is none; it was read as text.`);
  }
  if (/^<(?:\?xml|rss|feed|rdf:RDF)/.test(head)) {
    const { isFeed, readFeed } = await import("./feed.js");
    if (isFeed(text)) return readFeed(name, text, notices);
  }
  if (/\.(?:x?html?|xml)$/.test(last) || /^<(?:!doctype html|html|\?xml)/i.test(head) || /^text\/html/.test(options.type ?? "")) {
    const own = options.html ?? (await import("./markup.js")).textOfMarkup;
    return some(name, own(text));
  }
  if (/^(?:From |Received:|Return-Path:|Delivered-To:|MIME-Version:)/.test(head)) {
    const { isMail, readMail } = await import("./mail.js");
    if (isMail(text)) return readMail(name, bytes);
  }
  return some(name, text);
}

/** @param {string} name @param {string} text */
const some = (name, text) => (text.trim() ? [{ name, text }] : []);

/**
 * Reads a file: plain text in any encoding, HTML, CSV and TSV, JSON and JSONL, RSS and Atom, mails, `.docx`, `.odt`,
 * `.epub`, `.pdf`, and `.zip` and `.gz` of any of these. Every record of a table, a feed or a list becomes one article.
 *
 * @param {Uint8Array | ArrayBuffer | Blob | ReadableStream<Uint8Array>} input
 * @param {import("../types.js").ReadOptions} [options]
 * @returns {Promise<import("../types.js").Read>}
 * @throws {ComentionError} `unclear-columns` (with `columns` and some `rows`) where a table does not show which column
 *   holds the texts; `invalid-input` for what is no text; `too-large`; `aborted`; `invalid-option`.
 */
export async function read(input, options = {}) {
  const name = options.name ?? /** @type {any} */ (input)?.name ?? "file";
  const type = options.type ?? /** @type {any} */ (input)?.type;
  /** @type {string[]} */
  const notices = [];
  const long = await (await import("./long.js")).longText(input, name, options.signal);
  if (long !== null) mustBeText(name, long);
  const texts = long !== null ? some(name, long) : await textsOf(name, await bytesOf(input), { ...options, type }, notices, 0);
  return { texts, notices };
}
