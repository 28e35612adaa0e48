/** Sizes of what is delivered, raw and as brotli sends it, against their budgets. */
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

/** @returns {Array<{ what: string, raw: number, brotli: number, budget: number | null }>} */
export function sizes() {
  const sum = (what, paths, budget) => {
    const all = paths.flatMap(files).map((f) => readFileSync(f));
    return { what, raw: all.reduce((n, b) => n + b.length, 0), brotli: all.reduce((n, b) => n + brotli(b), 0), budget };
  };
  const page = files("dist").map((f) => f.slice(root.length)).filter((f) => !f.includes("samples/"));
  return [
    sum("English .wasm", ["pkg/comention_bg.wasm"], 120_000),
    sum("package JavaScript", ["js", "pkg/comention.js"], null),
    sum("whole page", page, 250_000),
  ];
}

/** Prints the sizes; gives whether all are within budget. */
export function printSizes() {
  let good = true;
  for (const { what, raw, brotli, budget } of sizes()) {
    const within = budget === null || brotli <= budget;
    good &&= within;
    const kb = (n) => `${(n / 1000).toFixed(1)} kB`;
    console.log(`  ${what.padEnd(20)} ${kb(raw).padStart(10)} raw ${kb(brotli).padStart(10)} brotli${budget ? `  (budget ${kb(budget)}${within ? "" : ": EXCEEDED"})` : ""}`);
  }
  return good;
}
