/** What the page does before anybody gave it a text: it gets ready, and nothing of that stays or shows. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, it } from "node:test";

import { hands, inEachBrowser } from "./visit.mjs";

const TEXT = "Wang Yi met Sergei Lavrov in Beijing. Wang Yi thanked Sergei Lavrov.";

inEachBrowser((visit) => {
  const { text, done, paste } = hands(visit);
  let page;
  before(() => { page = visit.page; });

  it("what the first text needs has come and was used", async () => {
    // By the page itself: what is kept offline is asked for elsewhere. The second part of the engine comes with the first question for it.
    for (const part of ["more-views", "drag", "comention_more", "samples/one"]) {
      await page.waitForFunction((part) => performance.getEntriesByType("resource").some((e) => e.name.includes(part)), {}, part);
    }
    assert.equal(await page.$eval(".status", (e) => e.dataset.kind), "empty");
    assert.equal(await page.$$eval("[data-card]", (all) => all.every((e) => e.hidden)), true);
    assert.equal(await page.$eval("#paste", (e) => e.value), "");
  });

  it("the first text is all that there is", async () => {
    await paste(TEXT);
    await done();
    assert.match(await text(".status"), /^1 article, 2 sentences, /);
    assert.equal((await page.$$("articles-view tbody tr")).length, 1);
    assert.doesNotMatch(await text("#results"), /Amara Osei/);
    const hash = createHash("sha256").update(TEXT).digest("hex").slice(0, 16);
    await page.waitForFunction((hash) => document.querySelector("methods-view").textContent.includes(hash), {}, hash);
    assert.deepEqual(visit.complaints, []);
  });
});
