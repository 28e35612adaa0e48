/** What stays in the browser, and what does not: in each browser, served, and as one file on a disk. */
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { serve } from "../../xtask/serve.mjs";
import { launch, uncaught } from "./browsers.mjs";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const TEXT = "TASHKENT, July 16 (Xinhua) -- Foreign Minister Wang Yi met Sergei Lavrov on Thursday. Wang Yi thanked Sergei Lavrov.";
const OTHER = "Ada Lovelace met Charles Babbage in London. Ada Lovelace thanked Charles Babbage.";

for (const name of /** @type {const} */ (["chrome", "firefox"])) {
  describe(name, () => {
    let folder, site, browser, page, at;
    /** @type {string[]} */ const complaints = [];
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "comention-kept-"));
      site = await serve(dist, { port: 0, under: "/tools/comention/" });
      browser = await launch(name);
      page = await browser.newPage();
      uncaught(page, complaints);
      at = site.address;
      await open();
    });
    after(async () => {
      await browser?.close();
      site?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const ready = () => page.waitForFunction(() => document.querySelector("#corpus option"), { timeout: 20_000 });
    const open = async () => { await page.goto(at); await ready(); };
    /** By a way that forgets what is in the address, as `open` does not. */
    const reload = async () => { await page.reload(); await ready(); };
    const type = (value) => page.$eval("#paste", (e, v) => { e.value = v; e.dispatchEvent(new Event("input")); }, value);
    const kept = () => page.waitForSelector('.stand[data-kind="kept"]', { timeout: 10_000 });
    const paste = async (value) => {
      await page.$eval(".stand", (e) => delete e.dataset.kind);
      await type(value);
      await kept();
    };
    const box = () => page.$eval("#paste", (e) => e.value);
    const corpora = () => page.$$eval("#corpus option", (all) => all.map((o) => o.textContent));
    const chosen = () => page.$eval("#corpus", (e) => e.selectedOptions[0]?.textContent);
    const press = (selector) => page.$eval(selector, (e) => e.click());
    const agree = async () => { await page.waitForSelector(".ask .main"); await press(".ask .main"); await page.waitForFunction(() => !document.querySelector(".ask")); };
    const until = (expected) => page.waitForFunction((v) => document.querySelector("#paste").value === v, {}, expected);
    /** Everything that the browser has of the page but its own files. */
    const traces = () => page.evaluate(async () => {
      const databases = (await indexedDB.databases()).map((d) => d.name);
      return { databases, local: Object.entries(localStorage), session: Object.entries(sessionStorage), cookies: document.cookie };
    });
    const drop = (files) => page.evaluate((files) => {
      const transfer = new DataTransfer();
      for (const [name, text] of files) transfer.items.add(new File([text], name, { type: "text/plain" }));
      document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
    }, files);
    const files = () => page.$$eval(".files li bdi", (all) => all.map((e) => e.textContent));

    /** What would be saved as a file, without the browser's own window for it. */
    const catchSaved = () => page.evaluate(() => {
      const create = URL.createObjectURL;
      let content;
      URL.createObjectURL = (blob) => { content = blob.text(); return create(blob); };
      HTMLAnchorElement.prototype.click = function () { globalThis.saved = [this.download, content]; };
    });

    it("says what is kept where one pastes", async () => {
      assert.match(await page.$eval("#privacy", (e) => e.textContent), /nothing is sent anywhere.*kept in this browser, until you delete them/);
      assert.equal(await page.$eval("#paste", (e) => e.getAttribute("aria-describedby")), "privacy");
    });

    it("keeps nothing as long as there is nothing", async () => {
      assert.deepEqual(await traces(), { databases: [], local: [], session: [], cookies: "" });
    });

    it("has the text, the files and the settings again after a reload", async () => {
      await paste(TEXT);
      await drop([["ada.txt", OTHER], ["empty.txt", ""]]);
      await page.waitForFunction(() => document.querySelectorAll(".files li").length === 1);
      await page.select("#set-window", "paragraph");
      await page.waitForFunction(() => location.hash.includes("window=paragraph"));
      await kept();
      await open();
      await page.goto("about:blank");
      await open();
      await until(TEXT);
      assert.deepEqual(await files(), ["ada.txt"]);
      assert.equal(await page.$eval("#set-window", (e) => e.value), "paragraph");
      await page.waitForFunction(() => document.querySelector(".status").textContent.startsWith("2 articles"));
      assert.match(await page.$eval("keywords-view", (e) => e.textContent), /Ada Lovelace/);
      await page.select("#set-window", "sentence");
    });

    it("has several corpora: new, renamed, switched to, deleted", async () => {
      assert.deepEqual(await corpora(), ["Corpus 1"]);
      await press("#corpus-new");
      await until("");
      assert.deepEqual(await files(), []);
      await paste(OTHER);
      await press("#corpus-rename");
      await page.waitForSelector(".ask input");
      await page.$eval(".ask input", (e) => { e.value = "Engines"; });
      await agree();
      await page.waitForFunction(() => document.querySelector("#corpus").selectedOptions[0].textContent === "Engines");
      await kept();
      await reload();
      await until(OTHER);
      assert.deepEqual([await chosen(), (await corpora()).sort()], ["Engines", ["Corpus 1", "Engines"]]);
      await page.select("#corpus", await page.$$eval("#corpus option", (all) => all.find((o) => o.textContent === "Corpus 1").value));
      await until(TEXT);
      assert.deepEqual(await files(), ["ada.txt"]);
      await reload();
      await until(TEXT);
      await press("#corpus-delete");
      await agree();
      await until(OTHER);
      await page.waitForFunction(() => document.querySelectorAll("#corpus option").length === 1);
      await reload();
      await until(OTHER);
      assert.deepEqual(await corpora(), ["Engines"]);
    });

    it("has decisions about names again, with their corpus only", async () => {
      const named = (expected) => page.waitForFunction((v) => document.querySelector("keywords-view").textContent.includes(v), {}, expected);
      await named("Ada Lovelace");
      await page.$eval("#tab-names", (e) => e.click());
      await page.waitForSelector("names-view input.rename");
      // What it says now is of what was kept before.
      await page.$eval(".stand", (e) => delete e.dataset.kind);
      await page.$$eval("names-view input.rename", (all) => {
        const own = all.find((e) => e.value === "Ada Lovelace");
        own.value = "Augusta Ada King";
        own.dispatchEvent(new Event("change"));
      });
      await page.waitForFunction(() => document.querySelectorAll("names-view .rules li").length === 1);
      await kept();
      await page.$eval("#tab-overview", (e) => e.click());
      await reload();
      await named("Augusta Ada King");
      await press("#corpus-new");
      await until("");
      await paste(TEXT.replace("Sergei Lavrov", "Ada Lovelace"));
      await named("Ada Lovelace");
      await press("#corpus-delete");
      await agree();
      await until(OTHER);
      await named("Augusta Ada King");
    });

    it("lets a sample take the place of nothing", async () => {
      await press("#sample-one");
      await page.waitForFunction(() => document.querySelector("#corpus").selectedOptions[0].textContent === "Sample (1 article)");
      await kept();
      await page.waitForFunction(() => document.querySelectorAll("#corpus option").length === 2);
      await page.select("#corpus", await page.$$eval("#corpus option", (all) => all.find((o) => o.textContent === "Engines").value));
      await until(OTHER);
    });

    it("goes out as a file and comes back as it was", async () => {
      await catchSaved();
      await press("#corpus-export-all");
      await page.waitForFunction(() => globalThis.saved);
      const [called, text] = await page.evaluate(async () => [globalThis.saved[0], await globalThis.saved[1]]);
      assert.equal(called, "comention.comention.json");
      const { format, version, corpora: inside } = JSON.parse(text);
      assert.deepEqual([format, version, inside.map((c) => c.name)], ["comention corpora", 1, ["Engines", "Sample (1 article)"]]);
      assert.deepEqual(inside[0].pastes, [{ name: null, text: OTHER }]);
      const changed = JSON.parse(text);
      changed.corpora[0].rules = [{ surface: "Engine", kind: "other" }];
      await drop([["out.comention.json", JSON.stringify(changed)]]);
      await page.waitForFunction(() => document.querySelector("#corpus").selectedOptions[0].textContent === "Engines 2");
      await until(OTHER);
      await kept();
      await reload();
      await until(OTHER);
      assert.deepEqual((await corpora()).sort(), ["Engines", "Engines 2", "Sample (1 article)", "Sample (1 article) 2"]);
      // What this version does not read is kept all the same.
      await catchSaved();
      await press("#corpus-export");
      await page.waitForFunction(() => globalThis.saved);
      const again = JSON.parse(await page.evaluate(() => globalThis.saved[1]));
      assert.deepEqual(again.corpora[0].rules, [{ surface: "Engine", kind: "other" }]);
      await drop([["bad.comention.json", '{"format":"comention corpora","version":9,"corpora":[]}']]);
      await page.waitForFunction(() => /version: got 9, expected at most 1/.test(document.querySelector(".problem").textContent));
    });

    it("is reached by keys and has no violation that axe finds, menu and question open", async () => {
      await page.evaluate(axe);
      await page.focus("corpus-bar summary");
      await page.keyboard.press("Enter");
      await page.waitForSelector("corpus-bar .menu[open]");
      for (const theme of ["light", "dark"]) {
        if ((await page.evaluate(() => document.documentElement.dataset.theme)) !== theme) await page.$eval("#theme", (e) => e.click());
        await page.$eval("corpus-bar .menu", (e) => { e.open = true; });
        assert.deepEqual(await page.evaluate(async () => (await globalThis.axe.run("corpus-bar, paste-box")).violations.map((v) => v.id)), [], theme);
      }
      await page.focus("corpus-bar summary");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Escape");
      await page.waitForSelector("corpus-bar .menu:not([open])");
      await press("#corpus-rename");
      await page.waitForSelector(".ask");
      assert.deepEqual(await page.evaluate(async () => (await globalThis.axe.run(".ask")).violations.map((v) => v.id)), []);
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => !document.querySelector(".ask"));
    });

    it("clears all", async () => {
      await press("#clear-all");
      await agree();
      await until("");
      assert.deepEqual(await corpora(), ["Corpus 1"]);
      await page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
      assert.deepEqual(await traces(), { databases: [], local: [], session: [], cookies: "" });
      await reload();
      assert.equal(await box(), "");
      assert.deepEqual(await traces(), { databases: [], local: [], session: [], cookies: "" });
    });

    it("keeps nothing when told so", async () => {
      await paste(TEXT);
      await press("#keep-nothing");
      await page.waitForFunction(() => /Nothing is kept/.test(document.querySelector("#privacy").textContent));
      await page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
      await type(`${TEXT} And more.`);
      await page.waitForSelector('.status[data-kind="done"]');
      await press("#corpus-new");
      await until("");
      await type(OTHER);
      await page.waitForFunction(() => /Ada Lovelace/.test(document.querySelector("keywords-view").textContent));
      const { databases, local } = await traces();
      assert.deepEqual([databases, local.map(([, value]) => value)], [[], ['{"nothing":true}']]);
      await reload();
      assert.equal(await box(), "");
      assert.equal(await page.$eval("#keep-nothing", (e) => e.checked), true);
      await press("#keep-nothing");
      await paste(TEXT);
      await reload();
      await until(TEXT);
    });

    it("says so where the browser cannot keep it, and works all the same", async () => {
      const other = await browser.newPage();
      await other.evaluateOnNewDocument(() => {
        Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("not here", "SecurityError"); } });
      });
      await other.goto(at);
      await other.waitForSelector("#corpus option");
      await other.$eval("#paste", (e, v) => { e.value = v; e.dispatchEvent(new Event("input")); }, TEXT);
      await other.waitForSelector('.status[data-kind="done"]', { timeout: 20_000 });
      await other.waitForSelector('.stand[data-kind="failed"]');
      assert.match(await other.$eval(".problem", (e) => e.textContent), /cannot keep the corpus \(not here\)/);
      await other.close();
    });

    it("is the same in a second window", async () => {
      const other = await browser.newPage();
      await other.goto(at);
      await other.waitForFunction((v) => document.querySelector("#paste").value === v, { polling: 100 }, TEXT);
      await page.bringToFront();
      await drop([["ada.txt", OTHER]]);
      await other.waitForFunction(() => document.querySelector(".files li bdi")?.textContent === "ada.txt", { polling: 100 });
      await other.bringToFront();
      await other.$eval("#paste", (e, v) => { e.value = v; e.dispatchEvent(new Event("input")); }, `${TEXT} More.`);
      await page.waitForFunction((v) => document.querySelector("#paste").value === v, { polling: 100 }, `${TEXT} More.`);
      assert.deepEqual(await files(), ["ada.txt"]);
      await other.close();
    });

    it("is empty in a second window when the first clears all", async () => {
      const other = await browser.newPage();
      await other.goto(at);
      await other.waitForFunction(() => document.querySelector("#paste").value !== "");
      await page.bringToFront();
      await press("#clear-all");
      await agree();
      // A window behind another draws nothing.
      await other.waitForFunction(() => document.querySelector("#paste").value === "", { polling: 100 });
      await other.close();
      await page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
    });

    it("keeps the corpus of the one file on a disk", async () => {
      copyFileSync(join(dist, "comention.html"), join(folder, "comention.html"));
      at = pathToFileURL(join(folder, "comention.html")).href;
      await open();
      await paste(TEXT);
      await page.goto("about:blank");
      await open();
      await until(TEXT);
      await press("#clear-all");
      await agree();
      await until("");
      await reload();
      assert.equal(await box(), "");
    });

    it("fails nowhere", () => assert.deepEqual(complaints, []));
  });
}
