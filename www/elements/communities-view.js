import { asked } from "../asked.js";
import t from "../i18n/t.js";
import { set, state } from "../state.js";
import { AskingCard } from "./asking-card.js";
import { h } from "./dom.js";

/** Members and keywords of a community that are shown before the table. */
const SHOWN = 8;

/** One after the other; a comma stays with what it follows. @param {HTMLElement[]} items */
const listed = (items) => items.flatMap((item, i) => [h("span", { class: "listed" }, item, i < items.length - 1 && ","), " "]);

/** Who belongs together in the network, and what each community is about. */
customElements.define("communities-view", class extends AskingCard {
  name = "communities";
  title_ = t.communities.title;
  /** The links that hold communities together, the first the most. @type {import("comention").NetworkNode[][]} */ between = [];
  async ask(corpus) {
    const options = { ...asked(state.settings), nodes: 300 };
    const [communities, network] = await Promise.all([corpus.communities(options), corpus.network(options)]);
    const of = new Map(network.nodes.map((n) => [n.id, n]));
    const ends = network.edges.sort((a, b) => b.betweenness - a.betweenness).map((e) => [of.get(e.source), of.get(e.target)]);
    this.between = ends.filter(([a, b]) => a.community !== b.community).slice(0, SHOWN);
    return communities;
  }
  notes() {
    return [h("p", { class: "note" }, t.communities.hint), this.between.length ? h("p", {}, h("b", {}, t.communities.between), " ", ...listed(this.between.map(([a, b]) => h("button", { type: "button", class: "link", "data-pair": `${a.id}\n${b.id}`, dir: "auto" }, `${a.term} + ${b.term}`)))) : null];
  }
  table() {
    const rows = (this.answer ?? []).flatMap((c) => c.keywords.map((k) => [c.community + 1, c.members.map((m) => m.term).join(", "), c.windows, k.term, k.count, k.expected, k.logLikelihood, k.qValue]));
    return { columns: Object.values(t.communities.columns), rows };
  }
  tableElement() {
    if (!this.answer) return this.pending();
    if (this.answer.length === 0) return h("p", { class: "note" }, t.pairs.none);
    const unit = state.settings.window === "words" ? "sentence" : state.settings.window;
    const name = (id, text) => h("button", { type: "button", class: `link${state.selection.includes(id) ? " on" : ""}`, "data-term": id, dir: "auto" }, text);
    return h("ol", { class: "communities" }, ...this.answer.map((c) => h("li", { class: `community-${c.community % 6}` },
      h("p", {}, h("b", {}, t.communities.who), " ", ...listed(c.members.slice(0, SHOWN).map((m) => name(m.id, m.term))), c.members.length > SHOWN ? ` ${t.communities.more(c.members.length - SHOWN)}` : ""),
      h("p", {}, h("b", {}, t.communities.about), " ", ...(c.keywords.length ? listed(c.keywords.slice(0, SHOWN).map((k) => name(k.id, k.term))) : [t.communities.nothing])),
      h("p", {}, h("button", { type: "button", class: "quiet", onclick: () => set({ selection: c.members.map((m) => m.id), some: 1 }) }, t.evidence.contexts[unit](c.windows))))));
  }
});
