/** Large networks, drawn by WebGL; loaded only when there is one. */
import Sigma from "sigma";
import { DrawnGraph } from "../charts/drawn-graph.js";

/** Above so many links they are not drawn while the picture moves, and are not found by the pointer. */
const MANY_LINKS = 6000;
/** Above so many names their labels are not drawn while the picture moves. */
const MANY_NAMES = 400;
/** The engine's places are those of a picture that is wider than high by this. */
const WIDE = 1.5;
/** The colours of communities, as in the drawing. */
const COMMUNITIES = ["--accent", "--ink", "--focus", "--place", "--other", "--soft"];

/** A colour that lets through what is behind it, as WebGL wants it: a share of each part. @param {string} hex @param {number} share */
const through = (hex, share) => `rgba(${[1, 3, 5].map((at) => Math.round(Number.parseInt(hex.slice(at, at + 2), 16) * share)).join(",")},${share.toFixed(3)})`;

/** The heaviest link of each name: these alone hang the picture together. @param {import("comention").NetworkEdge[]} edges From light to heavy. */
function backbone(edges) {
  const heaviest = new Map();
  for (const e of edges) heaviest.set(e.source, e).set(e.target, e);
  return new Set(heaviest.values());
}

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
  const [ink, paper, soft, accent, faint] = ["--ink", "--card", "--soft", "--accent", "--faint"].map(color);
  const communities = COMMUNITIES.map(color);
  const biggest = Math.max(...network.nodes.map((n) => n.count), 1);
  // With many names and links each is smaller, so that they leave each other room.
  const room = Math.min(1, Math.sqrt(120 / Math.max(1, network.nodes.length)));
  const thin = Math.min(1, Math.sqrt(1000 / Math.max(1, network.edges.length)));
  const [small, large] = [1.3 + 1.2 * room, 6 + 8.5 * room];
  const community = new Map(network.nodes.map((n) => [n.id, n.community]));
  // The heavy lie on the light ones. What holds a community together has its colour, what goes across steps back.
  const edges = [...network.edges].sort((a, b) => a.weight - b.weight);
  const heaviest = edges.at(-1)?.weight || 1;
  const bones = backbone(edges);
  const tint = (e) => {
    const own = community.get(e.source);
    const inside = own === community.get(e.target);
    return through(inside ? communities[own % communities.length] : soft, bones.has(e) ? 0.5 + 0.3 * thin : Math.max(0.1, (inside ? 0.8 : 0.45) * thin));
  };
  const graph = new DrawnGraph(
    network.nodes.map((n) => [n.id, { label: n.term, x: n.x * WIDE, y: -n.y, size: small + (large - small) * Math.sqrt(n.count / biggest), color: color(`--${n.kind}`) }]),
    edges.map((e) => ({ ends: [e.source, e.target], look: { size: 0.3 + (0.6 + 4 * thin) * Math.sqrt(e.weight / heaviest), color: tint(e) } })),
  );
  let chosen = new Set(selection);
  const beside = (node) => chosen.has(node) || [...chosen].some((id) => graph.linked(id, node));
  const many = graph.size > MANY_LINKS;
  const known = () => [...chosen].some((id) => graph.hasNode(id));
  // Who wants less motion has the picture where it is going to at once.
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches ? { zoomDuration: 0, doubleClickZoomingDuration: 0, inertiaDuration: 0 } : {};
  const labels = labelling(paper);
  const sigma = new Sigma(/** @type {any} */ (graph), stage, {
    // In a view that is not looked at there is no room.
    allowInvalidContainer: true,
    labelColor: { color: ink }, labelFont: "system-ui, sans-serif", labelSize: 13, labelDensity: 1.1, labelGridCellSize: 90, labelRenderedSizeThreshold: 1 + 4 * room,
    defaultDrawNodeLabel: labels.want, minEdgeThickness: many ? 0.7 : 1, ...still,
    zIndex: true, enableEdgeEvents: !many, hideEdgesOnMove: many, hideLabelsOnMove: graph.order > MANY_NAMES, minCameraRatio: 0.05, maxCameraRatio: 4,
    // What stands beside the chosen ones stays; the rest steps back.
    nodeReducer: (node, look) => (chosen.has(node) ? { ...look, highlighted: true, forceLabel: true, zIndex: 2 } : !known() ? look : beside(node) ? { ...look, zIndex: 1, forceLabel: graph.order < 400 } : { ...look, color: faint, label: "" }),
    edgeReducer: (edge, look) => {
      const on = graph.extremities(edge).filter((id) => chosen.has(id)).length;
      return on > (chosen.size > 1 ? 1 : 0) ? { ...look, color: accent, zIndex: 1 } : known() ? { ...look, color: faint } : look;
    },
  });
  sigma.on("beforeRender", labels.none);
  sigma.on("afterRender", labels.draw);
  const resized = new ResizeObserver(([{ contentRect: room }]) => {
    const { width, height } = sigma.getDimensions();
    // What is put aside for another view has no room, and is drawn as it was when it comes back.
    if (room.width && (room.width !== width || room.height !== height)) sigma.resize().scheduleRefresh();
  });
  resized.observe(stage);
  foundByPlace(sigma);
  sigma.on("clickNode", ({ node }) => select([node]));
  sigma.on("clickEdge", ({ edge }) => select(graph.extremities(edge)));
  draggable(sigma, graph, put);
  return {
    choose(ids) {
      chosen = new Set(ids);
      sigma.refresh({ skipIndexation: true });
    },
    end() {
      resized.disconnect();
      sigma.kill();
    },
  };
}

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */

/**
 * Labels of a picture: those of the largest nodes first, each beside its node where it lies on no other and on no
 * larger node.
 * @param {string} halo The colour around the letters.
 */
function labelling(halo) {
  /** @type {Map<string, number>} */
  const widths = new Map();
  /** @type {Array<{ context: CanvasRenderingContext2D, data: any, settings: any }>} */
  let wanted = [];
  return {
    none: () => { wanted = []; },
    want: (/** @type {CanvasRenderingContext2D} */ context, /** @type {any} */ data, /** @type {any} */ settings) => { if (data.label) wanted.push({ context, data: { ...data }, settings }); },
    draw() {
      wanted.sort((a, b) => b.data.size - a.data.size || (a.data.label < b.data.label ? -1 : 1));
      /** @type {Box[]} */
      const taken = [];
      for (const { context, data: { label, x, y, size }, settings: { labelFont, labelSize, labelWeight, labelColor } } of wanted) {
        context.font = `${labelWeight} ${labelSize}px ${labelFont}`;
        const wide = widths.get(label) ?? context.measureText(label).width;
        widths.set(label, wide);
        const fits = (/** @type {number} */ left) => left > 0 && left + wide < context.canvas.clientWidth && !taken.some((other) => left < other.right && other.left < left + wide && y - labelSize * 0.7 < other.bottom && other.top < y + labelSize * 0.6);
        const left = [x + size + 3, x - size - 3 - wide].find(fits);
        taken.push({ left: x - size, right: x + size, top: y - size, bottom: y + size });
        if (left === undefined) continue;
        taken.push({ left: left - 2, right: left + wide + 2, top: y - labelSize * 0.7, bottom: y + labelSize * 0.6 });
        Object.assign(context, { strokeStyle: halo, lineWidth: 3, lineJoin: "round", fillStyle: labelColor.color });
        context.strokeText(label, left, y + labelSize / 3);
        context.fillText(label, left, y + labelSize / 3);
      }
    },
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
    put(held, to.x / WIDE, -to.y);
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
