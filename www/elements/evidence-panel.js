import { asked, counted } from "../asked.js";
import { number } from "../charts/svg.js";
import t, { whole } from "../i18n/t.js";
import { look, select, set, state, watch } from "../state.js";
import { problem } from "../told.js";
import { h } from "./dom.js";
import { marked } from "./marked.js";

/** How many windows are asked for at a time. */
const PAGE = 25;
/** So many names are in the heading, of a community. */
const NAMES = 8;
/** From so many words on, the numbers of a term are not counted unasked. */
const MANY = 1_000_000;
/** So many are said to be together with one. */
const PARTNERS = 12;
/** Of how many sources it is said what each has, those with the most first. */
const SOURCES = 6;
/** Measures that are called alike in every language. */
const SYMBOLS = { tfidf: "tf-idf", logLikelihoodP: "p", fisherGreater: "p", deltaP21: "ΔP", deltaP12: "ΔP" };

/** Where a sentence is from. @param {import("comention").Context} row */
const origin = (row) => [row.date, row.source, row.headline].filter(Boolean).join(" · ");

/** Opens an article in the text. @param {number} id */
export function read(id) {
  look({ view: "overview" });
  set({ article: state.report.articles.findIndex((a) => a.id === id) });
  document.querySelector("reader-view")?.scrollIntoView({ block: "start" });
}

/** Sentences as one quotes them, each with where it is from. @param {import("comention").Context[]} rows */
const quoted = (rows) => rows.map((row) => [`“${row.text.replace(/\s+/g, " ")}”`, origin(row)].filter(Boolean).join("\n")).join("\n\n");

/** The sentences and the arithmetic behind what is selected. */
customElements.define("evidence-panel", class extends HTMLElement {
  #asked = 0;
  connectedCallback() {
    this.draw();
    watch((change) => ("selection" in change || "report" in change) && this.draw(), this);
  }

  async draw() {
    const asked = ++this.#asked;
    const { selection, corpus, settings, report } = state;
    this.toggleAttribute("empty", !corpus || !report || selection.length === 0);
    if (!corpus || !report || selection.length === 0) return this.replaceChildren(h("h2", {}, t.evidence.title), h("p", { class: "note" }, t.evidence.none));
    const options = counted(settings);
    const pair = selection.length === 2 && !state.some;
    const what = { terms: selection, ...(state.some ? { least: state.some } : {}) };
    // The first answers since when.
    const sentences = (/** @type {any} */ more = {}) => corpus.contexts({ ...options, ...what, sort: "date", limit: PAGE, ...more });
    let contexts;
    let last;
    let explanation = null;
    let alone = null;
    try {
      contexts = await sentences();
      last = contexts.total > PAGE ? (await sentences({ offset: contexts.total - 1 })).rows[0].date ?? "…" : contexts.rows.findLast((row) => row.date)?.date;
      if (pair) explanation = await corpus.explain({ ...this.options(), pair: selection });
      if (selection.length === 1) alone = await this.alone(selection[0]);
    } catch (error) {
      // A selection from an address or text of before: there is nothing behind it now.
      const note = error.code === "invalid-option" ? t.evidence.none : problem(error);
      if (asked === this.#asked) this.replaceChildren(h("h2", {}, t.evidence.title), h("p", { class: "note" }, note));
      return;
    }
    if (asked !== this.#asked) return;
    const names = explanation ? explanation.pair.terms : selection.map((id) => this.nameOf(id));
    const list = h("ol", { class: "contexts" }, ...contexts.rows.map((row) => this.context(row)));
    const more = h("button", { type: "button", class: "quiet", hidden: contexts.total <= contexts.rows.length, onclick: async () => {
      const next = await sentences({ offset: list.children.length });
      list.append(...next.rows.map((row) => this.context(row)));
      more.hidden = list.children.length >= next.total;
    } }, t.evidence.more);
    const since = contexts.rows[0]?.date;
    const unit = settings.window === "words" ? "sentence" : settings.window;
    this.replaceChildren(...[
      h("div", { class: "card-head" }, h("h2", { tabindex: -1 }, ...names.slice(0, NAMES).flatMap((n, i) => [i ? " + " : "", h("span", { class: `name ${this.kindOf(selection[i])}` }, n)]), names.length > NAMES ? ` ${t.communities.more(names.length - NAMES)}` : ""), h("button", { type: "button", class: "quiet", "aria-label": t.evidence.clear, onclick: () => select(state.selection) }, "×")),
      explanation ? this.summary(explanation, unit) : selection.length === 1 ? this.aliases(selection[0]) : null,
      alone && this.partners(selection[0], alone.pairs),
      h("h3", {}, t.evidence.contexts[unit](contexts.total)),
      since && h("p", { class: "note" }, since === last ? since : `${since} – ${last}`),
      list,
      h("div", { class: "buttons" }, more, this.copying("copy", t.methods.copy, async () => quoted((await sentences({ limit: contexts.total })).rows)), explanation && this.citing(explanation.pair)),
      explanation && this.explained(explanation),
      alone && h("div", { class: "explained" }, alone.low === null ? null : h("p", { class: "note" }, t.evidence.interval(t.keywords.columns.count, number(alone.low), number(alone.high))), alone.details),
    ].filter((e) => e !== null));
  }

  /** The numbers of one term, and who and what it is most together with. @param {string} id */
  async alone(id) {
    const { corpus, report, settings } = state;
    const keyword = this.kindOf(id) === "keyword";
    // What an article is about, its words say.
    const options = { ...counted(settings), ...(keyword ? { pronouns: false } : {}) };
    const [{ rows: [row] }, pairs] = await Promise.all([
      corpus.positions({ ...options, terms: [id], intervals: true }),
      // All of them: who asks about one wants those as well that are too rare to be ranked among all pairs.
      corpus.pairs({ ...counted(settings), measure: "count", minCount: settings.minCount || 1, minArticles: settings.minArticles || 1, term: id, kinds: [/** @type {any} */ (this.kindOf(id))], with: settings.kinds.split(","), limit: PARTNERS }),
    ]);
    // Of many texts it takes a while, and is asked for when it is looked at.
    const details = h("details", { class: "each", open: report.totals.words < MANY, ontoggle: async () => {
      if (!details.open || details.childElementCount > 1) return;
      const { steps } = await corpus.explain({ ...options, term: id });
      if (details.childElementCount === 1) details.append(this.steps(steps));
    } }, h("summary", {}, t.evidence.formulas));
    return { ...row, pairs, details };
  }
  /** Formulas with what is put in. @param {import("comention").Step[]} steps */
  steps(steps) {
    const names = { ...t.pairs.columns, ...t.keywords.columns, ...t.measures, ...SYMBOLS };
    // What is undefined, as is dispersion over sources where there are none, says nothing.
    return h("dl", { class: "formulas" }, ...steps.filter((s) => s.value !== null).flatMap((s) => [
      h("dt", { class: s.measure }, names[s.measure] && h("b", {}, names[s.measure]), " ", s.formula),
      h("dd", { class: s.measure }, h("code", {}, s.filled), " ", h("small", {}, s.source)),
    ]));
  }
  /** What an explanation is asked with. */
  options() {
    return { ...asked(state.settings), intervals: true };
  }
  /** The same pair in sentences, paragraphs and articles, when someone wants to know. */
  windows(ids) {
    const details = h("details", { class: "each", ontoggle: async () => {
      if (!details.open || details.childElementCount > 1) return;
      const { corpus } = state;
      const kinds = /** @type {const} */ (["sentence", "paragraph", "article"]);
      const found = await Promise.all(kinds.map((window) => corpus?.explain({ ...this.options(), intervals: false, window, pair: ids })));
      if (details.childElementCount > 1 || !details.isConnected) return;
      details.append(h("table", {},
        h("thead", {}, h("tr", {}, ...[t.evidence.window, t.pairs.columns.count, t.pairs.columns.expected, "NPMI", "G²"].map((c) => h("th", { scope: "col" }, c)))),
        h("tbody", {}, ...found.map((f, i) => h("tr", {}, h("th", { scope: "row" }, t.windows[kinds[i]]), ...[f.pair.count, f.pair.expected, f.pair.npmi, f.pair.logLikelihood].map((n) => h("td", { class: "number" }, number(n))))))),
        h("p", { class: "note" }, t.evidence.windowsHint));
    } }, h("summary", {}, t.evidence.windows));
    return details;
  }
  /** A button that copies a text, and says whether it did. @param {string} name @param {string} label @param {() => Promise<string>} text */
  copying(name, label, text) {
    const said = h("span", { role: "status", class: "note" });
    return h("span", {}, h("button", { type: "button", class: `quiet ${name}`, onclick: async () => {
      const { copied } = await import("./methods-view.js");
      said.textContent = (await copied(await text())) ? t.methods.copied : t.methods.notCopied;
    } }, label), said);
  }
  citing(pair) {
    return this.copying("cite", t.evidence.cite, async () => {
      const { citation, fingerprintOf } = await import("../export/methods.js");
      return citation(pair, state.report, await fingerprintOf(state.texts));
    });
  }

  nameOf(id) {
    const { entities, keywords } = state.report;
    return (entities.find((e) => e.id === id) ?? {}).name ?? (keywords.find((k) => k.id === id) ?? {}).term ?? id.slice(id.indexOf(":") + 1);
  }
  kindOf(id) {
    return id?.slice(0, id.indexOf(":")) ?? "keyword";
  }
  aliases(id) {
    const entity = state.report.entities.find((e) => e.id === id);
    if (!entity) return h("div");
    const titles = entity.titles.length ? h("p", { class: "note" }, entity.titles.join("; ")) : null;
    return h("div", {}, titles, h("p", { class: "surfaces" }, ...entity.aliases.slice(0, 12).map((a) => h("span", {}, `${a.surface} `, h("b", {}, whole(a.count)))),
      h("button", { type: "button", class: "link note", onclick: () => /** @type {any} */ (document.querySelector("names-view")).find(entity.name) }, t.evidence.right)));
  }

  context(row) {
    const hits = [...row.hits].sort((a, b) => a.start - b.start || b.end - a.end);
    const parts = marked(row.text, hits, (hit, children) => h("mark", { class: `${this.kindOf(hit.term)}${hit.role === "pronoun" ? " pronoun" : ""}` }, ...children));
    const from = origin(row);
    return h("li", {}, h("blockquote", { dir: "auto" }, ...parts), from && h("cite", {}, h("button", { type: "button", class: "link", onclick: () => read(row.article) }, from)));
  }

  /** Who one is most together with. @param {string} id @param {import("comention").Pair[]} pairs */
  partners(id, pairs) {
    if (pairs.length === 0) return h("p", { class: "note" }, t.evidence.noPartners);
    return h("div", {}, h("h3", {}, t.evidence.partners), h("p", { class: "partners" }, ...pairs.map((p) => {
      const other = p.ids[0] === id ? 1 : 0;
      return h("button", { type: "button", class: `partner ${this.kindOf(p.ids[other])}`, onclick: () => select(p.ids) }, `${p.terms[other]} `, h("b", {}, whole(p.count)));
    })));
  }
  summary({ pair, steps }, unit) {
    const expected = steps.find((s) => s.measure === "expected")?.value ?? null;
    return h("p", { class: "lead" }, t.evidence.sentence(...pair.terms, t.evidence.contexts[unit](pair.count), number(expected)));
  }
  explained({ pair, table: c, steps, descriptive, sources = [] }) {
    // Names may be long: in the table stand letters, and before it whose they are.
    const [a, b] = ["A", "B"];
    const row = (head, ...cells) => h("tr", {}, h("th", { scope: "row" }, head), ...cells.map((n, i) => h("td", { class: `number${i === 0 && head === t.evidence.with(a) ? " key" : ""}` }, whole(n))));
    return h("div", { class: descriptive ? "explained few" : "explained" },
      h("h3", {}, t.evidence.table),
      h("p", { class: "note" }, ...pair.terms.flatMap((term, i) => [i ? ", " : "", h("bdi", {}, h("b", {}, [a, b][i]), " ", h("span", { class: `name ${pair.kinds[i]}` }, term))])),
      h("table", { class: "two-by-two" },
        h("thead", {}, h("tr", {}, h("td", {}), h("th", { scope: "col" }, t.evidence.with(b)), h("th", { scope: "col" }, t.evidence.without(b)), h("th", { scope: "col" }, t.evidence.all))),
        h("tbody", {}, row(t.evidence.with(a), c.n11, c.n12, c.n1p), row(t.evidence.without(a), c.n21, c.n22, c.n2p), row(t.evidence.all, c.np1, c.np2, c.npp))),
      h("h3", {}, t.evidence.formulas),
      pair.low === null ? null : h("p", { class: "note" }, t.evidence.interval(t.measures[state.report.options.measure], number(pair.low), number(pair.high))),
      pair.dp === null || state.report.totals.articles < 2 ? null : h("p", { class: "note" }, t.evidence.dispersion(number(pair.dp), pair.dpSources === null ? "–" : `${number(pair.dpSources)} (${sources.map((s) => `${s.source} ${whole(s.count)}/${whole(s.size)}`).slice(0, SOURCES).join(", ")})`)),
      this.windows(pair.ids),
      this.steps(steps),
      !descriptive ? null : h("p", { class: "note" }, state.report.totals.articles === 1 ? t.pairs.one : t.pairs.few(state.report.totals.articles)));
  }
});
