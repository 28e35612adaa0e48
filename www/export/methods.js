/** What was done, in words that a paper can take over, and figures as citations. */
import { howMany } from "../corrections.js";
import t from "../i18n/t.js";

/**
 * The methods paragraph of a report, in the language of the page.
 * @param {import("comention").Report} report
 * @param {{ rules: number, corrections: import("../corrections.js").All | null, fingerprint: string, relaxed: boolean, words: number }} more `words`: decided to be keywords or none; `fingerprint`: of the texts, empty where there is none.
 */
export function methods({ version, options: o, totals, articles, notices }, { rules, corrections, fingerprint, relaxed, words }) {
  const { say, measures } = t.methods;
  const dates = articles.map((a) => a.date ?? a.dateline?.date).filter((d) => d !== null && d !== undefined).sort();
  const copies = articles.filter((a) => a.duplicateOf !== null).length;
  const window = `${t.evidence.in[o.window]}${o.window === "words" ? `, ${say.span(o.span)}` : ""}`;
  const counted = (/** @type {boolean} */ flag) => (flag ? say.counted : say.notCounted);
  const corrected = howMany(corrections);
  const out = [
    say.texts(totals.articles, totals.sentences, totals.words, dates.length ? say.dated(dates[0], dates.at(-1)) : "", version),
    copies ? (o.duplicates ? say.copiesToo : say.copiesOnce)(copies) : "",
    corrected ? say.cut(corrected) : "",
    rules ? say.corrected(rules) : "",
    say.together(window, counted(o.metadata), counted(o.demonyms), o.kinds.map((kind) => t.kinds[kind]).join(", ")),
    ...["nested", "pronouns"].map((name) => (o[name] ? `${t.settings[name]}.` : "")),
    say.pairs(o.minCount, o.minArticles, measures[o.measure], relaxed ? say.relaxed : "", totals.windows),
    o.headline === 1 ? "" : say.headline(o.headline),
    words ? say.words(words) : "",
    totals.articles < 20 ? say.few : say.tested,
    say.intervals(String(o.seed), String(o.resolution)),
    o.from && o.to ? say.between(o.from, o.to) : o.from ? say.from(o.from) : o.to ? say.to(o.to) : "",
    notices.length ? say.notices(notices.length, [...new Set(notices.map((n) => n.code))].join(", ")) : "",
    fingerprint ? say.fingerprint(fingerprint) : "",
  ];
  return out.filter(Boolean).join(" ");
}

/** @param {number} n @param {string} one */
const many = (n, one) => `${n.toLocaleString("en")} ${one}${n === 1 ? "" : "s"}`;

/**
 * A pair as a sentence that another can check: in English whatever the page speaks, with the options by their names.
 * @param {import("comention").Pair} pair
 * @param {import("comention").Report} report
 * @param {string} fingerprint
 */
export function citation(pair, { version, options: o, totals }, fingerprint) {
  const digits = (x) => (x === null ? "undefined" : Number(x.toPrecision(4)).toString());
  const interval = pair.low === null ? "" : ` (95 % bootstrap interval of ${o.measure} over articles: ${digits(pair.low)} to ${digits(pair.high)})`;
  return `“${pair.terms[0]}” and “${pair.terms[1]}” are mentioned together in ${pair.count} of ${pair.npp} ${o.window === "words" ? `word positions (span ${o.span})` : `${o.window}s`} (expected ${digits(pair.expected)}; with the first ${pair.n1p}, with the second ${pair.np1}), in ${many(pair.articles, "article")}: G² = ${digits(pair.logLikelihood)}, p = ${digits(pair.pValue)}, q = ${digits(pair.qValue)}, NPMI = ${digits(pair.npmi)}${interval}. comention ${version}; ${many(totals.articles, "article")}, ${many(totals.words, "word")}; window ${o.window}, kinds ${o.kinds.join("+")}, demonyms ${o.demonyms ? "on" : "off"}, metadata ${o.metadata ? "on" : "off"}${o.nested ? ", nested names on" : ""}${o.pronouns ? ", pronouns on" : ""}${fingerprint ? `; texts SHA-256 ${fingerprint}` : ""}.`;
}

/** So many characters are encoded at a stretch; then the page has its turn. */
const AT_ONCE = 250_000;

/** @type {WeakMap<string[], Promise<string>>} */
const known = new WeakMap();

/** The first 16 hexadecimal digits of SHA-256 over the texts; empty where the browser has none to offer. @param {string[]} texts */
export function fingerprintOf(texts) {
  const found = known.get(texts) ?? hashed(texts);
  known.set(texts, found);
  return found;
}

/** @param {string[]} texts */
async function hashed(texts) {
  if (!globalThis.crypto?.subtle) return "";
  const encoder = new TextEncoder();
  const room = new Uint8Array(3 * (AT_ONCE + 1));
  const parts = [];
  for (const [i, text] of texts.entries()) {
    if (i > 0) parts.push("\n\f\n");
    for (let from = 0; from < text.length; ) {
      // Both halves of a character beyond the first 65,536 stay together.
      const to = from + AT_ONCE + (/[\ud800-\udbff]/.test(text.charAt(from + AT_ONCE - 1)) ? 1 : 0);
      parts.push(room.slice(0, encoder.encodeInto(text.slice(from, to), room).written));
      from = to;
      if (from < text.length) await new Promise((resolve) => setTimeout(resolve));
    }
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await new Blob(parts).arrayBuffer()));
  return [...digest.slice(0, 8)].map((b) => b.toString(16).padStart(2, "0")).join("");
}
