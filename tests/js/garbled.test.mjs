/** What was read in the wrong encoding is mended where that is certain, and only there. */
import assert from "node:assert/strict";
import { it } from "node:test";

import { mend } from "comention";

const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
/** Windows-1252, which Node may decode as Latin-1. @param {Uint8Array} bytes */
const latin = (bytes) => [...bytes].map((i) => WINDOWS[i - 128] ?? String.fromCharCode(i)).join("");

/** A text as it was, read in another encoding. @param {string} text @param {string} label */
const misread = (text, label) => {
  const bytes = new TextEncoder().encode(text);
  return label === "windows-1252" ? latin(bytes) : new TextDecoder(label).decode(bytes);
};

/** Russian in Windows-1251, read as Windows-1252. @param {string} text */
const cyrillic = (text) => {
  const all = new TextDecoder("windows-1251").decode(Uint8Array.from({ length: 256 }, (_, i) => i));
  return latin(Uint8Array.from(text, (c) => all.indexOf(c)));
};

const WRITTEN = {
  French: "Le café d’Idu était fermé : « à demain », dit Zoë Hartög.",
  Spanish: "El pequeño puerto reabrió mañana — según España.",
  Russian: "Порт Варрона во вторник возобновил работу, сообщил мэр Илья Хартог.",
  Ukrainian: "Порт Варрона у вівторок відновив роботу, повідомив мер Ілля Гартоґ.",
  Chinese: "瓦罗纳港五日恢复作业。",
  Arabic: "أعيد فتح الميناء يوم الثلاثاء.",
};

for (const [language, text] of Object.entries(WRITTEN)) {
  it(`${language}, as UTF-8 that was read as Windows-1252 or Windows-1251`, async () => {
    for (const label of ["windows-1252", "windows-1251"]) {
      const whole = `A plain line.\n${misread(text, label)}\n${text}`;
      assert.deepEqual(await mend(whole), { text: `A plain line.\n${text}\n${text}`, lines: 1 }, label);
    }
  });
  it(`${language} as it should be stays`, async () => assert.deepEqual(await mend(text), { text, lines: 0 }));
}

it("Windows-1251 that was read as Windows-1252", async () => {
  const text = `${WRITTEN.Russian}\n\nBBC, 5 марта 2024`;
  assert.deepEqual(await mend(cyrillic(text)), { text, lines: 2 });
});

/** What looks garbled, and may be or is not. */
const LEFT = [
  "Ã la carte, Ñandú, ÉTÉ…",
  "СССР» С… Р«",
  "Él, ìíîï and ðñòó are letters with marks.",
  // Greek in ISO-8859-7, read as Latin-1: it is certain that this is wrong, but not what it was.
  "Ôï ëéìÜíé Üíïéîå îáíÜ ôçí Ôñßôç ìåôÜ áðü ìéá áðåñãßá.",
  "",
];
it("what is not certain stays", async () => {
  for (const text of LEFT) assert.deepEqual(await mend(text), { text, lines: 0 });
});
