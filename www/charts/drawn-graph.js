/**
 * A network as sigma asks for one: the part of graphology's interface that drawing needs, without the rest of that
 * library, which is for changing graphs. Names come by their ids, links by their place in the list.
 */
export class DrawnGraph {
  multi = false;
  type = "undirected";
  /** @type {Map<string, Record<string, any>>} */ #nodes;
  /** @type {Map<string, { ends: [string, string], look: Record<string, any> }>} */ #edges;
  /** @type {Map<string, Set<string>>} */ #near = new Map();

  /**
   * @param {Array<[string, Record<string, any>]>} nodes Each with its place and look.
   * @param {Array<{ ends: [string, string], look: Record<string, any> }>} edges
   */
  constructor(nodes, edges) {
    this.#nodes = new Map(nodes);
    this.#edges = new Map(edges.map((e, i) => [String(i), e]));
    for (const { ends: [a, b] } of edges) {
      this.#near.set(a, (this.#near.get(a) ?? new Set()).add(b));
      this.#near.set(b, (this.#near.get(b) ?? new Set()).add(a));
    }
  }
  get order() { return this.#nodes.size; }
  get size() { return this.#edges.size; }
  nodes() { return [...this.#nodes.keys()]; }
  edges() { return [...this.#edges.keys()]; }
  hasNode(node) { return this.#nodes.has(node); }
  hasEdge(edge) { return this.#edges.has(edge); }
  extremities(edge) { return this.#edges.get(edge)?.ends ?? []; }
  forEachNode(each) { this.#nodes.forEach((look, node) => each(node, look)); }
  forEachEdge(each) { this.#edges.forEach(({ ends, look }, edge) => each(edge, look, ...ends)); }
  getNodeAttributes(node) { return this.#nodes.get(node) ?? {}; }
  getNodeAttribute(node, name) { return this.getNodeAttributes(node)[name]; }
  getEdgeAttributes(edge) { return this.#edges.get(edge)?.look ?? {}; }
  setNodeAttribute(node, name, value) { this.getNodeAttributes(node)[name] = value; }
  /** Whether two are linked. @param {string} a @param {string} b */
  linked(a, b) { return this.#near.get(a)?.has(b) ?? false; }
  // What is drawn is told to draw anew by who changes it; by these sigma knows a graph.
  on() {}
  removeListener() {}
  addUndirectedEdgeWithKey() {}
  dropNode() {}
}
