/** Names that may be one: said where pairs are, joined by one click, and taken back by one. */
import assert from "node:assert/strict";
import { before, it } from "node:test";

import { hands, inEachBrowser } from "./visit.mjs";

/** One minister in three spellings, and an abbreviation. */
const TEXT = `Lavrov lands in Ankara

ANKARA, May 2, 2024 (Reuters) -- Lavrov landed in Ankara on Thursday. Lavrov told reporters that talks would go on. The Sarn Basin Commission met, and the Sarn Basin Commission voted.

Talks in Ankara

ANKARA, May 4, 2024 (AP) -- Minister Sergei Lavrov met officials in Ankara on Saturday. The SBC doubted it.

More talks

KESH, May 6, 2024 (Reuters) -- Minister Sergey Lavrov spoke again in Kesh. The SBC said no.
`;

inEachBrowser((visit) => {
  const { text, press, done, paste, tab, accessible } = hands(visit);
  let page;
  before(async () => {
    page = visit.page;
    await paste(TEXT);
    await done();
  });

  const names = () => page.$$eval("names-view tbody tr", (all) => all.map((row) => `${row.querySelector(".rename").value} ${row.querySelector(".number").textContent}`).filter((name) => /Lavrov|SBC|Sarn/.test(name)).sort());
  const are = async (wanted) => {
    await page.waitForFunction((n) => [...document.querySelectorAll("names-view .rename")].filter((e) => /Lavrov|SBC|Sarn/.test(/** @type {any} */ (e).value)).length === n, {}, wanted.length);
    assert.deepEqual(await names(), wanted);
  };

  it("pairs say how many there are, and lead to them", async () => {
    await page.waitForSelector("pairs-view .alike button");
    assert.equal(await text("pairs-view .alike"), "3 pairs of names that may be one");
    await press("pairs-view .alike button");
    await page.waitForSelector("#view-names:not([hidden]) .suggested li");
    const listed = await page.$$eval("names-view .suggested li", (all) => all.map((e) => e.textContent.replace(/ Join.*/, "")));
    assert.deepEqual(listed, ["Sergey Lavrov (1) Sergei Lavrov (1) sound the same", "SBC (2) Sarn Basin Commission (2) initials", "Lavrov (3) Sergei Lavrov (1) family name alone"]);
    await accessible();
  });

  it("all are joined at once, and parted again", async () => {
    const apart = await names();
    assert.equal(await text("#names-join"), "Join all 3");
    await press("#names-join");
    await are(["Sarn Basin Commission 4", "Sergei Lavrov 5"]);
    await tab("overview");
    await page.waitForFunction(() => !document.querySelector("pairs-view .alike"));
    await tab("names");
    await press("#names-unjoin");
    await are(apart);
    await page.waitForSelector("#names-join");
  });

  it("what one says no to is offered no more, and not joined with the others", async () => {
    await press("names-view .suggested li .quiet");
    assert.equal(await page.$$eval("names-view .suggested li", (all) => all.length), 2);
    assert.equal(await text("#names-join"), "Join all 2");
    await tab("overview");
    await page.waitForFunction(() => document.querySelector("pairs-view .alike")?.textContent.startsWith("2 pairs "));
    assert.deepEqual(visit.complaints, []);
  });

  it("a no is kept with the corpus, and taken back like any decision", async () => {
    await page.waitForSelector('.stand[data-kind="kept"]');
    await page.reload();
    await done();
    await page.waitForFunction(() => document.querySelector("pairs-view .alike")?.textContent.startsWith("2 pairs "));
    await tab("names");
    await page.waitForSelector("names-view .suggested li");
    assert.equal(await page.$$eval("names-view .suggested li", (all) => all.length), 2);
    assert.equal(await text("names-view .decided:not(.suggested) li"), "Sergey Lavrov is not Sergei Lavrov Undo");
    await press("names-view .decided:not(.suggested) li button");
    await page.waitForFunction(() => document.querySelectorAll("names-view .suggested li").length === 3);
    await tab("overview");
    await page.waitForFunction(() => document.querySelector("pairs-view .alike")?.textContent.startsWith("3 pairs "));
  });
});
