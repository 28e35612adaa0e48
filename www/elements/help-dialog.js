import "../i18n/en-more.js";
import t from "../i18n/t.js";
import { h } from "./dom.js";

/** What each view shows, one question answered, and the keys. */
export function showHelp() {
  if (document.querySelector("dialog.help")) return;
  const close = () => { dialog.close(); dialog.remove(); };
  const terms = (entries) => h("dl", {}, ...Object.entries(entries).flatMap(([term, text]) => [h("dt", {}, term), h("dd", {}, text)]));
  const dialog = h("dialog", { class: "ask wide help", "aria-labelledby": "help-title", oncancel: close }, h("form", { method: "dialog", onsubmit: close },
    // The focus stands at its beginning: the first link, which would have it, is at the end.
    h("h2", { id: "help-title", tabindex: -1, autofocus: true }, t.help.title),
    h("h3", {}, t.help.views), terms(Object.fromEntries(Object.keys(t.tabs).map((tab) => [t.tabs[tab], t.help.shows[tab]]))),
    h("h3", {}, t.help.example), h("ol", {}, ...t.help.steps.map((step) => h("li", {}, step))),
    h("h3", {}, t.help.sure), h("p", {}, t.help.surely),
    h("h3", {}, t.help.keys), h("dl", { class: "keys" }, ...t.help.shortcuts.flatMap(([key, does]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, does)])),
    location.protocol === "file:" ? null : h("p", {}, h("a", { href: "./measures.html" }, t.help.measures)),
    h("div", { class: "buttons" }, h("button", { type: "submit", class: "main" }, t.help.close))));
  document.body.append(dialog);
  dialog.showModal();
}
