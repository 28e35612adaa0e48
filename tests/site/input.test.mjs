/** What is dropped, opened and pasted from elsewhere, in each browser. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { strToU8, zipSync } from "fflate";

import { serve } from "../../xtask/serve.mjs";
import { minimalPdf } from "../js/pdf.mjs";
import { launch } from "./browsers.mjs";

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** What a browser copies from a page, and what it is as text. */
const COPIED = [
  ["headings, bylines and dates on lines of their own",
    `<meta charset="utf-8"><article><nav><a href="#">Home</a></nav><h1>Ferry runs again</h1><div><span>By Joan Pell</span><time datetime="2025-03-04T08:00:00Z">3 hours ago</time></div>
     <p>The ferry to <b>Port
     Sable</b> runs again at <time datetime="2025-03-04T10:00Z">10:00</time> said Ada Lovelace.</p><button>Share</button><script>globalThis.hurt = 1</script><p>Next.</p></article>`,
    "Ferry runs again\n\nBy Joan Pell\n2025-03-04 (3 hours ago)\n\nThe ferry to Port Sable runs again at 2025-03-04 (10:00) said Ada Lovelace.\n\nNext."],
  ["lines, lists, rules and cells",
    "<p>One<br>two</p><ul><li>a</li><li>b</li></ul><hr><table><tr><td>c</td><td>d</td></tr></table><pre>e\n  f</pre>",
    "One\ntwo\n\na\n\nb\n\n---\n\nc d\n\ne\nf"],
  ["an image that would run code", `<p>Safe <img src="x" onerror="globalThis.hurt = 1">text</p>`, "Safe text"],
  ["a page within a form", "<form><p>Text in a form</p><input value='no'></form>", "Text in a form"],
];

for (const name of /** @type {const} */ (["chrome", "firefox"])) {
  describe(name, () => {
    let folder, site, browser, page;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "comention-input-"));
      site = await serve(dist, { port: 0, under: "/tools/comention/" });
      browser = await launch(name);
      page = await browser.newPage();
      await page.goto(site.address);
      await page.waitForSelector("#corpus option");
    });
    after(async () => {
      await browser?.close();
      site?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const box = () => page.$eval("#paste", (e) => e.value);
    const files = () => page.$$eval(".files li bdi", (all) => all.map((e) => e.textContent));
    const listed = (n) => page.waitForFunction((n) => document.querySelectorAll(".files li").length === n, {}, n);
    const clear = async () => { await page.$eval("#clear", (e) => e.click()); await listed(0); };
    /** A paste with some forms of the same; whether the browser is to do it. */
    const paste = (forms) => page.evaluate((forms) => {
      const event = new Event("paste", { bubbles: true, cancelable: true });
      // Firefox lets no script see what a script has put into a clipboard.
      Object.defineProperty(event, "clipboardData", { value: { files: [], getData: (type) => forms[type] ?? "" } });
      return document.querySelector("#paste").dispatchEvent(event);
    }, forms);

    for (const [what, html, expected] of COPIED) {
      it(`takes from a page: ${what}`, async () => {
        await clear();
        assert.equal(await paste({ "text/html": html, "text/plain": "plain" }), false);
        await page.waitForFunction(() => document.querySelector("#paste").value !== "");
        assert.equal(await box(), expected);
        assert.equal(await page.evaluate(() => globalThis.hurt), undefined);
      });
    }

    it("takes what was copied by keys, and gives it back by keys", async () => {
      await clear();
      await page.evaluate(() => {
        const parts = [["h1", "Ferry runs again"], ["p", "Ada Lovelace met Charles Babbage."]].map(([name, text]) => Object.assign(document.createElement(name), { textContent: text }));
        const copied = document.createElement("div");
        copied.id = "copied";
        copied.append(...parts);
        document.body.prepend(copied);
        document.activeElement?.blur();
        getSelection().selectAllChildren(copied);
      });
      const press = async (key) => { await page.keyboard.down("Control"); await page.keyboard.press(key); await page.keyboard.up("Control"); };
      await press("c");
      await page.$eval("#copied", (e) => e.remove());
      await page.focus("#paste");
      await press("v");
      await page.waitForFunction(() => document.querySelector("#paste").value === "Ferry runs again\n\nAda Lovelace met Charles Babbage.");
      await press("z");
      await page.waitForFunction(() => document.querySelector("#paste").value === "");
    });

    it("reads headline, byline and date of what was copied", async () => {
      await clear();
      await paste({ "text/html": COPIED[0][1], "text/plain": "plain" });
      await page.waitForFunction(() => /Ferry runs again.*2025-03-04.*Joan Pell/s.test(document.querySelector("articles-view tbody")?.textContent ?? ""));
    });

    it("puts what was copied where the cursor is", async () => {
      await clear();
      await page.$eval("#paste", (e) => { e.value = "before  after"; e.setSelectionRange(7, 7); });
      await paste({ "text/html": "<p>between</p>", "text/plain": "plain" });
      await page.waitForFunction(() => document.querySelector("#paste").value === "before between after");
    });

    it("makes no HTML of text and no script of what is elsewhere, by its policy", async (t) => {
      if (!(await page.evaluate(() => "trustedTypes" in globalThis))) return t.skip("this browser has no Trusted Types yet");
      const tried = await page.evaluate(() => {
        const attempt = (what) => {
          try { what(); return "done"; } catch (error) { return error.name; }
        };
        return [
          attempt(() => { document.createElement("div").innerHTML = "<b>text</b>"; }),
          attempt(() => new DOMParser().parseFromString("<b>text</b>", "text/html")),
          attempt(() => { document.createElement("script").src = "https://example.org/x.js"; }),
          attempt(() => { globalThis.trustedTypes.createPolicy("other", {}); }),
        ];
      });
      assert.deepEqual(tried, ["TypeError", "TypeError", "TypeError", "TypeError"]);
    });

    it("leaves to the browser what has no paragraphs", async () => {
      await clear();
      assert.equal(await paste({ "text/html": "<div><span style='color:red'>const</span> a</div>", "text/plain": "const a" }), true);
      assert.equal(await paste({ "text/plain": "plain" }), true);
    });

    it("mends what was read in the wrong encoding, and gives it back as it was", async () => {
      await clear();
      const garbled = "The cafÃ© said â€œyesâ€\u009d.\nÃ la carte stays.";
      const as = (text) => page.waitForFunction((text) => document.querySelector("#paste").value === text, {}, text);
      assert.equal(await paste({ "text/plain": garbled }), false);
      await as("The café said “yes”.\nÃ la carte stays.");
      await page.waitForFunction(() => /1 garbled line mended/.test(document.querySelector("#paste-note").textContent));
      await page.waitForFunction(() => document.querySelector("articles-view tbody"));
      await page.$eval("#paste-note button", (e) => e.click());
      await as(garbled);
      assert.equal(await page.$eval("#paste-note", (e) => e.textContent), "");
    });

    it("takes a large paste aside", async () => {
      await clear();
      assert.equal(await paste({ "text/plain": "A text of Ada Lovelace. ".repeat(20_000) }), false);
      await listed(1);
      assert.deepEqual(await files(), ["Pasted text"]);
      assert.equal(await box(), "");
    });

    it("reads a folder with folders in it, in order, and leaves out what the system hides", async () => {
      await clear();
      await page.evaluate(() => {
        const file = (name, text) => ({ name, isFile: true, file: (done) => done(new File([text], name)) });
        const directory = (name, ...parts) => ({ name, isFile: false, createReader: () => ({ readEntries: (done) => done(parts.shift() ?? []) }) });
        const root = directory("news",
          [file("b.txt", "Ada Lovelace met Charles Babbage in London."), directory(".git", [file("config", "x")])],
          [file("a.html", "<h1>Title</h1><p>Text of Ada Lovelace.</p>"), directory("2025", [file("c.txt", "Third of all."), file(".DS_Store", "x")]), file("d.bin", "\0\u0001\u0002\u0003")]);
        const event = new Event("drop", { bubbles: true, cancelable: true });
        Object.defineProperty(event, "dataTransfer", { value: { items: [{ webkitGetAsEntry: () => root }], files: [] } });
        document.body.dispatchEvent(event);
      });
      await listed(3);
      assert.deepEqual(await files(), ["c.txt", "a.html", "b.txt"]);
      assert.match(await page.$eval("#paste-note", (e) => e.textContent), /^Not read: d\.bin: this is not text/);
      await page.waitForFunction(() => document.querySelector(".status").textContent.startsWith("3 articles"));
    });

    it("lets a file be taken away again", async () => {
      await page.click(".files li button");
      await listed(2);
      assert.deepEqual(await files(), ["a.html", "b.txt"]);
      await page.waitForFunction(() => document.querySelector(".status").textContent.startsWith("2 articles"));
    });

    it("opens many files by the button", async () => {
      await clear();
      const paths = Array.from({ length: 8 }, (_, i) => join(folder, `${i}.txt`));
      for (const [i, path] of paths.entries()) writeFileSync(path, `Ada Lovelace met Charles Babbage on day ${i}.`);
      await (await page.$("input[type=file][multiple]")).uploadFile(...paths);
      await listed(8);
      assert.equal(await page.$eval(".files details", (e) => e.open), false);
      await page.waitForFunction(() => document.querySelector(".status").textContent.startsWith("8 articles"));
    });

    it("shows results of the beginning of a long text, then all of it, page by page, and keeps it", async () => {
      await clear();
      const towns = ["Port Elian", "Sant Ober", "Kell", "Maristad"];
      const article = (i) => `Meeting ${i} of the harbour boards\n\n${towns[i % 4].toUpperCase()}, May ${1 + (i % 28)} (Wire) -- Ada Lovelace met Charles Babbage of board ${i} in ${towns[(i * 7) % 4]} to speak of toll ${i * 31} and of ${i * 17} ships.\n\n${"The board had nothing else to say about the harbour and its tolls that day. ".repeat(60)}\n`;
      writeFileSync(join(folder, "long.txt"), Array.from({ length: 2600 }, (_, i) => article(i)).join("\n\n\n"));
      await page.evaluate(() => {
        globalThis.said = [];
        globalThis.saying = new MutationObserver(() => globalThis.said.push(document.querySelector(".status").textContent));
        globalThis.saying.observe(document.querySelector(".status"), { childList: true, characterData: true, subtree: true });
      });
      await (await page.$("input[type=file][multiple]")).uploadFile(join(folder, "long.txt"));
      await page.waitForFunction(() => /^[\d,]{5,} articles|^[\d,]+,\d+ articles/.test(document.querySelector(".status").textContent), { timeout: 120_000 });
      assert.ok(await page.evaluate(() => globalThis.saying.disconnect() || globalThis.said.some((s) => /below: results of the first 1\.5 MB/.test(s))));
      assert.match(await page.$eval("articles-view .pages", (e) => e.textContent), /1 to 100 of 2,/);
      // The headlines of a thousand articles are not measured to tell how wide their choice is.
      assert.equal(await page.$eval("#keywords-about", (e) => getComputedStyle(e).contain), "inline-size");
      await page.$eval("articles-view .pages button:last-child", (e) => e.click());
      await page.waitForFunction(() => /101 to 200 of 2,/.test(document.querySelector("articles-view .pages").textContent));
      assert.match(await page.$eval("articles-view tbody th", (e) => e.textContent), /^Meeting 1\d\d of/);
      const whole = await page.$eval(".status", (e) => e.textContent);
      await page.waitForSelector('.stand[data-kind="kept"]', { timeout: 30_000 });
      await page.reload();
      await page.waitForFunction((whole) => document.querySelector(".status").textContent === whole, { timeout: 120_000 }, whole);
    });

    const open = async (...files) => {
      await clear();
      const paths = files.map(([name, content]) => { writeFileSync(join(folder, name), content); return join(folder, name); });
      await (await page.$("input[type=file][multiple]")).uploadFile(...paths);
    };
    const status = (start) => page.waitForFunction((start) => document.querySelector(".status").textContent.startsWith(start), {}, start);
    const told = () => page.$eval("articles-view tbody", (e) => e.textContent);

    it("makes an article of every row of a table, with what its columns say", async () => {
      await open(["news.csv", "title,date,source,text\nFerry,2024-05-03,Port Post,Ada Lovelace met Charles Babbage.\nHarbour,2024-05-04,Port Post,Ada Lovelace left.\nLate,2024-05-05,Port Post,The ferry was late.\n"]);
      await status("3 articles");
      assert.match(await told(), /Ferry.*2024-05-03.*Port Post.*Harbour.*2024-05-04.*Late.*2024-05-05/s);
    });

    it("asks which column is what where a table does not say", async () => {
      await open(["odd.csv", "a,b\nFerry,Ada Lovelace met Charles Babbage.\nHarbour,Ada Lovelace left.\n"]);
      await page.waitForSelector("dialog #column-text");
      await page.evaluate(axe);
      const found = await page.evaluate(() => globalThis.axe.run("dialog", { resultTypes: ["violations"] }));
      assert.deepEqual(found.violations.map((v) => v.id), []);
      await page.select("#column-text", "b");
      await page.select("#column-title", "a");
      await page.click("dialog button.main");
      await status("2 articles");
      assert.match(await told(), /Ferry.*Harbour/s);
    });

    it("reads a PDF, and an archive of files", async () => {
      await open(["a.pdf", minimalPdf(["Ferry runs again", "", "Ada Lovelace met Charles", "Babbage in London."])], ["b.zip", zipSync({ "one.txt": strToU8("Mary Somerville wrote to Ada Lovelace."), "two.csv": strToU8("title,text\nPort,The port is open.\n") })]);
      await status("3 articles");
      assert.deepEqual(await files(), ["a.pdf", "b.zip/one.txt", "b.zip/two.csv"]);
      assert.match(await told(), /Ferry runs again.*Port/s);
    });

    if (name === "chrome") {
      it("reads a real folder that is dropped", async () => {
        await clear();
        mkdirSync(join(folder, "real/inner"), { recursive: true });
        writeFileSync(join(folder, "real/one.txt"), "Ada Lovelace met Charles Babbage.");
        writeFileSync(join(folder, "real/inner/two.txt"), "Ada Lovelace met Mary Somerville.");
        const session = await page.createCDPSession();
        const data = { items: [], files: [join(folder, "real")], dragOperationsMask: 1 };
        for (const type of ["dragEnter", "dragOver", "drop"]) await session.send("Input.dispatchDragEvent", { type, x: 200, y: 300, data });
        await listed(2);
        assert.deepEqual(await files(), ["two.txt", "one.txt"]);
      });
    }
  });
}
