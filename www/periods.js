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
