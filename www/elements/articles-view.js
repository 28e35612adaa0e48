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
  inOrder = true;
  concerns(change) {
    return "report" in change || ("article" in change && !("texts" in change));
  }
  table(from = 0, to = Infinity) {
    const { articles } = state.report;
    const rows = articles.slice(from, to).map((a) => {
      const dateline = a.dateline ? [a.dateline.place, a.dateline.date].filter(Boolean).join(", ") : null;
      const repeats = a.duplicateOf === null ? "" : ` (${t.articles.copy(a.duplicateOf + 1)})`;
      return [(a.headline ?? t.articles.none) + repeats, a.date, a.time, a.source, a.byline, dateline, a.language, a.sentences, a.words, t.cuts.rules[a.cut.rule] ?? a.cut.rule];
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
  dressed(row, at) {
    const head = row.querySelector("th");
    head.replaceChildren(h("button", { type: "button", class: "link" }, head.textContent));
    // Every number of a row is about its text.
    row.addEventListener("click", () => {
      set({ article: at });
      document.querySelector("reader-view")?.scrollIntoView({ block: "start" });
    });
    row.classList.toggle("on", at === state.article && state.report.articles.length > 1);
    return row;
  }
});
