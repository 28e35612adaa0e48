import { network } from "../charts/network.js";
import t from "../i18n/t.js";
import { look, select, state } from "../state.js";
import { AskingCard, choice } from "./asking-card.js";
import { h } from "./dom.js";
import { asked } from "./evidence-panel.js";
import { ViewCard } from "./view-card.js";

/** From so many nodes on the network is drawn by WebGL; below, as a drawing that keys can reach. */
const MANY = 80;
/** Levels of the backbone, from few links to many. */
const ALPHAS = ["0.001", "0.005", "0.01", "0.05", "0.1", "0.2", "0.5"];

customElements.define("network-view", class extends AskingCard {
  name = "network";
  title_ = t.network.title;
  graph = true;
  /** @type {(() => void) | null} */ #end = null;

  stale(change) {
    const now = ["backbone", "alpha"].map((name) => state.look[name]).join();
    const other = now !== this.asked;
    this.asked = now;
    return "report" in change || ("look" in change && other);
  }
  concerns(change) {
    return super.concerns(change) || "look" in change;
  }
  async ask(corpus) {
    const { backbone, alpha } = state.look;
    if (backbone === "none") return null;
    return corpus.network({ ...asked(state.settings), kinds: state.settings.kinds.split(","), nodes: 300, backbone: /** @type {any} */ (backbone), alpha: Number(alpha) });
  }
  /** All of it, or what is next to one name. @returns {import("comention").Network} */
  shown() {
    const { nodes, edges, modularity } = this.answer ?? state.report.network;
    const { ego } = state.look;
    if (!nodes.some((n) => n.id === ego)) return { nodes, edges, modularity };
    const near = new Set([ego, ...edges.filter((e) => e.source === ego || e.target === ego).flatMap((e) => [e.source, e.target])]);
    return { nodes: nodes.filter((n) => near.has(n.id)), edges: edges.filter((e) => near.has(e.source) && near.has(e.target)), modularity };
  }
  notes() {
    const { backbone, alpha, ego } = state.look;
    const all = this.answer ?? state.report.network;
    if (state.report.network.nodes.length === 0) return [h("p", { class: "note" }, t.pairs.none)];
    const { edges } = this.shown();
    const slider = h("input", { id: "network-alpha", type: "range", min: 0, max: ALPHAS.length - 1, step: 1, value: Math.max(0, ALPHAS.indexOf(alpha)), "aria-valuetext": alpha, onchange: () => look({ alpha: ALPHAS[Number(slider.value)] }) });
    const find = h("input", { id: "network-find", type: "search", list: "network-names", value: all.nodes.find((n) => n.id === ego)?.term ?? "", onchange: () => {
      const wanted = find.value.trim().toLowerCase();
      const node = all.nodes.find((n) => n.term.toLowerCase() === wanted) ?? (wanted ? all.nodes.find((n) => n.term.toLowerCase().includes(wanted)) : undefined);
      look({ ego: node?.id ?? "" });
      if (node && !state.selection.includes(node.id)) select([node.id]);
    } });
    return [
      h("p", { class: "note" }, t.network.hint),
      h("div", { class: "choices" },
        choice("network-backbone", t.network.backbone, t.network.backbones, backbone, (value) => look({ backbone: value })),
        backbone === "none" ? null : h("span", { class: "choice" }, h("label", { for: "network-alpha" }, t.network.alpha(alpha)), slider),
        h("span", { class: "choice" }, h("label", { for: "network-find" }, t.network.find), find, h("datalist", { id: "network-names" }, ...all.nodes.slice(0, 300).map((n) => h("option", { value: n.term })))),
        h("span", { class: "unit", role: "status" }, edges.length === state.report.network.edges.length ? t.network.links(edges.length) : t.network.someLinks(edges.length, state.report.network.edges.length))),
    ];
  }
  chart(width) {
    this.#end?.();
    this.#end = null;
    if (state.report.network.nodes.length === 0) return h("div");
    if (state.look.backbone !== "none" && !this.answer) return this.pending();
    const shown = this.shown();
    const height = this.full ? Math.max(320, window.innerHeight - 220) : 0;
    if (shown.nodes.length === 0) return h("p", { class: "note" }, t.network.none);
    if (shown.nodes.length < MANY) return network(shown, { width, height, selection: state.selection, label: this.title_ });
    const stage = h("div", { class: "stage" });
    import("./network-stage.js")
      .then(({ stageOf }) => {
        if (stage.isConnected) this.#end = stageOf(stage, shown, state.selection, select);
      })
      // Without WebGL the drawing does.
      .catch(() => stage.replaceWith(network(shown, { width, height, selection: state.selection, label: this.title_ })));
    return stage;
  }
  picture() {
    return ViewCard.prototype.picture.call(this) ?? this.drawn();
  }
  /** The network as a drawing, put on the page unseen for its style. */
  drawn() {
    const chart = network(this.shown(), { width: 1200, height: 0, selection: state.selection, label: this.title_ });
    this.append(h("div", { class: "unseen" }, chart));
    setTimeout(() => chart.parentElement?.remove(), 1000);
    return chart;
  }
  table() {
    const { nodes } = this.shown();
    return {
      columns: Object.values(t.network.columns),
      rows: nodes.map((n) => [n.term, t.kinds[n.kind], n.degree, n.weightedDegree, n.pageRank, n.community + 1]),
      ids: nodes.map((n) => [n.id]),
    };
  }
});
