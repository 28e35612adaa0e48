import "../i18n/en-more.js";
import t from "../i18n/t.js";
import { h } from "./dom.js";

/** @type {Array<"text" | "title" | "date" | "source" | "byline" | "url">} */
const ROLES = ["text", "title", "date", "source", "byline", "url"];

/**
 * Asks which column of a table is what.
 * @param {string} name The file.
 * @param {string[]} columns
 * @param {string[][]} rows The first ones, to be shown.
 * @returns {Promise<Record<string, string> | null>} Names of columns by role; `null` when the file is to be left out.
 */
export function askColumns(name, columns, rows) {
  return new Promise((resolve) => {
    const close = (/** @type {Record<string, string> | null} */ answer) => { dialog.close(); dialog.remove(); resolve(answer); };
    const selects = ROLES.map((role) => h("select", { id: `column-${role}`, required: role === "text" }, h("option", { value: "" }, t.columns.none), ...columns.map((c) => h("option", { value: c }, c))));
    const form = h("form", { onsubmit: (e) => {
      e.preventDefault();
      close(Object.fromEntries(ROLES.map((role, i) => [role, selects[i].value]).filter(([, column]) => column)));
    } },
      h("h2", { id: "columns-title" }, t.columns.title), h("p", {}, t.columns.hint(name)),
      h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": name }, h("table", {},
        h("thead", {}, h("tr", {}, ...columns.map((c) => h("th", { scope: "col" }, c)))),
        h("tbody", {}, ...rows.map((row) => h("tr", {}, ...columns.map((_, i) => h("td", { dir: "auto" }, (row[i] ?? "").slice(0, 80)))))))),
      h("div", { class: "cut-fields" }, ...ROLES.map((role, i) => h("div", { class: "field" }, h("label", { for: `column-${role}` }, t.columns.roles[role]), selects[i]))),
      h("div", { class: "buttons" }, h("button", { type: "submit", class: "main" }, t.columns.ok), h("button", { type: "button", onclick: () => close(null) }, t.columns.leave)));
    const dialog = h("dialog", { class: "ask wide", "aria-labelledby": "columns-title", oncancel: () => close(null) }, form);
    document.body.append(dialog);
    dialog.showModal();
  });
}
