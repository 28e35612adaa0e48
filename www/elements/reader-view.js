import { counted } from "../asked.js";
import t from "../i18n/t.js";
import { set, state } from "../state.js";
import { AskingCard } from "./asking-card.js";
import { h } from "./dom.js";
import { marked } from "./marked.js";

/** Most of an article that is shown, in characters: a text without end must not stop the page. */
const MOST = 60_000;

customElements.define("reader-view", class extends AskingCard {
  name = "mentions";
  title_ = t.reader.title;
  /** Every mention in every article, once they are to be saved. @type {import("comention").Mention[] | null} */
  #all = null;

  /** The article that is shown. @returns {import("comention").ArticleRow | undefined} */
  article() {
    const { articles } = state.report;
    return articles[Math.min(state.article, articles.length - 1)];
  }
  stale(change) {
    if ("report" in change) this.#all = null;
    return "report" in change || this.turned(change);
  }
  /** Whether another article of the same texts is shown: after other texts comes a report of them. @param {any} change */
  turned(change) {
    return "article" in change && !("texts" in change);
  }
  concerns(change) {
    return super.concerns(change) || this.turned(change);
  }
  async ask(corpus) {
    const article = this.article();
    return { article, mentions: article ? await corpus.mentions({ ...counted(state.settings), article: article.id }) : [] };
  }
  async whole() {
    this.#all ??= (await state.corpus?.mentions(counted(state.settings))) ?? null;
  }
  table() {
    const columns = ["surface", "kind", "entity", "article", "start", "end", ...(state.settings.nested || state.settings.pronouns ? ["role"] : [])];
    return { columns, rows: (this.#all ?? this.answer?.mentions ?? []).map((m) => columns.map((name) => m[name])) };
  }
  tableElement() {
    const articles = state.report.articles;
    const at = Math.min(state.article, articles.length - 1);
    const article = this.article();
    if (!article) return h("div");
    const text = state.texts[article.paste] ?? "";
    const end = Math.min(article.end, article.start + MOST);
    // The text is there before its names are.
    const own = this.answer?.article === article ? this.answer.mentions.filter((m) => m.end <= end) : [];
    const step = (by) => h("button", { type: "button", class: "quiet", disabled: !articles[at + by], onclick: () => set({ article: at + by }) }, by < 0 ? t.reader.previous : t.reader.next);
    const nav = articles.length > 1 ? h("p", { class: "reader-nav" }, step(-1), ` ${t.reader.article} ${at + 1} / ${articles.length} `, step(1)) : null;
    return h("div", {}, nav, h("article", { class: "reader", lang: article.language, dir: "auto" }, ...this.paragraphs(text, article.start, end, own, article)), article.end > end && h("p", { class: "note" }, t.reader.cut));
  }
  /** Lines as paragraphs, with the names marked. */
  paragraphs(text, start, end, mentions, article) {
    const out = [];
    let from = start;
    let next = 0;
    const headline = article.found.headline;
    for (const line of text.slice(start, end).split(/\r\n|\r|\n/)) {
      const to = from + line.length;
      if (line.trim()) {
        const isHead = headline && headline.start >= from && headline.start < to;
        // What stands before the headline on its line (the date, in an export) is not part of it.
        const at = isHead ? headline.start : from;
        if (text.slice(from, at).trim()) out.push(h("p", { class: "aside" }, text.slice(from, at)));
        const first = next;
        while (next < mentions.length && mentions[next].start < to) next++;
        const parts = marked(text, mentions.slice(first, next), (m, children, inside) => this.mark(m, children, inside), at, to);
        const isBody = article.body.end > article.body.start && to > article.body.start && from < article.body.end;
        out.push(h(isHead ? "h3" : "p", { class: isHead || isBody ? null : "aside" }, ...parts));
      }
      from = to + (text.startsWith("\r\n", to) ? 2 : 1);
    }
    return out;
  }
  /** A name, or a pronoun, which tells whom it stands for. What is inside a name is no button: it stands in one. */
  mark(m, children, inside) {
    const on = state.selection.includes(m.entity);
    const pronoun = m.role === "pronoun";
    const name = pronoun && state.report.entities.find((e) => e.id === m.entity)?.name;
    const own = { class: `mention ${m.kind}${on ? " on" : ""}${pronoun ? " pronoun" : ""}`, "data-term": m.entity, title: name || t.kinds[m.kind] };
    return inside ? h("span", own, ...children) : h("button", { ...own, type: "button", "aria-pressed": String(on) }, ...children);
  }
});
