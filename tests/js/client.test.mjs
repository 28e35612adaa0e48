/** One suite over both clients: in this thread, and in a worker thread. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";

import { ComentionError, createComention } from "comention";

const sample = (name) => readFileSync(new URL(`../../www/public/samples/${name}.txt`, import.meta.url), "utf8");
const one = sample("one");
const five = sample("five");

for (const worker of [false, true]) {
  describe(worker ? "in a worker" : "in-thread", () => {
    /** @type {import("comention").Comention} */
    let comention;
    before(async () => { comention = await createComention({ worker }); });
    after(() => comention.close());

    it("reports on one article", async () => {
      const report = await comention.analyze(one);
      assert.equal(report.articles.length, 1);
      const [article] = report.articles;
      assert.equal(article.headline, "Lunda and Teveria agree to reopen Sarn crossing after talks in Port Elian");
      assert.equal(article.date, "2024-05-14");
      assert.equal(article.time, "10:32");
      assert.deepEqual(article.dateline, { place: "PORT ELIAN", date: "2024-05-14" });
      assert.equal(article.paragraphs, 11);
      const osei = report.entities.find((e) => e.name === "Amara Osei");
      assert.equal(osei?.kind, "person");
      assert.ok(osei.aliases.some((a) => a.surface === "Osei"));
      assert.ok(report.pairs.every((p) => p.count >= 2 && p.count > p.expected));
      assert.equal(report.options.window, "sentence");
    });

    it("takes five articles of different make apart", async () => {
      const { articles } = await comention.segment(five);
      assert.deepEqual(articles.map((a) => [a.headline, a.date, a.byline]), [
        ["Lunda and Teveria hold first talks on Sarn crossing in three years", "2024-03-05", null],
        ["Cement makers hope for an open Sarn crossing", "2024-04-11", "Marta Ellison"],
        ["Osei and Milic strike deal on Sarn crossing", "2024-05-14", "Owen Bright"],
        ["Svoboda demands vote on Sarn agreement", null, null],
        ["First trucks cross the Sarn at Halden", "2024-06-27", "Ken Osborne"],
      ]);
    });

    it("gives offsets that slice the text, whatever is in it", async () => {
      const odd = `😀 é \ud800 שלום. The talks with Wang Yi were good, said “Sergei Lavrov” 😀 on Monday. Lavrov left with Wang.`;
      const { mentions } = await comention.mentions(odd);
      assert.deepEqual(mentions.map((m) => m.surface), ["Wang Yi", "Sergei Lavrov", "Lavrov", "Wang"]);
      for (const m of mentions) assert.equal(odd.slice(m.start, m.end), m.surface);
      const { articles } = await comention.segment(odd);
      for (const a of articles) for (let i = 0; i < a.words.length; i += 2) assert.match(odd.slice(a.words[i], a.words[i + 1]), /[\p{L}\p{N}]/u);
    });

    it("answers many questions from one corpus, and takes articles out", async () => {
      const corpus = await comention.corpus();
      await corpus.add(one);
      const added = await corpus.add(new Blob([five]));
      assert.equal(added.length, 5);
      const pairs = await corpus.pairs({ window: "paragraph", kinds: ["person"], minCount: 2 });
      assert.ok(pairs.length > 0);
      const contexts = await corpus.contexts({ window: "paragraph", pair: pairs[0].ids });
      assert.equal(contexts.total, pairs[0].count);
      assert.ok(contexts.rows.every((r) => r.hits.every((h) => r.text.slice(h.start, h.end).length > 0)));
      const { table, steps } = await corpus.explain({ window: "paragraph", kinds: ["person"], pair: pairs[0].ids });
      assert.equal(table.n11, pairs[0].count);
      assert.equal(steps.find((s) => s.measure === "npmi")?.value, pairs[0].npmi);
      assert.equal(await corpus.remove(added[0].id), true);
      assert.equal(await corpus.remove(added[0].id), false);
      assert.equal((await corpus.articles()).length, 5);
      const { periods, rows } = await corpus.timeline({ period: "month" });
      assert.equal(periods.length, rows[0].counts.length);
      await corpus.close();
      await assert.rejects(corpus.pairs(), { code: "closed" });
    });

    it("names the option that is wrong, its value and what is accepted", async () => {
      const corpus = await comention.corpus();
      await assert.rejects(corpus.pairs({ window: "page" }), (error) => {
        assert.ok(error instanceof ComentionError);
        assert.deepEqual([error.code, error.option, error.value], ["invalid-option", "window", '"page"']);
        assert.match(error.message, /expected one of sentence, paragraph, article, words/);
        return true;
      });
      await assert.rejects(corpus.pairs({ windw: "sentence" }), { code: "invalid-option", option: "windw" });
      await assert.rejects(comention.analyze(/** @type {any} */ (7)), { code: "invalid-input" });
      await assert.rejects(corpus.add(new Blob([new Uint8Array(5000)])), { code: "invalid-input" });
    });

    it("makes something sensible of any text", async () => {
      for (const text of ["", "   \n\n ", "\0\u0001", "<script>alert(1)</script>", "x".repeat(200_000), "\u202eabc", "👩‍👩‍👧"]) {
        const report = await comention.analyze(text);
        assert.ok(Array.isArray(report.articles), JSON.stringify(text.slice(0, 20)));
      }
    });

    it("computes statistics on their own, undefined as null", () => {
      const values = comention.association({ n11: 3, n1p: 4, np1: 5, npp: 11 });
      assert.ok(Math.abs(/** @type {number} */ (values.pmi) - 0.7224660244710911) < 1e-12);
      assert.equal(comention.association({ n11: 0, n1p: 4, np1: 5, npp: 11 }).pmi, null);
      assert.ok(Math.abs(/** @type {number} */ (comention.keyness({ a: 10, b: 5, sizeA: 100, sizeB: 200 }).logLikelihood2) - 6.931471805599453) < 1e-9);
      assert.equal(comention.dispersion([0, 0, 1, 2, 5], [10, 10, 10, 10, 10]).dp, 0.475);
      assert.deepEqual(comention.adjust([0.01, null, 0.04]).benjaminiHochberg, [0.02, null, 0.04]);
      assert.equal(comention.graph({ nodes: 3, edges: [[0, 1, 1], [1, 2, 1]], partition: [0, 0, 0] }).modularity, 0);
      assert.throws(() => comention.association({ n11: 9, n1p: 4, np1: 5, npp: 11 }), { code: "invalid-option", option: "n11" });
    });

    it("reports progress and can be aborted", async () => {
      const corpus = await comention.corpus();
      await corpus.add(one);
      /** @type {string[]} */
      const stages = [];
      await corpus.add(five, { onProgress: (p) => stages.push(p.stage) });
      assert.ok(stages.includes("naming"));
      await assert.rejects(corpus.add(one, { signal: AbortSignal.abort() }), { code: "aborted" });
      assert.equal((await corpus.articles()).length, 6);
    });
  });
}

describe("the worker", () => {
  it("is started anew after an abort, with the texts that the corpus holds", async () => {
    const comention = await createComention({ worker: true });
    const corpus = await comention.corpus();
    await corpus.add(one);
    const before = await corpus.pairs();
    const control = new AbortController();
    const long = `${five}\n\n---\n\n`.repeat(300);
    const adding = corpus.add(long, { signal: control.signal, onProgress: () => control.abort() });
    await assert.rejects(adding, { code: "aborted" });
    assert.deepEqual(await corpus.pairs(), before);
    await comention.close();
    await assert.rejects(corpus.pairs(), { code: "closed" });
  });

  it("can be tried again after the engine could not be loaded", async () => {
    await assert.rejects(createComention({ wasm: new Uint8Array([1, 2, 3]) }), { code: "engine-unavailable" });
    const comention = await createComention();
    assert.equal((await comention.analyze(one)).articles.length, 1);
    await comention.close();
  });
});
