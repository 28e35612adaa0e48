import { asked } from "../asked.js";
import t from "../i18n/t.js";
import { look, state } from "../state.js";
import { AskingCard, choice, nameChoice } from "./asking-card.js";
import { h } from "./dom.js";
import { pairTable } from "./pairs-view.js";

/** What the pairs are asked by. */
const ASKED = /** @type {const} */ (["first", "second", "whom", "apart"]);

/** Pairs of the kinds that one chooses, or of one name with everything; those that stay apart as well. */
customElements.define("chosen-view", class extends AskingCard {
  name = "chosen";
  title_ = t.pairs.chosen;
  stale(change) {
    return "report" in change || ("look" in change && this.asked !== this.now());
  }
  now() {
    return ASKED.map((name) => state.look[name]).join("\n");
  }
  async ask(corpus) {
    this.asked = this.now();
    const { first, second, whom, apart } = state.look;
    const kinds = (/** @type {string} */ one) => /** @type {any} */ (one ? [one] : Object.keys(t.kinds));
    return corpus.pairs({ ...asked(state.settings), kinds: kinds(first), with: kinds(second), limit: state.settings.limit, apart: apart === "1", ...(whom ? { term: whom } : {}) });
  }
  notes() {
    this.nothing = this.answer ? t.view.none : "";
    this.classList.toggle("few", state.report.totals.articles < 20);
    const { first, second, whom, apart } = state.look;
    const kinds = { "": t.network.backbones.none, ...t.kinds };
    return [
      h("div", { class: "choices" },
        choice("chosen-apart", t.when.of, [["", t.pairs.columns.count], ["1", t.pairs.apart]], apart, (value) => look({ apart: value })),
        choice("chosen-first", t.pairs.columns.a, kinds, first, (value) => look({ first: value })),
        choice("chosen-second", t.pairs.columns.b, kinds, second, (value) => look({ second: value })),
        nameChoice("chosen-whom", whom, state.report.entities, (id) => look({ whom: id }))),
      this.answer ? null : this.pending(),
    ];
  }
  table(from) {
    return pairTable(this.answer ?? [], from === undefined);
  }
});
