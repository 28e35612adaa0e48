/** Large networks: by WebGL, and as a drawing where there is none. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { serve } from "../../xtask/serve.mjs";
import { launch } from "./browsers.mjs";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** A made corpus of so many people who stand beside those that are near them on a ring, and now and then far off. */
function corpus(NAMES) {
  const [consonants, vowels] = ["bdfgklmnprstvz", "aeiou"];
  const syllable = (n) => consonants[n % 14] + vowels[Math.floor(n / 14) % 5];
  const raised = (word) => word[0].toUpperCase() + word.slice(1);
  const people = Array.from({ length: NAMES }, (_, i) => `${raised(`${syllable((i * 11) % 70)}n`)} ${raised(`${syllable(i % 70)}${syllable((Math.floor(i / 70) + 31) % 70)}${syllable((i * 13) % 70)}x`)}`);
  let seed = 7;
  const random = (n) => (seed = (seed * 48_271) % 2_147_483_647) % n;
  const sentence = (i) => `Yesterday ${[0, 1, 3, 6, 10, random(9) ? 15 : random(NAMES)].map((d) => `Mr. ${people[(i + d) % NAMES]}`).join(" met ")}.`;
  const out = [];
  for (let i = 0; i < NAMES; i++) {
    const same = sentence(i);
    for (const n of [1, 2]) out.push(`Meeting ${i} number ${n}\n\n${same} ${same}`);
  }
  return out.join("\n\n---\n\n");
}

for (const name of /** @type {const} */ (["chrome", "firefox"])) {
  describe(name, () => {
    let site, browser;
    before(async () => {
      site = await serve(dist, { port: 0 });
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      site?.close();
    });

    it("of two thousand names and twenty thousand links is drawn, and a name is found under the pointer", async () => {
      const page = await browser.newPage();
      await page.setViewport({ width: 1440, height: 1000 });
      await page.goto(`${site.address}#names=2000&kinds=person&duplicates=1&limit=500`);
      await page.waitForSelector("#sample-one");
      await page.evaluate((text) => document.querySelector("paste-box").show([{ id: "made", name: "made.txt", text }]), corpus(2000));
      // A browser without a screen may have no WebGL.
      await page.waitForFunction(() => document.querySelector("network-view .stage canvas") || document.querySelectorAll("network-view .node").length > 1500, { timeout: 120_000 });
      const [, links] = /^([\d,]+) links$/.exec(await page.$eval("network-view .unit", (e) => e.textContent)) ?? [];
      assert.ok(Number(links?.replace(",", "")) > 15_000, `${links} links`);
      // Into the full picture, where a pointer meets names; which of them, the layout says.
      const canvas = await page.$("network-view .stage canvas.sigma-mouse, network-view svg.network");
      await canvas.scrollIntoView();
      const { x, y, width, height } = await canvas.boundingBox();
      let found = false;
      for (let step = 0; step < 60 && !found; step++) {
        await page.mouse.click(x + width * (0.2 + 0.01 * step), y + height / 2);
        found = await page.evaluate(() => /term|ego/.test(location.hash) || document.querySelector("evidence-panel:not([empty])") !== null);
        // Two clicks at once would zoom the names out of sight.
        if (!found) await new Promise((resolve) => setTimeout(resolve, 350));
      }
      assert.ok(found, "no name was met on a line through the picture");
      await page.close();
    });

    it("without WebGL it is a drawing", async () => {
      // Where nothing is kept of the texts before, which would be read as well.
      const page = await (await browser.createBrowserContext()).newPage();
      await page.evaluateOnNewDocument(() => {
        const get = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return /webgl/.test(kind) ? null : get.call(this, kind, ...more); };
      });
      await page.goto(`${site.address}#names=300&kinds=person&duplicates=true&limit=500`);
      await page.waitForSelector("#sample-one");
      await page.$eval("#paste", (e, v) => { e.value = v; e.dispatchEvent(new Event("input")); }, corpus(600));
      await page.waitForFunction(() => document.querySelectorAll("network-view .node").length > 100 && !document.querySelector("network-view .stage"), { timeout: 60_000 });
      await page.$eval("network-view .node", (e) => e.dispatchEvent(new MouseEvent("click", { bubbles: true })));
      await page.waitForSelector("network-view .node.on");
      await page.close();
    });
  });
}
