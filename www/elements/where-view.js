import { counted } from "../asked.js";
import { ticks } from "../charts/ticks.js";
import t from "../i18n/t.js";
import { state } from "../state.js";
import { AskingCard } from "./asking-card.js";
import { h } from "./dom.js";

/** Where names stand: every mention as a tick along the articles in order of date. */
customElements.define("where-view", class extends AskingCard {
  name = "where";
  title_ = t.where.title;
  async ask(corpus) {
    return corpus.positions({ ...counted(state.settings), kinds: state.settings.kinds.split(","), limit: Math.min(30, state.settings.limit) });
  }
  notes() {
    return [h("p", { class: "note" }, t.where.hint)];
  }
  chart(width) {
    return this.answer ? ticks(this.answer, { width, selection: state.selection, label: this.title_ }) : this.pending();
  }
  table() {
    const { rows = [], articles = [] } = this.answer ?? {};
    const of = (row) => articles.filter((a) => row.places.some((p) => p >= a.start && p < a.start + a.words)).length;
    return {
      columns: Object.values(t.where.columns),
      rows: rows.map((r) => [r.term, t.kinds[r.kind], r.count, of(r), r.places.join(" ")]),
      ids: rows.map((r) => [r.id]),
    };
  }
});
