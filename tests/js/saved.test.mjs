/** What is saved: whole, and made in pieces that give the page its turn. */
import assert from "node:assert/strict";
import { it } from "node:test";

import { tableFile } from "../../www/export/tables.js";
import { xlsx } from "../../www/export/xlsx.js";

const columns = ["Name", "Mentions"];
const table = (n) => ({ columns, rows: Array.from({ length: n }, (_, i) => [`name ${i}`, i]) });

/** How often others had their turn while something was made. @param {() => Promise<any>} make */
async function turns(make) {
  let n = 0;
  const timer = setInterval(() => n++, 0);
  const made = await make();
  clearInterval(timer);
  return { made, n };
}

it("a table in pieces is the table", async () => {
  for (const n of [0, 1, 999, 1000, 1001, 2500]) {
    const { rows } = table(n);
    const csv = (await (await tableFile("CSV", table(n), "text/csv")).text()).split("\r\n");
    assert.deepEqual([csv.length, csv[0], csv.at(-1)], [n + 2, "Name,Mentions", ""]);
    if (n) assert.equal(csv[n], `name ${n - 1},${n - 1}`);
    const tsv = (await (await tableFile("TSV", table(n), "")).text()).split("\n");
    assert.deepEqual([tsv.length, tsv[0]], [n + 2, "Name\tMentions"]);
    const json = JSON.parse(await (await tableFile("JSON", table(n), "")).text());
    assert.deepEqual(json, rows.map(([Name, Mentions]) => ({ Name, Mentions })));
  }
});

it("a mark tells spreadsheets that CSV is UTF-8, and a name is no formula", async () => {
  const file = await tableFile("CSV", { columns, rows: [["=1+1", 2], ["a, “b”", 3]] }, "text/csv");
  assert.deepEqual([file.type, [...new Uint8Array(await file.slice(0, 3).arrayBuffer())]], ["text/csv", [0xef, 0xbb, 0xbf]]);
  assert.match(await file.text(), /^Name,Mentions\r\n'=1\+1,2\r\n"a, “b”",3\r\n$/);
});

it("others have their turn while much is made", async () => {
  const much = { columns, rows: Array.from({ length: 200_000 }, (_, i) => [`the name of somebody ${i}`, i]) };
  for (const make of [() => tableFile("JSON", much, ""), () => xlsx([{ title: "Names", ...much }])]) {
    const { made, n } = await turns(make);
    assert.ok(made.size > 100_000);
    assert.ok(n > 5, `${n} turns`);
  }
});
