import { matrix } from "../charts/matrix.js";
import t from "../i18n/t.js";
import { state } from "../state.js";
import { h } from "./dom.js";
import { ViewCard } from "./view-card.js";

/** Pairs as a table. @param {import("comention").Pair[]} pairs */
export const pairTable = (pairs) => ({
  columns: Object.values(t.pairs.columns),
  rows: pairs.map((p) => [...p.terms, p.count, p.expected, p.npmi, p.logLikelihood, p.pValue, p.qValue, p.articles]),
  ids: pairs.map((p) => p.ids),
});

customElements.define("pairs-view", class extends ViewCard {
  name = "pairs";
  title_ = t.pairs.title;
  graph = true;
  nothing = "";
  notes() {
    const { pairs, totals } = state.report;
    const few = totals.articles < 20;
    this.classList.toggle("few", few);
    if (pairs.length === 0) return [h("p", { class: "note" }, t.pairs.none)];
    return [state.relaxed ? h("p", { class: "note" }, t.pairs.relaxed) : null, few ? h("p", { class: "note" }, totals.articles === 1 ? t.pairs.one : t.pairs.few(totals.articles)) : null];
  }
  chart(width) {
    return state.report.pairs.length ? matrix(state.report, { width, selection: state.selection, measure: state.settings.measure }) : h("div");
  }
  table() {
    return pairTable(state.report.pairs);
  }
});
