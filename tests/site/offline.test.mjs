/** Without a network, and with a newer version: in each browser, from a sub-path of a static host. */
import assert from "node:assert/strict";
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { writeServiceWorker } from "../../xtask/offline.mjs";
import { serve } from "../../xtask/serve.mjs";
import { launch } from "./browsers.mjs";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const UNDER = "/tools/comention/";

for (const name of /** @type {const} */ (["chrome", "firefox"])) {
  describe(name, () => {
    let folder, site, browser, page;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "comention-offline-"));
      cpSync(dist, folder, { recursive: true });
      writeFileSync(join(folder, "other.html"), "<!doctype html><title>other</title>");
      site = await serve(folder, { port: 0, under: UNDER });
      browser = await launch(name);
      page = await browser.newPage();
      await page.goto(site.address);
    });
    after(async () => {
      await browser?.close();
      site?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const done = () => page.waitForSelector('.status[data-kind="done"]', { timeout: 20_000 });
    const paste = async (value) => {
      await page.$eval(".status", (e) => delete e.dataset.kind);
      await page.$eval("#paste", (e, v) => { e.value = v; e.dispatchEvent(new Event("input")); }, value);
      await done();
    };
    const kept = () => page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (n) => (await caches.open(n)).keys()));
      return { names, addresses: requests.flat().map((r) => r.url) };
    });

    it("keeps what the page needs, and no pack nobody asked for", async () => {
      await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", { timeout: 20_000 });
      const { names, addresses } = await kept();
      assert.equal(names.length, 1);
      assert.ok(addresses.includes(site.address));
      for (const part of ["comention_bg", "comention_more", "worker", "en-names", "samples/one.txt", "manifest.webmanifest"]) assert.ok(addresses.some((a) => a.includes(part)), part);
      assert.deepEqual(addresses.filter((a) => /\.pack$/.test(a) && !a.includes("en-names")), []);
      assert.equal(await page.$(".update"), null);
    });

    it("leaves the rest of the host alone", async () => {
      await page.evaluate(() => fetch("./other.html").then((r) => r.text()));
      const { addresses } = await kept();
      assert.ok(addresses.every((a) => a.startsWith(site.address) && !a.includes("other")), addresses.join("\n"));
    });

    it("comes up and reads without a server, in the languages it was used for", async () => {
      await page.reload();
      await paste("新华社北京3月5日电 外交部长王毅5日在北京会见俄罗斯外长拉夫罗夫。王毅表示，中国愿同俄罗斯加强合作。");
      site.close();
      await page.reload();
      await page.click("#sample-one");
      await done();
      assert.match(await page.$eval(".status", (e) => e.textContent), /^1 article, /);
      assert.match(await page.$eval("keywords-view", (e) => e.textContent), /Amara Osei/);
      await paste("新华社北京3月5日电 外交部长王毅5日在北京会见俄罗斯外长拉夫罗夫。");
      const names = await page.$$eval("reader-view .mention", (list) => list.map((e) => e.textContent));
      assert.ok(names.includes("拉夫罗夫"), names.join());
      await assert.rejects(page.evaluate(() => fetch("./other.html")));
    });

    it("tells of a newer version and takes it when asked to", async () => {
      const before = (await kept()).names;
      appendFileSync(join(folder, "index.html"), "<!-- newer -->\n");
      writeServiceWorker(folder);
      site = await serve(folder, { port: Number(new URL(site.address).port), under: UNDER });
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await page.waitForSelector(".update");
      assert.match(await page.$eval(".update", (e) => e.textContent), /A new version is ready/);
      assert.ok(!(await page.content()).includes("<!-- newer -->"));
      await Promise.all([page.waitForNavigation(), page.click("#reload")]);
      await page.waitForSelector("#sample-one");
      assert.ok((await page.content()).includes("<!-- newer -->"));
      assert.equal(await page.$(".update"), null);
      await page.waitForFunction(async (old) => { const names = await caches.keys(); return names.length === 1 && names[0] !== old; }, {}, before[0]);
      const { addresses } = await kept();
      assert.ok(addresses.some((a) => a.includes("zh-names")), "a pack that was fetched stays");
    });
  });
}
