/** Columns to rows: every kind of column. */
import assert from "node:assert/strict";
import { it } from "node:test";

import { buffersOf, decoded } from "../../js/wire.js";

const u32 = (...values) => ({ kind: "u32", values: Uint32Array.from(values) });
const text = (cells) => {
  const forms = [...new Set(cells.filter((c) => c !== null))];
  const at = Uint32Array.from(cells, (c) => (c === null ? 0xffffffff : forms.indexOf(c)));
  let all = "";
  return { kind: "text", ends: Uint32Array.from(forms, (f) => (all += f).length), text: all, at };
};

const COLUMNS = [
  ["u32", u32(0, 4294967295), [0, 4294967295]],
  ["u32 that can be null", { ...u32(0, 4294967295), nullable: true }, [0, null]],
  ["f64", { kind: "f64", values: Float64Array.of(-0.5, NaN) }, [-0.5, null]],
  ["text, by UTF-16", text(["😀é", ""]), ["😀é", ""]],
  ["text that can be null", text([null, "x"]), [null, "x"]],
  ["the same text twice", text(["x", "x"]), ["x", "x"]],
  ["choice", { kind: "choice", names: ["person", "place"], values: Uint8Array.of(1, 0) }, ["place", "person"]],
  ["list", { kind: "list", ends: Uint32Array.of(0, 3), of: text(["a", "b", "c"]) }, [[], ["a", "b", "c"]]],
  ["list of lists", { kind: "list", ends: Uint32Array.of(1, 2), of: { kind: "list", ends: Uint32Array.of(2, 2), of: u32(7, 8) } }, [[[7, 8]], [[]]]],
  ["struct", { kind: "struct", fields: { a: u32(1, 2), b: text(["x", "y"]) } }, [{ a: 1, b: "x" }, { a: 2, b: "y" }]],
  ["struct of a place", { kind: "struct", fields: { start: u32(1), end: u32(2), rule: text(["r"]) }, missing: Uint8Array.of(0, 1) }, [{ start: 1, end: 2, rule: "r" }, null]],
  ["struct of a cut", { kind: "struct", fields: { rule: text(["r", null]), start: u32(1, 3), end: u32(2, 4) } }, [{ rule: "r", start: 1, end: 2 }, { rule: null, start: 3, end: 4 }]],
  ["struct that can be null", { kind: "struct", fields: { a: u32(2) }, missing: Uint8Array.of(1, 0) }, [null, { a: 2 }]],
  ["array, of its own", { kind: "array", ends: Uint32Array.of(2, 3), values: Uint32Array.of(5, 6, 7) }, [Uint32Array.of(5, 6), Uint32Array.of(7)]],
];

for (const [what, column, expected] of COLUMNS) {
  it(what, async () => assert.deepEqual(await decoded({ rows: 2, columns: { c: column } }), expected.map((c) => ({ c }))));
}

it("tables are found wherever they are; all else stays", async () => {
  const table = { rows: 1, columns: { n: u32(3) } };
  const bytes = Uint8Array.of(1, 2);
  assert.deepEqual(await decoded({ total: 1, rows: table, none: null, list: [table, "x"], bytes }), { total: 1, rows: [{ n: 3 }], none: null, list: [[{ n: 3 }], "x"], bytes });
  assert.deepEqual(await decoded({ rows: 0, columns: {} }), []);
});

it("a long table lets others have their turn", async () => {
  const rows = 300_000;
  const columns = Object.fromEntries(["a", "b", "c", "d"].map((name) => [name, { kind: "u32", values: new Uint32Array(rows).fill(7) }]));
  let turns = 0;
  const turn = setInterval(() => { turns++; });
  const found = await decoded({ rows, columns });
  clearInterval(turn);
  assert.deepEqual([found.length, found.at(-1)], [rows, { a: 7, b: 7, c: 7, d: 7 }]);
  assert.ok(turns > 0);
});

it("large arrays are handed over, small ones copied", () => {
  const large = new Float64Array(10_000);
  assert.deepEqual(buffersOf({ a: { rows: 1, columns: { x: { kind: "f64", values: large }, y: u32(1) } }, b: [null, "text", 7] }), [large.buffer]);
});
