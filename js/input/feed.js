/** RSS and Atom, and other XML as its text. */
import { Parser } from "htmlparser2";

import { together } from "./articles.js";
import { textOfMarkup } from "./markup.js";

/** Tags to what they are of an article; of two, the first that has something, but a longer text wins. @type {Record<string, "title" | "text" | "date" | "byline" | "url">} */
const TAGS = { title: "title", "content:encoded": "text", content: "text", description: "text", summary: "text", pubdate: "date", published: "date", "dc:date": "date", updated: "date", "dc:creator": "byline", author: "byline", name: "byline", link: "url", guid: "url" };

/** @param {string} xml @returns {boolean} */
export const isFeed = (xml) => /<(?:rss|feed|rdf:RDF)[\s>]/.test(xml.slice(0, 2000));

/** @param {string} name @param {string} xml @param {string[]} notices */
export function readFeed(name, xml, notices) {
  /** @type {import("./articles.js").ArticleRecord[]} */
  const records = [];
  /** @type {any} */
  let item = null;
  let source = "";
  /** The tags that are open. @type {string[]} */
  const open = [];
  let text = "";
  const parser = new Parser({
    onopentag(tag, attributes) {
      const own = tag.toLowerCase();
      if (own === "item" || own === "entry") item = {};
      if (item && own === "link" && attributes.href && (attributes.rel ?? "alternate") === "alternate") item.url ??= attributes.href;
      open.push(own);
      text = "";
    },
    ontext(piece) {
      text += piece;
    },
    onclosetag(tag) {
      const own = open.pop() ?? tag;
      if (item && (own === "item" || own === "entry")) {
        records.push({ ...item, text: textOfMarkup(item.text ?? ""), title: item.title ? textOfMarkup(item.title) : null, source: source || null });
        item = null;
      } else if (item && TAGS[own]) {
        const role = TAGS[own];
        const value = text.trim();
        if (value && (!item[role] || (role === "text" && value.length > item[role].length))) item[role] = value;
      } else if (!item && own === "title" && !source) {
        source = text.replace(/\s+/g, " ").trim();
      }
      // What `name` says within `author` is not to be said again by `author`.
      if (own !== "name") text = "";
    },
  }, { xmlMode: true, decodeEntities: true });
  parser.end(xml);
  return [together(name, records, notices)].filter((t) => t !== null);
}
