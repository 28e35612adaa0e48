/** Real browsers: Debian's Chromium and Firefox, driven by puppeteer-core. */
import puppeteer from "puppeteer-core";
import { browserPath } from "../../xtask/steps.mjs";

/** @param {"chrome" | "firefox"} name */
export function launch(name) {
  const executablePath = browserPath(name);
  if (!executablePath) throw new Error(`no ${name}: npm test says how to install it`);
  // Chromium's sandbox does not run as root; the rest keeps it from asking for updates.
  const args = name === "chrome" ? ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] : [];
  return puppeteer.launch({ browser: name, executablePath, headless: true, args });
}
