/** `npm test`: everything, in order of how soon it can say what is wrong. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { buildEngine, buildPage, buildTypes, give, needs, root } from "./steps.mjs";
import { printSizes } from "./sizes.mjs";

needs({ browsers: true });
const began = Date.now();
let passed = 0;
const failed = [];

/** One step: a command, or a function that gives whether all is well. */
function step(what, command, args = [], env = {}) {
  const start = Date.now();
  let good;
  let said = "";
  if (typeof command === "function") good = command();
  else {
    const done = spawnSync(command, args, { cwd: root, encoding: "utf8", env: { ...process.env, ...env }, maxBuffer: 1 << 28 });
    good = done.status === 0;
    said = `${done.stdout ?? ""}${done.stderr ?? ""}${done.error?.message ?? ""}`;
  }
  console.log(`${good ? "ok    " : "FAILED"} ${what} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (good) passed++;
  else {
    failed.push(what);
    console.log(said.split("\n").slice(-120).join("\n"));
  }
}

const tests = (folder) => readdirSync(join(root, folder)).filter((f) => f.endsWith(".test.mjs")).map((f) => `${folder}/${f}`);
const strict = { RUSTDOCFLAGS: "-D warnings" };

step("format", "cargo", ["fmt", "--all", "--check"]);
step("language packs are fresh", "cargo", ["xtask", "check-packs"]);
step("clippy", "cargo", ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]);
step("clippy for Wasm", "cargo", ["clippy", "--quiet", "--target", "wasm32-unknown-unknown", "--lib", "--", "-D", "warnings"]);
step("Rust tests", "cargo", ["test", "--quiet", "--workspace"]);
step("Rust documentation", "cargo", ["doc", "--quiet", "--no-deps", "--package", "comention"], strict);
try {
  buildEngine();
  buildTypes();
  buildPage();
} catch (error) {
  give(`the build failed: ${error.message}`);
}
step("the page was built", () => existsSync(join(root, "dist/index.html")));
step("package, both clients, parity", "node", ["--test", "--test-reporter=spec", ...tests("tests/js")]);
step("the page in Chromium and Firefox", "node", ["--test", "--test-reporter=spec", "--test-concurrency=1", ...tests("tests/site")]);
step("sizes within their limits", printSizes);

console.log(`\n${((Date.now() - began) / 60000).toFixed(1)} minutes`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exit(failed.length ? 1 : 0);
