import { asked } from "../asked.js";
import { matrix } from "../charts/matrix.js";
import t from "../i18n/t.js";
import { look, set, state } from "../state.js";
import { AskingCard } from "./asking-card.js";
import { h } from "./dom.js";

/** Pairs as a table; of what kind their names are is said where it is saved. @param {import("comention").Pair[]} pairs @param {boolean} saved */
export function pairTable(pairs, saved) {
  const [a, b, ...numbers] = Object.values(t.pairs.columns);
  const both = saved ? [a, b].flatMap((name) => [name, `${name}: ${t.names.columns.kind}`]) : [a, b];
  return {
    columns: [...both, ...numbers],
    rows: pairs.map((p) => [...p.terms.flatMap((term, i) => (saved ? [term, t.kinds[p.kinds[i]]] : [term])), p.count, p.expected, p.npmi, p.logLikelihood, p.pValue, p.qValue, p.articles]),
    ids: pairs.map((p) => p.ids),
  };
}

/** Among so many pairs, the best first, are those of the names that a matrix has room for. */
const MOST = 2000;
/** With fewer pairs it is said that those of a single article are left out. */
const FEW = 10;
/** So many are saved, which for most texts is all. */
const SAVED = 100_000;

customElements.define("pairs-view", class extends AskingCard {
  name = "pairs";
  title_ = t.pairs.title;
  graph = true;
  nothing = "";
  async ask(corpus) {
    const { report, settings } = state;
    // The report has the pairs of its rows only, and a name of one is in other pairs as well.
    if (report.pairs.length < settings.limit) return null;
    return { report, pairs: await corpus.pairs({ ...asked(settings), kinds: settings.kinds.split(","), limit: MOST }) };
  }
  concerns(change) {
    return super.concerns(change) || "alike" in change;
  }
  /** Names that may be one part what belongs together: where pairs are, it is said. */
  draw() {
    super.draw();
    if (state.alike > 0) this.querySelector(".card-body").append(h("p", { class: "note alike" }, h("button", { type: "button", class: "link", onclick: () => look({ view: "names" }) }, t.pairs.alike(state.alike))));
  }
  notes() {
    const { pairs, totals } = state.report;
    const few = totals.articles < 20;
    this.classList.toggle("few", few);
    if (pairs.length === 0) return [h("p", { class: "note" }, t.pairs.none)];
    // Of few articles hardly any pair is in two: that there are others is said, and they are at hand.
    const left = few && pairs.length < FEW && !state.relaxed && totals.articles > 1 && !state.settings.minArticles;
    return [state.relaxed ? h("p", { class: "note" }, t.pairs.relaxed) : null, left ? h("p", { class: "note single" }, `${t.pairs.single} `, h("button", { type: "button", class: "link", onclick: () => {
      set({ settings: { ...state.settings, minArticles: 1 } });
      document.querySelector("settings-bar")?.draw();
    } }, t.pairs.too)) : null, few ? h("p", { class: "note" }, totals.articles === 1 ? t.pairs.one : t.pairs.few(totals.articles)) : null];
  }
  chart(width) {
    const { report, selection } = state;
    // Until there is an answer of this report, that of the last one says nothing.
    const pairs = this.answer?.report === report ? this.answer.pairs : report.pairs;
    return report.pairs.length ? matrix(report, { width, selection, measure: report.options.measure, pairs }) : h("div");
  }
  async whole() {
    const { report, settings, corpus } = state;
    this.all = { report, pairs: await corpus.pairs({ ...asked(settings), kinds: settings.kinds.split(","), limit: SAVED }) };
  }
  table(from) {
    const { report } = state;
    const saved = from === undefined;
    return pairTable(saved && this.all?.report === report ? this.all.pairs : report.pairs, saved);
  }
});
