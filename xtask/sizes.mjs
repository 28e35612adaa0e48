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

/**
 * What is delivered, in bytes. Above its `limit` a size fails the check: limits are what was reached, and
 * are only ever lowered, until they are at the `goal`.
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
  // What draws the network of many names comes when there is one, large icons when the page is installed.
  const later = (f) => /network-stage|icon-/.test(f);
  const [packs, page] = [all.filter((f) => f.endsWith(".pack")), all.filter((f) => !f.endsWith(".pack"))];
  return [
    sum("English .wasm", ["pkg/comention_bg.wasm"], 253_000, 120_000),
    sum("package JavaScript", ["js", "pkg/comention.js"], null, null),
    sum("first load", page.filter((f) => !later(f)), 298_000, 250_000),
    sum("on demand", page.filter(later), 40_000, 40_000),
    sum("page as one file", [alone], 495_000, 400_000),
    ...packs.filter((f) => !/\/(zh|en-names)/.test(f)).map((f) => sum(`pack ${f.split("/").at(-1).slice(0, 2)}`, [f], 15_000, 6_000)).sort((a, b) => b.brotli - a.brotli).slice(0, 1),
    sum("names of English", packs.filter((f) => f.includes("/en-names")), 28_000, 28_000),
    sum("packs of Chinese", packs.filter((f) => /\/zh/.test(f)), 700_000, 480_000),
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
