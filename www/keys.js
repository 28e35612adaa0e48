/** Keys that do what a button does, for whoever is not writing. */
import t from "./i18n/t.js";
import { look, set, state } from "./state.js";

export const showHelp = async () => (await import("./elements/help-dialog.js")).showHelp();

const WRITING = "input:not([type=checkbox], [type=range]), textarea, select, dialog, [contenteditable]";

/** Closes every menu but the one that something is in; gives those that were open. @param {EventTarget | null} [inside] */
function closeMenus(inside) {
  const open = [...document.querySelectorAll(".menu[open]")].filter((menu) => !menu.contains(/** @type {Node | null} */ (inside ?? null)));
  for (const menu of open) menu.removeAttribute("open");
  return open;
}
addEventListener("click", ({ target }) => closeMenus(target));

/** Where somebody went to the sentences from. @type {HTMLElement | undefined} */
let from;

/** @type {Record<string, () => void>} */
const DOES = {
  "/": () => document.querySelector("#paste")?.focus(),
  "?": () => showHelp(),
  // The sentences stand after all the rest.
  e: () => {
    from = /** @type {HTMLElement} */ (document.activeElement);
    /** @type {HTMLElement | null} */ (document.querySelector("evidence-panel:not([empty]) h2"))?.focus();
  },
  f: () => /** @type {any} */ (document.activeElement?.closest("[data-card]"))?.fill?.(),
  Escape: () => {
    const full = /** @type {any} */ (document.querySelector("[data-card].full"));
    const [menu] = closeMenus();
    if (menu) /** @type {HTMLElement} */ (menu.firstChild).focus();
    else if (full) full.fill();
    else if (state.selection.length) {
      if (document.activeElement?.closest("evidence-panel")) from?.focus();
      set({ selection: [] });
    }
  },
};

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/** @type {Element} */ (event.target).closest?.(WRITING) && event.key !== "Escape") return;
  const tab = Object.keys(t.tabs)[Number(event.key) - 1];
  if (DOES[event.key]) DOES[event.key]();
  else if (tab && state.report) {
    look({ view: tab });
    document.getElementById(`tab-${tab}`)?.focus();
  }
  else return;
  if (event.key !== "Escape") event.preventDefault();
});
