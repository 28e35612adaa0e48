/**
 * Pictures of every view, light and dark, wide and on a phone, into `docs/pictures/`, and that of the README:
 * `node xtask/pictures.mjs` after a build. With a folder, and widths: `node xtask/pictures.mjs /tmp/look 320 3840`, all as PNG.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch } from "../tests/site/browsers.mjs";
import { serve } from "./serve.mjs";
import { root } from "./steps.mjs";

const [folder, ...widths] = process.argv.slice(2);
const to = folder ?? join(root, "docs/pictures");
const HEIGHTS = { 1440: 900, 390: 844 };
const VIEWS = ["overview", "articles", "names", "when", "where", "compare"];

mkdirSync(to, { recursive: true });
const site = await serve(join(root, "dist"), { port: 0 });
// In the repository they are small: two thirds of the size, and packed.
const shot = async (page, name, options = {}) => {
  const { width, height } = page.viewport();
  const small = { type: "webp", quality: 50, clip: { x: 0, y: await page.evaluate(() => scrollY), width, height, scale: width > 600 ? 0.62 : 0.8 } };
  return page.screenshot({ path: join(to, `${name}.${folder ? "png" : "webp"}`), ...(folder ? options : small) });
};

for (const width of widths.length ? widths.map(Number) : [1440, 390]) {
  for (const theme of ["light", "dark"]) {
    // Each in a browser that keeps nothing of the one before.
    const browser = await launch("chrome");
    const page = await browser.newPage();
    await page.setViewport({ width, height: HEIGHTS[width] ?? 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }, { name: "prefers-reduced-motion", value: "reduce" }]);
    await page.goto(site.address);
    await page.waitForSelector("#sample-one");
    const name = (view) => `${view}-${width}-${theme}`;
    await shot(page, name("start"));
    await page.click("#sample-twelve");
    await page.waitForSelector('.status[data-kind="done"]', { timeout: 60_000 });
    await page.waitForFunction(() => document.querySelector(".matrix .cell[role]"));
    await page.$eval(".matrix .cell[role]", (e) => e.dispatchEvent(new MouseEvent("click", { bubbles: true })));
    await page.waitForSelector("evidence-panel .two-by-two");
    for (const view of VIEWS) {
      await page.$eval(`#tab-${view}`, (e) => e.click());
      await page.waitForFunction(() => ![...document.querySelectorAll(".card-body")].some((e) => e.offsetParent && /^Counting/.test(e.textContent)));
      await new Promise((resolve) => setTimeout(resolve, 250));
      await page.evaluate(() => scrollTo(0, 0));
      // On a phone the views are below the text.
      if (!folder && width < 600) await page.$eval("view-tabs", (e) => e.scrollIntoView());
      await shot(page, name(view), { fullPage: width < 600 });
    }
    await browser.close();
  }
}
site.close();
