/** The whole analysis as one page that needs nothing else: methods, drawings, tables. */

/** @param {unknown} value */
const escaped = (value) => String(value ?? "–").replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const STYLE = `body{font:15px/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d1f26;background:#fff}h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.2rem;border-bottom:1px solid #ccc}svg{max-width:100%;height:auto}table{border-collapse:collapse;width:100%;font:13px/1.4 system-ui,sans-serif}th,td{text-align:start;padding:.25rem .5rem;border-bottom:1px solid #e4e1d9;vertical-align:top}td.n{text-align:end;font-variant-numeric:tabular-nums}figure{margin:1rem 0}figcaption{color:#565b68;font-size:.85rem}@media print{h2{break-after:avoid}tr,figure{break-inside:avoid}body{margin:0}}`;

/**
 * @param {{ title: string, made: string, methods: string, sections: Array<{ title: string, svg: string | null, table: { columns: string[], rows: any[][] } }> }} content `svg`: drawings as XML.
 * @param {(value: number) => string} format
 * @param {{ methods: string, rows: (n: number, all: number) => string }} words
 * @returns {string}
 */
export function reportHtml({ title, made, methods, sections }, format, words) {
  const most = 200;
  const cell = (value) => (typeof value === "number" ? `<td class="n">${escaped(format(value))}</td>` : `<td dir="auto">${escaped(value)}</td>`);
  const table = ({ columns, rows }) =>
    `<table><thead><tr>${columns.map((c) => `<th scope="col">${escaped(c)}</th>`).join("")}</tr></thead><tbody>${rows.slice(0, most).map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("\n")}</tbody></table>${rows.length > most ? `<p>${escaped(words.rows(most, rows.length))}</p>` : ""}`;
  const section = (s) => `<h2>${escaped(s.title)}</h2>\n${s.svg ? `<figure>${s.svg.replace(/^<\?xml[^>]*\?>\s*/, "")}<figcaption>${escaped(s.title)}. ${escaped(made)}</figcaption></figure>` : ""}\n${table(s.table)}`;
  return `<!doctype html>
<html lang="${escaped(document.documentElement.lang)}" dir="${escaped(document.documentElement.dir || "ltr")}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1><p>${escaped(made)}</p><h2>${escaped(words.methods)}</h2><p>${escaped(methods)}</p>
${sections.map(section).join("\n")}
</body></html>
`;
}
