/**
 * In the place of `postal-mime`'s list of the names of characters in HTML: the list that `htmlparser2` brings anyway,
 * asked the same way. The page does not load it twice.
 */
import { decodeHTML, decodeHTMLStrict } from "entities/decode";

/** @param {string} name `&amp;`, or without its semicolon where HTML allows that. @returns {string | undefined} */
export function entity(name) {
  const whole = decodeHTMLStrict(name.replace(/;?$/, ";"));
  return whole.startsWith("&") && whole.endsWith(";") ? undefined : name.endsWith(";") || decodeHTML(name) === whole ? whole : undefined;
}

export const htmlEntities = new Proxy({}, { get: (_, name) => (typeof name === "string" ? entity(name) : undefined) });
