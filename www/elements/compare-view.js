import { counted } from "../asked.js";
import { diverging } from "../charts/diverging.js";
import { scatter } from "../charts/scatter.js";
import t from "../i18n/t.js";
import { look, state } from "../state.js";
import { AskingCard, choice, range } from "./asking-card.js";
import { h } from "./dom.js";

/** The sources that articles name. */
const sources = () => [...new Set((state.report?.articles ?? []).map((a) => a.source).filter((s) => s !== null))].sort();

/** What there is to choose from; the page as one file does not carry the list of English words. */
const fields = () => Object.fromEntries(Object.entries(t.compare.fields).filter(([name]) => (name === "source" ? sources().length > 0 : name !== "reference" || import.meta.env.MODE !== "alone")));

/** The periods that are compared, of days as chosen, `from/to/from/to`: the second is all other articles where it has none. */
const periods = (group) => [0, 2].map((n) => {
  const [from, to] = group.split("/").slice(n).map((day) => day || null);
  return from || to ? { from, to } : null;
});

/** The name of a period. */
const period = ({ from, to }) => `${from ?? "…"} – ${to ?? "…"}`;

/**
 * What is compared. Of two sources the second is that on the next line; where nobody has chosen one that there is, it is
 * the first of several. Where articles name none, they can be chosen themselves.
 */
function compared() {
  const { by, group } = state.look;
  if (by !== "source") return { by, group };
  const all = sources();
  if (all.length === 0) return { by: "article", group: "" };
  return { by, group: all.includes(group.split("\n")[0]) ? group : all.length > 1 ? all[0] : "" };
}

/** What sets one group of articles apart from the others. */
class CompareView extends AskingCard {
  width = 0;

  stale(change) {
    return "report" in change || ("look" in change && (state.look.by !== this.asked?.by || state.look.group !== this.asked?.group));
  }
  /** The group as the engine wants it; `null` where none is chosen. */
  group() {
    const { by, group } = compared();
    if (by === "reference") return {};
    if (!group) return null;
    if (by === "source") return { sources: [group.split("\n")[0]] };
    if (by === "since") return periods(group)[0];
    if (by === "search") return { search: group };
    return { articles: [Number(group)] };
  }
  async ask(corpus) {
    this.asked = { ...state.look };
    const { by } = compared();
    const a = this.group();
    if (!a) return null;
    const { kinds, limit } = state.settings;
    const groups = by === "reference" ? { reference: "en" } : { a, b: this.second() };
    return corpus.compare({ ...counted(state.settings), ...groups, limit, kinds: /** @type {any} */ ([...kinds.split(","), ...(kinds.includes("keyword") || this.name === "contrast-pairs" ? [] : ["keyword"])]) });
  }
  /** The name of the group. */
  called() {
    const { by, group } = compared();
    if (by === "article") return state.report.articles.find((x) => x.id === Number(group))?.headline ?? t.articles.none;
    if (by === "reference") return t.compare.these;
    return by === "since" ? period(this.group()) : by === "source" ? group.split("\n")[0] : group;
  }
  concerns(change) {
    return super.concerns(change) || ("look" in change && this.hidden);
  }
  /** The group that it is compared with; `null` where that is all others. */
  second() {
    const { by, group } = compared();
    if (by === "since") return periods(group)[1];
    const other = by === "source" && group.split("\n")[1];
    return other ? { sources: [other] } : null;
  }
  /** The name of what it is compared with. */
  other() {
    const b = this.second();
    return state.look.by === "reference" ? t.compare.english : !b ? t.compare.others : b.sources ? b.sources[0] : period(b);
  }
  /** Without a group only the first of the views says so. */
  draw() {
    super.draw();
    if (this.name !== "contrast" && !this.group()) this.hidden = true;
    // Of pairs nothing is known of a language at large.
    if (this.name === "contrast-pairs" && state.look.by === "reference") this.hidden = true;
  }
  rows() {
    return this.answer?.[this.name === "contrast-pairs" ? "pairs" : "keywords"] ?? [];
  }
  chart(width) {
    if (!this.group()) return h("p", { class: "note" }, t.compare[state.report.totals.articles > 1 ? "choose" : "empty"]);
    if (!this.answer) return this.pending();
    if (this.answer.a.articles === 0 || (this.answer.b.articles === 0 && state.look.by !== "reference")) return h("p", { class: "note" }, t.compare.empty);
    if (this.rows().length === 0) return h("p", { class: "note" }, t.compare.none);
    this.width = width;
    return this.drawn();
  }
  /** Of rows that there are. */
  drawn() {
    return diverging(this.rows(), { width: this.width, selection: state.selection, label: this.title_, a: this.called(), b: this.other() });
  }
  table() {
    const rows = this.rows();
    return {
      columns: Object.values(t.compare.columns),
      rows: rows.map((r) => [(r.terms ?? [r.term]).join(" + "), r.countA, r.countB, r.perMillionA, r.perMillionB, r.logRatio, r.logLikelihood, r.pValue, r.qValue, r.bic]),
      ids: rows.map((r) => r.ids ?? [r.id]),
    };
  }
}

customElements.define("compare-view", class extends CompareView {
  name = "contrast";
  title_ = t.compare.title;
  notes() {
    const { by, group } = compared();
    const values = {
      source: () => {
        const [one, two = ""] = group.split("\n");
        const select = (id, label, none, value, all, change) => h("select", { id, "aria-label": label, onchange: (e) => look({ group: change(e.target.value) }) }, h("option", { value: "" }, none), ...all.map((s) => h("option", { value: s, selected: s === value }, s)));
        return [select("compare-group", null, "–", one, sources(), (s) => s), one && sources().length > 1 ? [t.compare.with, select("compare-2", t.compare.others, t.compare.others, two, sources().filter((s) => s !== one), (s) => (s ? `${one}\n${s}` : one))] : null].flat();
      },
      since: () => {
        const chosen = `${group}///`.split("/", 4);
        const inputs = chosen.map((value, n) => h("input", { id: `compare-${n || "group"}`, "aria-label": n % 2 ? t.when.to : t.when.from, type: "date", ...range(), value, onchange: (e) => look({ group: Object.assign(chosen, { [n]: e.target.value }).join("/") }) }));
        return [0, 2].map((n) => h("span", { class: "choice" }, n > 0 && t.compare.with, inputs[n], "–", inputs[n + 1]));
      },
      search: () => h("input", { id: "compare-group", type: "search", value: group, onchange: (e) => look({ group: e.target.value.trim() }) }),
      article: () => h("select", { id: "compare-group", class: "long", onchange: (e) => look({ by, group: e.target.value }) }, h("option", { value: "" }, "–"), ...state.report.articles.slice(0, 1000).map((a) => h("option", { value: String(a.id), selected: String(a.id) === group }, a.headline ?? t.articles.none))),
    };
    const { a, b } = this.answer ?? {};
    return [
      h("div", { class: "choices" }, choice("compare-by", t.compare.by, fields(), by, (next) => look({ by: next, group: "" })),
        by === "reference" ? null : h("span", { class: "choice" }, h("label", { for: "compare-group" }, t.compare.values[by] ?? ""), ...[(values[by] ?? values.source)()].flat())),
      a && by === "reference" ? h("p", { class: "note" }, t.compare.reference(a.articles, a.words)) : a && this.group() ? h("p", { class: "note" }, t.compare.sizes(this.called(), a.articles, a.words, b.articles, b.words, this.other())) : null,
      a && by !== "reference" && Math.min(a.articles, b.articles) > 0 && Math.min(a.articles, b.articles) < 5 ? h("p", { class: "note" }, t.compare.few) : null,
    ];
  }
});

customElements.define("compare-scatter-view", class extends CompareView {
  name = "contrast-scatter";
  title_ = t.compare.scatter;
  drawn() {
    return scatter(this.rows(), { width: this.width, selection: state.selection, label: this.title_, a: this.called(), b: this.other(), across: t.compare.across, up: t.compare.columns.logRatio });
  }
});

customElements.define("compare-pairs-view", class extends CompareView {
  name = "contrast-pairs";
  title_ = t.compare.pairs;
});
