/** The engine is two files: which questions want the second, and that all is well whenever it comes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

import { guarded, start } from "../../js/engine.js";
import { load } from "../../js/load.js";
import { local } from "../../js/local.js";
import { createComention } from "comention";

const at = (file) => new URL(`../../pkg/${file}`, import.meta.url);
const compiled = (file) => new WebAssembly.Module(readFileSync(at(file)));
const text = "TASHKENT, July 16 (Xinhua) -- Foreign Minister Wang Yi met Sergei Lavrov on Thursday.\n\nWang thanked Lavrov. China and Russia will meet again, said Wang Yi and Sergei Lavrov.";
const chinese = "中国外交部长王毅星期四在塔什干会见了俄罗斯外交部长拉夫罗夫。王毅感谢拉夫罗夫。";

/** A client in this thread that has only the first part yet, and how often it asked for the second. */
async function fresh() {
  await start(compiled("comention_bg.wasm"));
  // A crash takes the instance with all it had.
  assert.throws(() => guarded(() => { throw new Error("stop"); }), { code: "engine-crashed" });
  const asked = { times: 0 };
  const comention = await local(compiled("comention_bg.wasm"), async () => {
    asked.times++;
    return compiled("comention_more.wasm");
  });
  return { comention, asked };
}

/** Numbered headings (which the second part reads), a language without a pack, broken characters, fewer articles than promised, every kind of date and place. */
const ODD = `Document 1 of 3\n\nשר החוץ נפגש עם עמיתו ביום חמישי בעיר הבירה. השיחות היו טובות, אמר השר. הם ייפגשו שוב בקרוב.\n\nDocument 2 of 3\n\nA headline of the day\nBy Anna Berg | 5 March 2024 14:05\n\nOSLO, March 5 (Reuters) - \ufffd\ufffd The minister met 3.5 of 10 people \ud800.\n\nNeue Gespräche\nBerlin, 5. März 2024 (dpa) - Der Minister hat am Dienstag mit der Firma gesprochen. Das war gut.`;

/** A date by words, and the day they are counted from. */
const RELATIVE = "Saved on March 5, 2024\n\nPort of Varrona reopens\n\nBy Marta Ellison\n2 days ago\n\nThe port of Varrona reopened after a strike of one week.";

/** What is asked of a corpus, and whether it takes the second part. */
const CALLS = {
  "add": [(c) => c.add(text), false],
  "add, with oddities": [async (c) => {
    const rows = await c.add(ODD);
    assert.ok((await c.notices()).length >= 3);
    return rows;
  }, true],
  "add, in another language": [async (c) => {
    await c.add("Il ministro dell'Economia Giancarlo Dorn ha parlato lunedì a Roma della legge di bilancio, e il governo ha detto che non ci sono più fondi per la scuola.");
    assert.equal((await c.mentions({ kinds: ["person"] })).at(-1).surface, "Giancarlo Dorn");
  }, true],
  "add, with a date to be worked out": [async (c) => {
    const [row] = await c.add(RELATIVE);
    assert.equal(row.date, "2024-03-03");
    assert.equal(RELATIVE.slice(row.found.reference.start, row.found.reference.end), "March 5, 2024");
  }, true],
  "add, with words for a date and nothing to work it out from": [async (c) => assert.equal((await c.add(RELATIVE.replace("Saved", "Seen")))[0].found.reference ?? null, null), false],
  "remove": [(c) => c.remove(0), false],
  "articles": [(c) => c.articles(), false],
  "notices": [(c) => c.notices(), false],
  "totals": [(c) => c.totals(), false],
  "entities": [(c) => c.entities({ limit: 5 }), false],
  "mentions": [(c) => c.mentions(), false],
  "keywords": [(c) => c.keywords(), false],
  "pairs": [(c) => c.pairs({ kinds: ["person", "keyword"], window: "paragraph", apart: false, intervals: false }), false],
  "keywords by YAKE": [(c) => c.keywords({ measure: "yake" }), true],
  "pairs that stay apart": [(c) => c.pairs({ apart: true, minCount: 1 }), true],
  "pairs of words": [(c) => c.pairs({ window: "words", minCount: 1 }), false],
  "pairs of some articles": [(c) => c.pairs({ from: "2020-01-01", search: "Wang", minCount: 1 }), true],
  "network": [(c) => c.network({ minCount: 1 }), false],
  "report": [(c) => c.report({ measure: "npmi", minCount: 1, demonyms: true }), false],
  "suggestions": [(c) => c.suggestions(), true],
  "communities": [(c) => c.communities({ minCount: 1 }), true],
  "contexts": [(c) => c.contexts({ term: "Wang Yi" }), true],
  "explain": [(c) => c.explain({ pair: ["Wang Yi", "Sergei Lavrov"] }), true],
  "triads": [(c) => c.triads({ minCount: 1 }), true],
  "timeline": [(c) => c.timeline(), true],
  "compare": [(c) => c.compare({ a: { search: "thanked" } }), true],
  "positions": [(c) => c.positions(), true],
  "counts": [(c) => c.counts(), true],
  "pairs with intervals": [(c) => c.pairs({ intervals: true, minCount: 1 }), true],
  "network with the disparity filter": [(c) => c.network({ backbone: "disparity", minCount: 1 }), true],
  "report with SDSM": [(c) => c.report({ backbone: "sdsm", minCount: 1 }), true],
  "corrections": [(c) => c.add(text, { corrections: { fields: [{ at: 0, field: "source", value: "AP" }] } }), true],
  "names inside names, and pronouns": [(c) => Promise.all([c.entities({ nested: true, pronouns: true }), c.mentions({ nested: true, pronouns: true })]), true],
  "rules": [(c) => c.rules([{ entity: "person:wang yi", name: "Wang" }]), true],
  "Chinese": [(c) => c.add(chinese), true],
};

describe("the two parts of the engine", () => {
  for (const [what, [call, second]] of Object.entries(CALLS)) {
    it(`${what}: ${second ? "by the second" : "by the first alone"}, with the same answer as by both`, async () => {
      const { comention, asked } = await fresh();
      const corpus = await comention.corpus();
      await corpus.add(text);
      assert.equal(asked.times, 0, "a text needs the first alone");
      const answer = await call(corpus);
      assert.equal(asked.times, second ? 1 : 0);
      await corpus.contexts({ term: "Wang Yi" }).catch((error) => assert.equal(error.code, "invalid-option"));
      const again = await comention.corpus();
      await again.add(text);
      const after = await call(again);
      // Articles are numbered by corpus, so that both are the same.
      assert.deepEqual(after, answer);
      assert.equal(asked.times, 1, "it is asked for once");
      await comention.close();
    });
  }

  it("`analyze`, `keywords` and `mentions` take the first alone, `segment` both", async () => {
    const { comention, asked } = await fresh();
    await comention.analyze(text);
    await comention.keywords(text);
    await comention.mentions(text);
    comention.association({ n11: 2, n1p: 3, np1: 4, npp: 9 });
    comention.graph({ nodes: 2, edges: [[0, 1, 1]] });
    assert.equal(asked.times, 0);
    assert.equal((await comention.segment(text)).articles.length, 1);
    assert.equal(asked.times, 1);
  });

  it("wrong options and unknown questions are named by either", async () => {
    const { comention } = await fresh();
    const corpus = await comention.corpus();
    await corpus.add(text);
    for (const round of [1, 2]) {
      await assert.rejects(corpus.pairs({ window: 5 }), { code: "invalid-option", option: "window", value: "5" }, String(round));
      await assert.rejects(corpus.network({ resolution: 0.001 }), { code: "invalid-option", value: "0.001", accepted: "a number from 0.01 to 100" });
      await assert.rejects(corpus.pairs({ kinds: [{ a: 1.5 }] }), { code: "invalid-option", option: "kinds" });
      await assert.rejects(corpus.contexts({}), { code: "invalid-option", option: "term" });
    }
  });

  it("after a crash it is joined to the new instance", async () => {
    const { comention, asked } = await fresh();
    const corpus = await comention.corpus();
    await corpus.add(text);
    const before = await corpus.contexts({ term: "Wang Yi" });
    assert.throws(() => guarded(() => { throw new Error("stop"); }), { code: "engine-crashed" });
    assert.deepEqual(await corpus.contexts({ term: "Wang Yi" }), before);
    assert.equal(asked.times, 2);
  });

  it("questions at the same time share it", async () => {
    const { comention } = await fresh();
    const [a, b] = [await comention.corpus(), await comention.corpus()];
    await Promise.all([a.add(text), b.add(chinese)]);
    const found = await Promise.all([a.contexts({ term: "Wang Yi" }), a.timeline(), b.positions(), comention.segment(text)]);
    assert.ok(found[0].rows.length > 0);
  });

  it("where it cannot be had, the call says so, and the next one tries again", async () => {
    const { comention } = await fresh();
    await comention.close();
    let bad = true;
    const module = compiled("comention_bg.wasm");
    const own = await local(module, async () => (bad ? load(at("nowhere.wasm"), () => Promise.reject(new Error("404"))) : compiled("comention_more.wasm")));
    const corpus = await own.corpus();
    await corpus.add(text);
    await assert.rejects(corpus.timeline(), { code: "engine-unavailable", message: /404/ });
    assert.equal((await corpus.entities()).length > 0, true);
    bad = false;
    await corpus.timeline();
  });

  it("a second part of another build is refused", async () => {
    const { comention } = await fresh();
    await comention.close();
    const other = readFileSync(at("comention_more.wasm"));
    const name = other.indexOf("memory-");
    other[name + 7] = other[name + 7] === 48 ? 49 : 48;
    const own = await local(compiled("comention_bg.wasm"), async () => new WebAssembly.Module(other));
    const corpus = await own.corpus();
    await corpus.add(text);
    await assert.rejects(corpus.timeline(), { code: "engine-unavailable", message: /does not fit/ });
  });

  for (const worker of [false, true]) {
    it(`both can be given, ${worker ? "in a worker" : "in this thread"}`, async () => {
      const comention = await createComention({ wasm: readFileSync(at("comention_bg.wasm")), more: readFileSync(at("comention_more.wasm")), worker });
      const corpus = await comention.corpus();
      await corpus.add(text);
      const before = await corpus.contexts({ term: "Wang Yi" });
      if (worker) {
        // Aborting ends the worker; the next one has it again.
        const control = new AbortController();
        const big = corpus.add(text.repeat(2000), { signal: control.signal });
        setTimeout(() => control.abort(), 5);
        await assert.rejects(big, { code: "aborted" });
        assert.deepEqual(await corpus.contexts({ term: "Wang Yi" }), before);
      }
      await comention.close();
    });
  }
});
