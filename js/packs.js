/**
 * Language packs: what the engine knows of languages. A pack is fetched when a text in its language comes, and
 * kept. English is part of the engine but for its names, which always come: what a text gives must not depend on
 * the texts before it. The addresses are spelled out so that bundlers find the files.
 */
import { bytesOf, inNode } from "./disk.js";

/** @type {Record<string, () => URL | URL[]>} */
const PACKS = {
  ar: () => new URL("../data/ar.pack", import.meta.url),
  bg: () => new URL("../data/bg.pack", import.meta.url),
  cs: () => new URL("../data/cs.pack", import.meta.url),
  da: () => new URL("../data/da.pack", import.meta.url),
  de: () => new URL("../data/de.pack", import.meta.url),
  el: () => new URL("../data/el.pack", import.meta.url),
  en: () => [new URL("../data/en-names.pack", import.meta.url), new URL("../data/en-names-kinds.pack", import.meta.url)],
  "en-frequencies": () => new URL("../data/en-frequencies.pack", import.meta.url),
  es: () => new URL("../data/es.pack", import.meta.url),
  fa: () => new URL("../data/fa.pack", import.meta.url),
  fi: () => new URL("../data/fi.pack", import.meta.url),
  fr: () => new URL("../data/fr.pack", import.meta.url),
  he: () => new URL("../data/he.pack", import.meta.url),
  // Pronouns of the languages that say `he` and `she` of persons alone.
  "he-and-she": () => new URL("../data/he-and-she.pack", import.meta.url),
  hi: () => new URL("../data/hi.pack", import.meta.url),
  hu: () => new URL("../data/hu.pack", import.meta.url),
  id: () => new URL("../data/id.pack", import.meta.url),
  it: () => new URL("../data/it.pack", import.meta.url),
  // With its dictionary: Japanese writes no blanks.
  ja: () => [new URL("../data/ja.pack", import.meta.url), new URL("../data/ja-words.pack", import.meta.url)],
  ko: () => new URL("../data/ko.pack", import.meta.url),
  nl: () => new URL("../data/nl.pack", import.meta.url),
  no: () => new URL("../data/no.pack", import.meta.url),
  pl: () => new URL("../data/pl.pack", import.meta.url),
  pt: () => new URL("../data/pt.pack", import.meta.url),
  ro: () => new URL("../data/ro.pack", import.meta.url),
  ru: () => new URL("../data/ru.pack", import.meta.url),
  sv: () => new URL("../data/sv.pack", import.meta.url),
  // With its dictionary: Thai writes no blanks between words.
  th: () => [new URL("../data/th.pack", import.meta.url), new URL("../data/th-words.pack", import.meta.url)],
  tr: () => new URL("../data/tr.pack", import.meta.url),
  uk: () => new URL("../data/uk.pack", import.meta.url),
  vi: () => new URL("../data/vi.pack", import.meta.url),
  // With its dictionary and a model of names: Chinese writes no blanks and no capitals.
  zh: () => [new URL("../data/zh.pack", import.meta.url), new URL("../data/zh-words.pack", import.meta.url), new URL("../data/zh-names.pack", import.meta.url)],
};

/** @type {Map<string, Promise<Uint8Array[]>>} */
const loaded = new Map();

/** @param {URL} address */
async function read(address) {
  if (inNode && address.protocol === "file:") return bytesOf(address);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * The bytes of a language's packs; none where there are none, or they cannot be had now. Then the engine goes by
 * general rules and says so in a notice.
 * @param {string} language
 * @returns {Promise<Uint8Array[]>}
 */
export function packsOf(language) {
  const addresses = PACKS[language];
  const known = loaded.get(language);
  if (!addresses) return Promise.resolve([]);
  if (known) return known;
  const loading = Promise.all([addresses()].flat().map(read)).catch(() => {
    // The next text tries again.
    loaded.delete(language);
    return [];
  });
  loaded.set(language, loading);
  return loading;
}

/** The languages that there are packs for. */
export const languages = Object.keys(PACKS).filter((name) => !name.includes("-"));
