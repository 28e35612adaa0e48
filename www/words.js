/** What a person decided about words: which are no keywords, and which function words are. */

/** @param {string} text */
export const wordsOf = (text) => text.split(/[\s,;]+/).filter(Boolean);

/** As the engine wants it; `null` where nothing is decided. @param {{ stop: string, unstop: string }} settings */
export function decidedWords({ stop, unstop }) {
  const [add, remove] = [wordsOf(stop), wordsOf(unstop)];
  return add.length + remove.length > 0 ? { add, remove } : null;
}
