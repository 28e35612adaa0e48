/** The package's types, its floors, and what the page may import. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { it } from "node:test";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);
const files = (folder) => readdirSync(new URL(folder, root), { recursive: true }).map(String).filter((f) => f.endsWith(".js")).map((f) => `${folder}${f}`);
const imports = (path) => [...readFileSync(new URL(path, root), "utf8").matchAll(/^\s*(?:import|(?:import|export)\b[^;"]*\bfrom)\s*"([^"]+)"|\bimport\s*\(\s*"([^"]+)"/gm)].map((m) => m[1] ?? m[2]);

it("the page knows the engine only as the package", () => {
  for (const path of files("www/")) {
    for (const name of imports(path)) {
      const inside = name.startsWith(".") && new URL(name, new URL(path, root)).href.startsWith(new URL("www/", root).href);
      assert.ok(inside || /^(comention|sigma|entities\/decode|pdfjs-dist\/.+)$/.test(name), `${path} imports ${name}`);
    }
  }
});

it("the package imports nothing but itself and Node, and what reads files only where files are read", () => {
  for (const path of files("js/")) {
    for (const name of imports(path)) {
      const reading = path.startsWith("js/input/") && /^(\.\.\/(?:errors|types)\.js|chardet|fflate|htmlparser2|papaparse|postal-mime)$/.test(name);
      assert.ok(reading || /^(\.\/(?:input\/)?[a-z0-9-]+\.js|\.\.\/pkg\/comention\.js|node:[a-z_/]+)$/.test(name), `${path} imports ${name}`);
    }
  }
  // Whoever reads no file does not load what reads them.
  for (const path of ["js/index.js", "js/node.js"]) assert.doesNotMatch(readFileSync(new URL(path, root), "utf8"), /from "\.\/input\//);
});

it("Node loads the package as one file, of these sources, with the same names", async () => {
  const changed = (/** @type {string} */ path) => statSync(new URL(path, root)).mtimeMs;
  const built = changed("lib/node.js");
  for (const path of [...files("js/"), "pkg/comention.js"]) assert.ok(changed(path) <= built, `${path} is newer than lib/node.js: npm run build`);
  assert.deepEqual(Object.keys(await import("comention")), Object.keys(await import("../../js/node.js")));
  // Not `node:fs` either, an import of which takes a while: see `disk.js`.
  assert.deepEqual(imports("lib/node.js"), []);
});

it("the public types are those that were agreed", () => {
  const now = readFileSync(new URL("types/types.d.ts", root), "utf8");
  const agreed = readFileSync(new URL("tests/api.d.ts", root), "utf8");
  assert.equal(now, agreed, `the types of the package changed: if that is meant, copy types/types.d.ts to ${fileURLToPath(new URL("tests/api.d.ts", root))}`);
});
