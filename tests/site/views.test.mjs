/** What the views do beside showing: full window, workbook, backbone, brush, scatter, communities, help, keys. */
import assert from "node:assert/strict";
import { before, it } from "node:test";

import { strFromU8, unzipSync } from "fflate";

import { hands, inEachBrowser } from "./visit.mjs";

/** What is saved is kept at hand. @param {any} page */
const keepSaved = (page) => page.evaluateOnNewDocument(() => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => { /** @type {any} */ (globalThis).saved = blob; return make(blob); };
  HTMLAnchorElement.prototype.click = function () { /** @type {any} */ (globalThis).savedAs = this.download; };
});

inEachBrowser((visit) => {
  const { text, press, done, put, tab, accessible } = hands(visit);
  let page;
  before(async () => {
    page = visit.page;
    await press("#sample-twelve");
    await done();
  });

  const savedBytes = async () => Uint8Array.from(await page.evaluate(async () => [...new Uint8Array(await /** @type {any} */ (globalThis).saved.arrayBuffer())]));

  it("a card fills the window and goes back, with what is behind it out of reach", async () => {
    await press("pairs-view .fill");
    const box = await page.$eval("pairs-view", (e) => { const { width, height } = e.getBoundingClientRect(); return [width, height]; });
    assert.ok(box[0] >= 1280 && box[1] >= 890, String(box));
    assert.equal(await page.$eval("paste-box", (e) => e.closest("[inert]") !== null), true);
    await accessible();
    await page.keyboard.press("Escape");
    assert.equal(await page.$eval("pairs-view", (e) => e.classList.contains("full")), false);
    assert.equal(await page.$$eval("[inert]", (all) => all.length), 0);
  });

  it("a table is saved as a workbook, in which nothing is a formula", async () => {
    await page.$$eval("keywords-view .menu-items button", (all) => all.find((b) => b.textContent === "XLSX").click());
    await page.waitForFunction(() => /** @type {any} */ (globalThis).savedAs === "comention-keywords.xlsx");
    const files = unzipSync(await savedBytes());
    const sheet = strFromU8(files["xl/worksheets/sheet1.xml"]);
    assert.match(sheet, /<is><t xml:space="preserve">Viktor Halloran<\/t><\/is>/);
    assert.match(sheet, /<c><v>18<\/v><\/c>/);
    assert.doesNotMatch(sheet, /<f>/);
    await page.waitForSelector("#workbook-save");
    await press("#workbook-save");
    await page.waitForFunction(() => /** @type {any} */ (globalThis).savedAs === "comention.xlsx");
    const names = [...strFromU8(unzipSync(await savedBytes())["xl/workbook.xml"]).matchAll(/sheet name="([^"]+)"/g)].map((m) => m[1]);
    assert.ok(names.includes("Articles") && names.includes("Network") && names.includes("Communities"), names.join());
  });

  it("a table is sorted by any of its columns, and searched", async () => {
    await press("pairs-view .toggle");
    const column = (n) => page.$$eval(`pairs-view tbody tr > :nth-child(${n})`, (all) => all.map((e) => e.textContent));
    const as = async (n, sorted) => {
      await press(`pairs-view th:nth-child(${n}) .sort`);
      assert.equal(await page.$eval(`pairs-view th:nth-child(${n})`, (e) => e.getAttribute("aria-sort")), sorted);
      assert.equal(await page.evaluate(() => document.activeElement.className), "link sort");
    };
    const first = await column(1);
    await as(3, "descending");
    const counts = (await column(3)).map(Number);
    assert.deepEqual(counts, counts.toSorted((a, b) => b - a));
    await as(3, "ascending");
    assert.deepEqual((await column(3)).map(Number), counts.toReversed());
    await as(3, null);
    assert.deepEqual(await column(1), first);
    await as(2, "ascending");
    const seconds = await column(2);
    assert.deepEqual(seconds, seconds.toSorted((a, b) => a.localeCompare(b)));
    await page.$eval("pairs-view .find", (e) => { e.value = "Anneke"; e.dispatchEvent(new Event("input")); });
    const found = await page.$$eval("pairs-view tbody tr", (all) => all.map((e) => e.textContent));
    assert.ok(found.length > 0 && found.length < first.length && found.every((row) => row.includes("Anneke Vos")), found.join("\n"));
    await accessible();
    await press("pairs-view .toggle");
  });

  it("a picture has its title, what was counted, and where it comes from", async () => {
    await page.$$eval("keywords-view .menu-items button", (all) => all.find((b) => b.textContent === "SVG").click());
    await page.waitForFunction(() => /** @type {any} */ (globalThis).savedAs === "comention-keywords.svg");
    const drawn = await page.evaluate(() => /** @type {any} */ (globalThis).saved.text());
    const said = [...drawn.matchAll(/<text[^>]*>([^<]*)</g)].map((m) => m[1]).join(" ");
    assert.match(said, /^Keywords .*12 articles, .*Together in one: Sentence · Rank by: Log-likelihood Made with comention .* SHA-256: [0-9a-f]{16}/);
  });

  it("a menu closes by Escape, and when one goes on elsewhere", async () => {
    const open = () => page.$$eval(".menu[open]", (all) => all.length);
    await press("pairs-view .menu summary");
    await page.focus("pairs-view .menu-items button");
    await page.keyboard.press("Escape");
    assert.equal(await open(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.localName), "summary");
    await press("pairs-view .menu summary");
    assert.equal(await open(), 1);
    await press("network-view .menu summary");
    assert.deepEqual(await page.$$eval(".menu[open]", (all) => all.map((e) => e.closest("[data-card]").localName)), ["network-view"]);
    await press("h1");
    assert.equal(await open(), 0);
  });

  it("the pairs are saved as they are ranked, all of them, with what kind their names are of", async () => {
    await put("#set-limit", "5");
    await page.waitForFunction(() => document.querySelectorAll("pairs-view .cell").length <= 20);
    await page.evaluate(() => { /** @type {any} */ (globalThis).savedAs = null; });
    await page.$$eval("pairs-view .menu-items button", (all) => all.find((b) => b.textContent === "CSV").click());
    await page.waitForFunction(() => /** @type {any} */ (globalThis).savedAs === "comention-pairs.csv");
    const rows = Buffer.from(await savedBytes()).toString().replace(/^\ufeff/, "").trim().split(/\r?\n/);
    assert.equal(rows[0], "First,First: Kind,Second,Second: Kind,Together,Expected,NPMI,G²,p,q,Articles");
    assert.match(rows[1], /^Anneke Vos,Person,Lakes Treaty,Other name,2,/);
    assert.equal(rows.length, 30);
    assert.equal(await page.$$eval("pairs-view th", (all) => all.length), 0);
    await put("#set-limit", "40");
    await page.waitForFunction(() => document.querySelectorAll("pairs-view .cell").length > 20);
  });

  it("a picture is dark on white in either theme, and a page of print wide", async () => {
    const saved = async (format) => {
      await page.evaluate(() => { /** @type {any} */ (globalThis).saved = null; });
      await page.$$eval("pairs-view .menu-items button", (all, format) => all.find((b) => b.textContent === format).click(), format);
      await page.waitForFunction(() => Boolean(/** @type {any} */ (globalThis).saved));
    };
    const drawn = async () => { await saved("SVG"); return page.evaluate(() => /** @type {any} */ (globalThis).saved.text()); };
    const light = await drawn();
    await press("#theme");
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    assert.equal(await drawn(), light);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    assert.match(light, /<rect width="100%" height="100%" fill="#fff"/);
    await saved("PNG");
    const wide = await page.evaluate(async () => (await createImageBitmap(/** @type {any} */ (globalThis).saved)).width);
    assert.ok(wide >= 2400, String(wide));
    await press("#theme");
  });

  it("bars have whiskers for the interval of their number, and show where in the articles they are", async () => {
    await page.waitForSelector("keywords-view .spark");
    const of = (term) => page.$eval(`keywords-view .bar[data-term="${term}"]`, (e) => [".whisker", ".spark", "title"].map((part) => { const own = e.querySelector(part); return own?.getAttribute("d") ?? own?.textContent ?? ""; }));
    const [whisker, spark, said] = await of("person:viktor halloran");
    assert.match(whisker, /^M[\d.]+ [\d.]+v8m0 -4H[\d.]+m0 -4v8$/);
    // One little bar for each stretch with a mention, of which there are eighteen.
    const little = spark.split("z").length - 1;
    assert.ok(little > 5 && little <= 18, spark);
    const [low, high] = /95 % interval of Mentions: (\d+) to (\d+) \(bootstrap over articles\)\.$/.exec(said)?.slice(1).map(Number) ?? [];
    assert.ok(low < 18 && 18 < high, said);
    await press("keywords-view .toggle");
    const row = await page.$$eval("keywords-view tbody tr", (all) => all.map((e) => [...e.children].map((cell) => cell.textContent)).find(([term]) => term === "Viktor Halloran"));
    assert.deepEqual(row.slice(0, 5), ["Viktor Halloran", "Person", "18", String(low), String(high)]);
    await page.$$eval("keywords-view .menu-items button", (all) => all.find((b) => b.textContent === "CSV").click());
    await page.waitForFunction(() => /** @type {any} */ (globalThis).savedAs === "comention-keywords.csv");
    assert.match(Buffer.from(await savedBytes()).toString(), new RegExp(`Term,Kind,Mentions,95 % from,95 % to,Articles,.*Viktor Halloran,Person,18,${low},${high},7,`, "s"));
    await press("keywords-view .toggle");
    // The same of names, whatever else is a keyword.
    await page.select("#bars-of", "entities");
    await page.waitForSelector('keywords-view .bar[data-term="organization:brightwater shipping"] .spark');
    assert.equal(await page.$$eval('keywords-view .bar[data-term^="keyword:"]', (all) => all.length), 0);
    assert.match((await of("organization:brightwater shipping"))[2], /26 mentions.* 95 % interval of Mentions: /);
    await accessible();
    // One article has none, and it is said.
    await page.select("#keywords-about", "0");
    await page.waitForFunction(() => { const bars = document.querySelectorAll("keywords-view .bar"); return bars.length > 0 && bars.length === document.querySelectorAll("keywords-view .spark").length && !document.querySelector("keywords-view .whisker"); });
    assert.match(await text("keywords-view"), /fewer than five articles counts have no interval/);
    await page.select("#keywords-about", "");
    await page.select("#bars-of", "keywords");
    await page.waitForSelector('keywords-view .bar[data-term^="keyword:"] .whisker');
  });

  it("nothing of a name is cut, on a phone or beside the sentences", async () => {
    const size = page.viewport();
    for (const width of [390, 1400]) {
      await page.setViewport({ width, height: 844 });
      await tab("names");
      await page.waitForSelector("names-view .rename");
      const cut = await page.$$eval("names-view .table-scroll, names-view .rename, names-view td, names-view tbody th", (all) => all.filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline").map((e) => `${e.className} ${e.textContent} ${e.scrollWidth}>${e.clientWidth}`));
      assert.deepEqual(cut, [], String(width));
      await tab("when");
      await page.waitForSelector("when-view .course text");
      const names = await page.$$eval("when-view .course text", (all) => all.map((e) => [...e.children].map((line) => line.textContent).join(" ")));
      assert.ok(names.includes("Brightwater Shipping") && !names.some((name) => name.includes("…")), names.join());
      // The tab that was chosen is in sight.
      await tab("compare");
      const [own, chosen] = await page.$$eval("view-tabs, #tab-compare", (all) => all.map((e) => { const { left, right } = e.getBoundingClientRect(); return [left, right]; }));
      assert.ok(own[0] <= chosen[0] && chosen[1] <= own[1] + 1, `${width}: ${own} ${chosen}`);
    }
    await page.setViewport(size);
    await tab("overview");
  });

  it("one name is dragged into another", async () => {
    await tab("names");
    await page.waitForSelector("names-view .grip");
    const [from, into] = await page.$$eval("names-view tbody tr", (all) => [1, 3].map((i) => /** @type {any} */ (all[i].querySelector(".rename")).value));
    await page.evaluate(() => {
      const rows = [...document.querySelectorAll("names-view tbody tr")];
      const dataTransfer = new DataTransfer();
      const fire = (type, target) => target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      fire("dragstart", rows[1].querySelector(".grip"));
      fire("dragover", rows[3]);
      fire("drop", rows[3]);
    });
    const known = (name, wanted) => page.waitForFunction((name, wanted) => [...document.querySelectorAll("names-view .rename")].some((e) => /** @type {any} */ (e).value === name) === wanted, {}, name, wanted);
    await known(from, false);
    await known(into, true);
    await press("names-view .decided:not(.suggested) .rules li button");
    await known(from, true);
    await tab("overview");
  });

  it("the network shows its backbone, and what is around one name", async () => {
    const links = () => page.$$eval("network-view .edge", (all) => all.length);
    const all = await links();
    await page.select("#network-backbone", "sdsm");
    await page.waitForFunction(() => /No link is left/.test(document.querySelector("network-view").textContent));
    await page.select("#network-backbone", "disparity");
    await page.$eval("#network-alpha", (e) => { e.value = e.max; e.dispatchEvent(new Event("change")); });
    await page.waitForFunction((n) => { const { length } = document.querySelectorAll("network-view .edge"); return length > 0 && length < n; }, {}, all);
    assert.match(await text("network-view .unit"), new RegExp(`^\\d+ of ${all} links$`));
    await page.select("#network-backbone", "none");
    await page.waitForFunction((n) => document.querySelectorAll("network-view .edge").length === n, {}, all);
    // Links with less of the measure are cut, and those with a higher q.
    const left = (n) => page.waitForFunction((n) => document.querySelectorAll("network-view .edge").length === n, {}, n);
    await put("#network-least", "5");
    await left(10);
    assert.match(page.url(), /least=5/);
    assert.match(await text("network-view .unit"), new RegExp(`^10 of ${all} links$`));
    await put("#network-least", "1000");
    await page.waitForFunction(() => /No link is left/.test(document.querySelector("network-view").textContent));
    await put("#network-least", "");
    await left(all);
    await page.select("#network-backbone", "q");
    await put("#network-alpha", "1");
    await page.waitForFunction(() => /No link is left/.test(document.querySelector("network-view").textContent));
    assert.match(page.url(), /backbone=q&alpha=0\.005/);
    await put("#network-alpha", "3");
    await left(10);
    await page.select("#network-backbone", "none");
    await left(all);
    await put("#network-find", "Anneke Vos");
    await page.waitForFunction((n) => document.querySelectorAll("network-view .edge").length < n, {}, all);
    assert.match(page.url(), /ego=person/);
    assert.equal((await page.$$("network-view .node.on")).length, 1);
    await put("#network-find", "");
    await page.waitForFunction((n) => document.querySelectorAll("network-view .edge").length === n, {}, all);
  });

  it("communities say who belongs to them and what they are about", async () => {
    await page.waitForFunction(() => document.querySelectorAll("communities-view li").length > 2);
    const first = await text("communities-view li");
    assert.match(first, /Who: .+About: .+/);
    // The first may be selected already, and would be let go.
    await press("communities-view li:first-child p:first-child button:not(.on)");
    await page.waitForFunction(() => document.querySelector("communities-view button.on") && document.querySelector("evidence-panel .contexts"));
    await accessible();
  });

  it("a keyword of a community opens its sentences, its numbers and whom it is together with", async () => {
    const id = await page.$eval('communities-view [data-term^="keyword:"]', (e) => e.dataset.term);
    await press(`communities-view [data-term="${id}"]`);
    await page.waitForFunction(() => document.querySelector("evidence-panel h2 .name.keyword") && document.querySelector("evidence-panel .perMillion code"));
    assert.ok((await page.$$("evidence-panel .contexts mark.keyword")).length > 0);
    assert.match(await text("evidence-panel dd.perMillion"), /^\d+ × 1000000 \/ 1718 = /);
    assert.match(await text("evidence-panel .explained"), /95 % interval of Mentions: \d+ to \d+/);
    assert.match(await text("evidence-panel .partners"), /[A-Z].* \d/);
    await accessible();
    await press("evidence-panel .partner");
    await page.waitForSelector("evidence-panel .two-by-two");
  });

  it("the sentences of a community open, and what holds communities together", async () => {
    await press("communities-view li:first-child p:last-child button");
    await page.waitForFunction(() => / more$/.test(document.querySelector("evidence-panel h2")?.textContent ?? "") || document.querySelectorAll("evidence-panel h2 .name").length > 2);
    const [said, counted] = [await text("communities-view li:first-child p:last-child"), await text("evidence-panel h3")];
    assert.equal(said, counted);
    await press("communities-view [data-pair]");
    await page.waitForSelector("evidence-panel .two-by-two");
    assert.match(await text("evidence-panel .explained"), /Dispersion \(DP\) over articles: [^,]+, over sources: ./);
  });

  it("pairs are asked for by kind and name, and so is what stays apart", async () => {
    const rows = () => page.$$eval("chosen-view tbody tr", (all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    await page.$eval("chosen-view", (e) => e.scrollIntoView());
    await page.waitForSelector("chosen-view tbody tr");
    await page.select("#chosen-first", "person");
    await page.select("#chosen-second", "place");
    await page.waitForFunction(() => document.querySelector("chosen-view tbody [data-pair]")?.getAttribute("data-pair")?.split("\n").map((id) => id.split(":")[0]).sort().join() === "person,place");
    await page.select("#chosen-first", "");
    await page.select("#chosen-second", "");
    await put("#chosen-whom", "halloran");
    await page.waitForFunction(() => { const all = [...document.querySelectorAll("chosen-view tbody tr")]; return all.length > 1 && all.every((row) => row.textContent.includes("Viktor Halloran")); });
    await page.select("#chosen-apart", "1");
    await page.waitForFunction(() => { const first = document.querySelector("chosen-view tbody tr"); return !first || Number(first.children[2].textContent) < Number(first.children[3].textContent); });
    for (const [, , count, expected] of await rows()) assert.ok(Number(count) < Number(expected), `${count} ${expected}`);
    // A table without rows says so, and has no headings of nothing.
    await put("#chosen-whom", "nobody at all");
    await page.waitForFunction(() => /Nothing to show/.test(document.querySelector("chosen-view").textContent));
    assert.equal((await page.$$("chosen-view th")).length, 0);
    await put("#chosen-whom", "");
    await page.select("#chosen-apart", "");
    await accessible();
  });

  it("keywords are those of one article, if one likes", async () => {
    const terms = () => page.$$eval("keywords-view svg .bar", (all) => all.map((bar) => bar.getAttribute("data-term")).join());
    const all = await terms();
    await page.select("#keywords-about", "3");
    await page.waitForFunction((before) => { const now = [...document.querySelectorAll("keywords-view svg .bar")].map((bar) => bar.getAttribute("data-term")).join(); return now && now !== before; }, {}, all);
    assert.match(page.url(), /about=3/);
    await page.select("#keywords-about", "");
    await page.waitForFunction((before) => [...document.querySelectorAll("keywords-view svg .bar")].map((bar) => bar.getAttribute("data-term")).join() === before, {}, all);
  });

  it("a period is drawn open on the timeline, and counts everywhere", async () => {
    await tab("when");
    await page.waitForSelector("when-view svg.lines");
    const { x, y, left, right } = await page.$eval("when-view svg.lines", (e) => ({ x: e.getBoundingClientRect().x, y: e.getBoundingClientRect().y, left: Number(e.dataset.left), right: Number(e.dataset.right) }));
    await page.mouse.move(x + left + 2, y + 120);
    await page.mouse.down();
    await page.mouse.move(x + left + 40, y + 125);
    await page.mouse.move(x + left + (right - left) * 0.4, y + 125);
    assert.equal((await page.$$("when-view .brush")).length, 1);
    await page.mouse.up();
    await page.waitForFunction(() => Number(/^\d+/.exec(document.querySelector(".status").textContent)?.[0]) < 12, { timeout: 10_000 });
    assert.match(page.url(), /from=2025-01-01&to=2025-0\d-\d\d/);
    await page.$$eval("when-view .choices button", (all) => all.at(-1).click());
    await page.waitForFunction(() => document.querySelector(".status").textContent.startsWith("12 articles"));
  });

  it("difference and frequency stand against each other", async () => {
    await tab("compare");
    await page.waitForSelector("#compare-group");
    await page.select("#compare-group", "Merovian News Agency");
    await page.waitForSelector("compare-scatter-view .point");
    const points = (await page.$$("compare-scatter-view .point")).length;
    assert.ok(points > 20, String(points));
    await page.$eval("compare-scatter-view .point", (e) => e.dispatchEvent(new MouseEvent("click", { bubbles: true })));
    await page.waitForSelector("compare-scatter-view .point.on");
    await accessible();
  });

  it("words are left out of the keywords and let in again, and a headline counts as often as is said", async () => {
    await tab("overview");
    await page.waitForSelector("keywords-view .stop");
    const word = await page.$eval('keywords-view .bar[data-term^="keyword:"]', (e) => e.dataset.term.slice("keyword:".length));
    const there = (wanted) => page.waitForFunction((word, wanted) => Boolean(document.querySelector(`keywords-view .bar[data-term="keyword:${word}"]`)) === wanted, {}, word, wanted);
    await page.$eval("#stop-add", (e, w) => { e.value = w; e.form.requestSubmit(); }, word);
    await there(false);
    assert.match(await text("keywords-view .stop summary"), /\(1\)$/);
    await page.waitForFunction(() => document.querySelectorAll("keywords-view .stop .words button").length > 20);
    await page.$eval("#stop-find", (e) => { e.value = "said"; e.dispatchEvent(new Event("input")); });
    // The view may be drawn anew in between; what is looked for stays.
    await page.waitForFunction(() => document.querySelector("keywords-view .stop .words button")?.textContent === "said");
    await press("keywords-view .stop .words button");
    await page.waitForFunction(() => /unstop=said/.test(location.hash) && document.querySelectorAll("keywords-view .stop .rules li").length === 2);
    await page.waitForFunction(() => /2 words were left out of the keywords or let in/.test(document.querySelector("methods-view")?.textContent));
    await accessible();
    for (const left of [1, 0]) {
      await press("keywords-view .stop .rules button");
      await page.waitForFunction((n) => document.querySelectorAll("keywords-view .stop .rules li").length === n, {}, left);
    }
    await there(true);
    await put("#set-headline", "5");
    await page.waitForFunction(() => /A headline counts as 5 windows/.test(document.querySelector("methods-view")?.textContent));
    await put("#set-headline", "1");
    await page.waitForFunction(() => location.hash === "" || !location.hash.includes("headline"));
  });

  it("the texts are compared with English at large", async () => {
    await tab("compare");
    await page.select("#compare-by", "reference");
    await page.waitForFunction(() => /compared with English at large/.test(document.querySelector("compare-view")?.textContent) && document.querySelectorAll("compare-view .bar").length > 5);
    assert.equal(await page.$eval("compare-pairs-view", (e) => e.hidden), true);
    await page.select("#compare-by", "source");
    await tab("overview");
  });

  it("keys lead to the views and the help, and do nothing while one writes", async () => {
    await page.$eval(":focus", (e) => e.blur()).catch(() => {});
    await page.keyboard.press("3");
    assert.equal(await page.$eval("#tab-names", (e) => e.getAttribute("aria-selected")), "true");
    await page.keyboard.press("?");
    await page.waitForSelector("dialog.help");
    assert.equal(await page.$eval("dialog.help", (e) => e.scrollTop), 0, "its beginning is shown");
    await accessible();
    assert.equal(await page.$eval("dialog.help a", (e) => e.getAttribute("href")), "./measures.html");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("dialog.help"));
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "paste");
    await page.keyboard.press("1");
    assert.equal(await page.$eval("#tab-names", (e) => e.getAttribute("aria-selected")), "true");
    assert.match(await page.$eval("#paste", (e) => e.value), /1/);
  });

  it("the measures are a page of their own", async () => {
    const other = await visit.browser.newPage();
    await other.goto(`${visit.site.address}measures.html`);
    assert.match(await other.$eval("h1", (e) => e.textContent), /\w/);
    assert.ok((await other.$$("table")).length > 0);
    await other.close();
  });

  it("one article says of itself where it is too little", async () => {
    await tab("overview");
    await press("#sample-one");
    await page.waitForFunction(() => document.querySelector(".status").textContent.startsWith("1 article"));
    assert.match(await text("pairs-view"), /One article can almost never make a pair significant/);
    assert.match(await text("keywords-view"), /fewer than five articles counts have no interval/);
    await tab("compare");
    await page.select("#compare-by", "source");
    await page.waitForFunction(() => /One of the two groups has no article/.test(document.querySelector("compare-view").textContent));
    await press("#sample-twelve");
    await page.waitForFunction(() => document.querySelector(".status").textContent.startsWith("12 articles"));
    await tab("overview");
  });

  it("works at 320 pixels on every view", async () => {
    await page.setViewport({ width: 320, height: 700 });
    for (const name of ["overview", "articles", "names", "when", "where", "compare"]) {
      await tab(name);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${name}: ${over} pixels too wide`);
    }
    assert.deepEqual(visit.complaints, []);
  });
}, { size: { width: 1300, height: 900 }, prepare: keepSaved });
