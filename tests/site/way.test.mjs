/** A person's whole way, in each browser: from a host, then without it, and from one file on a disk. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { serve } from "../../xtask/serve.mjs";
import { launch, uncaught } from "./browsers.mjs";
import { readByNetworkx } from "./networkx.mjs";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** Six articles of two periods: the minister, his colleague and a bank, which has two names. */
const articles = [
  ["2024-03-05", "Ministers meet in Beijing", "Foreign Minister Wang Yi received Sergei Lavrov in Beijing on Tuesday. Wang Yi and Sergei Lavrov spoke of trade. The Corwen Bank sent its chairwoman, Helen Archer."],
  ["2024-03-19", "Talks on the railway go on", "Wang Yi told Sergei Lavrov that the railway would be paid for. Helen Archer of the Corwen Bank agreed with Wang Yi."],
  ["2024-04-02", "A bank opens an office", "The Corwen Bank opened an office in Beijing. Helen Archer thanked Sergei Lavrov for the visit."],
  ["2024-09-03", "Second meeting in Moscow", "Sergei Lavrov received Wang Yi in Moscow. Wang Yi and Sergei Lavrov signed the papers of the railway."],
  ["2024-09-17", "A new name for a lender", "Corwen Lending, as the bank is called now, kept Helen Archer. Corwen Lending has an office in Moscow, Helen Archer said."],
  ["2024-10-01", "The railway is begun", "Wang Yi saw the first rails laid near Moscow. Helen Archer of Corwen Lending stood beside Wang Yi."],
];
const TEXT = articles.map(([date, headline, body]) => `${headline}\n\n${date}\n\n${body}`).join("\n\n---\n\n");

/** @param {any} page */
function person(page) {
  const text = (selector) => page.$eval(selector, (e) => e.textContent);
  const press = (selector) => page.$eval(selector, (e) => e.click());
  const done = () => page.waitForSelector('.status[data-kind="done"]', { timeout: 20_000 });
  const set = async (selector, value) => page.$eval(selector, (e, v) => { e.value = v; e.dispatchEvent(new Event("change")); }, value);
  const rows = () => page.$$eval("names-view tbody tr", (all) => Object.fromEntries(all.map((r) => [r.querySelector(".rename").value, Number(r.querySelector("button[data-term]").textContent)])));
  const saved = async (selector, file) => {
    await page.evaluate(() => { globalThis.savedAs = ""; });
    await press(selector);
    await page.waitForFunction((f) => globalThis.savedAs === f, {}, file);
    return page.evaluate(() => globalThis.saved.text());
  };
  /** Saves a view from its menu. */
  const menu = async (view, format, file) => {
    await page.$$eval(`${view} .menu-items button`, (all, f) => all.find((b) => b.textContent === f).setAttribute("id", "chosen-format"), format);
    const content = await saved("#chosen-format", file);
    await page.$eval("#chosen-format", (e) => e.removeAttribute("id"));
    return content;
  };
  return { text, press, done, set, rows, saved, menu };
}

/** What is saved is kept at hand, in place of a folder. @param {any} page */
const keepSaved = (page) => page.evaluateOnNewDocument(() => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => { globalThis.saved = blob; return make(blob); };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () { if (this.download) globalThis.savedAs = this.download; else click.call(this); };
});

/** From the paste to the report, and back after a reload. @param {any} page @param {(files: { gexf: string, graphml: string, pajek: string }) => void} [networks] */
async function goes(page, networks) {
  const { text, press, done, set, rows, saved, menu } = person(page);
  const before = await page.$eval(".status", (e) => { const was = e.dataset.kind; delete e.dataset.kind; return was; });
  assert.equal(before, "empty");
  await page.$eval("#paste", (e, v) => { e.value = v; e.dispatchEvent(new Event("input")); }, TEXT);
  await done();
  assert.match(await text(".status"), /^6 articles, /);

  // Who is mentioned with Wang Yi? He is chosen in the text, and they stand beside his sentences.
  await page.waitForSelector("reader-view .mention");
  await page.$$eval("reader-view .mention", (all) => all.find((e) => e.textContent === "Wang Yi").click());
  await page.waitForSelector("evidence-panel .partner");
  assert.match(await text("evidence-panel h2"), /^Wang Yi$/);
  assert.match(await text("evidence-panel .partner"), /^Sergei Lavrov 5$/);
  await press("evidence-panel .partner");
  await page.waitForSelector("evidence-panel .two-by-two");
  const sentences = await page.$$eval("evidence-panel .contexts li", (all) => all.map((e) => [...e.querySelectorAll("mark")].map((m) => m.textContent).join()));
  assert.equal(sentences.length, 5);
  for (const marks of sentences) assert.match(marks, /Wang Yi.*Lavrov|Lavrov.*Wang Yi/);

  // The bank has two names.
  await press("#tab-names");
  await page.waitForSelector("names-view .rename");
  const apart = await rows();
  for (const name of ["Corwen Bank", "Corwen Lending"]) await press(`names-view input[type=checkbox][aria-label="Choose: ${name}"]`);
  await press("#names-merge");
  await page.waitForFunction(() => document.querySelectorAll("names-view .rules li").length === 1);
  await page.waitForFunction((n) => [...document.querySelectorAll("names-view tbody tr")].some((r) => /^Corwen/.test(r.querySelector(".rename").value) && Number(r.querySelector("button[data-term]").textContent) === n), {}, apart["Corwen Bank"] + apart["Corwen Lending"]);

  // Within one article, and by another measure.
  const together = () => page.$eval("evidence-panel .two-by-two .key", (e) => Number(e.textContent));
  assert.equal(await together(), 5);
  await page.select("#set-window", "article");
  await page.waitForFunction(() => document.querySelector("evidence-panel .two-by-two .key")?.textContent === "3");
  await page.select("#set-measure", "npmi");
  await page.waitForFunction(() => /window=article.*measure=npmi|measure=npmi.*window=article/.test(location.hash));

  // The autumn beside the spring.
  await press("#tab-compare");
  await page.waitForSelector("#compare-by");
  await page.select("#compare-by", "since");
  await page.waitForSelector("#compare-group[type=date]");
  await set("#compare-group", "2024-09-01");
  await page.waitForFunction(() => /2024-09-01 – …: 3 articles/.test(document.querySelector("compare-view").textContent));
  await page.waitForSelector("compare-view .diverging .bar");
  assert.match(await text("compare-view .diverging"), /Moscow/);

  // What there is, is taken along.
  await press("#tab-overview");
  await page.waitForSelector("#report-save");
  assert.match(await menu("pairs-view", "CSV", "comention-pairs.csv"), /Sergei Lavrov/);
  assert.match(await menu("network-view", "SVG", "comention-network.svg"), /<svg[^]*Wang Yi/);
  const gexf = await menu("network-view", "GEXF", "comention-network.gexf");
  networks?.({ gexf, graphml: await menu("network-view", "GraphML", "comention-network.graphml"), pajek: await menu("network-view", "Pajek", "comention-network.net") });
  assert.match(await saved("#report-save", "comention-report.html"), /<h1>[^]*Sergei Lavrov/);
}

/** What is there after a reload: the texts, the settings, the decision. @param {any} page */
async function foundAgain(page) {
  await person(page).done();
  assert.match(await page.$eval(".status", (e) => e.textContent), /^6 articles, /);
  assert.equal(await page.$eval("#set-window", (e) => e.value), "article");
  await page.$eval("#tab-names", (e) => e.click());
  await page.waitForFunction(() => document.querySelectorAll("names-view .rules li").length === 1);
  await page.waitForFunction(() => [...document.querySelectorAll("names-view tbody tr")].some((r) => r.querySelector(".rename").value === "Sergei Lavrov" && Number(r.querySelector("button[data-term]").textContent) >= 5));
}

for (const name of /** @type {const} */ (["chrome", "firefox"])) {
  describe(name, () => {
    let folder, site, browser;
    /** @type {string[]} */ const complaints = [];
    const opened = async () => {
      const page = await browser.newPage();
      await page.setViewport({ width: 1440, height: 900 });
      uncaught(page, complaints);
      await keepSaved(page);
      return page;
    };
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "comention-way-"));
      cpSync(join(dist, "comention.html"), join(folder, "comention.html"));
      site = await serve(dist, { port: 0, under: "/tools/comention/" });
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      site?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    let page, networks;
    it("from a host", async () => {
      page = await opened();
      await page.goto(site.address);
      await page.waitForSelector('.status[data-kind="empty"]');
      await page.waitForSelector("corpus-bar select");
      await goes(page, (files) => { networks = files; });
    });
    it("the networks are those that networkx reads", (test) => {
      const read = readByNetworkx(networks);
      if (typeof read === "string") return test.skip(read);
      const [first, ...others] = Object.values(read);
      assert.ok(first.names.includes("Wang Yi") && first.links.length > 0 && !first.directed, JSON.stringify(first));
      for (const other of others) assert.deepEqual(other, first);
    });
    it("is found again after a reload, and without the host", async () => {
      await page.waitForSelector('.stand[data-kind="kept"]', { timeout: 10_000 });
      await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", { timeout: 20_000 });
      await page.reload();
      await foundAgain(page);
      site.close();
      await page.reload();
      await foundAgain(page);
    });
    it("the same without the host", async () => {
      await page.$eval("#clear-all", (e) => e.click());
      await page.waitForSelector("dialog.ask button.main");
      await page.$eval("dialog.ask button.main", (e) => e.click());
      await page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
      await page.goto("about:blank");
      await page.goto(site.address);
      await page.waitForSelector('.status[data-kind="empty"]');
      await page.waitForSelector("corpus-bar select");
      await goes(page);
    });
    it("from one file on a disk", async () => {
      const alone = await opened();
      await alone.goto(pathToFileURL(join(folder, "comention.html")).href);
      await alone.waitForSelector('.status[data-kind="empty"]');
      await goes(alone);
      await alone.waitForSelector('.stand[data-kind="kept"]', { timeout: 10_000 });
      await alone.reload();
      await foundAgain(alone);
      await alone.close();
    });
    it("fails nowhere", () => assert.deepEqual(complaints, []));
  });
}
