/** The sample of twelve articles: what it holds, and how far the engine sees it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";

import { createComention } from "comention";

const text = readFileSync(new URL("../../www/public/samples/twelve.txt", import.meta.url), "utf8");

const ARTICLES = [
  ["2025-01-14", "Merovia picks Brightwater to dig Sable Canal"],
  ["2025-02-06", "Fishing town asks who will pay for the salt"],
  ["2025-03-03", "Tallis recalls ambassador over Sable Canal"],
  ["2025-03-27", "Engineer warned Brightwater of salt water a year before contract"],
  ["2025-05-08", "Court halts work on Sable Canal"],
  ["2025-06-02", "Calloway resigns over Brightwater shares"],
  ["2025-06-19", "New minister and Vos find a tone"],
  ["2025-08-11", "Kestrel Lines bids for troubled Brightwater"],
  // FIXME: "We never wanted to be against something", in quotation marks before the name of the magazine; it is left to the article before.
  ["2025-09-05", "Harbour & Trade"],
  ["2025-10-21", "Halloran tells inquiry he kept memorandum from minister"],
  ["2025-11-17", "Brightwater falls to Kestrel, Halloran leaves"],
  ["2025-12-29", "Merovia and Tallis sign canal treaty"],
];

describe("the sample of twelve articles", () => {
  let comention;
  before(async () => { comention = await createComention(); });
  after(() => comention.close());

  it("comes apart into twelve, each with its date and headline", async () => {
    const { articles } = await comention.segment(text);
    assert.deepEqual(articles.map((a) => [a.date, a.headline]), ARTICLES);
  });

  it("has a story: people who come and go", async () => {
    const { entities } = await comention.analyze(text, { limit: 100 });
    const inArticles = (name) => entities.filter((e) => e.name === name).reduce((n, e) => n + e.articles, 0);
    for (const name of ["Viktor Halloran", "Ines Calloway", "Ruth Adeyemi", "Daniel Osgood", "Tomas Reyland", "Anneke Vos"]) assert.ok(inArticles(name) >= 4, `${name}: ${inArticles(name)}`);
  });

  it("puts together who has to do with each other", async () => {
    const { pairs } = await comention.analyze(text, { window: "paragraph", limit: 100 });
    const found = new Set(pairs.map((p) => [...p.terms].sort().join(" + ")));
    for (const pair of ["Kestrel Lines + Sofia Marchetti", "Ruth Adeyemi + Sable Fishing Cooperative", "Daniel Osgood + Ruth Adeyemi"]) assert.ok(found.has(pair), `${pair} in\n${[...found].join("\n")}`);
  });
});
