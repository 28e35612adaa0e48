/**
 * Tables as a workbook of Office Open XML (ECMA-376): texts as texts, so that none is taken for a formula, numbers as
 * numbers. The libraries that write it zip in a worker of their own making, which the page's policy forbids.
 */
import { slices } from "./paced.js";
import { zipped } from "./zip.js";

/** Rows of a sheet that are written at one go. */
const ROWS = 500;

/** What XML can hold of a text; a cell holds 32,767 characters. @param {string} text */
const escaped = (text) =>
  text.slice(0, 32_767).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd").replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** @param {unknown} value @param {number} style */
function cell(value, style) {
  if (value === null || value === undefined || value === "") return "<c/>";
  if (typeof value === "number") return Number.isFinite(value) ? `<c><v>${value}</v></c>` : "<c/>";
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(String(value))}</t></is></c>`;
}

/** The names of sheets: unlike each other, at most 31 characters, without signs that a name cannot have. @param {string[]} titles */
function names(titles) {
  const taken = new Set();
  return titles.map((title) => {
    const bare = title.replace(/[[\]:*?/\\']/g, " ").trim().slice(0, 28) || "Table";
    let name = bare;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${bare} ${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * @param {Array<{ title: string, columns: string[], rows: any[][] }>} tables One sheet each.
 * @returns {Promise<Blob>}
 */
export function xlsx(tables) {
  const written = (rows, style) => rows.map((row) => `<row>${row.map((value) => cell(value, style)).join("")}</row>`).join("");
  function* sheet({ columns, rows }) {
    yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${written([columns], 1)}`;
    for (const some of slices(rows, ROWS)) yield written(some, 0);
    yield "</sheetData></worksheet>";
  }
  const titles = names(tables.map((t) => t.title));
  const parts = {
    "[Content_Types].xml": [`${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>${titles.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${KIND}.worksheet+xml"/>`).join("")}</Types>`],
    "_rels/.rels": [`${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    "xl/workbook.xml": [`${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${titles.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join("")}</sheets></workbook>`],
    "xl/_rels/workbook.xml.rels": [`${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${titles.map((_, i) => `<Relationship Id="r${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join("")}<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`],
    // The second style is that of the first row: bold.
    "xl/styles.xml": [`${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`],
    ...Object.fromEntries(tables.map((table, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheet(table)])),
  };
  return zipped(parts, `${KIND}.sheet`);
}
