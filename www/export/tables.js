/** Tables as files. A table is `{ columns: string[], rows: Array<Array<string | number | null>> }`. */
import { paced, slices } from "./paced.js";

/** Rows that are written at one go. */
const ROWS = 1000;

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
const cell = (value) => {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
const lines = (rows, end, line) => rows.map((row) => line(row) + end).join("");

/** How some rows are written, and what stands before the first and after the last. @type {Record<string, (columns: string[], rows: any[][], first: boolean, last: boolean) => string>} */
const WRITTEN = {
  // RFC 4180, with a mark so that spreadsheets read it as UTF-8.
  CSV: (columns, rows, first) => (first ? "\ufeff" : "") + lines(first ? [columns, ...rows] : rows, "\r\n", (row) => row.map(cell).join(",")),
  // Tabs and line breaks within a cell become blanks.
  TSV: (columns, rows, first) => lines(first ? [columns, ...rows] : rows, "\n", (row) => row.map((value) => (value === null || value === undefined ? "" : String(value).replace(/\s+/g, " "))).join("\t")),
  // One object a row.
  JSON: (columns, rows, first, last) => `${first ? "[" : ","}\n${JSON.stringify(rows.map((row) => Object.fromEntries(row.map((value, i) => [columns[i], value]))), null, 2).slice(2, -2)}${last ? "\n]\n" : ""}`,
};

/** @param {"CSV" | "TSV" | "JSON"} format @param {{ columns: string[], rows: any[][] }} table @param {string} type */
export async function tableFile(format, { columns, rows }, type) {
  const parts = [];
  const all = [...slices(rows, ROWS)];
  for (const [i, some] of all.entries()) {
    parts.push(new Blob([WRITTEN[format](columns, some, i === 0, i === all.length - 1)]));
    await paced();
  }
  return new Blob(parts, { type });
}
