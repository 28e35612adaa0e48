import t from "../i18n/t.js";
import { h } from "./dom.js";

/**
 * Asks before something is done that cannot be undone, or for a name.
 * @param {{ title: string, text?: string, value?: string, ok: string }} question `value`: what stands in the field; without it there is none.
 * @returns {Promise<string | null>} What is in the field, or an empty text; `null` when it is not to be done.
 */
export function ask({ title, text, value, ok }) {
  return new Promise((resolve) => {
    const field = value === undefined ? null : h("input", { type: "text", value, required: true, maxlength: 120, "aria-label": title });
    const close = (/** @type {string | null} */ answer) => { dialog.close(); dialog.remove(); resolve(answer); };
    const form = h("form", { onsubmit: (e) => { e.preventDefault(); close(field ? field.value.trim() : ""); } },
      h("h2", { id: "ask-title" }, title), text && h("p", {}, text), field,
      h("div", { class: "buttons" }, h("button", { type: "submit", class: "main" }, ok), h("button", { type: "button", onclick: () => close(null) }, t.ask.cancel)));
    const dialog = h("dialog", { class: "ask", "aria-labelledby": "ask-title", oncancel: () => close(null) }, form);
    document.body.append(dialog);
    dialog.showModal();
    field?.select();
  });
}
