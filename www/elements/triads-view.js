import { counted, ranked } from "../asked.js";
import t from "../i18n/t.js";
import { state } from "../state.js";
import { AskingCard } from "./asking-card.js";
import { h } from "./dom.js";

/** Three that are mentioned together. */
customElements.define("triads-view", class extends AskingCard {
  name = "triads";
  title_ = t.triads.title;
  nothing = "";
  async ask(corpus) {
    const { window, kinds, limit } = state.settings;
    const { minCount, minArticles } = ranked(state.settings, state.report.totals.articles);
    // A window of words holds two; its three are those of the sentence.
    return corpus.triads({ ...counted(state.settings), window: window === "words" ? "sentence" : window, kinds: /** @type {any} */ (kinds.split(",")), limit, minCount, minArticles, ...(state.relaxed ? { minArticles: 1 } : {}) });
  }
  notes() {
    if (!this.answer) return [this.pending()];
    return [this.answer.length === 0 ? h("p", { class: "note" }, t.triads.none) : null];
  }
  table() {
    const rows = this.answer ?? [];
    return {
      columns: Object.values(t.triads.columns),
      rows: rows.map((r) => [...r.terms, r.count, r.articles, r.expected, r.logLikelihood]),
      ids: rows.map((r) => r.ids),
    };
  }
});
