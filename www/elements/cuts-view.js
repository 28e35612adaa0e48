import { asGiven, begun, corrected, howMany, joined } from "../corrections.js";
import t from "../i18n/t.js";
import { set, state } from "../state.js";
import { h } from "./dom.js";
import { ViewCard } from "./view-card.js";

/** Articles at a time. */
const PAGE = 20;
/** Lines of an article that are shown at first, and characters of a line. */
const LINES = 8;
const WIDTH = 400;

/** @type {Array<import("../corrections.js").FieldName>} */
const FIELDS = ["headline", "date", "time", "source", "byline", "place"];

/** Where the articles of the texts begin and what their heads say, on the text itself, to be put right. */
customElements.define("cuts-view", class extends ViewCard {
  name = "cuts";
  title_ = t.cuts.title;
  #from = 0;
  /** Articles whose every line is shown. @type {Set<number>} */ #open = new Set();

  concerns(change) {
    if ("article" in change) this.#from = Math.floor(state.article / PAGE) * PAGE;
    return "report" in change || "article" in change;
  }
  table() {
    const rows = state.report.articles.map((a) => [state.pastes[a.paste]?.name ?? "", a.start, a.end, t.cuts.rules[a.cut.rule] ?? a.cut.rule, a.headline, a.date, a.time, a.source, a.byline, a.dateline?.place ?? null, a.section, a.url]);
    return { columns: Object.values(t.cuts.columns), rows };
  }
  notes() {
    const many = howMany(state.corrections);
    return [
      h("p", { class: "note" }, t.cuts.hint),
      many > 0 ? h("p", { class: "note" }, `${t.cuts.made(many)} `, h("button", { type: "button", class: "quiet", id: "cuts-undo", onclick: () => set({ corrections: asGiven(state.corrections) }) }, t.cuts.takeBack)) : null,
    ];
  }
  tableElement() {
    const articles = state.report.articles;
    this.#from = Math.min(this.#from, Math.floor((articles.length - 1) / PAGE) * PAGE);
    const page = articles.slice(this.#from, this.#from + PAGE);
    const step = (by) => h("button", { type: "button", class: "quiet", disabled: !articles[this.#from + by], onclick: () => { this.#from += by; this.draw(); } }, by < 0 ? t.cuts.previous : t.cuts.next);
    const nav = articles.length > PAGE ? h("p", { class: "reader-nav" }, step(-PAGE), ` ${t.cuts.shown(this.#from + 1, this.#from + page.length, articles.length)} `, step(PAGE)) : null;
    return h("div", { class: "cuts" }, nav, ...page.map((article) => this.#article(article)));
  }

  /** @param {import("comention").ArticleRow} article */
  #article(article) {
    const paste = state.pastes[article.paste];
    const text = state.texts[article.paste] ?? "";
    const lines = linesOf(text, article.start, article.end);
    const first = state.report.articles.findIndex((a) => a.paste === article.paste) === state.report.articles.indexOf(article);
    const all = this.#open.has(article.id);
    const before = first ? [] : linesOf(text, state.report.articles[state.report.articles.indexOf(article) - 1].start, article.start);
    const move = (to, label) => h("button", { type: "button", class: "quiet", disabled: to === undefined, onclick: () => set({ corrections: begun(joined(state.corrections, paste.id, article.start), paste.id, to) }) }, label);
    const list = h("ol", { class: "lines", onkeydown: walk }, ...(all ? lines : lines.slice(0, LINES)).map(({ at, end }, i) => {
      const line = text.slice(at, Math.min(end, at + WIDTH));
      return h("li", { class: counts(article, at, end) ? null : "aside" }, h("span", { dir: "auto" }, line, end > at + WIDTH ? "…" : ""),
        i > 0 && h("button", { type: "button", class: "quiet begin", tabindex: i === 1 ? 0 : -1, "aria-label": t.cuts.beginAt(line.slice(0, 60)), onclick: () => set({ corrections: begun(state.corrections, paste.id, at) }) }, t.cuts.begin));
    }));
    return h("section", { class: "cut", "data-article": article.id, "aria-label": `${t.reader.article} ${article.id + 1}` },
      h("div", { class: "cut-head" }, h("b", {}, String(article.id + 1)), h("span", { class: "why" }, `${t.cuts.why} `, h("span", { lang: t.cuts.rules[article.cut.rule] ? null : "en" }, t.cuts.rules[article.cut.rule] ?? article.cut.rule)),
        first ? null : h("span", { class: "buttons" },
          h("button", { type: "button", class: "quiet join", onclick: () => set({ corrections: joined(state.corrections, paste.id, article.start) }) }, t.cuts.join),
          move(before.at(-1)?.at, t.cuts.earlier), move(lines[1]?.at, t.cuts.later))),
      h("div", { class: "cut-fields" }, ...FIELDS.map((name) => this.#field(article, paste, name))),
      list,
      lines.length > LINES && !all ? h("button", { type: "button", class: "quiet", onclick: () => { this.#open.add(article.id); this.draw(); } }, t.cuts.allLines(lines.length)) : null);
  }

  /** @param {import("comention").ArticleRow} article @param {import("../kept/store.js").Paste} paste @param {import("../corrections.js").FieldName} name */
  #field(article, paste, name) {
    const value = (name === "place" ? article.dateline?.place : article[name]) ?? "";
    const found = article.found[name === "place" ? "dateline" : name];
    const id = `cut-${article.id}-${name}`;
    const { reference } = article.found;
    // What a date was worked out from is shown as it is written.
    const from = name === "date" && reference ? `: ${paste.text.slice(reference.start, reference.end)}` : "";
    const why = found ? t.cuts.foundBy((t.cuts.rules[found.rule] ?? found.rule) + from) : t.cuts.notFound;
    const input = h("input", { id, value, dir: "auto", title: why, type: name === "date" ? "date" : name === "time" ? "time" : "text", class: found?.rule === "by hand" ? "by-hand" : null, onchange: () => {
      const given = input.value.trim();
      if (given !== value) set({ corrections: corrected(state.corrections, paste.id, article.start, name, given || null) });
    } });
    return h("div", { class: `field ${name}` }, h("label", { for: id }, t.cuts.fields[name]), input,
      found?.rule === "by hand" ? h("button", { type: "button", class: "quiet", "aria-label": `${t.cuts.asFound}: ${t.cuts.fields[name]}`, onclick: () => set({ corrections: corrected(state.corrections, paste.id, article.start, name, undefined) }) }, t.cuts.asFound) : null);
  }
});

/** The lines of a part of a text that have something on them; one of strokes alone only parts articles. @param {string} text @param {number} start @param {number} end */
function linesOf(text, start, end) {
  const lines = [];
  for (const match of text.slice(start, end).matchAll(/[^\r\n]*[^\s*=_–—-][^\r\n]*/g)) lines.push({ at: start + match.index, end: start + match.index + match[0].length });
  return lines;
}

/** Whether a line is of what counts: the headline, or the body. @param {import("comention").ArticleRow} article @param {number} at @param {number} end */
const counts = ({ body, found: { headline } }, at, end) => [body, headline].some((part) => part && part.start < end && part.end > at);

/** Up and down between the lines where an article may begin. @param {KeyboardEvent} event */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const buttons = [.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll("button.begin")];
  const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target));
  if (!step || at < 0) return;
  event.preventDefault();
  /** @type {HTMLElement | undefined} */ (buttons[at + step])?.focus();
}
