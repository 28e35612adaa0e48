/** Names inside names, and pronouns, in both clients: by the second part of the engine and a list that is fetched. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { createComention } from "comention";

const text = "Mary Stone spoke at the Bank of England on Monday. She said that England was ready.";

for (const worker of [false, true]) {
  describe(worker ? "in a worker" : "in-thread", () => {
    /** @type {import("comention").Comention} */
    let comention;
    before(async () => { comention = await createComention({ worker }); });
    after(() => comention.close());

    it("are mentions when asked for, and say so", async () => {
      const found = async (options) => (await comention.mentions(text, options)).mentions.map((m) => [m.surface, m.entity, m.role]);
      const names = [
        ["Mary Stone", "person:mary stone", "plain"],
        ["Bank of England", "organization:bank of england", "plain"],
        ["England", "place:england", "plain"],
      ];
      assert.deepEqual(await found({}), names);
      const [mary, bank, england] = names;
      const [inside, she] = [["England", "place:england", "nested"], ["She", "person:mary stone", "pronoun"]];
      assert.deepEqual(await found({ nested: true }), [mary, bank, inside, england]);
      assert.deepEqual(await found({ pronouns: true }), [mary, bank, she, england]);
      assert.deepEqual(await found({ nested: true, pronouns: true }), [mary, bank, inside, she, england]);
    });

    it("count in a report, and are told in its options only then", async () => {
      const mary = (report) => report.entities.find((e) => e.id === "person:mary stone");
      const [off, on] = [await comention.analyze(text), await comention.analyze(text, { pronouns: true })];
      assert.deepEqual([mary(off).count, mary(on).count], [1, 2]);
      assert.deepEqual(mary(on).aliases, mary(off).aliases);
      assert.deepEqual(on.keywords, off.keywords);
      assert.deepEqual([off.options.pronouns, on.options.pronouns, on.options.nested], [undefined, true, undefined]);
    });

    it("are marked in contexts, and leave no trace when switched off again", async () => {
      const corpus = await comention.corpus();
      await corpus.add(text);
      const off = await corpus.contexts({ term: "Mary Stone" });
      assert.deepEqual(off.rows.map((row) => row.hits.map((hit) => hit.role)), [[undefined]]);
      const { total, rows } = await corpus.contexts({ term: "Mary Stone", pronouns: true });
      assert.equal(total, 2);
      assert.deepEqual(rows.map((row) => row.hits.map((hit) => hit.role)), [["plain"], ["pronoun"]]);
      assert.deepEqual(await corpus.contexts({ term: "Mary Stone" }), off);
    });

    it("are switched on by true alone", async () => {
      for (const name of ["nested", "pronouns"]) {
        await assert.rejects(comention.mentions(text, { [name]: "yes" }), { code: "invalid-option", option: name, message: `option \`${name}\`: got "yes", expected true or false` });
      }
    });
  });
}
