import { fingerprintOf, methods } from "../export/methods.js";
import { svgText } from "../export/pictures.js";
import { reportHtml } from "../export/report.js";
import t from "../i18n/t.js";
import { state } from "../state.js";
import { decidedWords } from "../words.js";
import { AskingCard } from "./asking-card.js";
import { h, save } from "./dom.js";

/** What was done, in words for a paper; and the whole analysis as one page to save. */
customElements.define("methods-view", class extends AskingCard {
  name = "methods";
  title_ = t.methods.title;
  async ask() {
    const fingerprint = await fingerprintOf(state.texts);
    const words = decidedWords(state.settings);
    return methods(state.report, { rules: state.rules.length, corrections: state.corrections, fingerprint, relaxed: state.relaxed, words: words ? words.add.length + words.remove.length : 0 });
  }
  table() {
    return { columns: [t.methods.title], rows: [[this.answer ?? ""]] };
  }
  tableElement() {
    if (!this.answer) return this.pending();
    const said = h("span", { role: "status", class: "note" });
    const copy = (id, label, text) => h("button", { type: "button", id, onclick: async () => { said.textContent = (await copied(text())) ? t.methods.copied : t.methods.notCopied; } }, label);
    return h("div", {},
      h("p", { class: "prose" }, this.answer),
      h("div", { class: "buttons" },
        copy("methods-copy", t.methods.copy, () => this.answer),
        h("button", { type: "button", id: "report-save", onclick: () => this.report() }, t.methods.report),
        h("button", { type: "button", id: "workbook-save", onclick: () => this.workbook() }, t.methods.workbook),
        // What is counted and looked at stands in the address; the texts never do.
        copy("link-copy", t.methods.link, () => location.href),
        h("button", { type: "button", onclick: () => print() }, t.methods.print), said),
      location.protocol === "file:" ? null : h("p", { class: "note" }, h("a", { href: "./measures.html" }, t.help.measures)));
  }
  /** Every view that has a table, of all tabs, a sheet each. */
  async workbook() {
    const cards = /** @type {any[]} */ ([...document.querySelectorAll("[data-card]")]);
    await Promise.all(cards.map((card) => card.whole()));
    const tables = cards.map((card) => ({ title: card.title_, ...card.table() })).filter((table) => table.rows.length > 0);
    save("comention.xlsx", await (await import("../export/xlsx.js")).xlsx(tables), "");
  }
  /** Every view of the overview, as it stands, in one file. */
  async report() {
    const cards = /** @type {any[]} */ ([...document.querySelectorAll("#view-overview > *")].filter((e) => e !== this && !e.hidden && "table" in e && e.localName !== "reader-view"));
    const sections = [];
    for (const card of cards) {
      const chart = card.localName === "articles-view" || card.localName === "triads-view" ? null : card.picture?.();
      sections.push({ title: card.title_, svg: chart ? await svgText(chart, card.title_) : null, table: card.table(0) });
    }
    const made = t.methods.made(state.report.version, new Date().toLocaleDateString("en-CA"));
    save("comention-report.html", reportHtml({ title: t.methods.reportTitle, made, methods: this.answer ?? "", sections }, (n) => this.format(n, ""), { methods: t.methods.title, rows: t.methods.rows }), "text/html");
  }
});

/** Puts text onto the clipboard; whether it worked. @param {string} text */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
