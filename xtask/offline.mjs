/** The service worker of the page: `www/offline/service-worker.js` with the list of what was built before it. */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./steps.mjs";

/** What is larger, and not the engine, waits until it is wanted. In bytes. */
const LARGE = 300_000;

const files = (folder, under = "") => readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
  const path = under + entry.name;
  return entry.isDirectory() ? files(folder, `${path}/`) : [path];
});

/**
 * What is kept at once, and what only when it was fetched: packs of languages other than English, and what is large.
 * @param {string} folder
 */
export function parts(folder) {
  const all = files(folder).filter((f) => !/^(service-worker\.js|comention\.html)$/.test(f)).sort();
  const waits = (f) => /\/pdf\b/.test(f) || (f.endsWith(".pack") ? !f.includes("/en-names-") : !f.endsWith(".wasm") && statSync(join(folder, f)).size > LARGE);
  const first = all.filter((f) => !waits(f));
  const later = all.filter(waits);
  const hash = createHash("sha256");
  for (const f of all) hash.update(`${f}\n`).update(readFileSync(join(folder, f)));
  // The page is asked for by its folder: some hosts redirect `index.html`, and a redirect cannot be kept.
  return { version: hash.digest("hex").slice(0, 16), first: first.map((f) => (f === "index.html" ? "./" : f)), later };
}

/** @param {string} [folder] */
export function writeServiceWorker(folder = join(root, "dist")) {
  const code = readFileSync(join(root, "www/offline/service-worker.js"), "utf8");
  writeFileSync(join(folder, "service-worker.js"), `// Written by xtask/offline.mjs.\nself.build = ${JSON.stringify(parts(folder))};\n${code}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeServiceWorker();
