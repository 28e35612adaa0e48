import { counted } from "../asked.js";
import t from "../i18n/t.js";
import { set, state } from "../state.js";
import { AskingCard } from "./asking-card.js";
import { h } from "./dom.js";

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
    return "report" in change || "article" in change;
  }
  concerns(change) {
    return super.concerns(change) || "article" in change;
  }
  async ask(corpus) {
    const article = this.article();
    return { article, mentions: article ? await corpus.mentions({ ...counted(state.settings), article: article.id }) : [] };
  }
  async whole() {
    this.#all ??= (await state.corpus?.mentions(counted(state.settings))) ?? null;
  }
  table() {
    return {
      columns: ["surface", "kind", "entity", "article", "start", "end"],
      rows: (this.#all ?? this.answer?.mentions ?? []).map((m) => [m.surface, m.kind, m.entity, m.article, m.start, m.end]),
    };
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
        const parts = [];
        const isHead = headline && headline.start >= from && headline.start < to;
        // What stands before the headline on its line (the date, in an export) is not part of it.
        let at = isHead ? headline.start : from;
        if (text.slice(from, at).trim()) out.push(h("p", { class: "aside" }, text.slice(from, at)));
        while (next < mentions.length && mentions[next].start < to) {
          const m = mentions[next++];
          if (m.start < at || m.end > to) continue;
          parts.push(text.slice(at, m.start), this.mark(m));
          at = m.end;
        }
        parts.push(text.slice(at, to));
        const isBody = article.body.end > article.body.start && to > article.body.start && from < article.body.end;
        out.push(h(isHead ? "h3" : "p", { class: isHead || isBody ? null : "aside" }, ...parts));
      }
      from = to + (text.startsWith("\r\n", to) ? 2 : 1);
    }
    return out;
  }
  mark(m) {
    const on = state.selection.includes(m.entity);
    return h("button", { type: "button", class: `mention ${m.kind}${on ? " on" : ""}`, "data-term": m.entity, title: t.kinds[m.kind], "aria-pressed": String(on) }, m.surface);
  }
});
