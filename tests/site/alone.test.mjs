/** The page as one file, opened from a disk without a server, in each browser. */
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { launch } from "./browsers.mjs";

const made = fileURLToPath(new URL("../../dist/comention.html", import.meta.url));

for (const name of /** @type {const} */ (["chrome", "firefox"])) {
  describe(name, () => {
    let folder, address, browser, page;
    /** @type {string[]} */ const complaints = [];
    /** @type {string[]} */ const asked = [];
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "comention-alone-"));
      copyFileSync(made, join(folder, "a file.html"));
      address = pathToFileURL(join(folder, "a file.html")).href;
      browser = await launch(name);
      page = await browser.newPage();
      page.on("console", (m) => ["error", "warn"].includes(m.type()) && complaints.push(m.text()));
      page.on("pageerror", (e) => complaints.push(String(e)));
      page.on("request", (r) => r.url() !== address && !/^(data:|blob:)/.test(r.url()) && asked.push(r.url()));
      await page.goto(address);
      await page.waitForSelector("#sample-one");
    });
    after(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const text = (selector) => page.$eval(selector, (e) => e.textContent);
    const done = () => page.waitForSelector('.status[data-kind="done"]', { timeout: 20_000 });
    const paste = async (value) => {
      await page.$eval(".status", (e) => delete e.dataset.kind);
      await page.$eval("#paste", (e, v) => { e.value = v; e.dispatchEvent(new Event("input")); }, value);
      await done();
    };
    const named = () => page.$$eval("reader-view .mention", (list) => list.map((e) => e.textContent));

    it("reads the sample and finds who is in it", async () => {
      await page.click("#sample-one");
      await done();
      assert.match(await text(".status"), /^1 article, /);
      assert.match(await text("keywords-view"), /Amara Osei/);
      await page.$eval(".matrix .cell[role]", (e) => e.dispatchEvent(new MouseEvent("click", { bubbles: true })));
      await page.waitForSelector("evidence-panel .two-by-two");
    });

    it("reads in a worker", async () => {
      // In the thread of the page it would have the packs there.
      assert.equal(await page.evaluate(() => "comentionPacks" in globalThis), false);
    });

    it("has the packs of other languages with it, and says where it lacks one", async () => {
      await paste("Le ministre Jean Dupont a rencontré Angela Merkel à Berlin. Jean Dupont a remercié Angela Merkel. L'accord entre la France et l'Allemagne est signé.");
      assert.ok((await named()).includes("Angela Merkel"));
      assert.ok(!/language pack/.test(await text("articles-view .card-body")));
      await paste("新华社北京3月5日电 外交部长王毅5日在北京会见俄罗斯外长拉夫罗夫。王毅表示，中国愿同俄罗斯加强合作。");
      assert.match(await text("articles-view .card-body"), /no language pack for `zh`/);
    });

    it("knows names inside names, and for whom pronouns stand", async () => {
      await paste("Mary Stone spoke at the Bank of England on Monday. She said that England was ready.");
      await page.$eval("#set-nested", (e) => e.click());
      await page.waitForFunction(() => document.querySelectorAll("reader-view .mention").length === 4, { timeout: 10_000 });
      assert.deepEqual(await named(), ["Mary Stone", "Bank of England", "England", "England"]);
      await page.$eval("#set-pronouns", (e) => e.click());
      await page.waitForFunction(() => document.querySelectorAll("reader-view .mention").length === 5, { timeout: 10_000 });
      assert.ok((await named()).includes("She"));
      for (const name of ["nested", "pronouns"]) await page.$eval(`#set-${name}`, (e) => e.click());
      await page.waitForFunction(() => document.querySelectorAll("reader-view .mention").length === 3, { timeout: 10_000 });
    });

    it("reads in the thread of the page where a file on disk may start no worker", async () => {
      const other = await browser.newPage();
      await other.evaluateOnNewDocument(() => {
        globalThis.Worker = class { constructor() { throw new DOMException("not from here", "SecurityError"); } };
      });
      await other.goto(address);
      await other.waitForSelector("#sample-one");
      // What the test before left is read again first.
      await other.waitForSelector('.status[data-kind="done"]', { timeout: 20_000 });
      await other.click("#sample-one");
      await other.waitForFunction(() => document.querySelector("keywords-view").textContent.includes("Amara Osei"), { timeout: 20_000 });
      await other.close();
    });

    it("asks for nothing but itself, and breaks no rule of its policy", async () => {
      assert.deepEqual(asked, []);
      assert.deepEqual(complaints, []);
      const policy = await page.$eval("meta[http-equiv]", (e) => e.content);
      assert.match(policy, /default-src 'none'/);
      assert.ok(!/unsafe-inline|unsafe-eval'.*'unsafe|https?:/.test(policy), policy);
    });
  });
}
