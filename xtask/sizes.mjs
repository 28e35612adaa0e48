/** Sizes of what is delivered, raw and as brotli sends it, against their limits and goals. */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { root } from "./steps.mjs";

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

function files(path) {
  const full = join(root, path);
  if (!statSync(full).isDirectory()) return [full];
  return readdirSync(full).flatMap((name) => files(join(path, name)));
}

/** Scripts that the page asks for unbidden, though not before it can be seen. */
const AT_START = /^(corpus-bar|register|worker)-/;

/**
 * What the page asks for before anyone has done anything: itself, and what that imports. What follows once it has nothing
 * else to do is not in it: the names of English, what the first text is going to need, what is kept offline.
 * @param {string[]} built
 */
function firstLoad(built) {
  const html = readFileSync(join(root, "dist/index.html"), "utf8");
  const scripts = built.filter((f) => f.endsWith(".js"));
  const named = (text, name) => text.includes(name.split("/").at(-1));
  const wanted = new Set(scripts.filter((f) => named(html, f) || AT_START.test(f.split("/").at(-1))));
  // A set is visited with what is added to it meanwhile.
  for (const script of wanted) {
    const imports = readFileSync(join(root, script), "utf8").match(/\b(?:from|import)\s*["']\.[^"']+/g) ?? [];
    for (const other of scripts) if (imports.some((i) => named(i, other))) wanted.add(other);
  }
  return built.filter((f) => wanted.has(f) || (f.endsWith(".wasm") && !f.includes("comention_more")) || f === "dist/index.html" || (f.endsWith(".css") && named(html, f)));
}

/**
 * What is delivered, in bytes. Above its `limit` a size fails the check: limits are what was reached, and are lowered
 * until they are at the `goal`; where one was raised, it stands beside it for what.
 * @returns {Array<{ what: string, raw: number, brotli: number, limit: number | null, goal: number | null }>}
 */
export function sizes() {
  const sum = (what, paths, limit, goal) => {
    const all = paths.flatMap(files).map((f) => readFileSync(f));
    return { what, raw: all.reduce((n, b) => n + b.length, 0), brotli: all.reduce((n, b) => n + brotli(b), 0), limit, goal };
  };
  const alone = "dist/comention.html";
  const all = files("dist").map((f) => f.slice(root.length)).filter((f) => !f.includes("samples/") && f !== alone);
  // A pack comes when a text in its language does, the names of English after the engine.
  const [packs, page] = [all.filter((f) => f.endsWith(".pack")), all.filter((f) => !f.endsWith(".pack"))];
  const first = firstLoad(page);
  const later = page.filter((f) => !first.includes(f));
  const named = (names) => later.filter((f) => new RegExp(`/(?:${names})[.-]`).test(f));
  const [pdf, readers] = [named("pdf|pdf\\.min|pdf\\.worker\\.min"), named("archive|articles|columns|csv|dates|encoding|feed|garbled|json|mail|markup|read|rolldown-runtime")];
  const languages = readdirSync(join(root, "www/i18n")).map((f) => f.replace(".js", "")).filter((f) => !/^(t$|en)/.test(f));
  const [catalogues, stage, measures] = [named(languages.join("|")), named("network-stage"), named("measures")];
  const apart = [...pdf, ...readers, ...catalogues, ...stage, ...measures];
  return [
    // Memory by talc took 2 kB off, one table for pairs of numbers 1 kB, and words that names are known by, which are with
    // the names now, 7 kB. Then names in their cases came, and where they are asked for (0.4 kB); words and letters by which
    // seventeen languages are told, eleven before (1 kB), and what pages of agencies have above and below a text (0.6 kB), and names of several
    // words without capitals (0.3 kB). What stands before and in names and says who speaks went to the names (1.2 kB), and the
    // letters and months of nine more languages came (1.6 kB); pastes of more forms come apart (1.4 kB).
    sum("English .wasm", ["pkg/comention_bg.wasm"], 207_800, 120_000),
    // It was in two, 97.0 and 9.2 kB. Then YAKE came from the first part (2.2 kB), and what few pastes need of how pages,
    // exports and wire copy look; then the standard library's search for texts in texts (0.8 kB),
    // what is known of names in other languages than English (1.7 kB), and names in their cases (3.2 kB). It was 119.2 kB,
    // and names in seven languages are parted from what somebody does, and places and bodies from persons.
    // It was 122.9 kB; then rules for names in other languages came that open news of nine languages asked for (2 kB),
    // and the tagger of Chinese names hears parts of speech and all names of its dictionaries (1.7 kB, for 12 kB less of packs).
    // Lists in code became texts (1 kB less), and datelines, records and ends of wire copy came in more forms.
    sum("its second part", ["pkg/comention_more.wasm"], 127_000, 75_000),
    sum("package JavaScript", ["js", "pkg/comention.js"], null, null),
    // It was 246.0 kB: the engine, and what warms it; and 247.5 kB, before names on phones and larger type at 4K had their style.
    // And 245.3 kB, before small functions stood before large ones, for the sake of the first text. It was 249.1 kB; then
    // what views say in English that are not seen first went with them (4.5 kB); 245.3 kB, and more languages are told
    // and more forms of pastes (1.7 kB).
    sum("page, first load", first, 247_000, 120_000),
    // With what names are known by, so that it shows what moves from the one to the other. It was 305.4 kB; then bodies,
    // places and ordinary words came (11 kB), and rules for names (4 kB).
    // And it was 321.0 kB, before more languages were told and dated; 322.4 kB, before given names of all continents
    // and more forms of pastes.
    sum("for a first text", [...first, ...packs.filter((f) => f.includes("/en-names"))], 325_500, 250_000),
    // These two had one limit, 50.0 kB; the page on the measures and the languages came later. What is not seen first
    // moves from the one above to the one below, and so does its share of the limit. Captions of pictures and the use of
    // the engine before the first text were paid for by what large networks need no more. Then it was 29.5 kB, and pairs by
    // kind and name, keywords of one article and what holds communities together came; then 30.2 kB, and bars got whiskers
    // and say where in the articles their terms are, names like keywords, and every term opens its numbers;
    // 31.5 kB, and two periods are compared; 31.7 kB, and two sources are, periods go by the days there are, and sentences
    // are copied. The names of files carry hashes: with them it varies by some 70 bytes. It was 32.2 kB, and got what these
    // views say in English (5.0 kB, see above), and names that may be one are told of and joined at once (0.4 kB).
    // It was 38.0 kB; then files were made in pieces (0.3 kB), the file of keywords got all of them, and the texts about
    // columns of a table came from the first load (0.2 kB each).
    sum("page, when wanted", later.filter((f) => !apart.includes(f) && !f.endsWith(".wasm")), 39_100, 31_000),
    sum("networks by WebGL", stage, 22_100, 22_100),
    // What of the style only it needs came from the first load (0.2 kB).
    sum("page on the measures", measures, 7_500, 7_200),
    // It was 8.7 kB; then came links with settings, and in how many articles a pair is; 8.8 kB, and what is said of
    // languages without capitals, and of joining all names at once.
    ...catalogues.map((f) => sum(`language ${f.split("/").at(-1).slice(0, 2)}`, [f], 9_000, 8_600)).sort((a, b) => b.brotli - a.brotli).slice(0, 1),
    sum("readers of files", readers, 62_000, 62_000),
    sum("reader of PDF", pdf, 405_000, 405_000),
    // It was 503.5 kB, and the limit was raised: it has come to read files of every kind (52 kB), to speak seven
    // languages (45 kB), to weigh kinds of names (30 kB), to carry an engine in parts, and to find names inside names
    // (7 kB). Then it was 638.5 kB, and got what the page got, and the list for pronouns (6 kB); 644.2 kB,
    // and pages and wire copy of more languages are read; 643.2 kB, and the names of English grew (11 kB, and see there), and the
    // packs of nine languages, which know given names, cities and parties now (18 kB); 675.1 kB, and ten of them know what
    // else news speaks of: clubs, companies, regions, names in their cases (30 kB); 707.1 kB,
    // and seven of them know what forms of a word are one (3 kB), and towns, roles and more given names (20 kB); 731.5 kB,
    // and names that may be one are found better and joined at once, and charts say more in seven languages (3 kB);
    // 735.0 kB, and ten packs know the cities and regions of the world, and more bodies (11 kB).
    // It was 748.0 kB; then the cities of the world came in Arabic, Hindi, Indonesian, Korean, Persian and Turkish (14 kB),
    // and more languages are told (2 kB).
    // It was 766.5 kB, before given names of all continents and what the engine got (3 kB).
    sum("page as one file", [alone], 769_200, 400_000),
    ...packs.filter((f) => !/\/(zh|en-|ja-words|th-words)/.test(f)).map((f) => sum(`pack ${f.split("/").at(-1).slice(0, 2)}`, [f], 15_000, 6_000)).sort((a, b) => b.brotli - a.brotli).slice(0, 1),
    // It was 28.0 kB. Countries, peoples and what names of bodies and places end in came from the engine (6 kB); bodies,
    // places and ordinary words were added (11 kB), which bring a point in English of the Universal NER. The engine waits
    // for it before its first text. And 45.8 kB, before offices, honorifics and verbs of saying came from the engine (1.2 kB);
    // 46.8 kB, before given names of all continents (1.2 kB), without which persons in news from Lagos, Warsaw or Tokyo were
    // places or nothing, and more bodies that news of today names (0.3 kB).
    sum("names of English", packs.filter((f) => f.includes("/en-names") && !f.includes("/en-names-kinds")), 48_300, 28_000),
    sum("weights of English", packs.filter((f) => f.includes("/en-names-kinds")), 30_500, 30_500),
    sum("words of Japanese", packs.filter((f) => f.includes("/ja-words")), 146_000, 146_000),
    sum("words of Thai", packs.filter((f) => f.includes("/th-words")), 106_000, 106_000),
    sum("words of English", packs.filter((f) => f.includes("/en-frequencies")), 37_000, 37_000),
    sum("packs of Chinese", packs.filter((f) => /\/zh/.test(f)), 560_000, 480_000),
  ];
}

/** Prints the sizes; gives whether all are within their limits. */
export function printSizes() {
  let good = true;
  for (const { what, raw, brotli, limit, goal } of sizes()) {
    const within = limit === null || brotli <= limit;
    good &&= within;
    const kb = (n) => `${(n / 1000).toFixed(1)} kB`;
    console.log(`  ${what.padEnd(20)} ${kb(raw).padStart(10)} raw ${kb(brotli).padStart(10)} brotli${limit ? `  (limit ${kb(limit)}${within ? "" : ": EXCEEDED"}, goal ${kb(goal)}${brotli > goal ? `: over by ${kb(brotli - goal)}` : ""})` : ""}`);
  }
  return good;
}
