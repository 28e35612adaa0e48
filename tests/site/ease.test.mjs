/** What somebody trips over who uses the page for the first time, by mouse, by keys alone, and on a phone. */
import assert from "node:assert/strict";
import { before, it } from "node:test";

import { hands, inEachBrowser } from "./visit.mjs";

/** Two people in one article alone, twice; a town in two. */
const THREE = `Ministers meet in Halden

HALDEN, May 2, 2024 (Reuters) -- Amara Osei met Goran Milic in Halden on Thursday. Osei told Milic that the bridge over the river would open in the early summer of the next year, whatever the opposition thought of it.

Osei speaks of the bridge

HALDEN, May 4, 2024 (AP) -- Amara Osei said in Halden on Saturday that the bridge had been paid for. Vesna Horvat doubted it.

Horvat opens the bridge

HALDEN, May 6, 2024 (Reuters) -- Vesna Horvat opened the bridge on Monday. A band played, and Horvat sang.
`;

/** So many people, each in an article of their own. */
const MANY = Array.from({ length: 130 }, (_, i) => {
  const who = `${"ABCDEFGHIJKLM"[i % 13]}${"aeiou"[i % 5]}rlan ${"BDFGHKLMPR"[Math.floor(i / 13)]}${"aeiou"[i % 5]}lov`;
  return `${who} speaks\n\nHALDEN, May 2, 2024 (AP) -- Mr. ${who} spoke on Thursday. ${who} was heard by many.`;
}).join("\n\n---\n\n");

const SMALL = { width: 375, height: 720 };
const LARGE = { width: 1280, height: 800 };

inEachBrowser((visit) => {
  const { text, press, done, paste, tab, accessible } = hands(visit);
  let page;
  before(async () => {
    page = visit.page;
    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { /** @type {any} */ (globalThis).saved = blob; return make(blob); };
      HTMLAnchorElement.prototype.click = function () { /** @type {any} */ (globalThis).savedAs = this.download; };
    });
    await paste(THREE);
    await done();
  });
  const saved = async (view, format) => {
    await page.evaluate(() => { /** @type {any} */ (globalThis).savedAs = ""; });
    await page.$$eval(`${view} .menu-items button`, (all, f) => all.find((b) => b.textContent === f).click(), format);
    await page.waitForFunction(() => /** @type {any} */ (globalThis).savedAs);
    return page.evaluate(() => /** @type {any} */ (globalThis).saved.text());
  };
  const focused = () => page.evaluate(() => { const e = document.activeElement; return e?.id || e?.getAttribute("data-pair") || e?.closest("[data-pair]")?.getAttribute("data-pair") || e?.textContent; });

  it("that pairs of a single article are left out is said, and they are one click away", async () => {
    await page.waitForSelector("pairs-view .single button");
    assert.equal(await page.$$eval("pairs-view .cell", (all) => all.some((e) => /goran milic/.test(e.dataset.pair))), false);
    await press("pairs-view .single button");
    await page.waitForFunction(() => [...document.querySelectorAll("pairs-view .cell")].some((e) => /goran milic/.test(e.getAttribute("data-pair") ?? "")));
    assert.equal(await page.$eval("#set-minArticles", (e) => e.value), "1");
    assert.equal(await page.$("pairs-view .single"), null);
  });

  it("the number beside a name opens it as the name does", async () => {
    await press('glance-view [data-term="person:amara osei"] small');
    await page.waitForFunction(() => /^Amara Osei$/.test(document.querySelector("evidence-panel h2")?.textContent ?? ""));
    await tab("names");
    await page.waitForSelector("names-view tbody td.number + td.number");
    await page.$$eval("names-view tbody tr", (all) => all.find((row) => row.querySelector(".rename").value === "Vesna Horvat").querySelector("td.number + td.number").click());
    await page.waitForFunction(() => /^Vesna Horvat$/.test(document.querySelector("evidence-panel h2")?.textContent ?? ""));
  });

  it("from its sentences a name is one click away from where it is put right", async () => {
    await tab("overview");
    await press("evidence-panel .surfaces button");
    await page.waitForSelector("#view-names:not([hidden])");
    await page.waitForFunction(() => document.querySelectorAll("names-view tbody tr").length === 1);
    assert.equal(await page.$eval("names-view .rename", (e) => e.value), "Vesna Horvat");
    await page.$eval("#names-search", (e) => { e.value = ""; e.dispatchEvent(new Event("input")); });
  });

  it("a line in context is cut between words, and opens its article", async () => {
    await tab("where");
    await press('where-view [data-term="person:goran milic"] .hit').catch(() => page.$eval('where-view [data-term="person:goran milic"]', (e) => e.dispatchEvent(new MouseEvent("click", { bubbles: true }))));
    await page.waitForFunction(() => document.querySelectorAll("kwic-view tbody tr").length === 2);
    const after = await page.$$eval("kwic-view tbody td:nth-child(3)", (all) => all.map((e) => e.textContent));
    assert.ok(THREE.includes(`${after[1].replace(/…$/, "").trim()} `), after[1]);
    assert.match(after[1], /…$/);
    await press("kwic-view tbody tr:last-child td:last-child button");
    await page.waitForSelector("#view-overview:not([hidden])");
    await page.waitForFunction(() => document.querySelector("reader-view h3")?.textContent === "Ministers meet in Halden");
  });

  it("both names of a pair light up over time", async () => {
    await page.$eval('pairs-view .cell[tabindex][data-pair*="goran milic"]', (e) => e.dispatchEvent(new MouseEvent("click", { bubbles: true })));
    await tab("when");
    await page.waitForFunction(() => document.querySelectorAll("when-view .course.on").length === 2);
    assert.deepEqual(await page.$$eval("#when-from", ([e]) => [e.min, e.max]), ["2024-05-02", "2024-05-06"]);
    await tab("overview");
  });

  it("two periods are compared one with the other, in words", async () => {
    await tab("compare");
    await page.waitForSelector("#compare-by");
    await page.select("#compare-by", "since");
    await page.waitForSelector("#compare-3");
    assert.equal(await text("compare-view .choices > .choice:last-child"), "Date–with–");
    await page.select("#compare-by", "source");
    await tab("overview");
  });

  it("keys go to the sentences and back, and to a view with its tab", async () => {
    await page.$eval('pairs-view .cell[tabindex][data-pair*="goran milic"]', (e) => e.focus());
    const pair = await focused();
    await page.keyboard.press("e");
    assert.match(await focused(), /^(?:Amara Osei \+ Goran Milic|Goran Milic \+ Amara Osei)$/);
    await page.keyboard.press("Escape");
    await page.waitForSelector("evidence-panel[empty]");
    assert.equal(await focused(), pair);
    await page.keyboard.press("3");
    assert.equal(await focused(), "tab-names");
    await page.keyboard.press("1");
  });

  it("the file of keywords has all of them, however many are shown", async () => {
    const shown = (await page.$$("keywords-view .bar")).length;
    await page.$eval("#set-limit", (e) => { e.value = "3"; e.dispatchEvent(new Event("change")); });
    await page.waitForFunction(() => document.querySelectorAll("keywords-view .bar").length === 3);
    const lines = (await saved("keywords-view", "CSV")).trim().split("\r\n");
    assert.ok(lines.length - 1 >= shown && shown > 3, `${lines.length - 1} rows, ${shown} shown before`);
    await page.$eval("#set-limit", (e) => { e.value = "40"; e.dispatchEvent(new Event("change")); });
  });

  it("a picture is dark on white while the page stays dark", async () => {
    await press("#theme");
    await page.evaluate(() => {
      const seen = (/** @type {any} */ (globalThis).themes = []);
      new MutationObserver(() => seen.push(document.documentElement.dataset.theme)).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    });
    const svg = await saved("keywords-view", "SVG");
    assert.match(svg, /<text[^>]*fill="rgb\(29, 31, 38\)"/);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).themes), []);
    assert.equal(await page.$(".light"), null);
    await press("#theme");
  });

  it("all six tabs fit at 1280 pixels", async () => {
    await page.setViewport(LARGE);
    await page.waitForFunction(() => innerWidth === 1280);
    assert.deepEqual(await page.$eval("view-tabs", (e) => [e.scrollWidth <= e.clientWidth, e.children.length]), [true, 6]);
  });

  it("on a phone the tabs stay where they are, whatever a view has to show", async () => {
    await page.setViewport(SMALL);
    await page.waitForFunction(() => innerWidth === 375);
    await page.$eval("#results", (e) => e.scrollIntoView());
    const top = () => page.$eval("view-tabs", (e) => Math.round(e.getBoundingClientRect().top));
    const before = await top();
    for (const name of ["names", "when", "compare", "overview"]) {
      await press(`#tab-${name}`);
      assert.equal(await top(), before, name);
      await page.waitForFunction(() => true);
      assert.equal(await top(), before, name);
    }
  });

  it("with letters twice as large nothing stands out of a phone", async () => {
    await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    await page.$eval(".settings", (e) => { e.open = true; });
    for (const name of ["names", "when", "compare", "articles", "overview"]) {
      await tab(name);
      await page.waitForFunction(() => true);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, name);
    }
    await page.evaluate(() => { document.documentElement.style.fontSize = ""; });
    await page.setViewport({ width: 1440, height: 900 });
  });

  it("what is pasted takes the place of a sample, and that of nothing else", async () => {
    const put = (words) => page.$eval("#paste", (box, words) => {
      const event = new Event("paste", { bubbles: true, cancelable: true });
      const given = box.dispatchEvent(Object.assign(event, { clipboardData: { files: [], getData: (kind) => (kind === "text/plain" ? words : "") } }));
      // As the browser does, which takes no event of ours for a paste.
      if (given) box.setRangeText(words, box.selectionStart, box.selectionEnd, "end");
      box.dispatchEvent(new Event("input"));
    }, words);
    await press("#sample-one");
    await page.waitForFunction(() => document.querySelector("#corpus")?.selectedOptions[0].textContent === "Sample (1 article)");
    await done();
    await put("Lena Brandt met Ilse Hartog. ");
    assert.equal(await page.$eval("#paste", (e) => e.value), "Lena Brandt met Ilse Hartog. ");
    await page.waitForFunction(() => document.querySelector("#corpus")?.selectedOptions[0].textContent === "Corpus 2");
    await put("Lena Brandt left.");
    assert.equal(await page.$eval("#paste", (e) => e.value), "Lena Brandt met Ilse Hartog. Lena Brandt left.");
  });

  it("what was cleared by mistake comes back, unless something else was put in", async () => {
    const own = await page.$eval("#paste", (e) => e.value);
    const place = () => page.$eval("#clear", (e) => Math.round(e.getBoundingClientRect().top - document.querySelector("#paste").getBoundingClientRect().top));
    const before = await place();
    await press("#clear");
    assert.equal(await page.$eval("#paste", (e) => e.value), "");
    // A second click meets the same button.
    assert.equal(await place(), before);
    await press("#unclear");
    await done();
    assert.equal(await page.$eval("#paste", (e) => e.value), own);
    assert.equal(await page.$("#unclear"), null);
    await press("#clear");
    await paste(THREE);
    await done();
    assert.equal(await page.$("#unclear"), null);
  });

  it("of other corpora it is said when they were changed", async () => {
    // The list is drawn anew once a corpus is kept.
    await page.waitForFunction(() => { const own = document.querySelector("#corpus option:checked"); return own && own.label === own.textContent && document.querySelectorAll("#corpus option").length > 1; });
    const labels = await page.$$eval("#corpus option", (all) => all.filter((e) => !e.selected).map((e) => [e.textContent, e.label]));
    for (const [name, label] of labels) assert.ok(label.startsWith(`${name} · `) && /\d:\d\d/.test(label), label);
  });

  it("why an article begins is said in the language of the page", async () => {
    await page.select("#language", "de");
    await page.waitForFunction(() => document.querySelector("articles-view tbody td:last-child")?.textContent === "Anfang des Textes");
    assert.equal(await text("articles-view thead th:last-child"), "Beginnt mit");
    await page.select("#language", "en");
    await page.waitForFunction(() => document.querySelector("articles-view tbody td:last-child")?.textContent === "start of the text");
  });

  it("where a browser chooses the colours, it is seen which tab and which name is chosen", async () => {
    // Firefox has this by its settings alone.
    if (!("createCDPSession" in page) || (await visit.browser.version()).startsWith("firefox")) return;
    const session = await page.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
    const border = (selector) => page.$eval(selector, (e) => getComputedStyle(e).borderBlockEndColor);
    assert.notEqual(await border('view-tabs [aria-selected="true"]'), await border('view-tabs [aria-selected="false"]'));
    assert.equal(await page.$eval("reader-view .mention", (e) => getComputedStyle(e).textDecorationLine), "underline");
    await session.send("Emulation.setEmulatedMedia", { features: [] });
  });

  it("every name and every article can be turned to, by keys as well", async () => {
    await paste(MANY);
    await done();
    await tab("names");
    await page.waitForSelector("names-view .pages");
    const names = () => page.$$eval("names-view .rename", (all) => all.map((e) => e.value));
    const first = await names();
    await page.$eval("names-view .pages button:last-child", (e) => { e.focus(); e.click(); });
    const second = await names();
    assert.equal(first.length, 100);
    assert.ok(second.length > 20 && second.every((name) => !first.includes(name)), `${second.length}`);
    assert.equal(await page.evaluate(() => document.activeElement?.closest(".pages") !== null), true);
    await tab("overview");
    await page.waitForSelector("articles-view .pages");
    await press("articles-view .pages button:last-child");
    const headline = await text("articles-view tbody tr:last-child th button");
    await press("articles-view tbody tr:last-child td.number");
    await page.waitForFunction((said) => document.querySelector("reader-view h3")?.textContent === said, {}, headline);
    await accessible();
    assert.deepEqual(visit.complaints, []);
  });
});
