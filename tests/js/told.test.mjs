/** What the engine says, as the page tells it: in the language that is spoken, with the figures of the message. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, describe, it } from "node:test";

import { createComention } from "comention";

import "../../www/i18n/en-more.js";
import t, { LANGUAGES, speak } from "../../www/i18n/t.js";
import { notice, problem } from "../../www/told.js";

const PROMISED = "Article 1 of 5\nPort reopens\n\nThe port opened on Tuesday.\n\nArticle 2 of 5\nOwners meet\n\nThe owners met on Friday.";

/** A text, and what is told of it in English and in Russian. */
const CASES = [
  ["", "The text holds no words.", "В тексте нет слов."],
  [PROMISED, "The text itself promises 5 articles; 2 were found.", "Сам текст обещает 5 статей; найдено: 2."],
  ["The port \0 opened.", "The text holds NUL characters; it may be a binary file.", "В тексте есть символы NUL; возможно, это двоичный файл."],
  ["The p\ufffdrt opened.", "1 character could not be read and stands as U+FFFD.", "Не удалось прочитать 1 знак: он стоит как U+FFFD."],
  ["The p\ufffdrt opened \ufffd.", "2 characters could not be read and stand as U+FFFD.", "Не удалось прочитать 2 знака: они стоят как U+FFFD."],
  ["The cafÃ© by the harbour opened on Tuesday.", "1 line is garbled: read as Windows-1252, but written as UTF-8.", "1 строка искажена: прочитано как Windows-1252, а записано в UTF-8."],
  ["РџРѕСЂС‚ РІРѕР·РѕР±РЅРѕРІРёР» СЂР°Р±РѕС‚Сѓ.", "1 line is garbled: read as Windows-1251, but written as UTF-8.", "1 строка искажена: прочитано как Windows-1251, а записано в UTF-8."],
  ["Лука је поново отворена у уторак, рекао је министар. Радници су прихватили њен предлог јуче.", "There is no language pack for `sr`: its text is read by general rules.", "Для `sr` нет языкового пакета: текст читается по общим правилам."],
];

describe("notices", () => {
  /** @type {import("comention").Comention} */
  let comention;
  before(async () => { comention = await createComention({ worker: false }); });
  after(async () => {
    await comention.close();
    await speak("en");
  });
  for (const [text, english, russian] of CASES) {
    it(english, async () => {
      const { notices } = await comention.analyze(text);
      await speak("en");
      assert.deepEqual(notices.map(notice), [english]);
      await speak("ru");
      assert.deepEqual(notices.map(notice), [russian]);
    });
  }
  it("of the names of English, which are a pack of their own", async () => {
    await speak("en");
    assert.equal(notice({ code: "no-language-pack", message: "The list of English names could not be loaded." }), t.notices["no-names"]);
  });
  it("that no catalogue knows are as the engine says them", async () => {
    assert.equal(notice({ code: "new", message: "There are 3 moons." }), "There are 3 moons.");
  });
});

it("errors are told in every language, with their particulars", async () => {
  for (const code of Object.keys(LANGUAGES)) {
    await speak(code);
    assert.match(problem({ code: "too-large", message: "got 9 bytes" }), /\(\u2068?got 9 bytes\u2069?\)|（got 9 bytes）/);
    assert.equal(problem({ message: "of another kind" }), "of another kind");
  }
  await speak("en");
});

it("every rule by which a fixture comes apart has a name", async () => {
  const comention = await createComention({ worker: false });
  await speak("en");
  const folder = new URL("../fixtures/articles/", import.meta.url);
  const unnamed = new Set();
  for (const file of readdirSync(folder)) {
    const { articles } = await comention.analyze(readFileSync(new URL(file, folder), "utf8").split("\n==>")[0]);
    for (const { cut, found } of articles) for (const rule of [cut.rule, ...Object.values(found).map((f) => f?.rule)]) if (rule && !t.cuts.rules[rule]) unnamed.add(rule);
  }
  assert.deepEqual([...unnamed], []);
  await comention.close();
});
