import t, { language } from "../i18n/t.js";
import { set, state } from "../state.js";
import { notice } from "../told.js";
import { h } from "./dom.js";
import { ViewCard } from "./view-card.js";

/** So many notices are shown. */
const NOTICES = 20;
/** Languages that have no capitals, and no model of names. */
const WITHOUT = ["ar", "fa", "he", "hi", "ja", "ko", "th"];

customElements.define("articles-view", class extends ViewCard {
  name = "articles";
  title_ = t.articles.title;
  /** The first article of the table as it was asked for last. */
  from = 0;
  concerns(change) {
    return "report" in change || ("article" in change && !("texts" in change));
  }
  table(from = 0, to = Infinity) {
    const { articles } = state.report;
    this.from = from;
    const rows = articles.slice(from, to).map((a) => {
      const dateline = a.dateline ? [a.dateline.place, a.dateline.date].filter(Boolean).join(", ") : null;
      const repeats = a.duplicateOf === null ? "" : ` (${t.articles.copy(a.duplicateOf + 1)})`;
      return [(a.headline ?? t.articles.none) + repeats, a.date, a.time, a.source, a.byline, dateline, a.language, a.sentences, a.words, a.cut.rule];
    });
    return { columns: Object.values(t.articles.columns), rows, all: articles.length };
  }
  notes() {
    const { articles, notices } = state.report;
    const without = WITHOUT.filter((code) => articles.some((a) => a.language === code));
    const named = new Intl.DisplayNames(language(), { type: "language" });
    return [
      without.length ? h("p", { class: "note" }, t.articles.listed(without.map((code) => named.of(code)).join(", "))) : null,
      ...notices.slice(0, NOTICES).map((n) => h("p", { class: "note" }, notice(n))),
      notices.length > NOTICES ? h("p", { class: "note" }, t.paste.more(notices.length - NOTICES)) : null,
    ];
  }
  tableElement() {
    const table = super.tableElement();
    const { from } = this;
    table.querySelectorAll("tbody tr").forEach((row, at) => {
      const i = from + at;
      const head = row.querySelector("th");
      const button = h("button", { type: "button", class: "link", onclick: () => {
        set({ article: i });
        document.querySelector("reader-view")?.scrollIntoView({ block: "start" });
      } }, head.textContent);
      head.replaceChildren(button);
      row.classList.toggle("on", i === state.article && state.report.articles.length > 1);
    });
    return table;
  }
});
