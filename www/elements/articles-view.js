import t from "../i18n/t.js";
import { set, state } from "../state.js";
import { notice } from "../told.js";
import { h } from "./dom.js";
import { ViewCard } from "./view-card.js";

customElements.define("articles-view", class extends ViewCard {
  name = "articles";
  title_ = t.articles.title;
  concerns(change) {
    return "report" in change || "article" in change;
  }
  table() {
    const rows = state.report.articles.map((a) => {
      const dateline = a.dateline ? [a.dateline.place, a.dateline.date].filter(Boolean).join(", ") : null;
      const repeats = a.duplicateOf === null ? "" : ` (${t.articles.copy(a.duplicateOf + 1)})`;
      return [(a.headline ?? t.articles.none) + repeats, a.date, a.time, a.source, a.byline, dateline, a.language, a.sentences, a.words, a.cut.rule];
    });
    return { columns: Object.values(t.articles.columns), rows };
  }
  notes() {
    return state.report.notices.map((n) => h("p", { class: "note" }, notice(n)));
  }
  tableElement() {
    const table = super.tableElement();
    table.querySelectorAll("tbody tr").forEach((row, i) => {
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
