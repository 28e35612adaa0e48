/** Language packs come when a text needs them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { createComention } from "comention";
import { languages } from "../../js/packs.js";

const FRENCH = "L'accord entre les ministres n'est pas encore signé. Les ministres attendent les résultats du canton, et l'accord avec les cantons est dans les mains de M. Dorn. Il parle demain.";

for (const worker of [false, true]) {
  describe(`packs, ${worker ? "in a worker" : "in this thread"}`, async () => {
    const comention = await createComention({ worker });

    it("know stop words, elisions, plurals and abbreviations", async () => {
      const report = await comention.analyze(FRENCH);
      assert.equal(report.articles[0].language, "fr");
      assert.equal(report.articles[0].sentences, 3);
      const terms = report.keywords.map((k) => k.term);
      for (const stop of ["les", "dans", "est", "n'est"]) assert.ok(!terms.includes(stop), stop);
      const canton = report.keywords.find((k) => k.forms.includes("cantons"));
      assert.deepEqual([canton?.count, canton?.forms], [2, ["canton", "cantons"]]);
      assert.deepEqual(report.notices, []);
    });

    it("come before the text of a corpus is read", async () => {
      const corpus = await comention.corpus();
      await corpus.add("The port reopened on Tuesday after dock workers accepted a deal.");
      const [article] = await corpus.add(FRENCH);
      assert.equal(article.sentences, 3);
      assert.deepEqual(await corpus.notices(), []);
      await corpus.close();
    });

    it("are told of where there is none", async () => {
      const report = await comention.analyze("Лука је поново отворена у уторак, рекао је министар. Радници су прихватили њен предлог јуче.");
      assert.deepEqual(report.notices.map((n) => n.code), ["no-language-pack"]);
      await comention.close();
    });
  });
}

it("there is a pack for every language of the list", async () => {
  const { access } = await import("node:fs/promises");
  for (const language of languages) await access(new URL(`../../data/${language}.pack`, import.meta.url));
});

it("the names of English are taken in once, however many objects a thread makes", async () => {
  // The sources, whose engine can be listened to.
  const { Engine } = await import("../../pkg/comention.js");
  const { createComention: create } = await import("../../js/node.js");
  const { pack } = Engine.prototype;
  let given = 0;
  Engine.prototype.pack = function (bytes) {
    given++;
    return pack.call(this, bytes);
  };
  try {
    for (let i = 0; i < 2; i++) {
      const comention = await create();
      const { entities } = await comention.mentions("Laura met Vladimir in Paris. Laura and Vladimir thanked Elena Petrova.");
      assert.equal(entities.find((entity) => entity.name === "Laura")?.kind, "person");
      await comention.close();
    }
    assert.equal(given, 2, "the list and the weights");
  } finally {
    Engine.prototype.pack = pack;
  }
});
