/** What is saved may be large: it is made in pieces, and between them the page has its turn. */

/** For so long, in ms, pieces are made at one go. */
const AT_ONCE = 12;

let end = 0;
/** To be awaited after a piece: gives the page its turn, once enough was made. */
export async function paced() {
  if (performance.now() < end) return;
  await new Promise((resolve) => setTimeout(resolve));
  end = performance.now() + AT_ONCE;
}

/** @template T @param {T[]} all @param {number} size @returns {Generator<T[]>} At least one, which may be empty. */
export function* slices(all, size) {
  for (let from = 0; from === 0 || from < all.length; from += size) yield all.slice(from, from + size);
}
