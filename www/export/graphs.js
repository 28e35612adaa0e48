/** Networks as files that Gephi and networkx open. */

/** XML has no place for most control characters and lone surrogates. */
const escaped = (text) =>
  String(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const COLORS = { person: [194, 81, 47], organization: [47, 95, 168], place: [0, 128, 96], other: [150, 75, 140], keyword: [95, 99, 110] };

/** @param {import("comention").Network} network @returns {string} GEXF 1.3 */
export function gexf({ nodes, edges }) {
  const node = (n) => {
    const [r, g, b] = COLORS[n.kind] ?? COLORS.keyword;
    return `      <node id="${escaped(n.id)}" label="${escaped(n.term)}">
        <attvalues><attvalue for="kind" value="${n.kind}"/><attvalue for="count" value="${n.count}"/><attvalue for="community" value="${n.community}"/><attvalue for="pageRank" value="${n.pageRank}"/></attvalues>
        <viz:color r="${r}" g="${g}" b="${b}"/><viz:position x="${n.x * 750}" y="${-n.y * 500}" z="0"/><viz:size value="${5 + Math.sqrt(n.count) * 3}"/>
      </node>`;
  };
  const edge = (e, i) => `      <edge id="${i}" source="${escaped(e.source)}" target="${escaped(e.target)}" weight="${e.weight}"><attvalues><attvalue for="together" value="${e.count}"/></attvalues></edge>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta><creator>comention</creator></meta>
  <graph defaultedgetype="undirected" mode="static">
    <attributes class="node"><attribute id="kind" title="kind" type="string"/><attribute id="count" title="count" type="integer"/><attribute id="community" title="community" type="integer"/><attribute id="pageRank" title="pageRank" type="double"/></attributes>
    <attributes class="edge"><attribute id="together" title="together" type="integer"/></attributes>
    <nodes>
${nodes.map(node).join("\n")}
    </nodes>
    <edges>
${edges.map(edge).join("\n")}
    </edges>
  </graph>
</gexf>
`;
}

/** @param {import("comention").Network} network @returns {string} GraphML */
export function graphml({ nodes, edges }) {
  const data = (key, value) => `<data key="${key}">${escaped(value)}</data>`;
  const node = (n) => `    <node id="${escaped(n.id)}">${data("label", n.term)}${data("kind", n.kind)}${data("count", n.count)}${data("community", n.community)}${data("pageRank", n.pageRank)}${data("x", n.x)}${data("y", n.y)}</node>`;
  const edge = (e) => `    <edge source="${escaped(e.source)}" target="${escaped(e.target)}">${data("weight", e.weight)}${data("together", e.count)}</edge>`;
  const key = (id, of, type) => `  <key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${[key("label", "node", "string"), key("kind", "node", "string"), key("count", "node", "int"), key("community", "node", "int"), key("pageRank", "node", "double"), key("x", "node", "double"), key("y", "node", "double"), key("weight", "edge", "double"), key("together", "edge", "int")].join("\n")}
  <graph edgedefault="undirected">
${nodes.map(node).join("\n")}
${edges.map(edge).join("\n")}
  </graph>
</graphml>
`;
}

/** @param {import("comention").Network} network @returns {string} Pajek */
export function pajek({ nodes, edges }) {
  const number = new Map(nodes.map((n, i) => [n.id, i + 1]));
  const label = (text) => `"${text.replace(/["\s]+/g, " ")}"`;
  return [`*Vertices ${nodes.length}`, ...nodes.map((n, i) => `${i + 1} ${label(n.term)} ${(n.x + 1) / 2} ${(n.y + 1) / 2} 0.5`), "*Edges", ...edges.map((e) => `${number.get(e.source)} ${number.get(e.target)} ${e.weight}`), ""].join("\n");
}
