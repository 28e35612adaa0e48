/** Answers as `Value::dump` in `src/report/columns.rs` writes them. */

const view = new DataView(new ArrayBuffer(8));
const bits = (x) => {
  if (x === null || Number.isNaN(x)) return "null";
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
};
const quoted = (text) => `"${text.replace(/["\\]/g, "\\$&").replace(/[\u0000-\u001f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
const list = (array) => Array.from(array).join(" ");

/** @param {any} answer @param {string} [path] @returns {string} */
export function dump(answer, path = "") {
  if (answer === null) return `${path} null\n`;
  if (typeof answer === "boolean") return `${path} ${answer}\n`;
  if (typeof answer === "number") return `${path} ${bits(answer)}\n`;
  if (typeof answer === "string") return `${path} ${quoted(answer)}\n`;
  if (answer instanceof Uint8Array) return `${path} bytes ${Buffer.from(answer).toString("hex")}\n`;
  if (Array.isArray(answer)) return answer.map((inner, i) => dump(inner, `${path}[${i}]`)).join("");
  if (typeof answer.rows === "number" && answer.columns) {
    const columns = Object.entries(answer.columns).map(([name, column]) => dumpColumn(column, `${path}/${name}`, answer.rows));
    return `${path} rows ${answer.rows}\n${columns.join("")}`;
  }
  return Object.entries(answer).map(([name, inner]) => dump(inner, `${path}.${name}`)).join("");
}

function dumpColumn(column, path, rows) {
  const { kind, values, ends, at } = column;
  switch (kind) {
    case "u32":
      return `${path} ${Array.from(values, (v) => (column.nullable && v === 0xffffffff ? "null" : v)).join(" ")}\n`;
    case "f64":
      return `${path} ${Array.from(values, bits).join(" ")}\n`;
    case "choice":
      return `${path} ${Array.from(values, (v) => column.names[v]).join(" ")}\n`;
    case "text":
      return `${path} ${Array.from(at, (form) => (form === 0xffffffff ? "null" : quoted(column.text.slice(form ? ends[form - 1] : 0, ends[form])))).join(" ")}\n`;
    case "list":
      return `${dumpColumn(column.of, `${path}[]`, ends.at(-1) ?? 0)}${path} ${list(ends)}\n`;
    case "struct": {
      const present = Array.from({ length: rows }, (_, i) => (column.missing?.[i] ? 0 : 1));
      const there = present.filter(Boolean).length;
      const fields = Object.entries(column.fields).map(([name, inner]) => dumpColumn(inner, `${path}.${name}`, there));
      return `${fields.join("")}${path} ${present.join(" ")}\n`;
    }
    case "array":
      return `${path} ${[...ends, ...values].join(" ")}\n`;
    default:
      throw new Error(`no such column: ${kind}`);
  }
}
