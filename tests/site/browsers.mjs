/** Real browsers: Debian's Chromium and Firefox, driven by puppeteer-core. */
import puppeteer from "puppeteer-core";
import { browserPath } from "../../xtask/steps.mjs";

/** How often a page is asked whether what is waited for has come, in ms. */
const EVERY = 40;

/**
 * Firefox learned to turn the screen after it learned to size it; the size is set all the same.
 * @param {any} page
 */
function sizing(page) {
  const own = page.setViewport.bind(page);
  page.setViewport = (size) => own(size).catch((error) => { if (!/unknown command.*setScreenOrientation|setScreenOrientation.*unknown command/s.test(error.message)) throw error; });
  return page;
}

/** Whether every view is drawn: what is looked for is not to be drawn anew a moment later. @param {any} page */
const drawn = (page) => page.evaluate(() => !document.querySelector("#results[aria-busy]")).catch(() => false);

/** @param {any} page */
function settled(page) {
  const own = page.waitForSelector.bind(page);
  page.waitForSelector = async (selector, options) => {
    await own(selector, options);
    await page.waitForFunction(() => true);
    return own(selector, options);
  };
  return page;
}

/**
 * Waits until a function is true in a page, and every view is drawn. Puppeteer's own way makes a `new Function` in the page, which Firefox
 * refuses under the page's policy, as it should.
 * @param {any} page
 */
function waitingBy(page) {
  page.waitForFunction = async (wanted, { timeout = 30_000 } = {}, ...args) => {
    for (const end = Date.now() + timeout; ; await new Promise((resolve) => setTimeout(resolve, EVERY))) {
      // While a page loads, there may be none to ask.
      const found = await page.evaluateHandle(wanted, ...args).catch((error) => { if (Date.now() > end) throw error; });
      if ((found?.asElement() ?? (await found?.jsonValue())) && (await drawn(page))) return found;
      if (Date.now() > end) throw new Error(`waited ${timeout} ms in vain for ${wanted}`);
    }
  };
  return page;
}

/** What Firefox says of a file that was still on its way through the service worker to a page that was left. */
const CUT_OFF = /Failed to load .* A ServiceWorker intercepted the request and encountered an unexpected error/;
/** How long after a page was left that may come, in ms. */
const LATE = 2000;

/**
 * Puts into `errors` what a page did not catch. A file cut off as the page is left is no error of the page; at any other time it is one.
 * @param {any} page
 * @param {string[]} errors
 */
export function uncaught(page, errors) {
  let left = -Infinity;
  for (const way of ["goto", "reload"]) {
    const own = page[way].bind(page);
    page[way] = (...args) => { left = Date.now(); return own(...args); };
  }
  page.on("pageerror", (e) => !(CUT_OFF.test(String(e)) && Date.now() - left < LATE) && errors.push(String(e)));
}

/** @param {"chrome" | "firefox"} name @param {{ still?: boolean }} [options] `still`: for somebody who wants less motion. */
export async function launch(name, { still = false } = {}) {
  const executablePath = browserPath(name);
  if (!executablePath) throw new Error(`no ${name}: npm test says how to install it`);
  // Chromium's sandbox does not run as root; the rest keeps it from asking for updates.
  const args = name === "chrome" ? ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] : [];
  if (still && name === "chrome") args.push("--force-prefers-reduced-motion");
  const extraPrefsFirefox = still ? { "ui.prefersReducedMotion": 1 } : {};
  const browser = await puppeteer.launch({ browser: name, executablePath, headless: true, args, extraPrefsFirefox });
  const opened = browser.newPage.bind(browser);
  browser.newPage = async (...options) => settled(sizing(waitingBy(await opened(...options))));
  return browser;
}
