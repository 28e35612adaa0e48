import { counted } from "../asked.js";
import { bars } from "../charts/bars.js";
import t from "../i18n/t.js";
import { look, state } from "../state.js";
import { AskingCard, articleChoice, choice } from "./asking-card.js";
import { h } from "./dom.js";
import { stopWords } from "./stop-words.js";

/** With fewer articles no interval is drawn. */
const FEWEST = 5;

/** So many are saved, which for most texts is all; to so many, the best, belongs an interval: for tens of thousands one would wait. */
const [SAVED, WITH_INTERVAL] = [100_000, 500];

/** Names as keywords are. @param {import("comention").Entity[]} names */
const asRows = (names) => names.map((n) => ({ ...n, term: n.name, forms: n.aliases.map((a) => a.surface) }));

/** Keywords or names of all articles, which the report has, or of one. */
customElements.define("keywords-view", class extends AskingCard {
  name = "keywords";
  title_ = t.keywords.title;
  stale(change) {
    return "report" in change || ("look" in change && this.about !== this.wanted());
  }
  /** What it is about, as one text. */
  wanted() {
    return `${state.look.bars} ${state.look.about}`;
  }
  async ask(corpus) {
    this.about = this.wanted();
    return this.#found(corpus);
  }
  /** @param {import("comention").Corpus} corpus @param {number} [limit] As many as are shown where it is not said. */
  async #found(corpus, limit) {
    const { report, look: { about, bars: of }, settings } = state;
    const now = this.wanted();
    const names = of === "entities";
    const options = { ...counted(settings), ...(names ? {} : { pronouns: false }), ...(about ? { articles: [Number(about)] } : {}) };
    const asked = !about && !limit ? report[of] : await corpus[of]({ ...options, limit: limit ?? settings.limit });
    const rows = names ? asRows(asked) : asked;
    const where = rows.length ? await corpus.positions({ ...options, terms: rows.slice(0, WITH_INTERVAL).map((r) => r.id), intervals: true }) : null;
    return { report, about: now, rows, where };
  }
  async whole() {
    this.all = await this.#found(state.corpus, SAVED);
  }
  notes() {
    const { totals } = state.report;
    const { about, bars: of } = state.look;
    return [
      h("div", { class: "choices" },
        choice("bars-of", t.when.of, { keywords: t.when.series.keywords, entities: t.when.series.entities }, of, (bars) => look({ bars })),
        totals.articles > 1 ? articleChoice("keywords-about", about, t.network.backbones.none, (about) => look({ about })) : null),
      h("p", { class: "note" }, about || totals.articles < FEWEST ? t.keywords.few : t.keywords.hint),
      of === "keywords" ? stopWords() : null,
    ];
  }
  /** The answer to what is asked now, once it is there. */
  known() {
    return this.answer?.report === state.report && this.answer.about === this.wanted() ? this.answer : null;
  }
  /** What is shown; of one article, once it is there. */
  words() {
    const { about, bars: of } = state.look;
    return this.known()?.rows ?? (about ? null : of === "entities" ? asRows(state.report.entities) : state.report.keywords);
  }
  chart(width) {
    const keywords = this.words();
    return keywords ? bars({ keywords }, { width, selection: state.selection, where: this.known()?.where }) : this.pending();
  }
  table(from) {
    const all = from === undefined && this.all?.report === state.report && this.all.about === this.wanted() ? this.all : this.known();
    const rows = all?.rows ?? this.words() ?? [];
    const found = new Map(all?.where?.rows.map((r) => [r.id, r]));
    return {
      columns: Object.values(t.keywords.columns),
      rows: rows.map((k) => [k.term, t.kinds[k.kind], k.count, found.get(k.id)?.low, found.get(k.id)?.high, k.articles, k.dp, k.dpSources, k.forms.join(", ")]),
      ids: rows.map((k) => [k.id]),
    };
  }
});
