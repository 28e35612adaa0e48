/** The package in real browsers, unbundled as it is published: the same answers as in Node, and what may go wrong there. */
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { createComention } from "comention";
import { newsText } from "../../benches/text.mjs";
import { serve } from "../../xtask/serve.mjs";
import { launch } from "./browsers.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sample = (name) => readFileSync(join(root, `www/public/samples/${name}.txt`), "utf8");
const news = newsText(100_000).text;

for (const name of /** @type {const} */ (["chrome", "firefox"])) {
  describe(name, () => {
    let folder, site, browser, page, comention;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "comention-site-"));
      for (const part of ["js", "pkg", "data"]) symlinkSync(join(root, part), join(folder, part));
      writeFileSync(join(folder, "index.html"), "<!doctype html><title>blank</title>");
      writeFileSync(join(folder, "no-worker.html"), `<!doctype html><title>blank</title><meta http-equiv="Content-Security-Policy" content="worker-src 'none'">`);
      site = await serve(folder, { port: 0 });
      browser = await launch(name);
      page = await browser.newPage();
      await page.goto(site.address);
      comention = await createComention();
    });
    after(async () => {
      await browser?.close();
      site?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    for (const worker of [true, false]) {
      it(`answers as in Node, ${worker ? "in a worker" : "in-thread"}`, async () => {
        for (const text of [sample("one"), sample("five"), news]) {
          const got = await page.evaluate(async (text, worker) => {
            const { createComention } = await import("/js/index.js");
            const comention = await createComention({ worker });
            const answers = [await comention.analyze(text), await comention.analyze(text, { window: "words", measure: "npmi" }), await comention.segment(text), await comention.mentions(text)];
            await comention.close();
            return JSON.stringify(answers);
          }, text, worker);
          const expected = [await comention.analyze(text), await comention.analyze(text, { window: "words", measure: "npmi" }), await comention.segment(text), await comention.mentions(text)];
          // As text: every number is written with all its digits.
          assert.equal(got, JSON.stringify(expected));
        }
      });
    }

    it("reads files and streams, and keeps offsets right in any text", async () => {
      const { surfaces, refused, count } = await page.evaluate(async () => {
        const { createComention } = await import("/js/index.js");
        const comention = await createComention();
        const odd = "😀 \ud800 שלום. The talks with Wang Yi were good, said “Sergei Lavrov” 😀 on Monday.";
        const { mentions } = await comention.mentions(odd);
        const corpus = await comention.corpus();
        await corpus.add(new File([odd], "odd.txt"));
        await corpus.add(new Blob([odd]).stream());
        const refused = await corpus.add(new Blob([new Uint8Array(9000)])).catch((error) => error.code);
        const count = (await corpus.mentions()).length;
        await comention.close();
        return { surfaces: mentions.map((m) => [m.surface, odd.slice(m.start, m.end)]), refused, count };
      });
      assert.deepEqual(surfaces, [["Wang Yi", "Wang Yi"], ["Sergei Lavrov", "Sergei Lavrov"]]);
      assert.deepEqual([refused, count], ["invalid-input", 4]);
    });

    it("aborts what is under way; the corpus stays as it was", async () => {
      const { code, same } = await page.evaluate(async (one, five) => {
        const { createComention } = await import("/js/index.js");
        const comention = await createComention();
        const corpus = await comention.corpus();
        await corpus.add(one);
        const before = JSON.stringify(await corpus.report());
        const control = new AbortController();
        const adding = corpus.add(`${five}\n\n---\n\n`.repeat(300), { signal: control.signal, onProgress: () => control.abort() });
        const code = await adding.catch((error) => error.code);
        const same = before === JSON.stringify(await corpus.report());
        await comention.close();
        return { code, same };
      }, sample("one"), sample("five"));
      assert.deepEqual({ code, same }, { code: "aborted", same: true });
    });

    it("can be created after the engine could not be downloaded, from any address and type", async () => {
      const create = (wasm) => page.evaluate(async (wasm) => {
        const { createComention } = await import("/js/index.js");
        return createComention({ wasm }).then(async (comention) => (await comention.segment("A text.")).articles.length, (error) => `${error.code}: ${error.message}`);
      }, wasm);
      for (const address of ["/late.wasm", "/late.bin"]) {
        const at = join(folder, address);
        assert.match(await create(address), /^engine-unavailable: .*404/);
        copyFileSync(join(root, "pkg/comention_bg.wasm"), at);
        assert.equal(await create(address), 1);
      }
    });

    it("says so where no worker can be started, and runs in-thread when asked", async () => {
      const strict = await browser.newPage();
      await strict.goto(`${site.address}no-worker.html`);
      const got = await strict.evaluate(async () => {
        const { createComention } = await import("/js/index.js");
        const code = await createComention().then(() => "created", (error) => error.code);
        const comention = await createComention({ worker: false });
        return [code, (await comention.segment("A text.")).articles.length];
      });
      await strict.close();
      assert.deepEqual(got, ["engine-unavailable", 1]);
    });
  });
}
