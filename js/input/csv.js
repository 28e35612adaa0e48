/** Tables with a sign between the cells: comma, semicolon, tab. */
import Papa from "papaparse";

import { together } from "./articles.js";
import { recordsOf } from "./columns.js";

/** A cell longer than this is no name of a column. */
const NAME = 60;

/** @param {string} name @param {string} text @param {import("../types.js").ReadOptions} options @param {string[]} notices */
export function readCsv(name, text, { columns }, notices) {
  const { data, errors } = Papa.parse(text, { skipEmptyLines: "greedy" });
  const rows = /** @type {string[][]} */ (data);
  // That a table of one column has no sign between its cells is no mistake.
  const broken = errors.filter((e) => e.code !== "UndetectableDelimiter");
  if (broken.length > 0) notices.push(`${name}: ${broken.length} rows are not as the others (the first: row ${(broken[0].row ?? 0) + 1}, ${broken[0].message}).`);
  const [first = [], ...rest] = rows;
  const headed = first.every((cell) => cell.length <= NAME) && new Set(first).size === first.length;
  const names = headed ? first.map((cell, i) => cell.trim() || String(i + 1)) : first.map((_, i) => String(i + 1));
  const records = recordsOf(name, names, headed ? rest : rows, columns);
  return [together(name, records, notices)].filter((t) => t !== null);
}
