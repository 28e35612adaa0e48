/** Tables as files. A table is `{ columns: string[], rows: Array<Array<string | number | null>> }`. */
import { paced, slices } from "./paced.js";

/** Rows that are written at one go. */
const ROWS = 1000;

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
const cell = (value) => {
  if (typeof value !== "string") return String(value ?? "");
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** How some rows are written, those of CSV and TSV with the columns before the first. @type {Record<string, (rows: any[][], first: boolean, last: boolean, columns: string[]) => string>} */
const WRITTEN = {
  // RFC 4180, with a mark so that spreadsheets read it as UTF-8.
  CSV: (rows, first) => (first ? "\ufeff" : "") + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join(""),
  // Tabs and line breaks within a cell become blanks.
  TSV: (rows) => rows.map((row) => `${row.map((value) => String(value ?? "").replace(/\s+/g, " ")).join("\t")}\n`).join(""),
  // One object a row.
  JSON: (rows, first, last, columns) => `${first ? "[" : ","}\n${JSON.stringify(rows.map((row) => Object.fromEntries(row.map((value, i) => [columns[i], value]))), null, 2).slice(2, -2)}${last ? "\n]\n" : ""}`,
};

/** @param {"CSV" | "TSV" | "JSON"} format @param {{ columns: string[], rows: any[][] }} table @param {string} type */
export async function tableFile(format, { columns, rows }, type) {
  const parts = [];
  const all = [...slices(format === "JSON" ? rows : [columns, ...rows], ROWS)];
  for (const [i, some] of all.entries()) {
    parts.push(new Blob([WRITTEN[format](some, i === 0, i === all.length - 1, columns)]));
    await paced();
  }
  return new Blob(parts, { type });
}
