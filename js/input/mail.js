/** Mails: one (`.eml`), or many in a file (`.mbox`). */
import PostalMime from "postal-mime";

import { momentOf } from "./dates.js";
import { textOfMarkup } from "./markup.js";

/** @param {string} text @returns {boolean} */
export const isMail = (text) => /^(?:From \S+.*\r?\n)?(?:[A-Za-z-]+: .*\r?\n(?:[ \t].*\r?\n)*){3,}/.test(text.slice(0, 20_000)) && /^(?:From|Subject|Date|Received|MIME-Version): /im.test(text.slice(0, 20_000));

/** @param {Uint8Array} bytes @returns {Uint8Array[]} */
function mailsOf(bytes) {
  // Byte for byte, so that every mail keeps its own encoding.
  const text = new TextDecoder("latin1").decode(bytes);
  if (!/^From \S+/.test(text)) return [bytes];
  /** @type {Uint8Array[]} */
  const mails = [];
  const starts = [...text.matchAll(/^From \S+.*\r?\n/gm)];
  starts.forEach((start, i) => mails.push(bytes.slice((start.index ?? 0) + start[0].length, starts[i + 1]?.index ?? bytes.length)));
  return mails;
}

/** A digest of many articles comes apart like any text; the first has what the mail says of itself. @param {string} name @param {Uint8Array} bytes @returns {Promise<import("../types.js").ReadText[]>} */
export async function readMail(name, bytes) {
  const out = [];
  for (const [i, own] of mailsOf(bytes).entries()) {
    const mail = await PostalMime.parse(own);
    const body = (mail.text?.trim() ? mail.text : textOfMarkup(mail.html ?? "")).replace(/\r\n?/g, "\n").trim();
    const title = (mail.subject ?? "").replace(/\s+/g, " ").trim();
    const text = [title, body].filter(Boolean).join("\n\n");
    if (!text) continue;
    const { date } = momentOf(/^Date: (.*)$/im.exec(new TextDecoder("latin1").decode(own.slice(0, 20_000)))?.[1]);
    const from = mail.from?.name || mail.from?.address || "";
    const fields = [["headline", title], ["date", date], ["source", from]].filter(([, value]) => value);
    out.push({ name: i > 0 ? `${name} (${i + 1})` : name, text, corrections: { fields: fields.map(([field, value]) => ({ at: 0, field: /** @type {any} */ (field), value, given: true })) } });
  }
  return out;
}
