import { counted } from "../asked.js";
import t from "../i18n/t.js";
import { look, state } from "../state.js";
import { AskingCard, choice } from "./asking-card.js";
import { h } from "./dom.js";
import { read } from "./evidence-panel.js";

/** How many lines are asked for at a time. */
const PAGE = 100;
/** Characters shown on each side. */
const SIDE = 70;

/** What does not fit is cut between words, where there are blanks. @param {string} text */
const before = (text) => (text.length > SIDE ? `…${text.slice(-SIDE).replace(/^\S{1,24}(?= )/, "")}` : text);
/** @param {string} text */
const after = (text) => (text.length > SIDE ? `${text.slice(0, SIDE).replace(/(?<= )\S{1,24}$/, "")}…` : text);

/** Key word in context: every window of what is selected on a line of its own, sorted as one likes. */
customElements.define("kwic-view", class extends AskingCard {
  name = "kwic";
  title_ = t.kwic.title;
  nothing = "";
  inOrder = true;
  stale(change) {
    return "report" in change || "selection" in change || ("look" in change && state.look.sort !== this.sort);
  }
  async ask(corpus) {
    const sort = (this.sort = state.look.sort);
    const found = state.selection.length === 0 ? { total: 0, rows: [] } : await this.page(corpus, 0);
    return { ...found, sort };
  }
  draw() {
    super.draw();
    this.dataset.sorted = this.answer?.sort ?? "";
  }
  page(corpus, offset) {
    return corpus.contexts({ ...counted(state.settings), terms: state.selection, sort: /** @type {any} */ (state.look.sort), limit: PAGE, offset });
  }
  notes() {
    const { answer } = this;
    return [
      h("div", { class: "choices" }, choice("kwic-sort", t.kwic.sort, t.kwic.orders, state.look.sort, (sort) => look({ sort })),
        answer && answer.rows.length < answer.total ? h("button", { type: "button", class: "quiet", onclick: async () => {
          const next = await this.page(state.corpus, answer.rows.length);
          if (answer !== this.answer) return;
          this.answer = { ...answer, total: next.total, rows: [...answer.rows, ...next.rows] };
          this.draw();
        } }, t.evidence.more) : null),
      state.selection.length === 0 ? h("p", { class: "note" }, t.kwic.none) : answer ? h("p", { class: "note" }, t.kwic.shown(answer.rows.length, answer.total)) : this.pending(),
    ];
  }
  /** What comes before stands where a reader of the text comes from, whatever the page speaks. */
  tableElement() {
    const element = super.tableElement();
    const hit = this.answer?.rows[0]?.text ?? "";
    element.setAttribute("dir", /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(hit) ? "rtl" : "ltr");
    return element;
  }
  /** The headline opens the article. */
  dressed(row, at) {
    const cell = row.lastElementChild;
    cell.replaceChildren(h("button", { type: "button", class: "link", onclick: () => read(this.answer.rows[at].article) }, cell.textContent));
    return row;
  }
  table() {
    const rows = this.answer?.rows ?? [];
    return {
      columns: Object.values(t.kwic.columns),
      rows: rows.map((r) => {
        const line = (text) => text.replace(/\s+/g, " ");
        const hit = r.hits[0];
        return [before(line(r.text.slice(0, hit.start))), line(r.text.slice(hit.start, hit.end)), after(line(r.text.slice(hit.end))), r.date, r.source, r.headline];
      }),
    };
  }
});
