/** Files as texts: what each kind gives, and what of it the engine then finds. Texts are of no real events. */
import assert from "node:assert/strict";
import { after, describe, it } from "node:test";

import { strToU8, zipSync, gzipSync } from "fflate";
import { ComentionError, createComention, read } from "comention";
import { minimalPdf } from "./pdf.mjs";

const comention = await createComention();
after(() => comention.close());

/** Latin-1, for what is not UTF-8. @param {string} text */
const latin1 = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const bytes = (given) => (typeof given === "string" ? strToU8(given) : given);

/** The articles that the engine finds in a file, as `headline | date time | source | byline | url`. */
async function articles(given, name, options = {}) {
  const { texts, notices } = await read(bytes(given), { name, ...options });
  const corpus = await comention.corpus();
  const rows = [];
  for (const { text, corrections } of texts) rows.push(...(await corpus.add(text, { corrections })));
  await corpus.close();
  const show = (v) => v ?? "-";
  return { rows: rows.map((a) => `${show(a.headline)} | ${show(a.date)} ${show(a.time)} | ${show(a.source)} | ${show(a.byline)} | ${show(a.url)}`), notices };
}

const LONG = "The harbour of Varrona opened again on Friday after repairs of two months. Mayor Ilse Hartog said that ferries would run from Monday, and that the port would pay for the work itself.";

const TABLES = [
  ["comma", "a.csv", `title,date,source,author,url,text\nHarbour opens,2024-05-03,Port Post,M. Ellison,https://port.example/1,"${LONG}"\n"Ferry, late",2024-05-04T09:30:00Z,Port Post,,,"Two.\n\n---\n\nTRESK, May 3 (Reuters) - ""Late"" again."\n`,
    ["Harbour opens | 2024-05-03 - | Port Post | M. Ellison | https://port.example/1", "Ferry, late | 2024-05-04 09:30 | Port Post | - | -"]],
  ["semicolon, German", "a.csv", `Titel;Datum;Quelle;Inhalt\nHafen offen;03.05.2024;Hafenblatt;${LONG}\n`, ["Hafen offen | 2024-05-03 - | Hafenblatt | - | -"]],
  ["tab, Chinese", "a.tsv", `标题\t日期\t来源\t正文\n港口开放\t2024年5月3日\t港口日报\t外交部长王毅在北京会见俄罗斯外长。\n`, ["港口开放 | 2024-05-03 - | 港口日报 | - | -"]],
  ["day before month, as a later row shows", "a.csv", `headline,date,body\nOne,03/04/2024,${LONG}\nTwo,30/04/2024,${LONG}\n`, ["One | 2024-04-03 - | - | - | -", "Two | 2024-04-30 - | - | - | -"]],
  ["texts known by their length", "a.csv", `id,x,when\n1,"${LONG}",y\n2,"${LONG}",z\n`, ["- | - - | - | - | -", "- | - - | - | - | -"]],
  ["no names of columns", "a.csv", `1,"${LONG}"\n2,"${LONG}"\n`, ["- | - - | - | - | -", "- | - - | - | - | -"]],
  ["columns as the caller says", "a.csv", "a,b,c\nHarbour opens,2024-05-03,Short text.\n", ["Harbour opens | 2024-05-03 - | - | - | -"], { columns: { title: "a", date: "b", text: "c" } }],
  ["JSON list", "a.json", JSON.stringify([{ headline: "Harbour opens", published_at: 1714730400, source: { name: "Port Post", id: 4 }, content: LONG }]), ["Harbour opens | 2024-05-03 - | Port Post | - | -"]],
  ["JSON within an object", "a.json", JSON.stringify({ status: "ok", articles: [{ title: "One", text: LONG, authors: ["A. Osei", "B. Milic"] }, { title: "Two", text: LONG }] }), ["One | - - | - | A. Osei, B. Milic | -", "Two | - - | - | - | -"]],
  ["JSON lines, whatever the name", "dump.txt", `${JSON.stringify({ title: "One", text: LONG })}\n${JSON.stringify({ title: "Two", text: LONG })}\n`, ["One | - - | - | - | -", "Two | - - | - | - | -"]],
  ["JSON list of texts", "a.json", JSON.stringify([LONG, LONG]), ["- | - - | - | - | -", "- | - - | - | - | -"]],
  ["RSS", "feed.xml", `<?xml version="1.0"?><rss version="2.0" xmlns:dc="d" xmlns:content="c"><channel><title>Port Post</title><item><title>Harbour &amp; ferry</title><link>https://port.example/1</link><pubDate>Fri, 03 May 2024 14:19:00 GMT</pubDate><dc:creator>M. Ellison</dc:creator><description>Short.</description><content:encoded><![CDATA[<p>${LONG}</p><p>More &amp; more.</p>]]></content:encoded></item></channel></rss>`,
    ["Harbour & ferry | 2024-05-03 14:19 | Port Post | M. Ellison | https://port.example/1"]],
  ["Atom", "feed", `<feed xmlns="http://www.w3.org/2005/Atom"><title>Port Post</title><entry><title type="html">Harbour &lt;b&gt;opens&lt;/b&gt;</title><link href="https://port.example/2"/><updated>2024-05-03T10:00:00Z</updated><author><name>M. Ellison</name></author><content type="html">&lt;p&gt;${LONG}&lt;/p&gt;</content></entry></feed>`,
    ["Harbour opens | 2024-05-03 10:00 | Port Post | M. Ellison | https://port.example/2"]],
  ["a mail", "a.eml", `From: Port Post <news@port.example>\r\nTo: x@y.example\r\nSubject: =?utf-8?q?Caf=C3=A9_opens?=\r\nDate: Fri, 3 May 2024 14:19:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=E9 of Varrona opened on Friday.\r\n`,
    ["Café opens | 2024-05-03 - | Port Post | - | -"]],
  ["a box of mails", "a.mbox", `From a Fri May  3 2024\nFrom: A <a@x.example>\nSubject: One\nDate: Fri, 3 May 2024 14:19:00 +0200\n\nThe first text.\n\nFrom b Sat May  4 2024\nFrom: B <b@x.example>\nSubject: Two\nDate: Sat, 4 May 2024 14:19:00 +0200\n\nThe second text.\n`,
    ["One | 2024-05-03 - | A | - | -", "Two | 2024-05-04 - | B | - | -"]],
  ["HTML", "a.html", `<!doctype html><title>x</title><body><nav>Menu</nav><h1>Harbour opens</h1><p>By Ada Osei</p><time datetime="2024-05-03">3 hours ago</time><p>${LONG}</p><script>bad()</script>`, ["Harbour opens | 2024-05-03 - | - | Ada Osei | -"]],
];

const DOCX = (paragraphs) => zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8(`<w:document><w:body>${paragraphs.map((p) => `<w:p><w:r><w:t xml:space="preserve">${p}</w:t></w:r></w:p>`).join("")}</w:body></w:document>`) });
const EPUB = zipSync({
  mimetype: strToU8("application/epub+zip"),
  "META-INF/container.xml": strToU8('<container><rootfiles><rootfile full-path="O/c.opf"/></rootfiles></container>'),
  "O/c.opf": strToU8('<package><manifest><item id="b" href="b.xhtml"/><item id="a" href="a%20a.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'),
  "O/a a.xhtml": strToU8("<html><head><title>t</title></head><body><h1>One</h1><p>First.</p></body></html>"),
  "O/b.xhtml": strToU8("<html><body><p>Second.</p></body></html>"),
});

const TEXTS = [
  ["Word", "a.docx", DOCX(["Harbour opens", "", "The caf&#233; &amp; port."]), "Harbour opens\n\nThe café & port."],
  ["OpenDocument", "a.odt", zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text"), "content.xml": strToU8("<o><text:h>Harbour</text:h><text:p>The port<text:s/>opens.</text:p></o>") }), "Harbour\nThe port opens."],
  ["EPUB, in the order of its spine", "a.epub", EPUB, "One\n\nFirst.\n\nSecond."],
  ["gzip", "a.txt.gz", gzipSync(strToU8("The port opens.")), "The port opens."],
  ["Windows-1251", "a.txt", latin1("\xcc\xe8\xed\xe8\xf1\xf2\xf0 \xe2\xf1\xf2\xf0\xe5\xf2\xe8\xeb\xf1\xff \xf1 \xea\xee\xeb\xeb\xe5\xe3\xe0\xec\xe8 \xe2 \xf1\xf2\xee\xeb\xe8\xf6\xe5 \xe8 \xe3\xee\xe2\xee\xf0\xe8\xeb \xee \xef\xee\xf0\xf2\xe5"), "Министр встретился с коллегами в столице и говорил о порте", /windows-1251, which was guessed/],
  ["Windows-1252", "a.txt", latin1("Le pr\xe9sident \xe9tait \xe0 l'\xe9cole o\xf9 les \xe9l\xe8ves \xe9taient d\xe9j\xe0 arriv\xe9s, et la for\xeat \xe9tait pr\xe8s."), "Le président était à l'école où les élèves étaient déjà arrivés, et la forêt était près.", /guessed/],
  ["UTF-16 without its mark", "a.txt", Uint8Array.from([..."The port opens."].flatMap((c) => [c.charCodeAt(0), 0])), "The port opens."],
  ["UTF-8 that was read as Windows-1252", "a.txt", "The cafÃ© said â€œyesâ€\u009d.\nÃ la carte stays.", "The café said “yes”.\nÃ la carte stays.", /1 lines had been garbled/],
  ["what only looks like JSON", "a.txt", '{"a": the port opens}', '{"a": the port opens}', /looks like JSON/],
  ["plain text that begins with From", "a.txt", "From the port: all is well.\nFrom now on.", "From the port: all is well.\nFrom now on."],
];

describe("a file gives its articles", () => {
  for (const [what, name, given, expected, options] of TABLES) {
    it(what, async () => assert.deepEqual((await articles(given, name, options)).rows, expected));
  }
});

describe("a file gives its text", () => {
  for (const [what, name, given, expected, notice] of TEXTS) {
    it(what, async () => {
      const { texts, notices } = await read(bytes(given), { name });
      assert.deepEqual(texts.map((t) => t.text), [expected]);
      if (notice) assert.match(notices.join(), notice);
      else assert.deepEqual(notices, []);
    });
  }
});

it("an archive gives what is in it, and tells of what cannot be read", async () => {
  const zip = zipSync({ "b/two.txt": strToU8("The second."), "a.csv": strToU8(`title,text\nOne,${LONG}\n`), "x.bin": new Uint8Array(500), "__MACOSX/a.csv": strToU8("no"), "in.zip": zipSync({ "three.txt": strToU8("The third.") }) });
  const { texts, notices } = await read(zip, { name: "all.zip" });
  assert.deepEqual(texts.map((t) => t.name), ["all.zip/a.csv", "all.zip/b/two.txt", "all.zip/in.zip/three.txt"]);
  assert.equal(notices.length, 1);
  assert.match(notices[0], /^x\.bin: .*not text/);
});

it("dates that cannot be read are told of and are none", async () => {
  const { rows, notices } = await articles(`title,date,text\nOne,03/04/2024,${LONG}\n`, "a.csv");
  assert.deepEqual(rows, ["One | - - | - | - | -"]);
  assert.match(notices.join(), /1 of 1 dates could not be read \(day and month/);
});

it("text from a PDF, with the reader that the caller gives", async () => {
  const pdf = minimalPdf(["Harbour opens", "", "The har-", "bour of Varrona opened", "again on Friday."]);
  const { texts } = await read(pdf, { name: "a.pdf", pdf: () => import("pdfjs-dist/legacy/build/pdf.mjs") });
  assert.deepEqual(texts.map((t) => t.text), ["Harbour opens\n\nThe harbour of Varrona opened again on Friday."]);
  const ours = await read(pdf, { name: "a.pdf" });
  assert.deepEqual(ours.texts, texts, "the reader that is installed");
});

const REFUSED = [
  ["a table without a clear column", "a.csv", "a,b\n1,2\n", { code: "unclear-columns", columns: ["a", "b"], rows: [["1", "2"]] }],
  ["a column that is not there", "a.csv", "a,b\n1,2\n", { code: "invalid-option", option: "columns.text" }, { columns: { text: "c" } }],
  ["a role that is none", "a.csv", "a,b\n1,2\n", { code: "invalid-option", option: "columns.colour" }, { columns: { colour: "a" } }],
  ["an archive that is broken", "a.zip", "PK\x03\x04 and nothing", { code: "invalid-input" }],
  ["a picture", "a.txt", new Uint8Array(1000), { code: "invalid-input" }],
  ["RTF", "a.rtf", "{\\rtf1 text}", { code: "invalid-input", message: /RTF/ }],
  ["a broken PDF", "a.pdf", "%PDF-1.4 and nothing", { code: "invalid-input" }],
  ["no bytes", "a.txt", 7, { code: "invalid-input" }],
];
for (const [what, name, given, expected, options] of REFUSED) {
  it(`refuses ${what}`, async () => {
    await assert.rejects(read(typeof given === "number" ? /** @type {any} */ (given) : bytes(given), { name, ...options }), (error) => {
      assert.ok(error instanceof ComentionError, String(error));
      for (const [key, value] of Object.entries(expected)) value instanceof RegExp ? assert.match(error[key], value) : assert.deepEqual(error[key], value);
      return true;
    });
  });
}

it("stops when told to", async () => {
  await assert.rejects(read(strToU8("x"), { signal: AbortSignal.abort() }), { code: "aborted" });
});

it("nothing gives nothing", async () => {
  for (const [name, text] of [["a.txt", ""], ["a.csv", "title,text\n"], ["a.json", "[]"], ["a.xml", "<?xml version='1.0'?><rss></rss>"]]) {
    assert.deepEqual((await read(strToU8(text), { name })).texts, [], name);
  }
});
