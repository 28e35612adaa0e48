/**
 * What questions about a large corpus cost: a text of 10 MB, added once, then asked; medians of five. Then the
 * same pace at 100 MB, made of the 10 MB with other numbers and other names.
 */
// The sources, whose engine's memory can be looked at.
import { createComention } from "../js/node.js";
import { newsText } from "./text.mjs";
import { initSync } from "../pkg/comention.js";

const MB = 1e6;
const bytes = (/** @type {string} */ t) => Buffer.byteLength(t);
const median = (/** @type {number[]} */ list) => [...list].sort((a, b) => a - b)[list.length >> 1];
/** Bytes of the engine's memory, which only ever grows. */
const memory = () => initSync(/** @type {any} */ (undefined)).memory.buffer.byteLength;

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The text with other digits, and capitalised words with other vowels. @param {string} text @param {number} n */
function changed(text, n) {
  const vowels = "aeiou";
  const turned = (/** @type {string} */ word) => word.replace(/[aeiou]/g, (v) => vowels[(vowels.indexOf(v) + n) % 5]);
  const digits = text.replace(/\d/g, (d) => String((Number(d) + n) % 10));
  return n % 5 === 0 ? digits : digits.replace(/\b[A-Z][a-z]{3,}\b/g, turned);
}

/** @param {string} text */
async function whole(text) {
  const comention = await createComention();
  const corpus = await comention.corpus();
  const time = await timed(async () => {
    await corpus.add(text);
    await corpus.report();
  });
  await corpus.close();
  return bytes(text) / MB / (time / 1000);
}

const { text, what } = newsText(10 * MB);
const comention = await createComention();
await comention.analyze(text.slice(0, MB));
const before = memory();
const corpus = await comention.corpus();
const adding = await timed(() => corpus.add(text));
const grown = memory() - before;
const [a, b] = (await corpus.pairs({ limit: 1 }))[0].ids;
/** @type {Array<[what: string, ask: () => Promise<unknown>, bar: number | null]>} */
const questions = [
  ["everything, with intervals", async () => {
    await corpus.report({ intervals: true });
    await corpus.timeline();
    await corpus.triads();
  }, 2000],
  ["report", () => corpus.report(), null],
  ["another measure", () => corpus.pairs({ measure: "npmi" }), 50],
  ["another threshold", () => corpus.pairs({ minCount: 5, minArticles: 3 }), 50],
  ["another window", () => corpus.pairs({ window: "paragraph" }), 500],
  ["a window of ten words", () => corpus.pairs({ window: "words" }), 500],
  ["keywords", () => corpus.keywords(), null],
  ["100 pairs with intervals", () => corpus.pairs({ intervals: true }), null],
  ["5,000 pairs as rows", () => corpus.pairs({ limit: 5000 }), null],
  ["communities and their keywords", () => corpus.communities(), null],
  ["network, SDSM", () => corpus.network({ backbone: "sdsm" }), null],
  ["timeline by month", () => corpus.timeline({ period: "month" }), null],
  ["triads", () => corpus.triads(), null],
  ["compare with English", () => corpus.compare({ reference: "en" }), null],
  ["compare two groups", () => corpus.compare({ a: { search: "grain" } }), null],
  ["explain a pair", () => corpus.explain({ pair: [a, b] }), null],
  ["contexts, sorted", () => corpus.contexts({ pair: [a, b], sort: "left" }), null],
];
console.log(`\nA corpus of ${(bytes(text) / MB).toFixed(1)} MB, ${what}; added in ${adding.toFixed(0)} ms`);
console.log(`  memory of the engine       ${(grown / bytes(text)).toFixed(1).padStart(8)} MB a MB of text (16)`);
for (const [name, ask, bar] of questions) {
  const times = [];
  for (let i = 0; i < 5; i++) times.push(await timed(ask));
  console.log(`  ${name.padEnd(30)} ${median(times).toFixed(0).padStart(6)} ms${bar ? ` (${bar})` : ""}`);
}

// What the engine marks for the profiler tells the answer apart from its way to JavaScript.
const marked = (/** @type {string} */ name) => performance.getEntriesByName(`comention:${name}`, "measure").reduce((sum, { duration }) => sum + duration, 0);
const [computed, crossed, made] = [[], [], []];
for (let i = 0; i < 9; i++) {
  performance.clearMeasures();
  const all = await timed(() => corpus.pairs({ limit: 5000 }));
  computed.push(marked("pairs"));
  crossed.push(marked("columns"));
  made.push(all - marked("pairs") - marked("columns"));
}
console.log(`  of 5,000 pairs: found and ranked in ${median(computed).toFixed(0)} ms, to JavaScript as columns in ${median(crossed).toFixed(2)} (1), made rows in ${median(made).toFixed(0)}`);
await corpus.close();

const large = Array.from({ length: Math.ceil((100 * MB) / bytes(text)) }, (_, n) => changed(text, n)).join("\n\n");
const [small, hundred] = [[], []];
// A fresh engine would be fairer to neither: memory stays grown for both.
for (let round = 0; round < 3; round++) small.push(await whole(text.slice(0, MB)));
hundred.push(await whole(large));
for (let round = 0; round < 3; round++) small.push(await whole(text.slice(0, MB)));
console.log(`  whole analysis of ${(bytes(large) / MB).toFixed(0)} MB: ${hundred[0].toFixed(2)} MB/s, of 1 MB ${median(small).toFixed(2)}: ${(hundred[0] / median(small)).toFixed(2)} (0.7)`);
console.log(`  memory then               ${((memory() - before) / bytes(large)).toFixed(1).padStart(8)} MB a MB of text (16)`);
process.exit(0);
