/** What the engine says, in the language that is spoken. */
import t from "./i18n/t.js";

/**
 * A notice. The engine says its figures in its message alone: they are taken from there, in their order.
 * @param {{ code: string, message: string }} notice
 * @returns {string} As the engine says it, where no catalogue knows its code.
 */
export function notice({ code, message }) {
  const values = [...message.matchAll(/`([^`]*)`|\b\d+\b/g)].map(([all, quoted]) => quoted ?? Number(all));
  // The list of English names is a language pack that has no name of its own in the message.
  const text = t.notices[code === "no-language-pack" && values.length === 0 ? "no-names" : code];
  return typeof text === "function" ? text(...values) : (text ?? message);
}

/** An error as a sentence: what happened in the language that is spoken, the particulars in English, as is all before the page has said anything else. @param {any} error */
export const problem = ({ code, message }) => t.errors?.[code]?.(message) ?? message;
