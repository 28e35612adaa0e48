/** Large networks, drawn by WebGL; loaded only when there is one. */
import Sigma from "sigma";
import { DrawnGraph } from "../charts/drawn-graph.js";

/** Above so many links they are not drawn while the picture moves, and are not found by the pointer. */
const MANY_LINKS = 6000;

/**
 * @param {HTMLElement} stage
 * @param {import("comention").Network} network
 * @param {{ selection: string[], select: (ids: string[]) => void, put: (id: string, x: number, y: number) => void }} options
 *   `put` is told where a name was dragged to.
 * @returns {{ choose: (ids: string[]) => void, end: () => void }}
 */
export function stageOf(stage, network, { selection, select, put }) {
  const style = getComputedStyle(stage);
  const color = (name) => style.getPropertyValue(name).trim();
  const [ink, line, accent, faint] = ["--ink", "--link", "--accent", "--faint"].map(color);
  const heaviest = Math.max(...network.edges.map((e) => e.weight), 1e-9);
  const biggest = Math.max(...network.nodes.map((n) => n.count), 1);
  // With many names and links each is smaller, so that they leave each other room.
  const room = Math.min(1, Math.sqrt(120 / Math.max(1, network.nodes.length)));
  const thin = Math.min(1, Math.sqrt(1000 / Math.max(1, network.edges.length)));
  // Where very many links lie on each other, how dark it is says how many.
  const pale = thin < 1 && /^#[0-9a-f]{6}$/i.test(line) ? `rgba(${[1, 3, 5].map((at) => Number.parseInt(line.slice(at, at + 2), 16)).join(",")},${Math.max(0.2, thin).toFixed(2)})` : line;
  const graph = new DrawnGraph(
    network.nodes.map((n) => [n.id, { label: n.term, x: n.x, y: -n.y, size: 1 + room * (1.5 + 13 * Math.sqrt(n.count / biggest)), color: color(`--${n.kind}`) }]),
    network.edges.map((e) => ({ ends: [e.source, e.target], look: { size: 0.3 + thin * 4.6 * Math.sqrt(e.weight / heaviest), color: pale } })),
  );
  let chosen = new Set(selection);
  const beside = (node) => chosen.has(node) || [...chosen].some((id) => graph.linked(id, node));
  const many = graph.size > MANY_LINKS;
  const known = () => [...chosen].some((id) => graph.hasNode(id));
  /** Where the labels of this picture stand. @type {Box[]} */
  const labels = [];
  const sigma = new Sigma(/** @type {any} */ (graph), stage, {
    labelColor: { color: ink }, labelFont: "system-ui, sans-serif", labelSize: 13, labelDensity: 0.7, labelGridCellSize: 90, labelRenderedSizeThreshold: 1 + 4 * room,
    defaultDrawNodeLabel: apart(labels),
    zIndex: true, enableEdgeEvents: !many, hideEdgesOnMove: many, hideLabelsOnMove: many, minCameraRatio: 0.05, maxCameraRatio: 4,
    // What stands beside the chosen ones stays; the rest steps back.
    nodeReducer: (node, look) => (chosen.has(node) ? { ...look, highlighted: true, forceLabel: true, zIndex: 2 } : !known() ? look : beside(node) ? { ...look, zIndex: 1, forceLabel: graph.order < 400 } : { ...look, color: faint, label: "" }),
    edgeReducer: (edge, look) => {
      const on = graph.extremities(edge).filter((id) => chosen.has(id)).length;
      return on > (chosen.size > 1 ? 1 : 0) ? { ...look, color: accent, zIndex: 1 } : known() ? { ...look, color: faint } : look;
    },
  });
  sigma.on("beforeRender", () => { labels.length = 0; });
  foundByPlace(sigma);
  sigma.on("clickNode", ({ node }) => select([node]));
  sigma.on("clickEdge", ({ edge }) => select(graph.extremities(edge)));
  draggable(sigma, graph, put);
  return {
    choose(ids) {
      chosen = new Set(ids);
      sigma.refresh({ skipIndexation: true });
    },
    end: () => sigma.kill(),
  };
}

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */

/** Draws a label beside its node unless it would lie on one that is there already. @param {Box[]} there */
function apart(there) {
  /** @type {Map<string, number>} */
  const widths = new Map();
  return (/** @type {CanvasRenderingContext2D} */ context, /** @type {any} */ { label, x, y, size }, /** @type {any} */ { labelFont, labelSize, labelWeight, labelColor }) => {
    if (!label) return;
    context.font = `${labelWeight} ${labelSize}px ${labelFont}`;
    const wide = widths.get(label) ?? context.measureText(label).width;
    widths.set(label, wide);
    const left = x + size + 3;
    const box = { left, right: left + wide + 2, top: y - labelSize * 0.7, bottom: y + labelSize * 0.6 };
    if (there.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) return;
    there.push(box);
    context.fillStyle = labelColor.color;
    context.fillText(label, left, y + labelSize / 3);
  };
}

/**
 * Sigma draws every node in a colour of its own and reads back what is under the pointer: at every move the page would
 * wait until the picture is drawn. Two thousand distances take less than a tenth of the time of one picture.
 */
function foundByPlace(sigma) {
  const graph = sigma.getGraph();
  sigma.getNodeAtPosition = (/** @type {{ x: number, y: number }} */ { x, y }) => {
    let [found, nearest] = [null, Infinity];
    for (const node of graph.nodes()) {
      const data = sigma.getNodeDisplayData(node);
      const at = sigma.framedGraphToViewport(data);
      const far = Math.hypot(at.x - x, at.y - y);
      if (far < nearest && far <= Math.max(3, sigma.scaleSize(data.size))) [found, nearest] = [node, far];
    }
    return found;
  };
}

/** A name that is dragged stays where it is put. */
function draggable(sigma, graph, put) {
  let held = "";
  const drag = ({ event }) => {
    if (!held) return;
    const to = sigma.viewportToGraph(event);
    Object.assign(graph.getNodeAttributes(held), to);
    put(held, to.x, -to.y);
    sigma.refresh({ partialGraph: { nodes: [held] }, schedule: true });
    event.preventSigmaDefault();
    event.original.preventDefault();
  };
  sigma.on("downNode", ({ node }) => {
    held = node;
    // Otherwise the picture would be fitted anew to where it is dragged.
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
  });
  sigma.on("moveBody", drag);
  for (const end of ["upNode", "upStage"]) sigma.on(end, () => { held = ""; });
}
