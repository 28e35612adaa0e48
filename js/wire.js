/**
 * Columns to rows. The engine answers with typed arrays and string tables, which cross a worker's
 * boundary fast; here they become the plain objects of `types.js`.
 *
 * @typedef {{ kind: "u32", values: Uint32Array, nullable?: boolean }
 *   | { kind: "f64", values: Float64Array }
 *   | { kind: "text", text: string, ends: Uint32Array, missing?: Uint8Array }
 *   | { kind: "choice", names: string[], values: Uint8Array }
 *   | { kind: "list", ends: Uint32Array, of: Column }
 *   | { kind: "struct", fields: Record<string, Column>, missing?: Uint8Array }
 *   | { kind: "array", ends: Uint32Array, values: Uint32Array }} Column
 * @typedef {{ rows: number, columns: Record<string, Column> }} Table
 */

const NONE = 0xffffffff;

/** In bytes: below, a copy costs less than handing over. */
const LARGE = 16_384;

/**
 * A function that gives the value of a row.
 * @param {Column} column
 * @returns {(row: number) => any}
 */
function reader(column) {
  switch (column.kind) {
    case "u32": {
      const { values, nullable } = column;
      return nullable ? (i) => (values[i] === NONE ? null : values[i]) : (i) => values[i];
    }
    case "f64": {
      const { values } = column;
      return (i) => (Number.isNaN(values[i]) ? null : values[i]);
    }
    case "text": {
      const { text, ends, missing } = column;
      return (i) => (missing?.[i] ? null : text.slice(i === 0 ? 0 : ends[i - 1], ends[i]));
    }
    case "choice": {
      const { names, values } = column;
      return (i) => names[values[i]];
    }
    case "list": {
      const { ends } = column;
      const inner = reader(column.of);
      return (i) => {
        const list = [];
        for (let j = i === 0 ? 0 : ends[i - 1]; j < ends[i]; j++) list.push(inner(j));
        return list;
      };
    }
    case "struct": {
      const fields = Object.entries(column.fields).map(([name, field]) => /** @type {const} */ ([name, reader(field)]));
      const { missing } = column;
      return (i) => {
        if (missing?.[i]) return null;
        /** @type {Record<string, unknown>} */
        const object = {};
        for (const [name, read] of fields) object[name] = read(i);
        return object;
      };
    }
    case "array": {
      const { ends, values } = column;
      return (i) => values.slice(i === 0 ? 0 : ends[i - 1], ends[i]);
    }
  }
}

/**
 * @param {Table} table
 * @returns {any[]}
 */
export function rowsOf({ rows, columns }) {
  const fields = Object.entries(columns).map(([name, column]) => /** @type {const} */ ([name, reader(column)]));
  const out = new Array(rows);
  for (let i = 0; i < rows; i++) {
    /** @type {Record<string, unknown>} */
    const row = {};
    for (const [name, read] of fields) row[name] = read(i);
    out[i] = row;
  }
  return out;
}

/**
 * An answer with every table in it turned into rows.
 * @param {any} answer
 * @returns {any}
 */
export function decoded(answer) {
  if (answer === null || typeof answer !== "object" || ArrayBuffer.isView(answer)) return answer;
  if (Array.isArray(answer)) return answer.map(decoded);
  if (typeof answer.rows === "number" && answer.columns) return rowsOf(answer);
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, decoded(value)]));
}

/**
 * The buffers in an answer that are large enough to be handed over rather than copied.
 * @param {any} answer
 * @param {ArrayBuffer[]} [found]
 * @returns {ArrayBuffer[]}
 */
export function buffersOf(answer, found = []) {
  if (ArrayBuffer.isView(answer)) {
    if (answer.byteLength >= LARGE) found.push(/** @type {ArrayBuffer} */ (answer.buffer));
  } else if (answer !== null && typeof answer === "object") {
    for (const inner of Object.values(answer)) buffersOf(inner, found);
  }
  return found;
}
