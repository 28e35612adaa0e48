/** HTML and XML as text, without a browser: headings, paragraphs, rows on lines of their own. */
import { Parser } from "htmlparser2";

/** What is in a page and no text of it. */
const ASIDE = new Set(["script", "style", "noscript", "template", "nav", "svg", "button", "select", "textarea", "iframe", "head", "title"]);
/** What stands on lines of its own. */
const BLOCK = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "div", "section", "article", "header", "footer", "blockquote", "tr", "figure", "figcaption", "dt", "dd", "pre", "address", "ul", "ol", "table", "body", "main", "aside"]);

/** Blanks and empty lines as a person would write them. @param {string} text */
export const tidy = (text) => text.replace(/[ \t\f\u00a0]+/g, " ").replace(/ ?\r?\n ?/g, "\n").replace(/\n{3,}/g, "\n\n").trim();

/** @param {string} html */
export function textOfMarkup(html) {
  /** @type {string[]} */
  const out = [];
  let hidden = 0;
  let pre = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (hidden > 0 || ASIDE.has(name) || "hidden" in attributes || attributes["aria-hidden"] === "true") hidden += VOID.has(name) ? 0 : 1;
      else if (name === "br") out.push("\n");
      else if (name === "hr") out.push("\n\n---\n\n");
      else if (BLOCK.has(name)) out.push("\n\n");
      if (name === "pre") pre++;
      // A date that the page has for machines.
      const day = name === "time" ? /^\d{4}-\d\d-\d\d/.exec(attributes.datetime ?? "")?.[0] : null;
      if (day && hidden === 0) out.push(`\n${day} `);
    },
    ontext(text) {
      if (hidden === 0) out.push(pre > 0 ? text : text.replace(/\s+/g, " "));
    },
    onclosetag(name) {
      if (name === "pre") pre--;
      if (hidden > 0) hidden -= VOID.has(name) ? 0 : 1;
      else if (BLOCK.has(name)) out.push("\n\n");
      else if (name === "td" || name === "th" || name === "time") out.push(name === "time" ? "\n" : " ");
    },
  }, { decodeEntities: true });
  parser.end(html);
  return tidy(out.join(""));
}

/** What has no end. */
const VOID = new Set(["br", "hr", "img", "input", "link", "meta", "area", "base", "col", "embed", "source", "track", "wbr"]);
