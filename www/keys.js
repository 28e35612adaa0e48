/** Keys that do what a button does, for whoever is not writing. */
import t from "./i18n/t.js";
import { look, set, state } from "./state.js";

export const showHelp = async () => (await import("./elements/help-dialog.js")).showHelp();

const WRITING = "input:not([type=checkbox], [type=range]), textarea, select, dialog, [contenteditable]";

/** @type {Record<string, () => void>} */
const DOES = {
  "/": () => document.querySelector("#paste")?.focus(),
  "?": () => showHelp(),
  f: () => /** @type {any} */ (document.activeElement?.closest("[data-card]"))?.fill?.(),
  Escape: () => {
    const full = /** @type {any} */ (document.querySelector("[data-card].full"));
    if (full) full.fill();
    else if (state.selection.length) set({ selection: [] });
  },
};

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/** @type {Element} */ (event.target).closest?.(WRITING) && event.key !== "Escape") return;
  const tab = Object.keys(t.tabs)[Number(event.key) - 1];
  if (DOES[event.key]) DOES[event.key]();
  else if (tab && state.report) look({ view: tab });
  else return;
  if (event.key !== "Escape") event.preventDefault();
});
