/** First results of much text while all of it is read: of its beginning, then of more, by an engine beside the other. */
import { createComention } from "comention";
import { beginning } from "./beginning.js";

/** How much of the texts is shown first, and then, in characters. */
const PARTS = [1_500_000, 12_000_000];
/** A part is shown where there is at least so many times as much. */
const TIMES = 3;

/**
 * @param {string[]} texts
 * @param {{ wanted: () => boolean, prepare: (corpus: import("comention").Corpus) => Promise<void>, show: (corpus: import("comention").Corpus, length: number) => Promise<void> }} options
 *   `wanted`: whether all of it is still being read; `show` takes over a corpus, and closes it when there is another.
 */
export async function preview(texts, { wanted, prepare, show }) {
  const all = texts.reduce((n, text) => n + text.length, 0);
  for (const part of PARTS) {
    if (all < part * TIMES || !wanted()) return;
    const own = beginning(texts, part);
    const engine = await createComention();
    const corpus = await engine.corpus();
    await prepare(corpus);
    for (const text of own) if (wanted()) await corpus.add(text);
    if (!wanted()) return engine.close();
    await show({ ...corpus, close: () => engine.close() }, own.reduce((n, text) => n + text.length, 0));
  }
}
