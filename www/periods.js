/** Periods of a timeline as days: the first and the last of each. @param {string} period `2024`, `2024-03`, `2024-03-04` @param {string} unit @returns {[string, string]} */
export function daysOf(period, unit) {
  if (unit === "year") return [`${period}-01-01`, `${period}-12-31`];
  if (unit === "month") {
    const [year, month] = period.split("-").map(Number);
    return [`${period}-01`, `${period}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`];
  }
  // A week is named by its Monday.
  const last = new Date(`${period}T00:00:00Z`);
  if (unit === "week") last.setUTCDate(last.getUTCDate() + 6);
  return [period, last.toISOString().slice(0, 10)];
}

/** Up to how many days each period shows a course: of a week of news the months say nothing, of ten years the days. */
const UP_TO = /** @type {const} */ ([[45, "day"], [200, "week"], [2000, "month"]]);

/** The period by which a course can be seen from the first of some days to the last. @param {string[]} days `2024-03-04` */
export function fitting(days) {
  const [first, last] = days.reduce(([least, most], day) => [day < least ? day : least, day > most ? day : most], [days[0], days[0]]);
  const long = (Date.parse(last) - Date.parse(first)) / 86_400_000;
  // Without days any will do.
  return UP_TO.find(([most]) => long <= most)?.[1] ?? (days.length ? "year" : "month");
}
