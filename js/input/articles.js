/** Records as one text whose articles are these records, whatever stands in them. */
import { momentOf, orderOf } from "./dates.js";

/**
 * @typedef {object} ArticleRecord What a table, a feed or a mail says of one article.
 * @property {string} text
 * @property {string | null} [title]
 * @property {string | null} [date] As it is written there.
 * @property {string | null} [source]
 * @property {string | null} [byline]
 * @property {string | null} [url]
 */

/** On one line, or nothing. @param {string | null | undefined} value */
const line = (value) => value?.replace(/\s+/g, " ").trim() || null;

/** Between two records. */
const GAP = "\n\n\n";

/**
 * @param {string} name
 * @param {ArticleRecord[]} records
 * @param {string[]} notices What was odd is told here.
 * @returns {import("../types.js").ReadText | null} `null` where no record has any text.
 */
export function together(name, records, notices) {
  const order = orderOf(records.map((r) => r.date ?? ""));
  const parts = [];
  const cuts = [];
  /** @type {NonNullable<import("../types.js").Corrections["fields"]>} */
  const fields = [];
  let at = 0;
  let undated = 0;
  let empty = 0;
  for (const record of records) {
    const title = line(record.title);
    const body = record.text.trim();
    const text = title && !body.startsWith(title) ? `${title}\n\n${body}`.trim() : body;
    if (text === "") {
      empty++;
      continue;
    }
    const { date, time } = momentOf(record.date, order);
    if (line(record.date) && !date) undated++;
    cuts.push(at);
    for (const [field, value] of /** @type {const} */ ([["headline", title], ["date", date], ["time", time], ["source", line(record.source)], ["byline", line(record.byline)], ["url", line(record.url)]])) {
      if (value) fields.push({ at, field, value, given: true });
    }
    parts.push(text);
    at += text.length + GAP.length;
  }
  if (undated > 0) notices.push(`${name}: ${undated} of ${records.length} dates could not be read${order ? "" : " (day and month may stand in either order)"}.`);
  if (empty > 0) notices.push(`${name}: ${empty} of ${records.length} records have no text.`);
  return parts.length > 0 ? { name, text: parts.join(GAP), corrections: { cuts, only: true, fields } } : null;
}
