/** Tables as files. A table is `{ columns: string[], rows: Array<Array<string | number | null>> }`. */

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
const cell = (value) => {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** @returns {string} CSV by RFC 4180, with a mark so that spreadsheets read it as UTF-8. */
export const csv = ({ columns, rows }) => `\ufeff${[columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

/** @returns {string} Tab-separated; tabs and line breaks within a cell become blanks. */
export const tsv = ({ columns, rows }) => `${[columns, ...rows].map((row) => row.map((value) => (value === null || value === undefined ? "" : String(value).replace(/\s+/g, " "))).join("\t")).join("\n")}\n`;

/** @returns {string} One object a row. */
export const json = ({ columns, rows }) => `${JSON.stringify(rows.map((row) => Object.fromEntries(row.map((value, i) => [columns[i], value]))), null, 2)}\n`;
