/**
 * Articles, paragraphs, sentences and words of a text in Wasm, beside a bare walk over its words by the crate
 * `unicode-segmentation`: both in one module, in turns.
 */
import { readFileSync } from "node:fs";
import { newsText } from "./text.mjs";

const { text, what } = newsText(1_000_000);
const module = new WebAssembly.Module(readFileSync(new URL("../target/bench/segment.wasm", import.meta.url)));
// The engine's own glue is asked for, and never called.
const imports = {};
for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => {};
const { memory, room, parts, walk } = new WebAssembly.Instance(module, imports).exports;

const bytes = Buffer.from(text);
const at = room(bytes.length);
new Uint8Array(memory.buffer, at, bytes.length).set(bytes);

const times = { parts: [], walk: [] };
let words = [];
for (let round = 0; round < 25; round++) {
  for (const [name, work] of Object.entries({ parts, walk })) {
    const start = performance.now();
    const found = work();
    // The first rounds warm up.
    if (round >= 5) times[name].push(performance.now() - start);
    words = [...words, found].slice(-2);
  }
}
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const speed = (name) => (bytes.length / 1000 / median(times[name])).toFixed(1);
const ratio = median(times.parts.map((t, i) => times.walk[i] / t));

console.log(`\nSegmentation alone in Wasm, ${(bytes.length / 1e6).toFixed(1)} MB, ${what}`);
console.log(`  articles, paragraphs, sentences, ${words[0]} words ${speed("parts").padStart(8)} MB/s`);
console.log(`  bare walk by unicode-segmentation, ${words[1]} words ${speed("walk").padStart(6)} MB/s   comention is ${ratio.toFixed(2)} times as fast`);
