import t, { fixed, whole } from "../i18n/t.js";
import { select, state, watch } from "../state.js";
import { chosen, h } from "./dom.js";
import { inTurn, watchSight } from "./turns.js";

/** Rows of a table that are shown at a time. */
const ROWS = 100;

/** What is not broken into two lines. */
const DATE = /^\d{4}-\d\d/;

/** How large a chart is drawn: where there are very many pixels, the style shows it across all of its room. */
const larger = matchMedia("(min-width: 200rem)");

/**
 * Turns the pages of a list; the keyboard stays where it is. `go` draws the list from a row on, and gives where it is drawn.
 * @param {number} from @param {number} size @param {number} count @param {(from: number) => Element} go
 */
export function pages(from, size, count, go) {
  const turn = (by, label) => h("button", { type: "button", class: "quiet", disabled: from + by < 0 || from + by >= count, onclick: () => {
    const [back, on] = /** @type {HTMLElement[]} */ ([...go(from + by).querySelectorAll(".pages button")]);
    for (const button of by < 0 ? [on, back] : [back, on]) button.focus({ preventScroll: true });
  } }, label);
  return h("p", { class: "reader-nav pages" }, turn(-size, t.cuts.previous), ` ${t.cuts.shown(from + 1, Math.min(count, from + size), count)} `, turn(size, t.cuts.next));
}

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
  /** Whether the rows of its table stand as they come. */
  inOrder = false;
  /** Whether the card fills the window. */
  full = false;
  /** Whether the card is on the screen. */
  near = false;
  /** Whether something has changed since it was drawn. */
  #due = false;
  /** The first row of the table that is shown. */
  #from = 0;
  /** By which column the table is sorted, and whether from the largest on. @type {[number, boolean]} */
  #sort = [-1, false];
  /** What is looked for in the table. */
  #find = "";
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
  /** Gets what a saved table has and the shown one has not; a table that is shown is asked for from a row on. */
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
    const chart = this.hasChart() && !this.showTable ? this.chart(Math.floor(this.#width / (larger.matches ? 1.25 : 1))) : null;
    this.#body.replaceChildren(...this.notes().filter((n) => n !== null), chart ?? this.tableElement());
    if (mark) /** @type {HTMLElement | null} */ (this.#body.querySelector(`${mark}[tabindex]`))?.focus({ preventScroll: true });
  }

  tableElement() {
    const box = h("div");
    const find = h("input", { type: "search", class: "find", value: this.#find, placeholder: t.names.search, "aria-label": `${this.title_}: ${t.names.search}`, oninput: () => {
      this.#find = find.value;
      this.#from = 0;
      fill();
    } });
    const fill = () => {
      const given = this.table(this.#from, this.#from + ROWS);
      const { columns, all = given.rows.length } = given;
      const whole = all === given.rows.length;
      if (all === 0) {
        find.hidden = true;
        return box.replaceChildren(h("p", { class: "note" }, this.nothing));
      }
      if (this.#from >= all) this.#from = 0;
      // One that gives only some of the rows gives them in its order.
      const able = !this.inOrder && whole && all > 1;
      find.hidden = !able;
      const order = able ? this.#ordered(given.rows) : given.rows.map((_, i) => i);
      const shown = whole ? order.slice(this.#from, this.#from + ROWS) : order;
      const count = able ? order.length : all;
      const head = (name, j) => {
        const [by, down] = this.#sort;
        const on = able && by === j;
        const sort = () => {
          // Numbers from the largest on, the rest by the alphabet; then the other way, then as they come.
          const first = given.rows.some((row) => typeof row[j] === "number");
          this.#sort = !on ? [j, first] : down === first ? [j, !down] : [-1, false];
          this.#from = 0;
          fill();
          /** @type {HTMLElement} */ (box.querySelectorAll("th .sort")[j]).focus();
        };
        return h("th", { scope: "col", class: given.rows.some((row) => typeof row[j] === "number") ? "number" : null, "aria-sort": on ? (down ? "descending" : "ascending") : null },
          able ? h("button", { type: "button", class: "link sort", onclick: sort }, name, on ? (down ? " ↓" : " ↑") : "") : name);
      };
      box.replaceChildren(
        h("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": `${this.title_}: ${t.view.table}` },
          h("table", {}, h("thead", {}, h("tr", {}, ...columns.map(head))), h("tbody", {}, ...shown.map((i) => this.dressed(this.#row(given.rows[i], columns, given.ids?.[i]), whole ? i : this.#from + i))))),
        ...(count > ROWS ? [pages(this.#from, ROWS, count, (from) => {
          this.#from = from;
          fill();
          return box;
        })] : []));
    };
    fill();
    return h("div", {}, find, box);
  }

  /** What a view makes of a row of its table. @param {HTMLElement} row @param {number} _at Which of all rows it is. */
  dressed(row, _at) {
    return row;
  }

  /** The places of the rows that have what is looked for, in the order that is wished. @param {any[][]} rows */
  #ordered(rows) {
    const wanted = this.#find.trim().toLowerCase();
    const found = rows.map((_, i) => i).filter((i) => !wanted || rows[i].some((value) => typeof value === "string" && value.toLowerCase().includes(wanted)));
    const [by, down] = this.#sort;
    if (by < 0) return found;
    // What is not known comes last either way.
    const compare = (a, b) => (a === b ? 0 : a === null || a === undefined ? 1 : b === null || b === undefined ? -1 : (typeof a === "number" ? a - b : String(a).localeCompare(String(b))) * (down ? -1 : 1));
    return found.sort((i, j) => compare(rows[i][by], rows[j][by]) || i - j);
  }

  /** @param {any[]} row @param {string[]} columns @param {string[] | undefined} own */
  #row(row, columns, own) {
    const on = own && own.length === state.selection.length && own.every((id) => state.selection.includes(id));
    const attributes = own ? (own.length > 1 ? { "data-pair": own.join("\n") } : { "data-term": own[0] }) : {};
    return h("tr", { class: on ? "on" : null }, ...row.map((value, j) => {
      const text = value === null || value === undefined ? "–" : typeof value === "number" ? this.format(value, columns[j]) : String(value);
      const inner = j === 0 && own ? h("button", { type: "button", class: "link", ...attributes }, text) : text;
      return h(j === 0 ? "th" : "td", { scope: j === 0 ? "row" : null, class: typeof value === "number" ? "number" : DATE.test(text) ? "date" : null, ...(j > 0 ? attributes : {}) }, inner);
    }));
  }

  /** @param {number} value @param {string} _column */
  format(value, _column) {
    if (Number.isInteger(value)) return whole(value);
    const size = Math.abs(value);
    return size !== 0 && size < 0.001 ? value.toExponential(1) : fixed(value, size >= 100 ? 1 : 3);
  }

  /** @param {string} format */
  async save(format) {
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
