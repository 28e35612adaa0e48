/** For who wants less motion nothing moves by itself. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, describe, it } from "node:test";

import { serve } from "../../xtask/serve.mjs";
import { launch } from "./browsers.mjs";
import { dist } from "./visit.mjs";

/** So many people that the network is drawn by WebGL. */
const people = Array.from({ length: 120 }, (_, i) => `${"ABCDEFGHIJKL"[i % 12]}${"aeiou"[i % 5]}rlan ${"BCDFGHJKLMNP"[Math.floor(i / 10)]}${"aeiou"[i % 5]}${"ndrst"[Math.floor(i / 24)]}kov`);
const TEXT = people.flatMap((one, i) => [1, 2].map((n) => `Meeting ${i} number ${n}\n\nYesterday Mr. ${one} met Mr. ${people[(i + 1) % 120]}. Mr. ${one} thanked Mr. ${people[(i + 1) % 120]}.`)).join("\n\n---\n\n");

/** How often a picture is asked for after one turn of the wheel over the network; not by views that are still drawn. */
const pictures = (page) => page.waitForFunction(() => !document.querySelector("#results[aria-busy]")).then(() => page.evaluate(() => new Promise((resolve) => {
  const stage = /** @type {Element} */ (document.querySelector("network-view .sigma-mouse"));
  const { x, y, width, height } = stage.getBoundingClientRect();
  const ask = globalThis.requestAnimationFrame;
  let asked = 0;
  globalThis.requestAnimationFrame = (next) => { asked++; return ask(next); };
  stage.dispatchEvent(new WheelEvent("wheel", { deltaY: -120, clientX: x + width / 2, clientY: y + height / 2, bubbles: true, cancelable: true }));
  setTimeout(() => { globalThis.requestAnimationFrame = ask; resolve(asked); }, 600);
})));

for (const name of /** @type {const} */ (["chrome", "firefox"])) {
  describe(name, () => {
    let site, browser, page;
    before(async () => {
      site = await serve(dist, { port: 0 });
    });
    after(() => site?.close());

    for (const still of [true, false]) {
      it(still ? "with less motion the network is at once where the wheel takes it, and no part of the page changes slowly" : "without that wish it goes there", async () => {
        browser = await launch(name, { still });
        try {
          page = await browser.newPage();
          await page.setViewport({ width: 1300, height: 1000 });
          await page.goto(`${site.address}#kinds=person&duplicates=1`);
          await page.waitForSelector("#sample-one");
          assert.equal(await page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches), still);
          await page.$eval("#paste", (e, v) => { e.value = v; e.dispatchEvent(new Event("input")); }, TEXT);
          await page.waitForSelector("network-view .node, network-view .stage canvas", { timeout: 30_000 });
          // A browser without a screen may have no WebGL.
          if (await page.$("network-view .stage canvas")) {
            await page.$eval("network-view", (e) => e.scrollIntoView());
            const asked = await pictures(page);
            assert.ok(still ? asked <= 3 : asked > 3, `${asked} pictures`);
          }
          if (!still) return;
          // What a browser does with its own lists is its affair.
          const slow = await page.$$eval("*:not(option)", (all) => all.filter((e) => { const s = getComputedStyle(e); return /[1-9]/.test(s.transitionDuration) || s.animationName !== "none" || s.scrollBehavior !== "auto"; }).map((e) => e.localName));
          assert.deepEqual(slow, []);
          assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
        } finally {
          await browser.close();
        }
      });
    }
  });
}

it("every movement in the style is for who has no such wish", () => {
  const css = readdirSync(`${dist}/assets`).filter((f) => f.endsWith(".css")).map((f) => readFileSync(`${dist}/assets/${f}`, "utf8")).join("\n");
  const others = css.replace(/@media \(prefers-reduced-motion: ?no-preference\)\{(?:[^{}]*\{[^{}]*\})*\}/g, "");
  assert.notEqual(others, css);
  assert.doesNotMatch(others, /transition|animation|@keyframes|scroll-behavior/);
});
