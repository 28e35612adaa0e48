/** What was done, in words that a paper can take over, and figures as citations. */

const SOURCES = {
  logLikelihood: "log-likelihood G² (Dunning 1993)",
  npmi: "normalised pointwise mutual information (Bouma 2009)",
  pmi: "pointwise mutual information (Church & Hanks 1990)",
  dice: "Dice’s coefficient",
  jaccard: "Jaccard’s index",
  count: "the number of windows with both",
};
const WINDOWS = { sentence: "sentence", paragraph: "paragraph", article: "article", words: "sentence, at most so many words apart" };

const many = (n, one) => `${n.toLocaleString("en")} ${one}${n === 1 ? "" : "s"}`;

/**
 * The methods paragraph of a report.
 * @param {import("comention").Report} report
 * @param {{ rules: number, fingerprint: string, relaxed: boolean }} more `fingerprint`: of the texts, empty where there is none.
 */
export function methods({ version, options: o, totals, articles, notices }, { rules, fingerprint, relaxed }) {
  const dates = articles.map((a) => a.date ?? a.dateline?.date).filter((d) => d !== null && d !== undefined).sort();
  const copies = articles.filter((a) => a.duplicateOf !== null).length;
  const few = totals.articles < 20;
  const out = [
    `The texts (${many(totals.articles, "article")}, ${many(totals.sentences, "sentence")}, ${many(totals.words, "word")}${dates.length ? `, dated ${dates[0]} to ${dates.at(-1)}` : ""}) were analysed with comention ${version}, which segments pasted text into articles, sentences and words (Unicode Standard Annex 29), finds names by lists and rules (in Chinese by a trained tagger), and joins the forms of a name within an article and over articles.`,
    copies ? `${many(copies, "article")} that ${copies === 1 ? "repeats" : "repeat"} another (near-duplicates by MinHash of word shingles) ${o.duplicates ? "are counted as well" : "are counted once"}.` : "",
    rules ? `Names were corrected by hand with ${many(rules, "rule")}.` : "",
    `Two names are mentioned together when both stand in one ${WINDOWS[o.window]}${o.window === "words" ? ` (${o.span})` : ""}; a name that stands twice in a window counts once, headline and body are separate windows, datelines, bylines and captions are ${o.metadata ? "counted" : "not counted"}, and adjectives of nationality are ${o.demonyms ? "counted for the country" : "not counted for the country"}. Kinds: ${o.kinds.join(", ")}.`,
    `Pairs with at least ${many(o.minCount, "window")} in at least ${many(o.minArticles, "article")} were ranked by ${SOURCES[o.measure]}${relaxed ? " (no pair is in two articles, so pairs of single articles are shown)" : ""}; expected counts assume independence over the ${totals.windows.toLocaleString("en")} windows.`,
    few
      ? "With fewer than 20 articles p and q describe these texts and are no test, since sentences of one article are not independent."
      : "p is that of G² over articles, since sentences of one article are not independent (Lijffijt et al. 2016); q is adjusted over all pairs tested (Benjamini & Hochberg 1995).",
    `Intervals are percentile bootstrap intervals (95 %, 1,000 resamples of articles, seed ${o.seed}; Efron & Tibshirani 1993). Communities were found by the Louvain method (Blondel et al. 2008) with resolution ${o.resolution} and seed ${o.seed}.`,
    o.from || o.to ? `Only articles dated ${[o.from ? `from ${o.from}` : "", o.to ? `to ${o.to}` : ""].filter(Boolean).join(" ")} are counted.` : "",
    notices.length ? `${many(notices.length, "notice")} on the texts: ${[...new Set(notices.map((n) => n.code))].join(", ")}.` : "",
    fingerprint ? `Fingerprint of the texts (SHA-256): ${fingerprint}.` : "",
  ];
  return out.filter(Boolean).join(" ");
}

/**
 * A pair as a sentence that another can check.
 * @param {import("comention").Pair} pair
 * @param {import("comention").Report} report
 * @param {string} fingerprint
 */
export function citation(pair, { version, options: o, totals }, fingerprint) {
  const digits = (x) => (x === null ? "undefined" : Number(x.toPrecision(4)).toString());
  const interval = pair.low === null ? "" : ` (95 % bootstrap interval of ${o.measure} over articles: ${digits(pair.low)} to ${digits(pair.high)})`;
  return `“${pair.terms[0]}” and “${pair.terms[1]}” are mentioned together in ${pair.count} of ${pair.npp} ${o.window === "words" ? `word positions (span ${o.span})` : `${o.window}s`} (expected ${digits(pair.expected)}; with the first ${pair.n1p}, with the second ${pair.np1}), in ${many(pair.articles, "article")}: G² = ${digits(pair.logLikelihood)}, p = ${digits(pair.pValue)}, q = ${digits(pair.qValue)}, NPMI = ${digits(pair.npmi)}${interval}. comention ${version}; ${many(totals.articles, "article")}, ${many(totals.words, "word")}; window ${o.window}, kinds ${o.kinds.join("+")}, demonyms ${o.demonyms ? "on" : "off"}, metadata ${o.metadata ? "on" : "off"}${fingerprint ? `; texts SHA-256 ${fingerprint}` : ""}.`;
}

/** The first 16 hexadecimal digits of SHA-256 over the texts; empty where the browser has none to offer. @param {string[]} texts */
export async function fingerprintOf(texts) {
  if (!globalThis.crypto?.subtle) return "";
  const bytes = new TextEncoder().encode(texts.join("\n\f\n"));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.slice(0, 8)].map((b) => b.toString(16).padStart(2, "0")).join("");
}
