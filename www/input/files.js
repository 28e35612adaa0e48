/** Files as pastes: what each gives, and what was odd about it. */
import { read } from "comention";

import { newId } from "../ids.js";
import { pdf } from "./pdf.js";


/**
 * @param {File[]} files
 * @param {(error: import("comention").ComentionError, name: string) => Promise<Record<string, string> | null>} columns Asks which column is what; `null`: the file is left out.
 * @returns {Promise<{ pastes: Array<{ id: string, name: string, text: string }>, corrections: Record<string, import("comention").Corrections>, notices: string[], refused: string[] }>}
 */
export async function pastesOf(files, columns) {
  const reader = await import("./html.js");
  const out = { pastes: [], corrections: {}, notices: [], refused: [] };
  for (const file of files) {
    const name = file.webkitRelativePath || file.name;
    const options = { name, html: reader.textOfHtml, pdf };
    try {
      const found = await read(file, options).catch(async (error) => {
        if (error.code !== "unclear-columns") throw error;
        const chosen = await columns(error, name);
        return chosen ? read(file, { ...options, columns: chosen }) : null;
      });
      out.notices.push(...(found?.notices ?? []));
      for (const { text, name, corrections } of found?.texts ?? []) {
        const id = newId();
        out.pastes.push({ id, name, text });
        if (corrections) out.corrections[id] = corrections;
      }
    } catch (error) {
      out.refused.push(error.message.startsWith(name) ? error.message : `${name}: ${error.message}`);
    }
  }
  return out;
}
