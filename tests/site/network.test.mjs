/** A large network is drawn all the same where there is no WebGL. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { serve } from "../../xtask/serve.mjs";
import { launch } from "./browsers.mjs";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const NAMES = 600;

/** A made corpus of people who stand beside those that are near them on a ring, and now and then far off. */
function corpus() {
  const [consonants, vowels] = ["bdfgklmnprstvz", "aeiou"];
  const syllable = (n) => consonants[n % 14] + vowels[Math.floor(n / 14) % 5];
  const raised = (word) => word[0].toUpperCase() + word.slice(1);
  const people = Array.from({ length: NAMES }, (_, i) => `${raised(`${syllable((i * 11) % 70)}n`)} ${raised(`${syllable(i % 70)}${syllable(Math.floor(i / 70) + 31)}${syllable((i * 13) % 70)}x`)}`);
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

    it("without WebGL it is a drawing", async () => {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(() => {
        const get = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return /webgl/.test(kind) ? null : get.call(this, kind, ...more); };
      });
      await page.goto(`${site.address}#names=300&kinds=person&duplicates=true&limit=500`);
      await page.waitForSelector("#sample-one");
      await page.$eval("#paste", (e, v) => { e.value = v; e.dispatchEvent(new Event("input")); }, corpus());
      await page.waitForFunction(() => document.querySelectorAll("network-view .node").length > 100 && !document.querySelector("network-view .stage"), { timeout: 60_000 });
      await page.$eval("network-view .node", (e) => e.dispatchEvent(new MouseEvent("click", { bubbles: true })));
      await page.waitForSelector("network-view .node.on");
      await page.close();
    });
  });
}
