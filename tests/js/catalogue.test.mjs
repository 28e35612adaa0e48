/** The page's catalogues: every language says everything that English says, with the same things put in. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, it } from "node:test";
import "../../www/i18n/en-more.js";
import t, { LANGUAGES, speak } from "../../www/i18n/t.js";

const english = (await LANGUAGES.en.catalogue()).default;

/** Every text by its path. @returns {Array<[string, string]>} */
const texts = (value, path = "") => (typeof value === "string" ? [[path, value]] : Object.entries(value).flatMap(([key, inner]) => texts(inner, path ? `${path}.${key}` : key)));

/** What is put in, each once: a language may say a thing twice, and says a number's form where it needs one. */
const places = (text) => [...new Set([...text.matchAll(/\{(\d)(%?)/g)].map((m) => m[1] + m[2]))].sort().join(" ");

/** The forms of every number in a text. */
const forms = (text) => [...text.matchAll(/\{\d\|([^}]*)\}/g)].map((m) => m[1].split("|").length);

const files = readdirSync(new URL("../../www/i18n/", import.meta.url)).filter((f) => !["t.js", "en-more.js"].includes(f)).map((f) => f.replace(".js", ""));

it("every catalogue is a language of the page, and every language has one", () => {
  assert.deepEqual(Object.keys(LANGUAGES).sort(), files.sort());
});

for (const [code, { name, catalogue }] of Object.entries(LANGUAGES)) {
  describe(`${code}, ${name}`, () => {
    it("has the keys of English, and nothing else", async () => {
      const own = (await catalogue()).default;
      const paths = (catalogue) => texts(catalogue).map(([path]) => path).sort();
      assert.deepEqual(paths(own), paths(english));
    });
    it("has the same things put in, in no more forms than the language has", async () => {
      const own = new Map(texts((await catalogue()).default));
      const most = new Intl.PluralRules(code).resolvedOptions().pluralCategories.length;
      for (const [path, text] of texts(english)) {
        assert.equal(places(own.get(path)), places(text), `${path}: ${own.get(path)}`);
        for (const n of forms(own.get(path))) assert.ok(n <= most, `${path} has ${n} forms, and ${code} has ${most}`);
        assert.doesNotMatch(own.get(path).replace(/\{\d(?:%|\|[^{}]*)?\}/g, ""), /[{}]/, `${path} has a brace that puts nothing in`);
      }
    });
  });
}

it("numbers take their form and their digits, shares are shares", async () => {
  await speak("en");
  assert.equal(t.status.done(1, 2, 1234), "1 article, 2 sentences, 1,234 words");
  assert.equal(t.status.reading(0.421), "Reading… 42%");
  assert.equal(t.names.hint.includes("{"), false);
});

it("a language that there is not is English", async () => {
  await speak("tlh");
  assert.equal(t.theme.dark, english.theme.dark);
});
