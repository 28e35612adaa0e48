import { asked } from "../asked.js";
import { network, placeOf } from "../charts/network.js";
import t, { whole } from "../i18n/t.js";
import { LOOKS, look, select, state } from "../state.js";
import { AskingCard, choice, nameChoice } from "./asking-card.js";
import { h } from "./dom.js";
import { ViewCard } from "./view-card.js";

/** From so many nodes on the network is drawn by WebGL; below, as a drawing that keys can reach. */
const MANY = 80;
/** How many names there may be, those with the most links first. */
const NAMES = ["60", "300", "1000", "2000"];
/** Levels of the backbone, from few links to many. */
const ALPHAS = ["0.001", "0.005", "0.01", "0.05", "0.1", "0.2", "0.5"];

customElements.define("network-view", class extends AskingCard {
  name = "network";
  title_ = t.network.title;
  graph = true;
  /** What draws it by WebGL. @type {ReturnType<import("./network-stage.js").stageOf> | null} */ #stage = null;
  /** Where names were dragged to. @type {Map<string, { x: number, y: number }>} */ #places = new Map();

  stale(change) {
    const now = ["names", "backbone", "alpha", "least"].map((name) => state.look[name]).join();
    const other = now !== this.asked;
    this.asked = now;
    return "report" in change || ("look" in change && other);
  }
  concerns(change) {
    // A choice within what WebGL has drawn is a change of colours, not another drawing.
    if ("selection" in change && !("report" in change) && this.#stage && this.querySelector(".stage canvas")) return void this.#stage.choose(state.selection);
    const looked = ["names", "backbone", "alpha", "least", "ego"].map((name) => state.look[name]).join("\n");
    const other = looked !== this.looked;
    this.looked = looked;
    return super.concerns(change) || ("look" in change && other);
  }
  async ask(corpus) {
    const { names, backbone, alpha, least } = state.look;
    if (this.reported()) return null;
    const kept = backbone === "none" ? {} : backbone === "q" ? { maxQ: Number(alpha) } : { backbone: /** @type {any} */ (backbone), alpha: Number(alpha) };
    return corpus.network({ ...asked(state.settings), kinds: state.settings.kinds.split(","), nodes: Number(names), limit: 10 * Number(names), ...kept, ...(Number.isFinite(Number.parseFloat(least)) ? { minScore: Number.parseFloat(least) } : {}) });
  }
  /** Whether it is the network of the report. */
  reported() {
    // The report has the links of its rows only: where there are more pairs than rows, the network is asked for.
    return state.look.backbone === "none" && !state.look.least && state.look.names === LOOKS.names && state.report.pairs.length < state.settings.limit;
  }
  /** All of it, or what is next to one name. @returns {import("comention").Network} */
  shown() {
    const { nodes: all, edges, modularity } = this.answer ?? state.report.network;
    const nodes = all.map((n) => ({ ...n, ...this.#places.get(n.id) }));
    const { ego } = state.look;
    if (!nodes.some((n) => n.id === ego)) return { nodes, edges, modularity };
    const near = new Set([ego, ...edges.filter((e) => e.source === ego || e.target === ego).flatMap((e) => [e.source, e.target])]);
    return { nodes: nodes.filter((n) => near.has(n.id)), edges: edges.filter((e) => near.has(e.source) && near.has(e.target)), modularity };
  }
  notes() {
    const { names, backbone, alpha, ego, least } = state.look;
    const all = this.answer ?? state.report.network;
    if (state.report.network.nodes.length === 0) return [h("p", { class: "note" }, t.pairs.none)];
    const { edges } = this.shown();
    const slider = h("input", { id: "network-alpha", type: "range", min: 0, max: ALPHAS.length - 1, step: 1, value: Math.max(0, ALPHAS.indexOf(alpha)), "aria-valuetext": alpha, onchange: () => look({ alpha: ALPHAS[Number(slider.value)] }) });
    return [
      h("p", { class: "note" }, t.network.hint),
      h("div", { class: "choices" },
        choice("network-names", t.network.names, Object.fromEntries(NAMES.map((n) => [n, whole(Number(n))])), names, (value) => look({ names: value })),
        choice("network-backbone", t.network.backbone, t.network.backbones, backbone, (value) => look({ backbone: value })),
        backbone === "none" ? null : h("span", { class: "choice" }, h("label", { for: "network-alpha" }, t.network.alpha(alpha)), slider),
        h("span", { class: "choice" }, h("label", { for: "network-least" }, `${t.measures[state.report.options.measure]} ≥`), h("input", { id: "network-least", type: "number", step: "any", value: least, onchange: (e) => look({ least: e.target.value }) })),
        nameChoice("network-find", ego, all.nodes.map((n) => ({ id: n.id, name: n.term })), (id) => {
          look({ ego: id });
          if (all.nodes.some((n) => n.id === id) && !state.selection.includes(id)) select([id]);
        }),
        h("button", { type: "button", id: "network-free", hidden: this.#places.size === 0, onclick: () => { this.#places.clear(); this.draw(); } }, t.network.free),
        h("span", { class: "unit", role: "status" }, edges.length >= state.report.network.edges.length ? t.network.links(edges.length) : t.network.someLinks(edges.length, state.report.network.edges.length))),
    ];
  }
  /** Keeps a name where it was dragged to. @param {string} id @param {{ x: number, y: number }} place */
  #put(id, place) {
    this.#places.set(id, place);
    /** @type {HTMLElement} */ (this.querySelector("#network-free")).hidden = false;
  }
  chart(width) {
    this.#stage?.end();
    this.#stage = null;
    if (state.report.network.nodes.length === 0) return h("div");
    if (!this.reported() && !this.answer) return this.pending();
    const shown = this.shown();
    const height = this.full ? Math.max(320, window.innerHeight - 220) : 0;
    if (shown.nodes.length === 0) return h("p", { class: "note" }, t.network.none);
    const drawing = () => {
      const chart = network(shown, { width, height, selection: state.selection, label: this.title_ });
      import("../charts/drag.js").then(({ draggable }) => draggable(chart, (id, x, y) => {
        this.#put(id, placeOf(chart, x, y));
        this.draw();
      })).catch(() => {});
      return chart;
    };
    if (shown.nodes.length < MANY) return drawing();
    const stage = h("div", { class: "stage" });
    import("./network-stage.js")
      .then(({ stageOf }) => {
        if (!stage.isConnected) return;
        this.#stage = stageOf(stage, shown, { selection: state.selection, select, put: (id, x, y) => this.#put(id, { x, y }) });
      })
      // Without WebGL the drawing does.
      .catch(() => stage.replaceWith(drawing()));
    return stage;
  }
  picture() {
    // What WebGL draws is no drawing that could be saved.
    return ViewCard.prototype.picture.call(this) ?? /** @type {any} */ (network(this.shown(), { width: 1200, height: 800, selection: state.selection, label: this.title_ }));
  }
  table() {
    const { nodes } = this.shown();
    return {
      columns: Object.values(t.network.columns),
      rows: nodes.map((n) => [n.term, t.kinds[n.kind], n.degree, n.weightedDegree, n.pageRank, n.betweenness, n.clustering, n.community + 1]),
      ids: nodes.map((n) => [n.id]),
    };
  }
});
