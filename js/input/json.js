/** JSON: a list of articles, wherever it is in the file, or one article a line. */
import { together } from "./articles.js";
import { recordsOf } from "./columns.js";

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const plain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** The longest list of objects in a value. @param {unknown} value @returns {Record<string, unknown>[]} */
function listIn(value, depth = 0) {
  if (Array.isArray(value)) return value.filter(plain);
  if (!plain(value) || depth > 3) return [];
  const lists = Object.values(value).map((inner) => listIn(inner, depth + 1));
  return lists.reduce((best, list) => (list.length > best.length ? list : best), []);
}

/** Cells by name, those of objects within by `outer.inner`. @param {Record<string, unknown>} object @param {string} [before] @returns {Array<[string, string]>} */
function cells(object, before = "") {
  return Object.entries(object).flatMap(([name, value]) => {
    if (plain(value)) return cells(value, `${before}${name}.`);
    if (value === null || value === undefined) return [];
    const text = Array.isArray(value) ? value.filter((v) => typeof v === "string" || typeof v === "number").join(", ") : String(value);
    return /** @type {Array<[string, string]>} */ ([[before + name, text]]);
  });
}

/** One value a line; `null` where some line is none. @param {string} text */
function linesOf(text) {
  const values = [];
  for (const line of text.split(/\r?\n/)) {
    if (!line.trim()) continue;
    try {
      values.push(JSON.parse(line));
    } catch {
      return null;
    }
  }
  return values;
}

/** @param {string} text @returns {unknown} `undefined` where it is no JSON. */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return linesOf(text) ?? undefined;
  }
}

/** @param {string} name @param {unknown} value What was parsed. @param {import("../types.js").ReadOptions} options @param {string[]} notices */
export function readJson(name, value, { columns }, notices) {
  if (Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === "string")) return [together(name, value.map((text) => ({ text })), notices)].filter((t) => t !== null);
  const found = listIn(value);
  const list = found.length > 0 ? found : plain(value) ? [value] : [];
  if (list.length === 0) return [];
  const flat = list.map((object) => new Map(cells(object)));
  const names = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  // `source.name` says what `source` says elsewhere.
  const short = names.map((n) => (/\.(?:name|title|rendered|text|value)$/.test(n) && !names.includes(n.slice(0, n.lastIndexOf("."))) ? n.slice(0, n.lastIndexOf(".")) : n));
  const rows = flat.map((row) => names.map((n) => row.get(n) ?? ""));
  return [together(name, recordsOf(name, short, rows, columns), notices)].filter((t) => t !== null);
}
