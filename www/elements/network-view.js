import { network } from "../charts/network.js";
import t from "../i18n/t.js";
import { select, state } from "../state.js";
import { h } from "./dom.js";
import { ViewCard } from "./view-card.js";

/** From so many nodes on the network is drawn by WebGL; below, as a drawing that keys can reach. */
const MANY = 80;

customElements.define("network-view", class extends ViewCard {
  name = "network";
  title_ = t.network.title;
  graph = true;
  /** @type {(() => void) | null} */ #end = null;
  notes() {
    return [h("p", { class: "note" }, state.report.network.nodes.length ? t.network.hint : t.pairs.none)];
  }
  chart(width) {
    this.#end?.();
    this.#end = null;
    const { nodes } = state.report.network;
    if (nodes.length === 0) return h("div");
    if (nodes.length < MANY) return network(state.report, { width, selection: state.selection });
    const stage = h("div", { class: "stage" });
    import("./network-stage.js")
      .then(({ stageOf }) => {
        if (stage.isConnected) this.#end = stageOf(stage, state.report.network, state.selection, select);
      })
      // Without WebGL the drawing does.
      .catch(() => stage.replaceWith(network(state.report, { width, selection: state.selection })));
    return stage;
  }
  picture() {
    return super.picture() ?? this.drawn();
  }
  /** The network as a drawing, put on the page unseen for its style. */
  drawn() {
    const chart = network(state.report, { width: 1200, selection: state.selection });
    this.append(h("div", { class: "unseen" }, chart));
    setTimeout(() => chart.parentElement?.remove(), 1000);
    return chart;
  }
  table() {
    const { nodes } = state.report.network;
    return {
      columns: Object.values(t.network.columns),
      rows: nodes.map((n) => [n.term, t.kinds[n.kind], n.degree, n.weightedDegree, n.pageRank, n.community + 1]),
      ids: nodes.map((n) => [n.id]),
    };
  }
});
