import { counted, ranked } from "../asked.js";
import { brush } from "../charts/brush.js";
import { lines } from "../charts/lines.js";
import t from "../i18n/t.js";
import { daysOf, fitting } from "../periods.js";
import { look, set, state } from "../state.js";
import { AskingCard, choice, range } from "./asking-card.js";
import { h } from "./dom.js";

/** Terms and pairs over time: which rise, which fall, and when there is suddenly much of one. */
customElements.define("when-view", class extends AskingCard {
  name = "when";
  title_ = t.when.title;

  stale(change) {
    return "report" in change || ("look" in change && (state.look.of !== this.asked?.of || state.look.period !== this.asked?.period));
  }
  async ask(corpus) {
    const { of, period } = state.look;
    this.asked = { of, period };
    this.unit = period || this.fits();
    const kinds = state.settings.kinds.split(",");
    const floor = state.relaxed ? { minArticles: 1 } : {};
    const own = of === "pairs" ? { kinds, ...ranked(state.settings, state.report.totals.articles), ...floor } : of === "entities" ? { kinds } : {};
    return corpus.timeline({ ...counted(state.settings), ...own, of: /** @type {any} */ (of), period: this.unit, limit: state.settings.limit });
  }
  /** The period that goes by the days of the articles that count. */
  fits() {
    const { report, settings: { from, to } } = state;
    return fitting(report.articles.map((a) => a.date ?? a.dateline?.date ?? "").filter((day) => day && day >= from && (!to || day <= to)));
  }
  notes() {
    const { settings, look: now } = state;
    const dates = (name, label) => h("span", { class: "choice" }, h("label", { for: `when-${name}` }, label), h("input", { id: `when-${name}`, type: "date", ...range(), value: settings[name], onchange: (e) => set({ settings: { ...state.settings, [name]: e.target.value } }) }));
    const undated = state.report.articles.filter((a) => !a.date && !a.dateline?.date).length;
    return [
      h("div", { class: "choices" },
        choice("when-of", t.when.of, t.when.series, now.of, (of) => look({ of })),
        choice("when-period", t.when.period, { "": t.settings.auto(t.when.periods[this.fits()]), ...t.when.periods }, now.period, (period) => look({ period })),
        dates("from", t.when.from), dates("to", t.when.to),
        settings.from || settings.to ? h("button", { type: "button", class: "quiet", onclick: () => set({ settings: { ...state.settings, from: "", to: "" } }) }, t.when.all) : null),
      this.answer && this.answer.rows.length ? h("p", { class: "note" }, t.when.hint) : null,
      undated ? h("p", { class: "note" }, t.when.undated(undated)) : null,
    ];
  }
  chart(width) {
    if (!this.answer) return this.pending();
    if (this.answer.periods.length === 0 || this.answer.rows.length === 0) return h("p", { class: "note" }, t.when.none);
    const chart = lines(this.answer, { width, selection: state.selection, label: this.title_ });
    const { periods } = this.answer;
    brush(chart, periods.length, (a, b) => {
      const [from, to] = [daysOf(periods[a], this.unit)[0], daysOf(periods[b], this.unit)[1]];
      set({ settings: { ...state.settings, from, to } });
    });
    return chart;
  }
  table() {
    const { rows = [], periods = [] } = this.answer ?? {};
    return {
      columns: Object.values(t.when.columns),
      rows: rows.map((r) => [(r.terms ?? [r.term]).join(" + "), r.count, r.firstDate, r.lastDate, r.trend === null ? null : r.trend > 0 ? t.when.rises : t.when.falls, r.trend, r.pValue, r.qValue, r.bursts.map((b) => [periods[b.start], b.end - b.start > 1 ? periods[b.end - 1] : null].filter(Boolean).join("–")).join(", ")]),
      ids: rows.map((r) => r.ids ?? [r.id]),
    };
  }
});
