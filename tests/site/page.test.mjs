/** A person's way through the page, in each browser, from a sub-path of a static host. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, it } from "node:test";

import { hands, inEachBrowser } from "./visit.mjs";

const five = readFileSync(new URL("../../www/public/samples/five.txt", import.meta.url), "utf8");

inEachBrowser((visit) => {
  const { text, done, paste, tab, put, accessible } = hands(visit);
  let page;
  before(() => { page = visit.page; });

  it("shows who is together with whom, and opens the sentences and the arithmetic", async () => {
    await page.click("#sample-one");
    await done();
    assert.match(await text(".status"), /^1 article, /);
    assert.match(await text("articles-view tbody"), /Lunda and Teveria agree.*2024-05-14.*PORT ELIAN/s);
    assert.match(await text("keywords-view"), /Amara Osei/);
    // Of one article all that are together are shown, by how often; of more, those that chance does not explain.
    assert.match(await text("#set-measure option"), /^Count/);
    assert.match(await text(".matrix title"), /together \d+, expected/);
    assert.ok((await page.$$eval(".matrix .cell[role] title", (all) => all.map((e) => e.textContent))).some((cell) => / together 1, /.test(cell)));
    // Before any chart it is told who and what there is, and each opens as in the charts.
    assert.match(await text("glance-view"), /Teveria \+ Lunda.*Amara Osei.*Sarn Basin Commission.*Lunda/s);
    await page.click('glance-view [data-term="place:lunda"]');
    await page.waitForSelector('evidence-panel .contexts li');
    assert.equal(await page.$eval("glance-view .on", (e) => e.textContent), "Lunda");
    await page.$eval(".matrix .cell[role]:not(.on)", (e) => e.dispatchEvent(new MouseEvent("click", { bubbles: true })));
    await page.waitForSelector("evidence-panel .two-by-two");
    const [total] = /\d+/.exec(await text("evidence-panel .two-by-two .key")) ?? [];
    assert.equal((await page.$$("evidence-panel .contexts li")).length, Number(total));
    assert.match(await text("evidence-panel .formulas"), /log2\(\d+ \/ [\d.]+\) = /);
    // The same selection is lit in the other views.
    assert.equal((await page.$$(".network .node.on")).length, 2);
    assert.ok((await page.$$(".mention.on")).length > 1);
  });

  it("follows the settings and keeps them, never the text, in the address", async () => {
    await page.select("#set-window", "paragraph");
    await page.waitForFunction(() => location.hash.includes("window=paragraph"));
    await page.select("#set-measure", "npmi");
    await page.waitForFunction(() => location.hash.includes("measure=npmi"));
    assert.ok(!(await page.evaluate(() => location.hash)).includes("Lunda"));
    await page.select("#set-window", "sentence");
    await page.select("#set-measure", "");
    await page.waitForFunction(() => location.hash === "");
  });

  it("is reached by keys", async () => {
    // The answer to the last setting may draw the bars anew between finding one and reaching it.
    await page.waitForFunction(() => { const bar = document.querySelector(".bars .bar"); bar?.focus(); return bar?.isConnected && document.activeElement === bar; });
    await page.keyboard.press("Enter");
    // Both of the pair of before were on until now.
    await page.waitForFunction(() => document.querySelectorAll(".bars .bar.on").length === 1 && document.activeElement?.matches(".bars .bar.on"));
    await page.waitForSelector("evidence-panel .contexts li");
    assert.ok((await page.$$("evidence-panel .contexts li")).length > 0);
  });

  it("saves tables, pictures and networks", async () => {
    await page.evaluate(() => {
      globalThis.saved = [];
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob) => { blob.text().then((t) => globalThis.saved.push([blob.type, t])); return create(blob); };
      HTMLAnchorElement.prototype.click = function () {};
    });
    for (const format of ["CSV", "TSV", "JSON", "SVG", "PNG", "GEXF", "GraphML", "Pajek"]) {
      await page.$$eval("pairs-view .menu button", (all, f) => all.find((b) => b.textContent === f).click(), format);
    }
    await page.waitForFunction(() => globalThis.saved.length === 8);
    const saved = new Map(await page.evaluate(() => globalThis.saved));
    assert.match(saved.get("text/csv"), /^\ufeff?First,First: Kind,Second,Second: Kind,Together/);
    assert.ok(JSON.parse(saved.get("application/json")).length > 0);
    assert.match(saved.get("image/svg+xml"), /<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    assert.ok(saved.has("image/png"));
    assert.match(saved.get("application/gexf+xml"), /<gexf [^]*<edge /);
    assert.match(saved.get("text/tab-separated-values"), /^First\tFirst: Kind\tSecond\tSecond: Kind\tTogether/);
    assert.match(saved.get("text/plain"), /^\*Vertices \d+\n1 ".+"[^]*\*Edges\n\d+ \d+ /);
    assert.match(saved.get("application/graphml+xml"), /<graphml [^]*<edge /);
  });

  it("writes the methods, and the whole report as one page", async () => {
    await page.waitForSelector("methods-view .prose");
    assert.match(await text("methods-view .prose"), /analysed with comention [\d.]+.*ranked by the number of windows with both.*SHA-256\): [0-9a-f]{16}/s);
    await page.click("#report-save");
    await page.waitForFunction(() => globalThis.saved.some(([type]) => type === "text/html"));
    const report = new Map(await page.evaluate(() => globalThis.saved)).get("text/html");
    for (const part of [/<h1>Who and what is mentioned together/, /<svg[^]*<svg/, /Amara Osei/, /Traag et al\. 2019/]) assert.match(report, part);
    assert.doesNotMatch(report, /<script|https?:\/\/(?!www\.w3\.org)/);
    await page.$eval(".matrix .cell[role]:not(.on)", (e) => e.dispatchEvent(new MouseEvent("click", { bubbles: true })));
    await page.waitForSelector("evidence-panel .each");
    await page.click("evidence-panel .each summary");
    await page.waitForSelector("evidence-panel .each tbody tr:nth-child(3)");
  });

  it("shows pasted code as text and runs none of it", async () => {
    await paste(`<img src=x onerror="globalThis.hurt=1"> <script>globalThis.hurt=1</script>\n\nThe talks with <b>Wang Yi</b> were good, said Sergei Lavrov. Lavrov met Wang Yi.`);
    await done();
    assert.match(await text("reader-view"), /<script>/);
    assert.equal(await page.evaluate(() => globalThis.hurt), undefined);
  });

  it("says something sensible of empty and odd text", async () => {
    await paste("   \n  ");
    await page.waitForSelector('.status[data-kind="blank"]');
    for (const odd of ["\0\u0001\u0002", "\u202e\u05e9\u05dc\u05d5\u05dd 👩‍👩‍👧 \ud800", "x".repeat(100_000)]) {
      await paste(odd);
      await page.waitForFunction(() => document.querySelector(".status").dataset.kind !== undefined && document.querySelector(".status").dataset.kind !== "working");
      assert.notEqual(await page.$eval(".status", (e) => e.dataset.kind), "failed");
    }
    await paste("");
    await page.waitForSelector('.status[data-kind="empty"]');
  });

  it("fetches what a language needs, and says where there is too little", async () => {
    await paste("新华社北京3月5日电 外交部长王毅5日在北京会见俄罗斯外长拉夫罗夫。王毅表示，中国愿同俄罗斯加强合作。");
    await done();
    assert.match(await text("reader-view"), /王毅/);
    const names = await page.$$eval("reader-view .mention", (list) => list.map((e) => e.textContent));
    for (const name of ["王毅", "拉夫罗夫", "中国"]) assert.ok(names.includes(name), `${name} in ${names}`);
    assert.match(await text("network-view"), /王毅 \+ 俄罗斯: together 2/);
    const few = (wanted) => page.waitForFunction((w) => document.querySelector("network-view").textContent.includes("No two names are together often enough") === w, {}, wanted);
    await put("#set-minCount", "3");
    await few(true);
    // Emptied, it goes by the number of articles again.
    await put("#set-minCount", "");
    await few(false);
    assert.equal(await page.$eval("#set-minCount", (e) => e.placeholder), "1");
  });

  it("marks names inside names, and whom he and she stand for, when asked to", async () => {
    await paste("Mary Stone spoke at the Bank of England on Monday. She said that England was ready.");
    await done();
    const marked = () => page.$$eval("reader-view .mention", (all) => all.map((e) => [e.textContent, e.dataset.term, e.classList.contains("pronoun")].join()));
    const shows = async (wanted) => {
      await page.waitForFunction((n) => document.querySelectorAll("reader-view .mention").length === n, {}, wanted.length);
      assert.deepEqual(await marked(), wanted);
    };
    const [mary, bank, england] = ["Mary Stone,person:mary stone,false", "Bank of England,organization:bank of england,false", "England,place:england,false"];
    await shows([mary, bank, england]);
    await page.click("#set-nested");
    await shows([mary, bank, england, england]);
    await page.click("#set-pronouns");
    await shows([mary, bank, england, "She,person:mary stone,true", england]);
    assert.match(await page.evaluate(() => location.hash), /nested=1.*pronouns=1/);
    for (const name of ["nested", "pronouns"]) await page.click(`#set-${name}`);
    await shows([mary, bank, england]);
  });

  it("reads twelve articles", async () => {
    await page.click("#sample-twelve");
    await page.waitForFunction(() => document.querySelector(".status").textContent.startsWith("12 articles"));
    assert.equal((await page.$$("articles-view tbody tr")).length, 12);
  });

  it("shows who is mentioned when, and counts only the dates asked for", async () => {
    await paste(five);
    await page.waitForFunction(() => document.querySelector(".status").textContent.startsWith("5 articles"));
    await tab("when");
    await page.waitForSelector("when-view .course");
    assert.match(await text("when-view"), /1 article has no date/);
    await page.select("#when-of", "pairs");
    await page.waitForSelector("when-view .course[data-pair]");
    await page.$eval("when-view .course", (e) => e.dispatchEvent(new MouseEvent("click", { bubbles: true })));
    await page.waitForSelector("evidence-panel .two-by-two");
    await put("#when-to", "2024-04-30");
    await page.waitForFunction(() => document.querySelector(".status").textContent.startsWith("2 articles"));
    assert.match(await page.evaluate(() => location.hash), /to=2024-04-30/);
    await put("#when-to", "");
    await page.waitForFunction(() => document.querySelector(".status").textContent.startsWith("5 articles"));
  });

  it("shows where names stand, and lines their sentences up", async () => {
    await tab("where");
    await page.waitForSelector("where-view .ticks .bar");
    await page.evaluate(() => [...document.querySelectorAll("where-view .ticks .bar")].find((e) => e.textContent.includes("Goran Milic")).dispatchEvent(new MouseEvent("click", { bubbles: true })));
    await page.waitForFunction(() => { const hits = [...document.querySelectorAll("kwic-view tbody td:nth-child(2)")]; return hits.length > 3 && hits.every((e) => e.textContent.includes("Milic")); });
    const after = () => page.$$eval("kwic-view tbody td:nth-child(3)", (all) => all.map((e) => e.textContent.replace(/[^\p{L}\p{N} ]/gu, "").trim().toLowerCase()));
    const before = await after();
    await page.select("#kwic-sort", "right");
    await page.waitForSelector('kwic-view[data-sorted="right"]');
    const sorted = await after();
    assert.deepEqual([...sorted].sort(), [...before].sort());
    assert.deepEqual(sorted.map((s) => s.split(" ")[0]), sorted.map((s) => s.split(" ")[0]).sort());
  });

  it("compares a group of articles with the others", async () => {
    await tab("compare");
    await page.select("#compare-by", "since");
    await page.waitForSelector("#compare-group[type=date]");
    await put("#compare-group", "2024-05-10");
    await page.waitForSelector("compare-view .diverging .bar");
    assert.match(await text("compare-view .card-body"), /2024-05-10 – …: 2 articles, .* all others: 3 articles/);
    assert.match(await text("compare-view .diverging"), /Northern Development Bank/);
    // Two periods: the days of the first, and those of the second.
    await put("#compare-1", "2024-05-31");
    await put("#compare-2", "2024-05-01");
    await put("#compare-3", "2024-05-09");
    await page.waitForFunction(() => /2024-05-10 – 2024-05-31: \d+ articles?, .* 2024-05-01 – 2024-05-09: \d+ articles?/.test(document.querySelector("compare-view .card-body").textContent));
    await page.waitForFunction(() => location.hash.includes("2024-05-09") || decodeURIComponent(location.hash).includes("2024-05-10/2024-05-31/2024-05-01/2024-05-09"));
  });

  it("lets a person merge, rename, retype, hide and add names, and take it back", async () => {
    await tab("names");
    const names = () => page.$$eval("names-view .rename", (all) => all.map((e) => e.value));
    const count = (name) => page.$$eval("names-view tbody tr", (rows, n) => Number(rows.find((r) => r.querySelector(".rename").value === n)?.querySelector("button[data-term]").textContent ?? 0), name);
    const settled = (what) => page.waitForFunction((n) => [...document.querySelectorAll("names-view .rules li")].length === n, {}, what);
    const becomes = async (name, n) => {
      await page.waitForFunction((name, n) => { const row = [...document.querySelectorAll("names-view tbody tr")].find((r) => r.querySelector(".rename").value === name); return Number(row?.querySelector("button[data-term]").textContent ?? 0) === n; }, {}, name, n);
    };
    await page.waitForSelector("names-view .rename");
    const [milic, svoboda] = [await count("Goran Milic"), await count("Marek Svoboda")];
    assert.ok(milic > 0 && svoboda > 0);
    for (const name of ["Goran Milic", "Marek Svoboda"]) await page.click(`names-view input[type=checkbox][aria-label="Choose: ${name}"]`);
    assert.equal(await text("#names-merge"), "Merge into Goran Milic");
    await page.click("#names-merge");
    await settled(1);
    await becomes("Goran Milic", milic + svoboda);
    assert.ok(!(await names()).includes("Marek Svoboda"));
    await page.evaluate(() => { const e = [...document.querySelectorAll("names-view .rename")].find((x) => x.value === "Goran Milic"); e.value = "G. Milic"; e.dispatchEvent(new Event("change")); });
    await settled(2);
    await becomes("G. Milic", milic + svoboda);
    await page.type("#names-add", "customs post");
    await page.click("names-view form button");
    await settled(3);
    await becomes("customs post", 2);
    for (let left = 2; left >= 0; left--) {
      await page.$eval("names-view .rules li button", (e) => e.click());
      await settled(left);
    }
    await becomes("Goran Milic", milic);
    await becomes("customs post", 0);
  });

  it("has no violation that axe finds, light and dark", async () => {
    for (const theme of ["light", "dark"]) {
      if ((await page.evaluate(() => document.documentElement.dataset.theme)) !== theme) await page.click("#theme");
      for (const name of ["overview", "names", "when", "where", "compare"]) {
        await tab(name);
        await new Promise((resolve) => setTimeout(resolve, 150));
        await accessible(`${name}, ${theme}`);
      }
    }
  });

  it("asks nobody else for anything, and breaks no rule of its policy", () => {
    assert.deepEqual(visit.elsewhere, []);
    assert.deepEqual(visit.complaints, []);
  });
});
