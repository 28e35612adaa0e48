/** The text of a page or of a piece of one: parsed, never run. */

/** What is on a page and no text of it. */
const ASIDE = "script, style, noscript, template, nav, svg, button, select, form, iframe, [hidden], [aria-hidden='true']";
/** What stands on lines of its own. */
const BLOCK = "p, h1, h2, h3, h4, h5, h6, li, div, section, article, header, footer, blockquote, tr, figure, figcaption, dt, dd, pre, address";
/** What shows that a text was written in paragraphs, and not coloured line by line by an editor. */
const WRITTEN = "p, h1, h2, h3, h4, h5, h6, article, time";

/** @param {string} html */
const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

/** A date that the page has for machines stands before what it shows for people ("three hours ago"). @param {Element} time */
function dated(time) {
  const day = /^\d{4}-\d\d-\d\d/.exec(time.getAttribute("datetime") ?? "")?.[0];
  const shown = time.textContent ?? "";
  if (day && !/\b(1[5-9]|20)\d\d\b/.test(shown)) time.textContent = shown.trim() ? `${day} (${shown.trim()})` : day;
  // Within a sentence it is a word, beside a byline a line.
  const among = [...(time.parentNode?.childNodes ?? [])].some((n) => n.nodeType === Node.TEXT_NODE && n.nodeValue?.trim());
  if (!among) { time.prepend("\n"); time.append("\n"); }
}

/** @param {Document} page */
function textOf(page) {
  page.querySelectorAll(ASIDE).forEach((e) => e.remove());
  // A line break within the source of a page is a blank.
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest("pre, textarea")) node.nodeValue = (node.nodeValue ?? "").replace(/\s+/g, (s) => (s.includes("\u00a0") ? s : " "));
  }
  page.querySelectorAll("time").forEach(dated);
  page.querySelectorAll("br").forEach((e) => e.replaceWith("\n"));
  page.querySelectorAll(BLOCK).forEach((e) => { e.prepend("\n\n"); e.append("\n\n"); });
  page.querySelectorAll("hr").forEach((e) => e.replaceWith("\n\n---\n\n"));
  return (page.body.textContent ?? "").replace(/[ \t]+/g, " ").replace(/ ?\n ?/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}

/** @param {string} html */
export const textOfHtml = (html) => textOf(parsed(html));

/**
 * The text of what was copied from a page, with its headings and dates on lines of their own; `null` where plain
 * text is as good: from an editor or a table of figures.
 * @param {string} html
 */
export function textOfClipboard(html) {
  if (!html) return null;
  const page = parsed(html);
  return page.querySelector(WRITTEN) ? textOf(page) || null : null;
}
