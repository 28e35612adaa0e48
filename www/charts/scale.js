/** From numbers to places on a chart. */

/** @typedef {[number, number]} Ends */

/** @param {Ends} from @param {Ends} to @param {(n: number) => number} [bent] @returns {(n: number) => number} */
function scale([low, high], [start, end], bent = (n) => n) {
  const [a, b] = [bent(low), bent(high)];
  return (n) => start + ((bent(n) - a) / (b - a || 1)) * (end - start);
}

/** @param {Ends} from @param {Ends} to */
export const linear = (from, to) => scale(from, to);

/** So that areas are as the numbers are. @param {Ends} from @param {Ends} to */
export const root = (from, to) => scale(from, to, (n) => Math.sqrt(Math.max(0, n)));

/** Above zero. @param {Ends} from @param {Ends} to */
export const logarithmic = (from, to) => scale(from, to, (n) => Math.log(Math.max(Number.MIN_VALUE, n)));

/** The round step (1, 2 or 5 times a power of ten) that parts a stretch into at most so many. @param {Ends} from @param {number} most */
function step([low, high], most) {
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  return (rough <= power ? 1 : rough <= 2 * power ? 2 : rough <= 5 * power ? 5 : 10) * power;
}

/** Round numbers within a stretch, at most so many and one. @param {Ends} from @param {number} most @returns {number[]} */
export function ticks(from, most) {
  const by = step(from, most);
  // 0.3 ÷ 0.1 is a little less than 3.
  const [first, last] = [Math.ceil(from[0] / by - 1e-9), Math.floor(from[1] / by + 1e-9)];
  // Divided where the step is below one: 3 × 0.1 is not 0.3, 3 ÷ 10 is.
  return Array.from({ length: last - first + 1 }, (_, i) => (by < 1 ? (first + i) / Math.round(1 / by) : (first + i) * by));
}

/** The round number at or above one, by the steps of its ticks. @param {number} high @param {number} most */
export const roundedUp = (high, most) => Math.ceil(high / step([0, high], most)) * step([0, high], most);
