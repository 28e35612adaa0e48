/** Where articles begin, put right by a person: in each browser. */
import assert from "node:assert/strict";
import { before, it } from "node:test";

import { hands, inEachBrowser } from "./visit.mjs";

const WIRE = "PORT ELIAN, May 2 (Xinhua) -- Owners of cafés met Ilse Hartog on Thursday to talk about rents in the old town, which have doubled in three years. The city has promised a list of empty shops by June, and the owners want a seat on the council that decides on them.";
const TEXT = `Café owners meet in Port Elian\n\n${WIRE}\n\nHarbour opens after repairs\n\nThe harbour of Varrona opened again on Friday, the mayor Ilse Hartog said. Ilse Hartog thanked Marek Svoboda.\n`;

inEachBrowser((visit) => {
  const { press, put, paste, accessible } = hands(visit);
  let page;
  before(() => { page = visit.page; });

  const articles = (n) => page.waitForFunction((n) => document.querySelectorAll("cuts-view .cut").length === n && document.querySelector(".status").dataset.kind === "done", { timeout: 20_000 }, n);
  const headlines = () => page.$$eval("cuts-view .headline input", (all) => all.map((i) => i.value));
  const begins = async (line) => page.$$eval("cuts-view button.begin", (all, line) => all.find((b) => b.getAttribute("aria-label").includes(line)).click(), line);

  it("an article begins where one says, and what counts follows", async () => {
    await paste(TEXT);
    await articles(1);
    await begins("Harbour opens");
    await articles(2);
    assert.deepEqual(await headlines(), ["Café owners meet in Port Elian", "Harbour opens after repairs"]);
    assert.match(await page.$eval(".status", (e) => e.textContent), /^2 articles/);
    assert.match(await page.$eval("cuts-view", (e) => e.textContent), /1 correction of yours/);
  });

  it("a date that one puts in is that of the article, after a reload too", async () => {
    await put("#cut-1-date", "2024-05-03");
    await page.waitForFunction(() => document.querySelector("#cut-1-date")?.className === "by-hand", { timeout: 10_000 });
    await page.waitForSelector('.stand[data-kind="kept"]', { timeout: 10_000 });
    await page.reload();
    await articles(2);
    assert.equal(await page.$eval("#cut-1-date", (e) => e.value), "2024-05-03");
  });

  it("corrections stay with their lines when text is put before them", async () => {
    await paste(`A line more.\n\n${TEXT}`);
    await page.waitForFunction(() => document.querySelector("cuts-view .lines")?.textContent.startsWith("A line more"), { timeout: 10_000 });
    await articles(2);
    assert.equal((await headlines())[1], "Harbour opens after repairs");
    assert.equal(await page.$eval("#cut-1-date", (e) => e.value), "2024-05-03");
  });

  it("what one decided is taken back", async () => {
    await press("#cuts-undo");
    await articles(1);
    assert.equal(await page.$("#cuts-undo"), null);
  });

  it("shows articles that repeat others, and counts them when asked to", async () => {
    assert.equal(await page.$eval("copies-view", (e) => e.hidden), true);
    await paste(`Café owners meet\n\n${WIRE}\n\n---\n\nRents in the old town\n\n${WIRE}\n`);
    await articles(2);
    const told = () => page.$eval("copies-view", (e) => e.textContent);
    assert.match(await told(), /Café owners meet.*Rents in the old town.*shares 100%/);
    const sentences = () => page.$eval(".status", (e) => Number(/(\d+) sentences/.exec(e.textContent)[1]));
    const once = await sentences();
    await press("#set-duplicates");
    await page.waitForFunction((n) => Number(/(\d+) sentences/.exec(document.querySelector(".status").textContent)[1]) === 2 * n, { timeout: 10_000 }, once);
  });

  it("is accessible, light and dark", async () => {
    for (const theme of ["light", "dark"]) {
      await page.$eval("html", (e, theme) => { e.dataset.theme = theme; }, theme);
      await accessible(theme);
    }
    assert.deepEqual(visit.complaints, []);
  });
}, { at: "#view=articles" });
