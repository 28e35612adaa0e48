/**
 * Articles, paragraphs, sentences and words of a text in Wasm, beside a bare walk over its words by the crate
 * `unicode-segmentation`: both in one module, in turns. The same of Chinese, beside jieba in Wasm.
 */
import { readFileSync } from "node:fs";
import { cut } from "jieba-wasm";

import { newsText } from "./text.mjs";

const { text, what } = newsText(1_000_000);
const module = new WebAssembly.Module(readFileSync(new URL("../target/bench/segment.wasm", import.meta.url)));
// The engine's own glue is asked for, and never called.
const imports = {};
for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => {};
const { memory, room, parts, walk, pack } = new WebAssembly.Instance(module, imports).exports;

/** @param {string | Buffer} text Puts it where the module reads it. */
function put(text) {
  const bytes = Buffer.from(text);
  // The memory is another one after it has grown.
  const at = room(bytes.length);
  new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
}

/** Medians of what each takes, in turns, and of the ratios to the first. @param {Record<string, () => number>} works */
function timed(works, rounds = 25, warm = 5) {
  const names = Object.keys(works);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  const found = {};
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      found[name] = works[name]();
      if (round >= warm) times[name].push(performance.now() - start);
    }
  }
  const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
  const own = times[names[0]];
  return names.map((name) => ({ found: found[name], time: median(times[name]), ratio: median(own.map((t, i) => times[name][i] / t)) }));
}

const speed = (bytes, { time }) => `${(bytes / 1000 / time).toFixed(1)} MB/s`.padStart(12);

put(text);
const bytes = Buffer.byteLength(text);
const [ours, bare] = timed({ parts, walk });
console.log(`\nSegmentation alone in Wasm, ${(bytes / 1e6).toFixed(1)} MB, ${what}`);
console.log(`  articles, paragraphs, sentences, ${ours.found} words ${speed(bytes, ours)}`);
console.log(`  bare walk by unicode-segmentation, ${bare.found} words${speed(bytes, bare)}   comention is ${bare.ratio.toFixed(2)} times as fast`);

// Chinese: jieba only cuts lines into words.
for (const name of ["zh", "zh-words", "zh-names"]) {
  put(readFileSync(new URL(`../data/${name}.pack`, import.meta.url)));
  if (!pack()) throw new Error(`${name}.pack was not taken`);
}
const marked = readFileSync(new URL("../tests/fixtures/mentions-zh.txt", import.meta.url), "utf8");
const sentences = marked.split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.replace(/\[([^|\]]*)\|[^\]]*\]/g, "$1"));
const paragraphs = sentences.map((_, i) => (i % 4 ? "" : sentences.slice(i, i + 4).join(""))).filter(Boolean).join("\n\n");
const chinese = `${paragraphs}\n\n`.repeat(Math.ceil(1e6 / Buffer.byteLength(paragraphs)));
const lines = chinese.split("\n").filter(Boolean);
put(chinese);
const size = Buffer.byteLength(chinese);
const [own, jieba] = timed({ parts, jieba: () => lines.reduce((n, line) => n + cut(line, true).length, 0) }, 12, 4);
console.log(`\nChinese, ${(size / 1e6).toFixed(1)} MB`);
console.log(`  articles, paragraphs, sentences, ${own.found} words ${speed(size, own)}`);
console.log(`  jieba-wasm, ${jieba.found} words and marks         ${speed(size, jieba)}   comention is ${jieba.ratio.toFixed(2)} times as fast`);
