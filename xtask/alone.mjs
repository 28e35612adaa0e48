/** `dist/comention.html`: the page as one file that runs from a disk, made of what is in `dist/`. */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { lessOfSigma, oneListOfEntities } from "./leaner.mjs";
import { root } from "./steps.mjs";

const dist = join(root, "dist");
const own = (path) => join(root, "www/alone", path);

/** What fetches has another in its place that has it at hand. */
const PLACES = { "js/packs.js": own("packs.js"), "www/samples.js": own("samples.js"), "www/input/pdf.js": own("pdf.js") };
const inPlace = {
  name: "in-place",
  enforce: "pre",
  async resolveId(source, importer) {
    if (source === "comention") return importer === own("engine.js") ? join(root, "js/index.js") : own("engine.js");
    const found = importer && source.startsWith(".") ? await this.resolve(source, importer, { skipSelf: true }) : null;
    return found ? (PLACES[found.id.slice(root.length)] ?? found) : null;
  },
};

/** One script without imports. @param {string} entry @param {"es" | "iife"} format */
async function bundled(entry, format) {
  const { output } = await build({
    root: join(root, "www"),
    configFile: false,
    mode: "alone",
    logLevel: "warn",
    publicDir: false,
    plugins: [inPlace, oneListOfEntities, lessOfSigma],
    build: { write: false, target: "es2022", assetsInlineLimit: 0, modulePreload: false, rollupOptions: { input: join(root, entry), output: { format, codeSplitting: false } } },
  });
  const scripts = output.filter((o) => o.type === "chunk");
  if (scripts.length !== 1) throw new Error(`${entry}: got ${scripts.length} scripts, expected 1`);
  return scripts[0].code;
}

/**
 * Bytes as text: those below 128 as they are, but for what HTML reads otherwise (NUL, carriage return, `<`); these and
 * the others 256 characters further on. In this way what sends the file packs them nearly as well as the bytes
 * themselves, a sixth better than base64 of gzip.
 */
const block = (name, bytes) => `<script type="application/octet-stream" id="part-${name}">${Array.from(bytes, (byte) => String.fromCharCode(byte < 128 && ![0, 13, 60].includes(byte) ? byte : 256 + byte)).join("")}</script>`;

/** Texts as they are: what sends the file packs them better than they would be packed here. No text of a pack can end a script. */
const data = (name, text) => `<script type="application/json" id="part-${name}">${text.replaceAll("<", "\\u003c")}</script>`;

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What the one file goes without: dictionaries, which are larger than all the rest, and the languages that came last. */
const ABSENT = /^(zh|ja-words|th|en-frequencies|bg|cs|da|el|fi|he-[^a]|hu|no|ro|vi)/;

/** The packs of the other languages, and pronouns. */
function packs() {
  const found = {};
  for (const name of readdirSync(join(dist, "assets")).filter((f) => f.endsWith(".pack") && !ABSENT.test(f)).sort()) {
    (found[/^he-and-she|^../.exec(name)?.[0] ?? ""] ??= []).push(readFileSync(join(dist, "assets", name), "utf8"));
  }
  return JSON.stringify(found);
}

export async function writeAlone() {
  // What would end a script, within a text of it: a backslash more says the same.
  const within = (code) => code.replace(/<(\/script|!--)/gi, "<\\$1");
  const [page, worker] = [within(await bundled("www/main.js", "es")), await bundled("js/worker.js", "iife")];
  const style = readdirSync(join(dist, "assets")).filter((f) => f.endsWith(".css")).map((f) => readFileSync(join(dist, "assets", f), "utf8").trim()).join("\n");
  // Those that the page offers.
  const samples = ["one.txt", "twelve.txt"];
  const policy = `default-src 'none'; script-src ${hash(page)} 'wasm-unsafe-eval'; style-src ${hash(style)}; worker-src blob:; img-src data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default parser`;
  const icon = `data:image/svg+xml;base64,${readFileSync(join(dist, "icon.svg")).toString("base64")}`;
  const parts = [
    block("engine", readFileSync(join(root, "pkg/comention_bg.wasm"))),
    block("more", readFileSync(join(root, "pkg/comention_more.wasm"))),
    data("worker", JSON.stringify(worker)),
    data("packs", packs()),
    ...samples.map((f) => data(`sample-${basename(f, ".txt")}`, JSON.stringify(readFileSync(join(dist, "samples", f), "utf8")))),
  ];
  const html = readFileSync(join(dist, "index.html"), "utf8")
    .replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, head) => head + policy)
    .replace(/ *<link rel="(?!icon)[^>]*>\n?/g, "")
    .replace(/ *<script type="module"[^>]*><\/script>\n?/, "")
    .replace(/ *<footer class="hosted">[^]*?<\/footer>\n?/, "")
    .replace('href="./icon.svg"', `href="${icon}"`)
    .replace("</head>", () => `<style>${style}</style>\n</head>`)
    .replace("</body>", () => `${parts.join("\n")}\n<script type="module">${page}</script>\n</body>`);
  const outside = /<(?:link|script|img|a)\b[^>]*(?:src|href)="(?!data:|#)[^"]*"/.exec(html.replace(/<script\b[^>]*>[^]*?<\/script>/g, ""));
  if (outside) throw new Error(`the one file is not alone: ${outside[0]}`);
  writeFileSync(join(dist, "comention.html"), html);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeAlone();
