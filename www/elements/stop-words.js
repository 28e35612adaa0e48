import t, { whole } from "../i18n/t.js";
import { problem } from "../told.js";
import { set, state } from "../state.js";
import { wordsOf } from "../words.js";
import { h } from "./dom.js";

/** Words of the list that are shown at a time. */
const SHOWN = 60;
/** What is looked for in the list: the view is drawn anew whenever something counts otherwise. */
let sought = "";

/**
 * The words that are no keywords: those that a person left out or let in, and the list, once it is wanted.
 * @returns {HTMLElement}
 */
export function stopWords() {
  const { stop, unstop } = state.settings;
  const [added, removed] = [wordsOf(stop), wordsOf(unstop)];
  const put = (/** @type {string[]} */ out, /** @type {string[]} */ back) => set({ settings: { ...state.settings, stop: [...new Set(out)].join(" "), unstop: [...new Set(back)].join(" ") } });
  /** Leaves a word out. @param {string[]} words */
  const leave = (words) => put([...added, ...words.filter((w) => !removed.includes(w))], removed.filter((w) => !words.includes(w)));
  const chip = (/** @type {string} */ word, /** @type {string} */ why, /** @type {() => void} */ undo) => h("li", {}, h("bdi", {}, word), " ", h("span", { class: "unit" }, why), " ", h("button", { type: "button", class: "quiet", "aria-label": t.names.undoRule(word), onclick: undo }, t.names.undo));
  const field = h("input", { type: "text", id: "stop-add", maxlength: 200, placeholder: t.stop.add, "aria-label": t.stop.add });
  const list = h("div", {});
  const details = h("details", { class: "decided stop", open: added.length + removed.length > 0, ontoggle: () => { if (details.open && !list.firstChild) fill(); } },
    h("summary", {}, t.stop.title, added.length + removed.length > 0 ? ` (${whole(added.length + removed.length)})` : ""),
    h("p", { class: "note" }, t.stop.hint),
    h("ul", { class: "rules" }, ...added.map((w) => chip(w, t.stop.added, () => put(added.filter((x) => x !== w), removed))), ...removed.map((w) => chip(w, t.stop.removed, () => put(added, removed.filter((x) => x !== w))))),
    h("form", { class: "choice", onsubmit: (e) => { e.preventDefault(); const words = wordsOf(field.value.toLowerCase()); if (words.length) leave(words); } }, field, h("button", { type: "submit" }, t.stop.leave)),
    list);
  /** The words on the lists of the languages of the texts. */
  async function fill() {
    let words = [];
    try {
      words = ((await state.corpus?.stopwords()) ?? []).filter((w) => w.origin === "list").map((w) => w.word);
    } catch (error) {
      return list.replaceChildren(h("p", { class: "note" }, problem(error)));
    }
    const found = h("ul", { class: "words" });
    const search = h("input", { type: "search", id: "stop-find", value: sought, placeholder: t.stop.find, "aria-label": t.stop.find, oninput: () => show() });
    const show = () => {
      sought = search.value;
      const wanted = sought.trim().toLowerCase();
      const some = words.filter((w) => w.includes(wanted));
      found.replaceChildren(...some.slice(0, SHOWN).map((w) => h("li", {}, h("button", { type: "button", class: "quiet", "aria-label": t.stop.letIn(w), title: t.stop.letIn(w), onclick: () => put(added, [...removed, w]) }, w))), ...(some.length > SHOWN ? [h("li", { class: "unit" }, t.paste.more(some.length - SHOWN))] : []));
    };
    show();
    list.replaceChildren(h("p", { class: "choice" }, h("label", { for: "stop-find" }, t.stop.list(words.length)), search), found);
  }
  if (details.hasAttribute("open")) fill();
  return details;
}
