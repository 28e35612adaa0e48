import t, { whole } from "../i18n/t.js";
import { select, state, watch } from "../state.js";
import { chosen, h } from "./dom.js";

/** How many of each are named. */
const SHOWN = 5;

/** Who and what is named most, and who together, in a few lines before any chart. */
customElements.define("glance-view", class extends HTMLElement {
  connectedCallback() {
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", t.glance);
    this.addEventListener("click", (event) => {
      const ids = chosen(event);
      if (ids) select(ids);
    });
    watch((change) => { if ("report" in change || "selection" in change) this.draw(); }, this);
    this.draw();
  }

  draw() {
    const { report, selection } = state;
    this.hidden = !report || report.totals.words === 0;
    if (!report || this.hidden) return;
    const { pairs, entities, keywords } = report;
    const one = (ids, mark, text, count) => h("li", mark,
      h("button", { type: "button", class: `link${ids.every((id) => selection.includes(id)) && ids.length === selection.length ? " on" : ""}`, ...mark, title: text, dir: "auto" }, text), h("small", {}, whole(count)));
    const line = (label, items, kind = "", by = "") => (items.length ? [h("dt", {}, label, by && h("small", {}, by)), h("dd", { class: kind }, h("ul", {}, ...items))] : []);
    const term = (id, name, count) => one([id], { "data-term": id }, name, count);
    const active = this.contains(document.activeElement) ? [...this.querySelectorAll("button")].indexOf(/** @type {any} */ (document.activeElement)) : -1;
    this.replaceChildren(h("dl", {},
      ...line(t.pairs.title, pairs.slice(0, SHOWN).map((p) => one(p.ids, { "data-pair": p.ids.join("\n") }, p.terms.join(" + "), p.count)), "", `${t.settings.measure}: ${t.measures[report.options.measure]}`),
      ...["person", "organization", "place", "other"].flatMap((kind) => line(t.kinds[kind], entities.filter((e) => e.kind === kind).slice(0, SHOWN).map((e) => term(e.id, e.name, e.count)), kind)),
      ...line(t.kinds.keyword, keywords.filter((k) => k.kind === "keyword").slice(0, SHOWN).map((k) => term(k.id, k.term, k.count)))));
    this.querySelectorAll("button")[active]?.focus({ preventScroll: true });
  }
});
