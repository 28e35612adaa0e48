/** Large networks, drawn by WebGL; loaded only when there is one. */
import Graph from "graphology";
import Sigma from "sigma";

/**
 * @param {HTMLElement} stage
 * @param {import("comention").Network} network
 * @param {string[]} selection
 * @param {(ids: string[]) => void} select
 * @returns {() => void} Ends it.
 */
export function stageOf(stage, network, selection, select) {
  const style = getComputedStyle(stage);
  const color = (name) => style.getPropertyValue(name).trim();
  const graph = new Graph({ type: "undirected" });
  for (const n of network.nodes) {
    graph.addNode(n.id, { label: n.term, x: n.x, y: -n.y, size: 3 + Math.sqrt(n.count) * 1.4, color: color(`--${n.kind}`), zIndex: selection.includes(n.id) ? 1 : 0, highlighted: selection.includes(n.id) });
  }
  const heaviest = Math.max(...network.edges.map((e) => e.weight), 1e-9);
  for (const e of network.edges) {
    const on = selection.includes(e.source) && selection.includes(e.target);
    graph.mergeEdge(e.source, e.target, { size: 0.5 + 5 * Math.sqrt(e.weight / heaviest), color: on ? color("--accent") : color("--line") });
  }
  const sigma = new Sigma(graph, stage, { labelColor: { color: color("--ink") }, labelFont: "system-ui, sans-serif", enableEdgeEvents: true, zIndex: true });
  sigma.on("clickNode", ({ node }) => select([node]));
  sigma.on("clickEdge", ({ edge }) => select(graph.extremities(edge)));
  return () => sigma.kill();
}
