/** The text of a page or of a piece of one: parsed, never run. */

import { parsed } from "../trusted.js";

/** What is on a page and no text of it. */
const ASIDE = "script, style, noscript, template, nav, svg, button, select, input, textarea, iframe, [hidden], [aria-hidden='true']";
/** What stands on lines of its own. */
const BLOCK = "p, h1, h2, h3, h4, h5, h6, li, div, section, article, header, footer, blockquote, tr, figure, figcaption, dt, dd, pre, address";

/** A date that the page has for machines stands before what it shows for people ("three hours ago"). @param {Element} time */
function dated(time) {
  const day = /^\d{4}-\d\d-\d\d/.exec(time.getAttribute("datetime") ?? "")?.[0];
  const shown = time.textContent ?? "";
  if (day && !/\b(1[5-9]|20)\d\d\b/.test(shown)) time.textContent = shown.trim() ? `${day} (${shown.trim()})` : day;
  // Within a sentence it is a word, beside a byline a line.
  const among = [...(time.parentNode?.childNodes ?? [])].some((n) => n.nodeType === Node.TEXT_NODE && n.nodeValue?.trim());
  if (!among) { time.prepend("\n"); time.append("\n"); }
}

/** Headings, dates and paragraphs on lines of their own. @param {string} html @returns {string} */
export function textOfHtml(html) {
  const page = parsed(html);
  page.querySelectorAll(ASIDE).forEach((e) => e.remove());
  // A line break within the source of a page is a blank.
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest("pre")) node.nodeValue = (node.nodeValue ?? "").replace(/[ \t\r\n\f]+/g, " ");
  }
  page.querySelectorAll("time").forEach(dated);
  page.querySelectorAll("br").forEach((e) => e.replaceWith("\n"));
  page.querySelectorAll(BLOCK).forEach((e) => { e.prepend("\n\n"); e.append("\n\n"); });
  page.querySelectorAll("td, th").forEach((e) => e.append(" "));
  page.querySelectorAll("hr").forEach((e) => e.replaceWith("\n\n---\n\n"));
  return (page.body.textContent ?? "").replace(/[ \t]+/g, " ").replace(/ ?\n ?/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}
