import t from "../i18n/t.js";
import { set, state } from "../state.js";
import { h } from "./dom.js";
import { ViewCard } from "./view-card.js";

/** So many groups are shown; the saved table has all. */
const GROUPS = 100;

/** Articles that repeat others: each group with its original, and how much they share. */
customElements.define("copies-view", class extends ViewCard {
  name = "copies";
  title_ = t.copies.title;
  /** Of each original, what repeats it. */
  #groups() {
    const groups = new Map();
    for (const a of state.report.articles) {
      if (a.duplicateOf === null) continue;
      const group = groups.get(a.duplicateOf);
      if (group) group.push(a);
      else groups.set(a.duplicateOf, [a]);
    }
    return state.report.articles.flatMap((a) => (groups.has(a.id) ? [[a, ...groups.get(a.id)]] : []));
  }
  concerns(change) {
    return "report" in change;
  }
  table() {
    const rows = this.#groups().flatMap(([original, ...copies]) => copies.map((a) => [a.headline ?? t.articles.none, a.source, a.date, original.headline ?? t.articles.none, original.source, original.date, a.shared]));
    return { columns: Object.values(t.copies.columns), rows };
  }
  notes() {
    const counted = h("label", { class: "check" }, h("input", { type: "checkbox", id: "set-duplicates", checked: state.settings.duplicates, onchange: (e) => set({ settings: { ...state.settings, duplicates: e.target.checked } }) }), t.copies.count);
    return [h("p", { class: "note" }, t.copies.hint), h("div", { class: "choices" }, counted)];
  }
  /** Only where there is something to tell. */
  draw() {
    super.draw();
    if (!this.hidden) this.hidden = !state.settings.duplicates && state.report.articles.every((a) => a.duplicateOf === null);
  }
  tableElement() {
    const groups = this.#groups();
    if (groups.length === 0) return h("p", { class: "note" }, t.copies.none);
    const open = (a) => h("button", { type: "button", class: "link", dir: "auto", onclick: () => set({ article: state.report.articles.indexOf(a), look: { ...state.look, view: "overview" } }) }, a.headline ?? t.articles.none);
    const line = (a, ...more) => [open(a), ` ${[a.source, a.date].filter(Boolean).join(", ")} `, ...more];
    const copy = (a) => h("li", {}, ...line(a, h("span", { class: "unit" }, t.copies.shared(a.shared))));
    const list = h("ol", { class: "copies" }, ...groups.slice(0, GROUPS).map(([original, ...copies]) => h("li", {}, ...line(original), h("ul", {}, ...copies.map(copy)))));
    return h("div", {}, list, groups.length > GROUPS ? h("p", { class: "note" }, t.paste.more(groups.length - GROUPS)) : null);
  }
});
