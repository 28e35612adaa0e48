/** What text is made of bytes, and what is refused. */
import assert from "node:assert/strict";
import { it } from "node:test";

import { textOf } from "../../js/input.js";

const bytes = (...parts) => new Uint8Array(parts.flat());
const utf8 = (text) => new TextEncoder().encode(text);
const utf16 = (text, little) => bytes([...text].flatMap((c) => [...Array(c.length).keys()].flatMap((i) => {
  const unit = c.charCodeAt(i);
  return little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
})));
/** As a stream of pieces of so many bytes. */
const stream = (input, size) => new ReadableStream({
  start(control) {
    for (let i = 0; i < input.length; i += size) control.enqueue(input.slice(i, i + size));
    control.close();
  },
});

const TEXT = "Wang Yi – 王毅 😀\r\nTASHKENT, July 16";

const READ = [
  ["UTF-8", utf8(TEXT), TEXT],
  ["UTF-8 with its mark", bytes(0xef, 0xbb, 0xbf, ...utf8(TEXT)), TEXT],
  ["UTF-16, little end first", bytes(0xff, 0xfe, ...utf16(TEXT, true)), TEXT],
  ["UTF-16, big end first", bytes(0xfe, 0xff, ...utf16(TEXT, false)), TEXT],
  ["nothing", bytes(), ""],
  ["one byte", utf8("x"), "x"],
  ["a few bytes that are not UTF-8", bytes(...utf8("caf"), 0xe9, ...utf8(" in Tashkent")), "caf\ufffd in Tashkent"],
  ["a character cut off at the end", utf8("né").slice(0, 2), "n\ufffd"],
];

for (const [what, input, expected] of READ) {
  it(`reads ${what}, as a file and in pieces`, async () => {
    assert.equal(await textOf(new Blob([input])), expected);
    for (const size of [1, 2, 3, 1000]) assert.equal(await textOf(stream(input, size)), expected, `pieces of ${size}`);
  });
}

it("takes a string as it is", async () => {
  for (const text of ["", "%PDF- is how they begin", "\0\0\0\0\0\0\0\0\0\0", "\ud800"]) assert.equal(await textOf(text), text);
});

const plenty = "A line of text.\n".repeat(2000);
const REFUSED = [
  ["zeros", bytes(...new Array(5000).fill(0)), /control characters or not UTF-8/],
  ["a picture", bytes(0x89, ...utf8("PNG\r\n"), 0x1a, 10, ...Array.from({ length: 4000 }, (_, i) => (i * 7919) & 255)), /not text/],
  ["a PDF file", utf8(`%PDF-1.7\n${plenty}`), /a PDF file/],
  ["a ZIP file", bytes(...utf8("PK"), 3, 4, ...utf8(plenty)), /Word/],
  ["text with a picture in it", bytes(...utf8(plenty), ...new Array(40_000).fill(0xff), ...utf8(plenty)), /not text/],
];

for (const [what, input, message] of REFUSED) {
  it(`refuses ${what}`, async () => {
    await assert.rejects(textOf(new Blob([input])), { code: "invalid-input", message });
  });
}

it("says what went wrong with a stream, and lets go of it", async () => {
  const broken = new ReadableStream({ pull(control) { control.error(new Error("the line went dead")); } });
  await assert.rejects(textOf(broken), { code: "invalid-input", message: /the line went dead/ });
  assert.equal(broken.locked, false);
  const words = new ReadableStream({ start(control) { control.enqueue("words"); } });
  await assert.rejects(textOf(words), { code: "invalid-input", message: /got a piece that is string, expected a Uint8Array/ });
  const taken = new ReadableStream();
  taken.getReader();
  await assert.rejects(textOf(taken), { code: "invalid-input", message: /locked/ });
  for (const other of [null, undefined, 7, {}, [], utf8("bytes")]) await assert.rejects(textOf(other), { code: "invalid-input", message: /expected a string, a Blob or a ReadableStream/ });
});

it("stops waiting for a stream that is aborted, and cancels it", async () => {
  const control = new AbortController();
  let cancelled = false;
  const endless = new ReadableStream({ cancel() { cancelled = true; } });
  const reading = textOf(endless, control.signal);
  setImmediate(() => control.abort());
  await assert.rejects(reading, { code: "aborted" });
  assert.equal(cancelled, true);
});
