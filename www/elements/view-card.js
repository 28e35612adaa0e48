import t, { fixed, whole } from "../i18n/t.js";
import { select, state, watch } from "../state.js";
import { chosen, h } from "./dom.js";
import { inTurn, watchSight } from "./turns.js";

/** Rows of a table that are shown at a time. */
const ROWS = 200;

/** Whether there is nothing to show. */
const nothing = () => !state.report || state.report.totals.words === 0;

/**
 * A view of the report: a title, a chart, the table behind it, and what can be saved.
 * A view says what it shows by `chart` and `table`, and when it is redrawn by `concerns`.
 */
export class ViewCard extends HTMLElement {
  /** @type {string} */ name = "";
  title_ = "";
  /** What is said where a table would have no rows; a view whose notes say it says nothing here. */
  nothing = t.view.none;
  /** Whether the network can be saved from here. */
  graph = false;
  showTable = false;
  /** Whether the card fills the window. */
  full = false;
  /** Whether the card is on the screen. */
  near = false;
  /** Whether something has changed since it was drawn. */
  #due = false;
  /** The first row of the table that is shown. */
  #from = 0;
  #body = h("div", { class: "card-body" });
  #width = 0;

  /** @param {number} _width @returns {Element | null} */
  chart(_width) {
    return null;
  }
  /**
   * A view of very many rows gives only those from `_from` to before `_to`, and says how many there are.
   * @param {number} [_from] @param {number} [_to]
   * @returns {{ columns: string[], rows: any[][], ids?: string[][], all?: number }}
   */
  table(_from, _to) {
    return { columns: [], rows: [] };
  }
  /** Gets what a saved table has and the shown one has not. */
  async whole() {}
  /** What stands above the chart. @returns {(Node | null)[]} */
  notes() {
    return [];
  }
  /** @param {any} change */
  concerns(change) {
    return "report" in change || "selection" in change;
  }

  connectedCallback() {
    const toggle = h("button", { type: "button", class: "quiet toggle", "aria-pressed": "false", onclick: () => {
      this.showTable = !this.showTable;
      toggle.setAttribute("aria-pressed", String(this.showTable));
      toggle.textContent = this.showTable ? t.view.chart : t.view.table;
      this.draw();
    } }, t.view.table);
    const formats = ["CSV", "TSV", "XLSX", "JSON", ...(this.hasChart() ? ["SVG", "PNG"] : []), ...(this.graph ? ["GEXF", "GraphML", "Pajek"] : [])];
    const menu = h("details", { class: "menu" }, h("summary", {}, t.view.save), h("div", { class: "menu-items" },
      ...formats.map((format) => h("button", { type: "button", "aria-label": `${this.title_}: ${t.view.saveAs(format)}`, onclick: () => { menu.removeAttribute("open"); this.save(format); } }, format))));
    this.replaceChildren(
      h("div", { class: "card-head" }, h("h2", { id: `${this.name}-title` }, this.title_), h("div", { class: "card-tools" }, this.hasChart() && toggle, menu,
        h("button", { type: "button", class: "quiet fill", "aria-pressed": "false", "aria-label": `${this.title_}: ${t.view.fill}`, title: t.view.fill, onclick: () => this.fill() }, "⤢"))),
      this.#body,
    );
    this.dataset.card = this.name;
    this.setAttribute("role", "region");
    this.setAttribute("aria-labelledby", `${this.name}-title`);
    const choose = (event) => {
      const ids = chosen(event);
      if (ids) select(ids);
    };
    this.#body.addEventListener("click", choose);
    this.#body.addEventListener("keydown", choose);
    watch((change) => {
      if (!this.concerns(change)) return;
      // Another report concerns every view; what a person chooses is shown at once.
      if ("report" in change && change.report) this.drawInTurn();
      else this.draw();
    }, this);
    new ResizeObserver(([entry]) => {
      const width = Math.floor(entry.contentRect.width);
      if (width > 0 && (this.#due || Math.abs(width - this.#width) > 4)) {
        this.#width = width;
        this.drawInTurn();
      }
    }).observe(this.#body);
    watchSight(this);
    this.drawInTurn();
  }

  /** Whether it is among the views that are looked at. */
  open() {
    return !this.closest(".views[hidden]");
  }

  /** Draws when those before it are drawn. */
  drawInTurn() {
    this.#due = true;
    // One that is not looked at has its room when it is, and is drawn then.
    if (this.open()) inTurn(this);
    else this.hidden = nothing();
  }

  /** Fills the window with the card, or puts it back; what is behind it cannot be reached meanwhile. */
  fill() {
    this.full = !this.full;
    this.classList.toggle("full", this.full);
    this.querySelector(".fill")?.setAttribute("aria-pressed", String(this.full));
    document.documentElement.classList.toggle("filled", this.full);
    for (let e = /** @type {Element} */ (this); e !== document.body && e.parentElement; e = e.parentElement) {
      for (const other of e.parentElement.children) if (other !== e && !other.classList.contains("evidence")) other.toggleAttribute("inert", this.full);
    }
    /** @type {HTMLElement | null} */ (this.querySelector(".fill"))?.focus();
  }

  hasChart() {
    return this.chart !== ViewCard.prototype.chart;
  }

  draw() {
    this.hidden = nothing();
    this.#due = true;
    // One that is not looked at is drawn when it is; one without room, when there is.
    if (this.hidden || !this.open()) return;
    this.#width ||= Math.floor(this.#body.clientWidth);
    if (!this.#width) return;
    this.#due = false;
    // What had the focus gets it again.
    const active = /** @type {Element | null} */ (this.contains(document.activeElement) ? document.activeElement : null);
    const mark = active?.getAttribute("data-pair") ? `[data-pair="${CSS.escape(active.getAttribute("data-pair") ?? "")}"]` : active?.getAttribute("data-term") ? `[data-term="${CSS.escape(active.getAttribute("data-term") ?? "")}"]` : null;
    const chart = this.hasChart() && !this.showTable ? this.chart(this.#width) : null;
    this.#body.replaceChildren(...this.notes().filter((n) => n !== null), chart ?? this.tableElement());
    if (mark) /** @type {HTMLElement | null} */ (this.#body.querySelector(`${mark}[tabindex]`))?.focus({ preventScroll: true });
  }

  tableElement() {
    const { columns, rows, ids, all = rows.length } = this.table(this.#from, this.#from + ROWS);
    if (this.#from >= Math.max(1, all)) {
      this.#from = 0;
      return this.tableElement();
    }
    if (all === 0) return h("p", { class: "note" }, this.nothing);
    // A view that gives all its rows has few.
    const first = all === rows.length ? this.#from : 0;
    const chosenRow = (own) => own && own.length === state.selection.length && own.every((id) => state.selection.includes(id));
    const turn = (by, label) => h("button", { type: "button", class: "quiet", disabled: this.#from + by < 0 || this.#from + by >= all, onclick: () => { this.#from += by; this.draw(); } }, label);
    return h("div", {}, h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": `${this.title_}: ${t.view.table}` },
      h("table", {},
        h("thead", {}, h("tr", {}, ...columns.map((c) => h("th", { scope: "col" }, c)))),
        h("tbody", {}, ...rows.slice(first, first + ROWS).map((row, i) => {
          const own = ids?.[first + i];
          const attributes = own ? (own.length > 1 ? { "data-pair": own.join("\n") } : { "data-term": own[0] }) : {};
          return h("tr", { class: chosenRow(own) ? "on" : null }, ...row.map((value, j) => {
            const text = value === null || value === undefined ? "–" : typeof value === "number" ? this.format(value, columns[j]) : String(value);
            const inner = j === 0 && own ? h("button", { type: "button", class: "link", ...attributes }, text) : text;
            return h(j === 0 ? "th" : "td", { scope: j === 0 ? "row" : null, class: typeof value === "number" ? "number" : null, ...(j > 0 ? attributes : {}) }, inner);
          }));
        })))),
      all > ROWS ? h("p", { class: "reader-nav pages" }, turn(-ROWS, t.cuts.previous), ` ${t.cuts.shown(this.#from + 1, Math.min(all, this.#from + ROWS), all)} `, turn(ROWS, t.cuts.next)) : null);
  }

  /** @param {number} value @param {string} _column */
  format(value, _column) {
    if (Number.isInteger(value)) return whole(value);
    const size = Math.abs(value);
    return size !== 0 && size < 0.001 ? value.toExponential(1) : fixed(value, size >= 100 ? 1 : 3);
  }

  /** @param {string} format */
  async save(format) {
    await this.whole();
    await (await import("../export/saved.js")).saved(format, this);
  }

  /** The network that is saved from here. @returns {import("comention").Network} */
  shown() {
    return state.report?.network ?? { nodes: [], edges: [], modularity: null };
  }

  /** The chart as a drawing on the page. @returns {SVGSVGElement | null} */
  picture() {
    if (this.showTable) {
      this.showTable = false;
      this.querySelector(".toggle")?.setAttribute("aria-pressed", "false");
      this.draw();
    }
    return this.querySelector("svg.chart");
  }
}
