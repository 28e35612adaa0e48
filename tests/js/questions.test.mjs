/** The questions of a corpus over groups, periods and three terms, as rows. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, describe, it } from "node:test";

import { createComention } from "comention";

const five = readFileSync(new URL("../../www/public/samples/five.txt", import.meta.url), "utf8");

describe("a corpus", async () => {
  const comention = await createComention();
  const corpus = await comention.corpus();
  await corpus.add(five);
  after(() => comention.close());
  const options = { minArticles: 1 };

  it("tells who is mentioned when", async () => {
    const { periods, articles, rows } = await corpus.timeline({ limit: 3 });
    assert.deepEqual([periods[0], periods.at(-1)], ["2024-03", "2024-06"]);
    assert.equal(articles.reduce((a, b) => a + b), 4);
    for (const row of rows) {
      assert.ok(row.counts instanceof Uint32Array && row.counts.length === periods.length);
      assert.equal(row.counts.reduce((a, b) => a + b), row.count);
    }
    const pairs = await corpus.timeline({ ...options, of: "pairs", limit: 2 });
    assert.ok(pairs.rows.every((row) => row.ids.length === 2 && row.terms.length === 2));
  });

  it("compares two groups", async () => {
    const { a, b, keywords, pairs } = await corpus.compare({ ...options, a: { to: "2024-04-30" }, minCount: 1 });
    assert.deepEqual([a.articles, b.articles], [2, 3]);
    assert.ok(keywords[0].score > 0 && keywords.at(-1).score < 0);
    assert.ok(pairs.length > 0 && pairs.every((p) => p.countA + p.countB > 0));
  });

  it("finds three together, and their sentences", async () => {
    const triads = await corpus.triads({ ...options, minCount: 1 });
    assert.ok(triads.length > 0);
    const { total } = await corpus.contexts({ terms: triads[0].ids });
    assert.equal(total, triads[0].count);
  });

  it("tells where terms are, how sure a pair is, and which links are more than chance", async () => {
    const { words, articles, rows } = await corpus.positions({ limit: 4 });
    assert.equal(articles.length, 5);
    assert.ok(rows.length === 4 && rows.every((r) => r.places.every((p) => p < words)));
    assert.ok(rows.every((r) => r.low === null && r.high === null));
    // Keywords and names are where they are counted, and their counts have intervals.
    for (const asked of [await corpus.keywords({ limit: 40 }), await corpus.entities({ limit: 40 })]) {
      const { rows: found } = await corpus.positions({ terms: asked.map((r) => r.id), intervals: true });
      assert.deepEqual(found.map((r) => [r.id, r.places.length]), asked.map((r) => [r.id, r.count]));
      assert.ok(found.every((r) => r.low <= r.count && r.count <= r.high));
    }
    const [pair] = await corpus.pairs({ ...options, intervals: true, limit: 1 });
    assert.ok(pair.low <= pair.logLikelihood && pair.logLikelihood <= pair.high);
    const all = await corpus.network(options);
    const some = await corpus.network({ ...options, backbone: "sdsm", alpha: 0.01 });
    assert.ok(some.edges.length < all.edges.length);
  });

  it("compares with English at large, and opens what it says", async () => {
    const { b, keywords, pairs } = await corpus.compare({ reference: "en", limit: 20 });
    assert.deepEqual([b.words, pairs.length], [100_000_000, 0]);
    assert.ok(keywords[0].score > 0 && keywords[0].perMillionA > keywords[0].perMillionB);
    const { steps, table } = await corpus.explain({ term: keywords[0].id, reference: "en" });
    assert.equal(steps.find((s) => s.measure === "logLikelihood").value, keywords[0].logLikelihood);
    assert.equal(table.n11, keywords[0].countA);
    await assert.rejects(corpus.compare({ reference: "tlh" }), { code: "invalid-option", option: "reference" });
  });

  it("lets function words be seen and changed, and keeps what was decided", async () => {
    const own = await comention.corpus();
    await own.add("The ferry was late. The ferry crews would strike.");
    const listed = await own.stopwords();
    assert.ok(listed.some((w) => w.word === "would" && w.language === "en" && w.origin === "list"));
    const changed = await own.stopwords({ add: ["ferry"], remove: ["would"] });
    assert.deepEqual(changed.filter((w) => w.origin !== "list").map((w) => `${w.word} ${w.origin}`), ["ferry added", "would removed"]);
    const terms = (await own.keywords()).map((k) => k.term);
    assert.ok(!terms.includes("ferry") && terms.includes("would strike"), terms.join());
    await assert.rejects(own.stopwords(/** @type {any} */ ({ add: "ferry" })), { code: "invalid-option", option: "stopwords" });
    await own.close();
  });

  it("opens triads, timelines and keywords", async () => {
    const [triad] = await corpus.triads({ ...options, minCount: 1, limit: 1 });
    const of = async (/** @type {any} */ asked) => (await corpus.explain(asked)).steps;
    assert.equal((await of({ terms: triad.ids })).find((s) => s.measure === "logLikelihood").value, triad.logLikelihood);
    const { rows: [row] } = await corpus.timeline({ limit: 1 });
    assert.equal((await of({ term: row.id, period: "month" }))[0].value, row.trend);
    const [keyword] = await corpus.keywords({ limit: 1 });
    assert.equal((await of({ term: keyword.id })).find((s) => s.measure === "tfidf").value, keyword.tfidf);
  });

  it("tells how keywords and pairs are spread over sources", async () => {
    const own = await comention.corpus();
    const article = (date, source, text) => ` date ${date} Talks go on in the north\n\nKESH, March 5 (${source}) -- ${text}\n\n`;
    const two = article("2024-01-10", "Reuters", "Pavel Dorn met Daniel Okoro. Pavel Dorn was pleased with Daniel Okoro.") + article("2024-04-12", "AFP", "Vesna Horvat said the timber would come. Pavel Dorn, Vesna Horvat and Daniel Okoro met.");
    await own.add(two);
    const opened = await own.explain({ pair: ["Pavel Dorn", "Daniel Okoro"], intervals: true });
    // Three windows each; both are in two of Reuters' and in one of AFP's: (|2/3 - 1/2| + |1/3 - 1/2|) / 2.
    const near = (x, y) => assert.ok(Math.abs(x - y) < 1e-15, `${x} ${y}`);
    near(opened.pair.dpSources, 1 / 6);
    near(opened.pair.dpNormSources, 1 / 3);
    assert.deepEqual(opened.sources, [{ source: "Reuters", count: 2, size: 3 }, { source: "AFP", count: 1, size: 3 }]);
    const timber = (await own.keywords()).find((k) => k.term === "timber");
    const { sources } = await own.explain({ term: timber.id });
    assert.deepEqual(sources.map((s) => [s.source, s.count]), [["AFP", 1], ["Reuters", 0]]);
    near(timber.dpSources, sources[1].size / (sources[0].size + sources[1].size));
    const one = await comention.keywords(two, { sources: ["AFP"] });
    assert.ok(one.length > 0 && one.every((k) => k.dpSources === null && k.dpNormSources === null));
    await own.close();
  });

  it("tells what stays apart, and cuts by measure and q", async () => {
    const own = await comention.corpus();
    await own.add("Pavel Dorn left. Pavel Dorn came. Daniel Okoro left. Daniel Okoro came. Pavel Dorn met Vesna Horvat. Daniel Okoro met Goran Milic.");
    const [pair] = await own.pairs({ apart: true, minCount: 1 });
    assert.deepEqual([pair.terms, pair.count, pair.expected], [["Daniel Okoro", "Pavel Dorn"], 0, 1.5]);
    const { windows, pair: opened } = await own.explain({ pair: pair.ids });
    assert.deepEqual([windows, opened.pValue], [[], pair.pValue]);
    await own.close();
    const all = await corpus.pairs(options);
    const strong = await corpus.pairs({ ...options, minScore: all[3].logLikelihood });
    assert.deepEqual(strong, all.filter((p) => p.logLikelihood >= all[3].logLikelihood));
    const sure = await corpus.pairs({ ...options, maxQ: all[3].qValue });
    assert.deepEqual(sure, all.filter((p) => p.qValue <= all[3].qValue));
    const { edges } = await corpus.network({ ...options, minScore: all[3].logLikelihood });
    assert.equal(edges.length, strong.length);
    await assert.rejects(corpus.pairs({ maxQ: 2 }), { code: "invalid-option", option: "maxQ" });
  });

  it("says how strong a link is for what its ends have", async () => {
    const { nodes, edges } = await corpus.network(options);
    const at = (id) => edges.filter((e) => e.source === id || e.target === id).reduce((sum, e) => sum + e.count, 0);
    const all = nodes.reduce((sum, n) => sum + at(n.id), 0);
    for (const e of edges) assert.ok(Math.abs(e.associationStrength / ((all * e.count) / (at(e.source) * at(e.target))) - 1) < 1e-12);
    const graph = comention.graph({ nodes: 4, edges: [[0, 1, 3], [0, 2, 2], [2, 3, 0]] });
    assert.deepEqual(graph.associationStrength, [2, 2, null]);
    assert.deepEqual(Array.from(graph.edgeBetweenness, (b) => b.toFixed(3)), ["0.500", "0.667", "0.500"]);
  });

  it("refuses a group that is none", async () => {
    await assert.rejects(corpus.compare(/** @type {any} */ ({ a: "Reuters" })), { code: "invalid-option", option: "a" });
  });
});

it("tells what each community of the network is about", async () => {
  const comention = await createComention();
  const corpus = await comention.corpus();
  await corpus.add("Pavel Dorn met Daniel Okoro about grain. Pavel Dorn and Daniel Okoro sold grain. Vesna Horvat met Goran Milic about timber. Vesna Horvat and Goran Milic sold timber. The weather was fine.");
  const communities = await corpus.communities({ minArticles: 1 });
  const told = communities.map((c) => [c.members.map((m) => m.term).sort().join(), c.windows, c.keywords.map((k) => `${k.term} ${k.count} of ${k.expected}`)]);
  // Five windows; two name the community, two the word: 2 x 2 / 5 are expected. "met" and "sold" are both's.
  assert.deepEqual(told.sort(), [["Daniel Okoro,Pavel Dorn", 2, ["grain 2 of 0.8"]], ["Goran Milic,Vesna Horvat", 2, ["timber 2 of 0.8"]]]);
  await comention.close();
});

it("suggests which names may be one, with the rule that joins them", async () => {
  const comention = await createComention();
  const corpus = await comention.corpus();
  await corpus.add("Foreign Minister Sergei Lavrov met Ada Osei. Sergei Lavrov left.");
  await corpus.add("Министр Сергей Лавровский встретился с Адой Осеи. Sergey Lavrov заявил это в четверг.");
  const [first] = await corpus.suggestions();
  assert.deepEqual([first.into.id, first.entity.id, first.reason, first.together], ["person:sergei lavrov", "person:sergey lavrov", "spelling", 0]);
  await corpus.rules([{ entity: first.entity.id, into: first.into.id }]);
  const [joined] = await corpus.entities();
  assert.deepEqual([joined.id, joined.articles], ["person:sergei lavrov", 2]);
  await comention.close();
});

it("follows a person's rules, also after the engine was started anew", async () => {
  const comention = await createComention({ worker: true });
  const corpus = await comention.corpus();
  await corpus.rules([{ entity: "person:marek svoboda", into: "person:goran milic" }]);
  await corpus.add(five);
  const count = async (name) => (await corpus.entities()).find((e) => e.name === name)?.count;
  const both = await count("Goran Milic");
  const signal = AbortSignal.timeout(0);
  await corpus.add(five.repeat(40), { signal }).catch(() => {});
  assert.equal(await count("Goran Milic"), both);
  assert.equal(await count("Marek Svoboda"), undefined);
  await corpus.rules([]);
  assert.equal((await count("Goran Milic")) + (await count("Marek Svoboda")), both);
  await assert.rejects(corpus.rules([{ entity: "Marek" }]), { code: "invalid-option", option: "rules[0].entity" });
  await comention.close();
});
