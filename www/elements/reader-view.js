import t from "../i18n/t.js";
import { set, state } from "../state.js";
import { h } from "./dom.js";
import { marked } from "./marked.js";
import { ViewCard } from "./view-card.js";

/** Most of an article that is shown, in characters: a text without end must not stop the page. */
const MOST = 60_000;

customElements.define("reader-view", class extends ViewCard {
  name = "mentions";
  title_ = t.reader.title;
  concerns(change) {
    return super.concerns(change) || "article" in change || "mentions" in change;
  }
  table() {
    const columns = ["surface", "kind", "entity", "article", "start", "end", ...(state.settings.nested || state.settings.pronouns ? ["role"] : [])];
    return { columns, rows: state.mentions.map((m) => columns.map((name) => m[name])) };
  }
  tableElement() {
    const articles = state.report.articles;
    const at = Math.min(state.article, articles.length - 1);
    const article = articles[at];
    if (!article) return h("div");
    const text = state.texts[article.paste] ?? "";
    const end = Math.min(article.end, article.start + MOST);
    const own = state.mentions.filter((m) => m.article === article.id && m.end <= end);
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
