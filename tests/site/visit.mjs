/** What the tests of the page have in common: a visit to it in each browser, and what one does there. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe } from "node:test";
import { fileURLToPath } from "node:url";

import { serve } from "../../xtask/serve.mjs";
import { launch, uncaught } from "./browsers.mjs";

export const dist = fileURLToPath(new URL("../../dist", import.meta.url));
export const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/**
 * @typedef {object} Visit
 * @property {any} page Once the tests run, and so the rest.
 * @property {any} browser
 * @property {{ address: string, close: () => void }} site
 * @property {string[]} complaints What the page wrote to the console as errors, or did not catch.
 * @property {string[]} elsewhere What it asked others for.
 */

/**
 * Describes the page in each browser, from a sub-path of a static host.
 * @param {(visit: Visit) => void} tests
 * @param {{ at?: string, size?: { width: number, height: number }, prepare?: (page: any) => Promise<void> }} [options]
 *   `at`: what follows its address; `prepare`: before it is there.
 */
export function inEachBrowser(tests, { at = "", size = { width: 1440, height: 900 }, prepare } = {}) {
  for (const name of /** @type {const} */ (["chrome", "firefox"])) {
    describe(name, () => {
      /** @type {any} */ const visit = { complaints: [], elsewhere: [] };
      before(async () => {
        visit.site = await serve(dist, { port: 0, under: "/tools/comention/" });
        visit.browser = await launch(name);
        const page = (visit.page = await visit.browser.newPage());
        await page.setViewport(size);
        page.on("console", (m) => ["error", "warn"].includes(m.type()) && visit.complaints.push(m.text()));
        uncaught(page, visit.complaints);
        page.on("request", (r) => !/^(http:\/\/localhost:|data:|blob:)/.test(r.url()) && visit.elsewhere.push(r.url()));
        await prepare?.(page);
        await page.goto(visit.site.address + at);
        await page.waitForSelector("#sample-one");
      });
      after(async () => {
        await visit.browser?.close();
        visit.site?.close();
      });
      tests(visit);
    });
  }
}

/** What one does on the page, by the visit it is done in. @param {Visit} visit */
export function hands(visit) {
  const own = {
    /** @param {string} selector @returns {Promise<string>} */
    text: (selector) => visit.page.$eval(selector, (e) => e.textContent),
    /** Presses what may be out of sight. @param {string} selector */
    press: (selector) => visit.page.$eval(selector, (e) => e.click()),
    done: () => visit.page.waitForSelector('.status[data-kind="done"]', { timeout: 20_000 }),
    /** Puts text into the box as who types does. @param {string} value */
    async paste(value) {
      await visit.page.$eval(".status", (e) => delete e.dataset.kind);
      await visit.page.$eval("#paste", (e, v) => { e.value = v; e.dispatchEvent(new Event("input")); }, value);
    },
    /** Puts a value into a field and is done with it. @param {string} selector @param {string} value */
    put: (selector, value) => visit.page.$eval(selector, (e, v) => { e.value = v; e.dispatchEvent(new Event("change")); }, value),
    /** @param {string} name */
    async tab(name) {
      await own.press(`#tab-${name}`);
      await visit.page.waitForSelector(`#view-${name}:not([hidden])`);
    },
    /** axe finds nothing. @param {string} [where] */
    async accessible(where = "") {
      await visit.page.evaluate(axe);
      const { violations } = await visit.page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
      assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target} ${n.html.slice(0, 120)}`).join(" ")}`), [], where);
    },
  };
  return own;
}
