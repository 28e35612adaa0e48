/** networkx, a library for graphs in Python, reads what the page saves. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const READ = `
import json, sys, networkx as nx
folder = sys.argv[1]
graphs = {"GEXF": nx.read_gexf(folder + "/n.gexf"), "GraphML": nx.read_graphml(folder + "/n.graphml"), "Pajek": nx.Graph(nx.read_pajek(folder + "/n.net"))}
def names(g): return sorted(str(d.get("label", d.get("name", n))) for n, d in g.nodes(data=True))
def links(g): return sorted(float(d["weight"]) for _, _, d in g.edges(data=True))
print(json.dumps({k: {"names": names(g), "links": links(g), "directed": g.is_directed()} for k, g in graphs.items()}))
`;

/**
 * @param {{ gexf: string, graphml: string, pajek: string }} files
 * @returns {Record<string, { names: string[], links: number[], directed: boolean }> | string} By format, or why there is no networkx.
 */
export function readByNetworkx({ gexf, graphml, pajek }) {
  const folder = mkdtempSync(join(tmpdir(), "comention-networkx-"));
  try {
    for (const [name, text] of [["n.gexf", gexf], ["n.graphml", graphml], ["n.net", pajek]]) writeFileSync(join(folder, name), text);
    const python = (...args) => spawnSync("python3", args, { encoding: "utf8", env: { ...process.env, PYTHONPATH: join(folder, "lib") } });
    if (python("-c", "import networkx").status !== 0) {
      const got = python("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--target", join(folder, "lib"), "networkx");
      if (got.status !== 0) return `networkx cannot be had: ${(got.error?.message ?? got.stderr).trim().split("\n").at(-1)}`;
    }
    const read = python("-c", READ, folder);
    if (read.status !== 0) throw new Error(read.stderr);
    return JSON.parse(read.stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
