/** What the scripts share: running steps aloud, and seeing to what they need. Only Node's own modules. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Ends the script with a reason and the command that mends it. */
export function give(up, mend) {
  console.error(`\n${up}${mend ? `\n  ${mend}` : ""}`);
  process.exit(1);
}

/** Runs a command; says what for. Gives its output when `quiet`. */
export function run(what, command, args, { quiet = false, optional = false, env = {} } = {}) {
  if (!quiet) console.log(`· ${what}`);
  const done = spawnSync(command, args, { cwd: root, stdio: quiet ? "pipe" : "inherit", encoding: "utf8", env: { ...process.env, ...env }, maxBuffer: 1 << 28 });
  if (optional) return done;
  if (done.error) give(`${what}: ${command} could not be run (${done.error.message}).`);
  if (done.status !== 0) give(`${what} failed: ${command} ${args.join(" ")}`, quiet ? done.stderr : undefined);
  return done;
}

const has = (command, ...args) => spawnSync(command, args, { encoding: "utf8", cwd: root }).status === 0;

/** Rust with the Wasm target, and what npm installs. */
export function needs({ browsers = false } = {}) {
  if (Number(process.versions.node.split(".")[0]) < 20) give(`Node ${process.versions.node} is too old: comention is built with Node 20 or later.`, "https://nodejs.org");
  if (!has("cargo", "--version")) give("Rust is missing: the engine is written in it.", "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh");
  if (has("rustup", "--version")) {
    const targets = spawnSync("rustup", ["target", "list", "--installed"], { encoding: "utf8", cwd: root }).stdout ?? "";
    if (!targets.includes("wasm32-unknown-unknown")) run("adding Rust's Wasm target", "rustup", ["target", "add", "wasm32-unknown-unknown"]);
  } else if (!existsSync(join(spawnSync("rustc", ["--print", "sysroot"], { encoding: "utf8" }).stdout.trim(), "lib/rustlib/wasm32-unknown-unknown"))) {
    give("Rust's Wasm target is missing, and there is no rustup to add it.", "Install Rust by rustup, then: rustup target add wasm32-unknown-unknown");
  }
  const lock = join(root, "node_modules/.package-lock.json");
  if (!existsSync(lock) || statSync(lock).mtimeMs < statSync(join(root, "package-lock.json")).mtimeMs) run("installing npm packages", "npm", ["ci", "--no-fund", "--no-audit"]);
  if (browsers) return needBrowsers();
}

const BROWSERS = { chrome: ["chromium", "chromium-browser", "google-chrome"], firefox: ["firefox-esr", "firefox"] };

/** Where a browser is, or nothing. */
export function browserPath(name) {
  for (const command of BROWSERS[name]) {
    const found = spawnSync("which", [command], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  return null;
}

function needBrowsers() {
  const missing = Object.keys(BROWSERS).filter((name) => !browserPath(name));
  if (missing.length === 0) return;
  const packages = missing.map((name) => BROWSERS[name][name === "firefox" ? 0 : 0]);
  if (process.getuid?.() === 0 && has("apt-get", "--version")) {
    run("updating apt's lists", "apt-get", ["update", "-qq"], { quiet: true });
    run(`installing ${packages.join(" and ")}`, "apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { quiet: true, env: { DEBIAN_FRONTEND: "noninteractive" } });
  } else {
    give(`The tests need ${packages.join(" and ")}.`, `sudo apt-get install ${packages.join(" ")}`);
  }
}

/** The newest change under some paths, in ms. */
export function newest(...paths) {
  let last = 0;
  for (const path of paths.map((p) => join(root, p))) {
    if (!existsSync(path)) continue;
    const stat = statSync(path);
    if (stat.isDirectory()) for (const name of readdirSync(path)) last = Math.max(last, newest(join(path, name).slice(root.length)));
    else last = Math.max(last, stat.mtimeMs);
  }
  return last;
}

/**
 * What rustc takes for granted of a Wasm engine, and nothing newer. Functions stay functions even where only one
 * place calls them: what runs for long in one call would stay in the browser's first, slow translation of it. The first kilobyte of memory is the far end of the stack.
 */
const WASM_OPT = ["-O3", "--converge", "--low-memory-unused", "--one-caller-inline-max-function-size=40", "--flexible-inline-max-function-size=0", "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext", "--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue", "--strip-producers", "--strip-target-features"];

/** How cargo builds for Wasm. */
function wasmFlags() {
  // Where things lie on this machine is nobody's business, and the same sources give the same bytes anywhere.
  const home = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  const sysroot = spawnSync("rustc", ["--print", "sysroot"], { cwd: root, encoding: "utf8" }).stdout.trim();
  const paths = [[home, "cargo"], [sysroot, "rust"], [root.replace(/\/$/, ""), "."]].map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
  // Less is put inline than rustc would: an eighth less to send, and no slower.
  // And what reaches what is left in the file, so that it can be cut in two.
  return { CARGO_ENCODED_RUSTFLAGS: [...paths, "-Cllvm-args=-inline-threshold=50", "-Clink-arg=--emit-relocs"].join("\x1f") };
}

/** The engine: cargo, glue, wasm-opt; only when something changed. */
export function buildEngine() {
  const sources = newest("src", "data", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml", "xtask/src");
  if (newest("pkg/comention_bg.wasm") > sources) return console.log("· the engine is up to date");
  run("building the engine (Rust to Wasm)", "cargo", ["build", "--release", "--target", "wasm32-unknown-unknown", "--lib", "--quiet"], { env: wasmFlags() });
  run("making the JavaScript glue, and two parts", "cargo", ["xtask", "bindgen"]);
  // The .wasm comes last and at once: it is what tells whether the engine is up to date.
  const [glue, pkg] = [join(root, "target/glue"), join(root, "pkg")];
  rmSync(pkg, { recursive: true, force: true });
  mkdirSync(pkg);
  const optimised = (part) => join(glue, `optimised_${part}.wasm`);
  for (const part of ["more", "bg"]) run("optimising the Wasm", "node", ["node_modules/binaryen/bin/wasm-opt", ...WASM_OPT, join(glue, `comention_${part}.wasm`), "-o", optimised(part)]);
  for (const name of ["comention.js", "comention.d.ts"]) copyFileSync(join(glue, name), join(pkg, name));
  copyFileSync(optimised("more"), join(pkg, "comention_more.wasm"));
  copyFileSync(optimised("bg"), join(pkg, "engine.part"));
  renameSync(join(pkg, "engine.part"), join(pkg, "comention_bg.wasm"));
}

/** The engine's segmentation beside another, for a benchmark: built as the engine is. */
export function buildSegmentBench() {
  run("building the benchmark of segmentation", "cargo", ["build", "--release", "--target", "wasm32-unknown-unknown", "--package", "comention-bench", "--quiet"], { env: wasmFlags() });
  mkdirSync(join(root, "target/bench"), { recursive: true });
  run("optimising it", "node", ["node_modules/binaryen/bin/wasm-opt", ...WASM_OPT, join(root, "target/wasm32-unknown-unknown/release/comention_bench.wasm"), "-o", join(root, "target/bench/segment.wasm")]);
}

/** What Node loads of the package, in `lib/`; only when something changed. */
export function buildNode() {
  if (newest("lib/node.js") > newest("js", "pkg", "xtask/node.mjs")) return console.log("· what Node loads is up to date");
  run("writing what Node loads", "node", ["xtask/node.mjs"]);
}

/** The types of the package, from its comments. */
export function buildTypes() {
  run("writing the package's types", "node", ["node_modules/typescript/bin/tsc", "-p", "js/tsconfig.json"]);
}

/** The page, as a folder of static files. */
export function buildPage() {
  const sources = newest("www", "js", "pkg", "docs/measures.md", "vite.config.js", "xtask/alone.mjs", "xtask/leaner.mjs", "xtask/measures.mjs", "xtask/offline.mjs");
  if (newest("dist/index.html") > sources) return console.log("· the page is up to date");
  run("building the page into dist/", "node", ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"]);
  run("making the page on the measures", "node", ["xtask/measures.mjs"]);
  run("making the page as one file", "node", ["xtask/alone.mjs"]);
  run("listing what is kept offline", "node", ["xtask/offline.mjs"]);
}

export const version = () => JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
