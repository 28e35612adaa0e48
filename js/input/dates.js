/** Dates and times as tables, feeds and mails write them: as they stand there, whatever the zone. */

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** @param {number} n */
const two = (n) => String(n).padStart(2, "0");

/** @param {number} year @param {number} month @param {number} day */
function iso(year, month, day) {
  const real = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return real && year >= 1000 ? `${year}-${two(month)}-${two(day)}` : null;
}

/** What `3/4/2021` means in a column: months come second where some first number is too large for one. @param {string[]} values @returns {"day" | "month" | null} */
export function orderOf(values) {
  let order = null;
  for (const value of values) {
    const found = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}\b/.exec(value);
    if (!found) continue;
    const own = Number(found[1]) > 12 ? "day" : Number(found[2]) > 12 ? "month" : null;
    if (own && order && own !== order) return null;
    order = own ?? order;
  }
  return /** @type {"day" | "month" | null} */ (order);
}

/** @param {string} value @param {"day" | "month" | null} order @returns {string | null} ISO. */
function dayOf(value, order) {
  let found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(value) ?? /^(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(value) ?? /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/.exec(value);
  if (found) return iso(Number(found[1]), Number(found[2]), Number(found[3]));
  found = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})/.exec(value);
  if (found) return iso(Number(found[3]), Number(found[2]), Number(found[1]));
  found = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})/.exec(value);
  if (found && order) return iso(Number(found[3]), Number(found[order === "day" ? 2 : 1]), Number(found[order === "day" ? 1 : 2]));
  // `Fri, 16 Jul 2021 14:19:00 GMT`, `July 16, 2021`.
  found = /\b(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Z][a-z]{2})[a-z]*\.?,?[ -](\d{4})\b/.exec(value);
  if (found) return iso(Number(found[3]), MONTHS.indexOf(found[2].toLowerCase()) + 1, Number(found[1]));
  found = /\b([A-Z][a-z]{2})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/.exec(value);
  if (found) return iso(Number(found[3]), MONTHS.indexOf(found[1].toLowerCase()) + 1, Number(found[2]));
  // Seconds or milliseconds since 1970, within this half century.
  const seconds = /^\d{10}$/.test(value) ? Number(value) : /^\d{13}$/.test(value) ? Number(value) / 1000 : null;
  return seconds === null ? null : new Date(seconds * 1000).toISOString().slice(0, 10);
}

/**
 * @param {string | null | undefined} value
 * @param {"day" | "month" | null} [order] What stands first where only numbers do.
 * @returns {{ date: string | null, time: string | null }} `2021-07-16` and `14:19`.
 */
export function momentOf(value, order = null) {
  const text = value?.trim() ?? "";
  const date = dayOf(text, order);
  const clock = date ? /[T ,]([01]?\d|2[0-3]):([0-5]\d)\b/.exec(text) : null;
  const late = clock && /\d\s?p\.?m\b/i.test(text) && Number(clock[1]) < 12;
  return { date, time: clock ? `${two(Number(clock[1]) + (late ? 12 : 0))}:${clock[2]}` : null };
}
