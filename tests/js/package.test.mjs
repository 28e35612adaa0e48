/** What is published: the tarball, installed in an empty folder, runs the README's example and bundles. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** @param {string} cwd @param {string} command @param {string[]} args @param {string} [input] */
function run(cwd, command, args, input) {
  const done = spawnSync(command, args, { cwd, encoding: "utf8", input });
  assert.equal(done.status, 0, `${command} ${args.join(" ")}: ${done.stderr}${done.stdout}`);
  return done.stdout;
}

it("installs, runs the README's example, answers on the command line, and bundles with Vite", () => {
  const folder = mkdtempSync(join(tmpdir(), "comention-"));
  try {
    run(root, "npm", ["pack", "--silent", "--pack-destination", folder]);
    const tarball = readdirSync(folder).find((f) => f.endsWith(".tgz"));
    writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
    run(folder, "npm", ["install", "--silent", "--no-fund", "--no-audit", "--prefer-offline", `./${tarball}`]);
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const example = /```js\n([^]*?)```/.exec(readme)?.[1];
    assert.ok(example, "the README has an example");
    writeFileSync(join(folder, "example.mjs"), example);
    assert.match(run(folder, "node", ["example.mjs"]), /Wang Yi/);
    const article = readFileSync(join(root, "www/public/samples/one.txt"), "utf8");
    assert.match(run(folder, "npx", ["comention", "-"], article), /Amara Osei/);
    const report = JSON.parse(run(folder, "npx", ["comention", "--json", "-"], article));
    assert.equal(report.articles.length, 1);
    writeFileSync(join(folder, "index.html"), '<script type="module" src="./main.js"></script>');
    writeFileSync(join(folder, "main.js"), 'import { createComention } from "comention"; createComention().then((c) => { document.title = c.version; });');
    run(folder, "node", [join(root, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"]);
    const assets = readdirSync(join(folder, "dist/assets"));
    assert.ok(assets.some((f) => f.endsWith(".wasm")) && assets.some((f) => f.startsWith("worker")), assets.join(", "));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
