/** What a finished corpus of 10 MB weighs in Wasm's memory, column by column, beside the text itself. */
import { readFileSync } from "node:fs";
import { newsText } from "./text.mjs";

const { text, what } = newsText(10_000_000);
const module = new WebAssembly.Module(readFileSync(new URL("../target/bench/segment.wasm", import.meta.url)));
// The engine's own glue is asked for, and never called.
const imports = {};
for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => {};
const engine = new WebAssembly.Instance(module, imports).exports;

/** @param {Buffer} bytes */
function put(bytes) {
  const at = engine.room(bytes.length);
  new Uint8Array(engine.memory.buffer, at, bytes.length).set(bytes);
}
for (const name of ["en-names", "en-names-kinds"]) {
  put(readFileSync(new URL(`../data/${name}.pack`, import.meta.url)));
  if (!engine.pack()) throw new Error(`${name} is no pack`);
}
const bytes = Buffer.from(text);
put(bytes);
const length = engine.weigh();
const told = Buffer.from(engine.memory.buffer, engine.weight(), length).toString();
const columns = told.trim().split("\n").map((line) => line.split("\t")).slice(1);
const share = (/** @type {number} */ n) => (n / bytes.length).toFixed(2).padStart(6);

console.log(`\nA finished corpus in Wasm, ${(bytes.length / 1e6).toFixed(1)} MB, ${what}: bytes a byte of text, beside the text`);
for (const [name, n] of columns) console.log(`  ${name.padEnd(32)} ${share(Number(n))}`);
console.log(`  ${"in all".padEnd(32)} ${share(columns.reduce((sum, [, n]) => sum + Number(n), 0))} (3)`);
