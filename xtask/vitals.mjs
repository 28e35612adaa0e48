/**
 * `node xtask/vitals.mjs [FILE]`: what a person waits for, measured in Chromium and Firefox on this machine from
 * `dist/`, and what is good practice; printed, and compared with nothing. With a FILE also how it is to have it read.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { launch } from "../tests/site/browsers.mjs";
import { serve } from "./serve.mjs";
import { root } from "./steps.mjs";

const dist = join(root, "dist");
const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const VIEWS = ["overview", "articles", "names", "when", "where", "compare"];

/** For a tenth of all pages and for half of them, on desktops, and the weight, as Lighthouse 12 has it (its speed index is left out). */
const CURVES = { FCP: [934, 1600, 10], LCP: [1200, 2400, 25], TBT: [150, 350, 30], CLS: [0.1, 0.25, 25] };

/** The share of a normal distribution above z (Abramowitz & Stegun 26.2.17). @param {number} z */
function above(z) {
  if (z < 0) return 1 - above(-z);
  const k = 1 / (1 + 0.2316419 * z);
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * k * (0.31938153 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
}

/** 0 to 100, on a logarithmic normal curve. @param {string} name @param {number} value */
function score(name, value) {
  const [tenth, half] = CURVES[name];
  return 100 * above((Math.log(Math.max(value, 1e-6) / half) / Math.log(half / tenth)) * 1.2815515655);
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const ms = (n) => (n === undefined || n === null ? "not known here" : `${Math.round(n)} ms`);

/** Before anything of the page runs: keeps what the browser tells of its work. */
function watchWork() {
  const seen = (globalThis.work = { tasks: [], shift: 0, largest: 0 });
  const watch = (type, each) => PerformanceObserver.supportedEntryTypes.includes(type) && new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  watch("longtask", (e) => seen.tasks.push([e.startTime, e.duration]));
  watch("layout-shift", (e) => { if (!e.hadRecentInput) seen.shift += e.value; });
  watch("largest-contentful-paint", (e) => { seen.largest = e.startTime; });
  globalThis.blocked = (from) => seen.tasks.filter(([at]) => at >= from).reduce((sum, [, long]) => sum + Math.max(0, long - 50), 0);
}

/** The first load, with nothing kept. */
async function load(browser, address) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.evaluateOnNewDocument(watchWork);
  const got = [];
  const complaints = [];
  page.on("response", (r) => { if (r.url().startsWith("http")) got.push(r.url()); });
  page.on("console", (m) => ["error", "warn"].includes(m.type()) && complaints.push(m.text()));
  page.on("pageerror", (e) => complaints.push(String(e)));
  await page.goto(address);
  await page.waitForSelector("#sample-one");
  await wait(3000);
  const figures = await page.evaluate(() => {
    const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
    const known = PerformanceObserver.supportedEntryTypes;
    return { FCP: first, LCP: known.includes("largest-contentful-paint") ? globalThis.work.largest : undefined, TBT: known.includes("longtask") ? globalThis.blocked(first ?? 0) : undefined, CLS: known.includes("layout-shift") ? globalThis.work.shift : undefined };
  });
  const sizes = [...new Set(got)].map((url) => new URL(url)).map((url) => (url.origin === new URL(address).origin ? readFileSync(join(dist, url.pathname === "/" ? "index.html" : url.pathname)) : Buffer.alloc(0)));
  const elsewhere = got.filter((url) => new URL(url).origin !== new URL(address).origin);
  return { page, figures, complaints, elsewhere, files: sizes.length, raw: sizes.reduce((n, b) => n + b.length, 0), sent: sizes.reduce((n, b) => n + brotliCompressSync(b).length, 0) };
}

/** From the paste to the picture with its first results, in ms; and the longest task of the page until all is drawn. */
const pasted = (page, text) => page.evaluate((value) => new Promise((resolve) => {
  const box = document.querySelector("#paste");
  const status = document.querySelector(".status");
  delete status.dataset.kind;
  const began = performance.now();
  globalThis.work.tasks.length = 0;
  const seen = new MutationObserver(() => {
    if (status.dataset.kind !== "done" || !document.querySelector("pairs-view .card-body > *")) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => {
      const painted = performance.now() - began;
      setTimeout(() => resolve({ painted, longest: Math.max(0, ...globalThis.work.tasks.map(([, long]) => long)) }), 1000);
    }));
  });
  seen.observe(document.querySelector("#results"), { childList: true, subtree: true, attributes: true });
  box.value = value;
  box.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
}), text);

/** What axe says of every view, light and dark. */
async function accessible(page) {
  await page.evaluate(axe);
  const found = [];
  for (const theme of ["light", "dark"]) {
    if ((await page.evaluate(() => document.documentElement.dataset.theme)) !== theme) await page.click("#theme");
    for (const view of VIEWS) {
      await page.click(`#tab-${view}`);
      await page.waitForSelector(`#view-${view}:not([hidden])`);
      await wait(300);
      const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
      found.push({ view, theme, passed: passes.length, violations: violations.map((v) => v.id) });
    }
  }
  return found;
}

/** What is good practice and can be looked up. */
const practice = (page) => page.evaluate(() => ({
  "a policy of content": Boolean(document.querySelector('meta[http-equiv="Content-Security-Policy"]')),
  "Trusted Types are required": /require-trusted-types-for/.test(document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? ""),
  "a doctype, a character set, a language": document.compatMode === "CSS1Compat" && document.characterSet === "UTF-8" && document.documentElement.lang !== "",
  "a viewport that may be zoomed": /width=device-width/.test(document.querySelector("meta[name=viewport]")?.getAttribute("content") ?? "") && !/user-scalable|maximum-scale/.test(document.querySelector("meta[name=viewport]")?.getAttribute("content") ?? ""),
  "a title, a description, an icon, a manifest": Boolean(document.title && document.querySelector("meta[name=description]") && document.querySelector("link[rel=icon]") && document.querySelector("link[rel=manifest]")),
  "no link over plain http": [...document.querySelectorAll("[href], [src]")].every((e) => !/^http:\/\/(?!localhost)/.test(e.href ?? e.src ?? "")),
}));

/** How it is to have a file read: pictures that came late, and what the page was busy with. */
async function readFileIn(page, file) {
  await page.evaluate(() => {
    const late = (globalThis.late = []);
    let last = performance.now();
    const next = () => { const now = performance.now(); late.push(now - last); last = now; if (!globalThis.enough) requestAnimationFrame(next); };
    requestAnimationFrame(next);
    globalThis.work.tasks.length = 0;
    const status = document.querySelector(".status");
    delete status.dataset.kind;
    globalThis.began = performance.now();
    globalThis.first = 0;
    new MutationObserver(() => { if (!globalThis.first && status.dataset.kind === "working" && document.querySelector("articles-view tbody tr")) globalThis.first = performance.now() - globalThis.began; }).observe(document.querySelector("#results"), { childList: true, subtree: true });
  });
  await (await page.$("paste-box input[type=file]:not([webkitdirectory])")).uploadFile(file);
  await page.waitForSelector('.status[data-kind="done"]', { timeout: 600_000 });
  return page.evaluate(() => {
    globalThis.enough = true;
    const sorted = [...globalThis.late].sort((a, b) => a - b);
    return { all: performance.now() - globalThis.began, first: globalThis.first, pictures: sorted.length, middle: sorted[sorted.length >> 1], late: sorted.filter((x) => x > 50).length, latest: sorted.at(-1), busy: globalThis.work.tasks.length, longest: Math.max(0, ...globalThis.work.tasks.map(([, long]) => long)), memory: performance.memory?.usedJSHeapSize, said: document.querySelector(".status").textContent };
  });
}

const file = process.argv[2];
const site = await serve(dist, { port: 0 });
for (const name of /** @type {const} */ (["chrome", "firefox"])) {
  const browser = await launch(name);
  const { page, figures, complaints, elsewhere, files, raw, sent } = await load(browser, site.address);
  console.log(`\n${name}: the first load, on this machine, from this machine`);
  for (const [measure, value] of Object.entries(figures)) console.log(`  ${measure}  ${measure === "CLS" ? (value?.toFixed(4) ?? "not known here") : ms(value)}${value === undefined ? "" : `, ${score(measure, value).toFixed(0)} of 100`}`);
  const known = Object.entries(figures).filter(([, value]) => value !== undefined);
  console.log(`  performance  ${(known.reduce((sum, [m, value]) => sum + score(m, value) * CURVES[m][2], 0) / known.reduce((sum, [m]) => sum + CURVES[m][2], 0)).toFixed(0)} of 100 (without the speed index)`);
  console.log(`  ${files} files, ${(raw / 1000).toFixed(1)} kB, by brotli ${(sent / 1000).toFixed(1)} kB; the names of English with them`);
  for (const sample of ["one", "twelve"]) {
    const text = readFileSync(join(root, `www/public/samples/${sample}.txt`), "utf8");
    const times = [];
    for (let i = 0; i < 5; i++) times.push(await pasted(page, text));
    const sorted = times.map((x) => x.painted).sort((a, b) => a - b);
    console.log(`  sample ${sample}: results painted after ${ms(times[0].painted)} the first time, ${ms(sorted[2])} the middle one of five; longest task ${name === "chrome" ? ms(Math.max(...times.map((x) => x.longest))) : "not known here"}`);
  }
  const views = await accessible(page);
  const wrong = views.filter((v) => v.violations.length);
  console.log(`  accessibility by axe: ${views.length - wrong.length} of ${views.length} views without a violation${wrong.map((v) => `\n    ${v.view}, ${v.theme}: ${v.violations.join(", ")}`).join("")}`);
  const kept = Object.entries({ ...(await practice(page)), "nothing in the console": complaints.length === 0, "nobody else is asked": elsewhere.length === 0 });
  console.log(`  good practice: ${kept.filter(([, good]) => good).length} of ${kept.length}${kept.filter(([, good]) => !good).map(([what]) => `\n    not: ${what}`).join("")}${complaints.map((c) => `\n    ${c}`).join("")}`);
  if (file) {
    const r = await readFileIn(page, file);
    console.log(`  ${file}: first results after ${ms(r.first)}, all after ${ms(r.all)} (${r.said}); ${r.pictures} pictures, every ${r.middle.toFixed(1)} ms, ${r.late} later than 50 ms, the latest ${ms(r.latest)}; ${name === "chrome" ? `${r.busy} tasks above 50 ms, the longest ${ms(r.longest)}; heap ${(r.memory / 1e6).toFixed(0)} MB` : ""}`);
  }
  await browser.close();
}
site.close();
