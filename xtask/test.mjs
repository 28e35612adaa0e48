/** `npm test`: everything, in order of how soon it can say what is wrong; what needs no other's result at the same time. */
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { needs, root } from "./steps.mjs";
import { printSizes } from "./sizes.mjs";

needs({ browsers: true });
const began = Date.now();
let passed = 0;
const failed = [];

/** Runs a command; gives whether all was well, and what it said. */
function ran(command, args, env) {
  return new Promise((resolve) => {
    let said = "";
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
    child.on("error", (error) => resolve({ good: false, said: `${said}${error.message}` }));
    child.on("close", (code) => resolve({ good: code === 0, said }));
  });
}

/** One step: a command, or a function that gives whether all is well. */
async function step(what, command, args = [], env = {}) {
  const start = Date.now();
  const { good, said } = typeof command === "function" ? { good: command(), said: "" } : await ran(command, args, env);
  console.log(`${good ? "ok    " : "FAILED"} ${what} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (good) passed++;
  else {
    failed.push(what);
    console.log(said.split("\n").slice(-120).join("\n"));
  }
  return good;
}

const tests = (folder) => readdirSync(join(root, folder)).filter((f) => f.endsWith(".test.mjs")).map((f) => `${folder}/${f}`);
const strict = { RUSTDOCFLAGS: "-D warnings" };

async function rust() {
  await step("format", "cargo", ["fmt", "--all", "--check"]);
  await step("language packs are fresh", "cargo", ["xtask", "check-packs"]);
  await step("clippy", "cargo", ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]);
  await step("clippy for Wasm", "cargo", ["clippy", "--quiet", "--target", "wasm32-unknown-unknown", "--lib", "--", "-D", "warnings"]);
  await step("Rust tests", "cargo", ["test", "--quiet", "--workspace"]);
  await step("Rust documentation", "cargo", ["doc", "--quiet", "--no-deps", "--package", "comention"], strict);
}

async function javascript() {
  if (!(await step("engine, types and page are built", "node", ["xtask/build.mjs"]))) return false;
  await step("package, both clients, parity", "node", ["--test", "--test-reporter=spec", ...tests("tests/js")]);
  return true;
}

const [, built] = await Promise.all([rust(), javascript()]);
if (built) {
  // Alone: a browser that waits for the processor is not what is tested.
  await step("the page in Chromium and Firefox", "node", ["--test", "--test-reporter=spec", "--test-concurrency=1", ...tests("tests/site")]);
  await step("sizes within their limits", printSizes);
}

console.log(`\n${((Date.now() - began) / 60000).toFixed(1)} minutes`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exit(failed.length ? 1 : 0);
