import t from "../i18n/t.js";
import { state, watch } from "../state.js";
import { problem } from "../told.js";
import { h } from "./dom.js";
import { busyUntil } from "./turns.js";
import { ViewCard } from "./view-card.js";

/** A view that asks the engine something of its own, once it is to be seen, and again when that changes. */
export class AskingCard extends ViewCard {
  /** What the engine answered. @type {any} */ answer = null;
  /** Why there is no answer. */ trouble = "";
  #turn = 0;
  #asked = false;

  /** @param {import("comention").Corpus} _corpus @returns {Promise<any>} */
  async ask(_corpus) {
    return null;
  }
  /** Whether a change needs another answer. @param {any} change */
  stale(change) {
    return "report" in change;
  }

  connectedCallback() {
    // Before the card draws: it is not to show the answer to an older question.
    watch((change) => {
      if (!this.stale(change)) return;
      this.#asked = false;
      if (this.open()) this.refresh();
    }, this);
    super.connectedCallback();
  }

  draw() {
    super.draw();
    // After that it is known whether it is to be seen.
    if (!this.#asked && state.corpus && !this.hidden && this.open()) this.refresh();
  }

  refresh() {
    this.#asked = true;
    busyUntil(this.#answered());
  }

  async #answered() {
    const own = ++this.#turn;
    const { corpus } = state;
    if (!corpus) return;
    let answer = null;
    let trouble = "";
    try {
      answer = await this.ask(corpus);
    } catch (error) {
      // A corpus that was closed meanwhile has a successor, which is asked.
      if (error.code === "closed") return;
      trouble = problem(error);
    }
    if (own !== this.#turn) return;
    Object.assign(this, { answer, trouble });
    this.drawInTurn();
  }

  /** What there is to say where there is no answer yet. */
  pending() {
    return h("p", { class: "note" }, this.trouble || t.view.pending);
  }
}

/** With more options the width of a choice does not follow from theirs, which would all be measured. */
const LONG = 50;
const count = (/** @type {object} */ options) => Object.keys(options).length;

/** A choice of one of the articles, or of what stands for none. @param {string} id @param {string} chosen @param {string} none @param {(value: string) => void} change */
export function articleChoice(id, chosen, none, change) {
  return choice(id, t.compare.values.article, [["", none], ...state.report.articles.slice(0, 1000).map((a) => [String(a.id), a.headline ?? t.articles.none])], chosen, change);
}

/** A field for one of some names, of which a part will do; gives what was written where it is none. @param {string} id @param {string} chosen @param {Array<{ id: string, name: string }>} known @param {(id: string) => void} change */
export function nameChoice(id, chosen, known, change) {
  const field = h("input", { id, type: "search", list: `${id}-known`, value: known.find((k) => k.id === chosen)?.name ?? "", onchange: () => {
    const written = field.value.trim();
    const wanted = written.toLowerCase();
    const found = wanted && (known.find((k) => k.name.toLowerCase() === wanted) ?? known.find((k) => k.name.toLowerCase().includes(wanted)));
    change(found ? found.id : written);
  } });
  return h("span", { class: "choice" }, h("label", { for: id }, t.network.find), field, h("datalist", { id: `${id}-known` }, ...known.slice(0, 300).map((k) => h("option", { value: k.name }))));
}

/** The first and the last day of the articles: a calendar opens between them. @returns {{ min?: string, max?: string }} */
export function range() {
  const days = state.report.articles.map((a) => a.date ?? a.dateline?.date ?? "").filter(Boolean).sort();
  return { min: days[0], max: days.at(-1) };
}

/** A choice that writes what is looked at. @param {string} id @param {string} label @param {Record<string, string> | string[][]} options Texts by their values, or both in an order of their own. @param {string} value @param {(value: string) => void} change */
export function choice(id, label, options, value, change) {
  return h("span", { class: "choice" }, h("label", { for: id }, label), h("select", { id, class: count(options) > LONG ? "long" : null, onchange: (e) => change(e.target.value) }, ...(Array.isArray(options) ? options : Object.entries(options)).map(([key, text]) => h("option", { value: key, selected: key === value }, text))));
}
