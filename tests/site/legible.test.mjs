/** What is to be read can be read: nothing is cut, and what numbers and colours are is said. */
import assert from "node:assert/strict";
import { before, it } from "node:test";

import { hands, inEachBrowser } from "./visit.mjs";

/** Languages, with what stands over the pairs at a glance. */
const LANGUAGES = [
  ["en", "Mentioned togetherRank by: Log-likelihood"],
  ["de", "Zusammen genanntOrdnen nach: Log-Likelihood"],
  ["ru", "Упоминаются вместеПорядок: Лог-правдоподобие"],
  ["ar", "ما يُذكر معًاالترتيب حسب: الأرجحية اللوغاريتمية"],
];

/** Texts in languages without capitals, and what is said of the names in them. */
const WITHOUT = [
  ["التقى وزير الخارجية الروسي سيرغي لافروف الرئيس التركي يوم الخميس في أنقرة. وقال لافروف إن روسيا وتركيا ستواصلان التعاون.", "Arabic: capitals do not tell names"],
  ["윤석열 대통령은 목요일 서울에서 조 바이든 미국 대통령을 만났다. 한국과 미국은 협력을 강화하기로 했다.", "Korean: capitals do not tell names"],
  ["Sergei Lavrov met the president in Ankara on Thursday, and both spoke of grain.", null],
];

inEachBrowser((visit) => {
  const { text, press, done, paste } = hands(visit);
  let page;
  before(async () => {
    page = visit.page;
    await press("#sample-twelve");
    await done();
  });

  /** The texts of a chart that reach beyond it. @param {string} chart */
  const beyond = (chart) => page.$eval(chart, (svg) => {
    const room = svg.getBoundingClientRect();
    return [...svg.querySelectorAll("text")].filter((e) => { const { left, right, top, bottom } = e.getBoundingClientRect(); return left < room.left - 1 || right > room.right + 1 || top < room.top - 1 || bottom > room.bottom + 1; }).map((e) => e.textContent);
  });

  for (const [code, said] of LANGUAGES) {
    it(`${code}: every choice is read whole, and by what pairs are ranked is said`, async () => {
      await page.select("#language", code);
      await page.waitForFunction((code) => document.documentElement.lang === code && document.querySelector("glance-view dt"), {}, code);
      assert.equal(await text("glance-view dt"), said);
      const cut = await page.$$eval("settings-bar select", (all) => all.filter((select) => {
        // As wide as it would be if it could.
        const own = select.cloneNode(true);
        own.removeAttribute("id");
        Object.assign(own.style, { position: "absolute", maxInlineSize: "none", inlineSize: "max-content" });
        select.after(own);
        const wide = own.offsetWidth;
        own.remove();
        return select.offsetWidth < wide;
      }).map((select) => select.selectedOptions[0].textContent));
      assert.deepEqual(cut, []);
    });
  }

  it("the matrix says what its shades are, and no name is cut by its edge, chosen or not, wide or on a phone", async () => {
    await page.select("#language", "en");
    await page.waitForFunction(() => document.documentElement.lang === "en" && document.querySelector("pairs-view .key"));
    assert.match(await text("pairs-view .key"), /^0[\d.]+ Log-likelihood$/);
    const size = page.viewport();
    for (const width of [390, 1440]) {
      await page.setViewport({ ...size, width });
      await page.waitForFunction((width) => document.querySelector("pairs-view svg")?.getBoundingClientRect().right <= width, {}, width);
      assert.deepEqual(await beyond("pairs-view svg"), [], String(width));
      await page.$$eval("pairs-view .cell", (all) => all.at(-1).dispatchEvent(new MouseEvent("click", { bubbles: true })));
      await page.waitForSelector("pairs-view .label.on");
      assert.deepEqual(await beyond("pairs-view svg"), [], `${width}, chosen`);
      await page.keyboard.press("Escape");
    }
    await page.setViewport(size);
  });

  it("views are at hand however far one has read, and each is read from its beginning", async () => {
    await page.$eval("methods-view", (e) => e.scrollIntoView());
    const top = (selector) => page.$eval(selector, (e) => Math.round(e.getBoundingClientRect().top));
    assert.equal(await top("view-tabs"), 0);
    await press("#tab-names");
    await page.waitForSelector("names-view .rename");
    assert.ok((await top("names-view")) > 0);
    await press("#tab-overview");
  });

  it("the table of a pair breaks no name, however long", async () => {
    await press('glance-view [data-pair*="sable fishing cooperative"]');
    await page.waitForSelector("evidence-panel .two-by-two");
    assert.deepEqual(await page.$$eval("evidence-panel .two-by-two tr", (all) => all.map((row) => [...row.children].map((cell) => cell.textContent).join("|"))), ["|with B|without B|all", "with A|3|7|10", "without A|2|117|119", "all|5|124|129"]);
    assert.equal(await text("evidence-panel .explained h3 + .note"), "A Ruth Adeyemi, B Sable Fishing Cooperative");
    assert.deepEqual(await page.$$eval("evidence-panel .explained bdi", (all) => all.map((e) => e.textContent)), ["A Ruth Adeyemi", "B Sable Fishing Cooperative"]);
    const heights = await page.$$eval("evidence-panel .two-by-two tr", (all) => all.map((row) => row.getBoundingClientRect().height));
    assert.ok(Math.max(...heights) < 45, String(heights));
  });

  for (const [own, said] of WITHOUT) {
    it(`${said ?? "a language with capitals: nothing is said"}`, async () => {
      await paste(own);
      await done();
      await page.waitForFunction((own) => document.querySelector("reader-view")?.textContent.includes(own.slice(0, 20)), {}, own);
      const notes = (await page.$$eval("articles-view .note", (all) => all.map((e) => e.textContent))).join("\n");
      if (said) assert.ok(notes.startsWith(said), notes);
      else assert.equal(notes, "");
      assert.deepEqual(visit.complaints, []);
    });
  }
});
