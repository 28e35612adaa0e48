/** What one comes for: who is together with whom, since when, in which sentences, and what sets one paper apart from another. */
import assert from "node:assert/strict";
import { before, it } from "node:test";

import { hands, inEachBrowser } from "./visit.mjs";

/** Five days of two agencies. Osei and Milic are together in one article alone, more often than anybody. */
const TEXT = `Osei and Milic meet in Halden

HALDEN, May 2, 2024 (Reuters) -- Amara Osei met Goran Milic in Halden on Thursday. Osei told Milic that the bridge would open. Milic thanked Osei for her patience, and both went home.

Osei speaks of the bridge

HALDEN, May 4, 2024 (AP) -- Amara Osei said in Halden on Saturday that the bridge had been paid for. Vesna Horvat doubted it, and so did many others in the town.

Horvat opens the bridge

HALDEN, May 6, 2024 (Reuters) -- Vesna Horvat opened the bridge on Monday. Amara Osei and Vesna Horvat walked over it together, and a band played.
`;

inEachBrowser((visit) => {
  const { text, press, done, put, paste, tab } = hands(visit);
  let page;
  before(async () => {
    page = visit.page;
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: async (said) => { /** @type {any} */ (globalThis).copied = said; } } }));
    await paste(TEXT);
    await done();
    await page.waitForSelector("glance-view [data-term]");
  });

  it("whom one is together with is said of all of them, those of a single article as well", async () => {
    await press('glance-view [data-term="person:amara osei"]');
    await page.waitForSelector("evidence-panel .partner");
    assert.equal(await text("evidence-panel .partner"), "Goran Milic 4");
  });

  it("sentences stand by date, with their source, and are copied with both", async () => {
    assert.equal(await text("evidence-panel h3 + .note"), "2024-05-02 – 2024-05-06");
    const from = await page.$$eval("evidence-panel cite", (all) => all.map((e) => e.textContent));
    assert.equal(from[0], "2024-05-02 · Reuters · Osei and Milic meet in Halden");
    assert.deepEqual(from, [...from].sort());
    await press("evidence-panel .copy");
    await page.waitForFunction(() => /** @type {any} */ (globalThis).copied);
    const quotes = (await page.evaluate(() => /** @type {any} */ (globalThis).copied)).split("\n\n");
    assert.equal(quotes.length, from.length);
    assert.equal(quotes[0], `“Osei and Milic meet in Halden”\n${from[0]}`);
  });

  it("a sentence opens its article", async () => {
    await tab("names");
    await press("evidence-panel li:last-child cite button");
    await page.waitForSelector("#view-overview:not([hidden])");
    await page.waitForFunction(() => document.querySelector("reader-view h3")?.textContent === "Horvat opens the bridge");
  });

  it("pairs of a single article are ranked where one says so", async () => {
    const ranked = () => page.$$eval("pairs-view .cell", (all) => all.some((e) => /amara osei/.test(e.dataset.pair) && /goran milic/.test(e.dataset.pair)));
    assert.equal(await ranked(), false);
    await put("#set-minArticles", "1");
    await page.waitForFunction(() => [...document.querySelectorAll("pairs-view .cell")].some((e) => /goran milic/.test(e.getAttribute("data-pair") ?? "")));
    assert.equal(await ranked(), true);
    assert.match(page.url(), /minArticles=1/);
    await put("#set-minArticles", "");
    await page.waitForFunction(() => ![...document.querySelectorAll("pairs-view .cell")].some((e) => /goran milic/.test(e.getAttribute("data-pair") ?? "")));
    assert.equal(await page.$eval("#set-minArticles", (e) => e.placeholder), "2");
  });

  it("every formula is named, and none of them is undefined", async () => {
    await press("evidence-panel .partner");
    await page.waitForSelector("evidence-panel .two-by-two");
    assert.equal(await text("evidence-panel dt.npmi"), "NPMI PMI / -log2(n11 / npp)");
    await paste("Lena Brandt met Ilse Hartog on Monday.");
    await done();
    await press('glance-view [data-term="person:lena brandt"]');
    await page.waitForSelector("evidence-panel dd.perMillion");
    assert.doesNotMatch(await text("evidence-panel .formulas"), /undefined/);
    await paste(TEXT);
    await done();
  });

  it("a few days are shown by day, unless one says otherwise", async () => {
    await tab("when");
    await page.waitForSelector("when-view svg.lines");
    assert.deepEqual(await page.$$eval("when-view svg text.axis[y]", (all) => all.map((e) => e.textContent).filter((said) => /-/.test(said))), ["2024-05-02", "2024-05-03", "2024-05-04", "2024-05-05", "2024-05-06"]);
    assert.equal(await text("#when-period option:checked"), "Day (auto)");
    await page.select("#when-period", "month");
    await page.waitForFunction(() => [...document.querySelectorAll("when-view svg text.axis")].some((e) => e.textContent === "2024-05"));
    await page.select("#when-period", "");
  });

  it("one source is compared with another, and where there is none with what there is", async () => {
    await tab("compare");
    await page.waitForSelector("#compare-2");
    await page.select("#compare-2", "Reuters");
    await page.waitForFunction(() => /AP: 1 article, .* Reuters: 2 articles/.test(document.querySelector("compare-view .card-body").textContent));
    await paste(TEXT.replace(/ \((?:AP|Reuters)\)/g, ""));
    await done();
    await page.waitForFunction(() => document.querySelector("#compare-by")?.value === "article");
    await page.select("#compare-group", "1");
    await page.waitForSelector("compare-view .diverging .bar");
  });

  it("lines that do not count are grey where articles are put right", async () => {
    await paste(`Osei and Milic meet in Halden\nBy Lena Brandt\nMay 2, 2024\n\n${TEXT.split("\n")[2]}`);
    await done();
    await tab("articles");
    await page.waitForSelector("cuts-view .lines");
    assert.deepEqual(await page.$$eval("cuts-view .lines .aside span", (all) => all.map((e) => e.textContent)), ["By Lena Brandt", "May 2, 2024"]);
    await paste(TEXT);
    await done();
  });

  it("what was decided about names is told by their names", async () => {
    await tab("names");
    await page.waitForSelector("names-view .rename");
    for (const name of ["Goran Milic", "Vesna Horvat"]) await press(`names-view input[type=checkbox][aria-label="Choose: ${name}"]`);
    await press("#names-merge");
    await page.waitForSelector("names-view .decided .rules li");
    assert.match(await text("names-view .decided:not(.suggested) li"), /^(?:Goran Milic is Vesna Horvat|Vesna Horvat is Goran Milic) Undo$/);
  });

  it("the settings are copied as a link, without a word of the texts", async () => {
    await tab("overview");
    await put("#set-minCount", "3");
    await press("#link-copy");
    await page.waitForFunction(() => /minCount=3/.test(/** @type {any} */ (globalThis).copied));
    const link = await page.evaluate(() => /** @type {any} */ (globalThis).copied);
    assert.ok(link.startsWith(visit.site.address));
    await put("#set-minCount", "");
  });

  it("a table that is pasted is read as the file would be, and one long line is not taken for one", async () => {
    await press("#clear");
    await page.$eval("#paste", (box) => {
      const line = `date text ${"a,b".repeat(1_000_000)}`;
      const event = new Event("paste", { bubbles: true, cancelable: true });
      box.dispatchEvent(Object.assign(event, { clipboardData: { files: [], getData: (kind) => (kind === "text/plain" ? line : "") } }));
    });
    await press("#clear");
    await page.$eval("#paste", (box) => {
      const table = "date\tsource\ttext\n2024-05-02\tReuters\tAmara Osei met Goran Milic.\n2024-05-04\tAP\tAmara Osei left.\n";
      const event = new Event("paste", { bubbles: true, cancelable: true });
      box.dispatchEvent(Object.assign(event, { clipboardData: { files: [], getData: (kind) => (kind === "text/plain" ? table : "") } }));
    });
    await page.waitForFunction(() => /^2 articles/.test(document.querySelector(".status").textContent));
    assert.match(await text(".files li"), /^Pasted text\.csv/);
  });
});
