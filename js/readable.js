/** A report as plain text for a terminal. */

/** What a terminal shows two cells wide: Chinese, Japanese and Korean script, full-width forms, most emoji. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** What takes no cell: marks that combine with what is before them, joiners. */
const NARROW = /[\p{Mn}\p{Me}\u200b-\u200f\u2060\ufe00-\ufe0f]/u;

/** How many cells of a terminal a text takes. @param {string} text */
function width(text) {
  let cells = 0;
  for (const c of text) cells += WIDE.test(c) ? 2 : NARROW.test(c) ? 0 : 1;
  return cells;
}

/**
 * The text on one line, and without what a terminal would obey: control characters and changes of direction.
 * @param {string} text
 */
const tame = (text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");

/**
 * Rows as aligned lines under the names of their columns: texts to the left, numbers to the right.
 * @param {string[]} names
 * @param {Array<Array<string | number>>} rows
 */
function aligned(names, rows) {
  const right = names.map((_, i) => typeof rows[0]?.[i] === "number" || rows.some((r) => /^-?[\d.]+$/.test(String(r[i]))));
  const cells = [names, ...rows.map((row) => row.map((cell) => tame(String(cell))))];
  const widths = names.map((_, i) => Math.max(...cells.map((row) => width(row[i]))));
  const line = (/** @type {string[]} */ row) =>
    row.map((cell, i) => {
      const space = " ".repeat(widths[i] - width(cell));
      return right[i] ? space + cell : cell + space;
    });
  return cells.map((row) => `  ${line(row).join("  ").trimEnd()}`);
}

/** @param {number} n @param {string} one */
const some = (n, one) => `${n} ${one}${n === 1 ? "" : "s"}`;

/** @param {number | null} x @param {number} digits */
const fixed = (x, digits) => (x === null ? "-" : x.toFixed(digits));

/** A p- or q-value: small ones as a bound. @param {number | null} p */
const probability = (p) => (p === null ? "-" : p < 0.0001 ? "<.0001" : p.toFixed(4));

/**
 * @param {import("./types.js").Report} report
 * @param {string[]} [files] The name of each paste, where there are several.
 * @returns {string}
 */
export function readable(report, files = []) {
  const { totals, articles, notices, entities, keywords, pairs, options } = report;
  if (totals.words === 0) return "There are no words in this text.";
  const several = files.length > 1;
  const lines = [[some(totals.articles, "article"), some(totals.sentences, "sentence"), some(totals.words, "word")].join(", ")];
  for (const n of notices) lines.push(`  note: ${several ? `${tame(files[n.paste])}: ` : ""}${tame(n.message)}`);

  lines.push("", "Articles");
  lines.push(
    ...aligned(
      ["date", "source", "place", "headline", ...(several ? ["file"] : [])],
      articles.map((a) => [
        a.date ?? "-",
        a.source ?? "-",
        a.dateline?.place ?? "-",
        `${a.headline ?? "(no headline)"}${a.duplicateOf === null ? "" : " (repeats an earlier one)"}`,
        ...(several ? [files[a.paste]] : []),
      ]),
    ),
  );

  const most = options.limit;
  lines.push("", "Names");
  if (entities.length === 0) lines.push("  none found");
  else {
    const rows = entities.slice(0, most).map((e) => [e.count, e.articles, e.kind, e.name, e.aliases.map((a) => a.surface).filter((s) => s !== e.name).join(", ")]);
    lines.push(...aligned(["mentions", "articles", "kind", "name", "also"], rows));
    if (entities.length > most) lines.push(`  and ${entities.length - most} more`);
  }

  lines.push("", "Keywords, best first");
  if (keywords.length === 0) lines.push("  none found");
  else lines.push(...aligned(["mentions", "articles", "score", "term"], keywords.slice(0, most).map((k) => [k.count, k.articles, fixed(k.score, 2), k.term])));

  const unit = options.window === "words" ? `within ${some(options.span, "word")}` : `in one ${options.window}`;
  const attracted = options.measure === "count" ? "" : ", more often than expected";
  lines.push("", `Mentioned together ${unit}${attracted}`);
  const enough = totals.articles >= 20;
  if (pairs.length === 0) {
    const least = [`at least ${some(options.minCount, "time")}`, ...(options.minArticles > 1 ? [`in ${options.minArticles} articles`] : [])];
    lines.push(`  no two names are together ${least.join(", ")}${attracted && `, and${attracted.slice(1)}`}`);
  } else {
    const rows = pairs.map((p) => [p.count, fixed(p.expected, 1), p.articles, fixed(p.npmi, 2), fixed(p.logLikelihood, 1), ...(enough ? [probability(p.qValue)] : []), `${p.terms[0]} + ${p.terms[1]}`]);
    lines.push(...aligned(["times", "expected", "articles", "NPMI", "G2", ...(enough ? ["q"] : []), "pair"], rows));
  }
  if (totals.articles < 20) lines.push("", `${totals.articles === 1 ? "One article is" : `${totals.articles} articles are`} too few for a test: these figures describe the text. Read the sentences.`);
  return lines.join("\n");
}
