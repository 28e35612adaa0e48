/**
 * Columns to rows. The engine answers with typed arrays and string tables, which cross a worker's
 * boundary fast; here they become the plain objects of `types.js`.
 *
 * @typedef {{ kind: "u32", values: Uint32Array, nullable?: boolean }
 *   | { kind: "f64", values: Float64Array }
 *   | { kind: "text", text: string, ends: Uint32Array, at: Uint32Array }
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
 * The values of a column, a row each; stops after each column, so that others have their turn.
 * @param {Column} column
 * @param {number} rows
 * @returns {Generator<void, any[], void>}
 */
function* valuesOf(column, rows) {
  const out = new Array(rows);
  switch (column.kind) {
    case "u32": {
      const { values, nullable } = column;
      for (let i = 0; i < rows; i++) out[i] = nullable && values[i] === NONE ? null : values[i];
      return out;
    }
    case "f64": {
      const { values } = column;
      for (let i = 0; i < rows; i++) out[i] = Number.isNaN(values[i]) ? null : values[i];
      return out;
    }
    case "text": {
      const { text, ends, at } = column;
      const forms = new Array(ends.length);
      for (let i = 0, start = 0; i < forms.length; start = ends[i++]) forms[i] = text.slice(start, ends[i]);
      for (let i = 0; i < rows; i++) out[i] = at[i] === NONE ? null : forms[at[i]];
      return out;
    }
    case "choice": {
      const { names, values } = column;
      for (let i = 0; i < rows; i++) out[i] = names[values[i]];
      return out;
    }
    case "list": {
      const { ends } = column;
      const all = yield* valuesOf(column.of, rows ? ends[rows - 1] : 0);
      for (let i = 0, start = 0; i < rows; start = ends[i++]) out[i] = all.slice(start, ends[i]);
      return out;
    }
    case "struct": {
      const { fields, missing } = column;
      if (!missing) return yield* objectsOf(fields, rows);
      // Only the objects that there are have a place in the fields.
      let there = 0;
      for (let i = 0; i < rows; i++) there += 1 - missing[i];
      const objects = yield* objectsOf(fields, there);
      for (let i = 0, next = 0; i < rows; i++) out[i] = missing[i] ? null : objects[next++];
      return out;
    }
    case "array": {
      const { ends, values } = column;
      for (let i = 0, start = 0; i < rows; start = ends[i++]) out[i] = values.slice(start, ends[i]);
      return out;
    }
  }
}

/**
 * Columns as objects, column by column: objects that are made with all their fields and filled later share
 * their shape, and what reads a column does nothing else meanwhile.
 * @param {Record<string, Column>} columns
 * @param {number} rows
 * @returns {Generator<void, any[], void>}
 */
function* objectsOf(columns, rows) {
  const names = Object.keys(columns);
  const make = MAKE[names.join()];
  if (make) {
    const read = [];
    for (const name of names) {
      read.push(yield* valuesOf(columns[name], rows));
      yield;
    }
    const [first, second, third] = read;
    return first.map((value, i) => make(value, second[i], third?.[i]));
  }
  const empty = Object.fromEntries(names.map((name) => [name, null]));
  /** @type {any[]} */
  const out = new Array(rows);
  for (let i = 0; i < rows; i++) out[i] = { ...empty };
  yield;
  for (const [name, column] of Object.entries(columns)) {
    // Of most columns of what was found, no row has any.
    if (column.kind === "struct" && column.missing?.indexOf(0) === -1) continue;
    const values = yield* valuesOf(column, rows);
    for (let i = 0; i < rows; i++) if (values[i] !== null) out[i][name] = values[i];
    yield;
  }
  return out;
}

/**
 * The objects of which an answer has most, by their fields: written down like this, none
 * of their fields has to be looked for.
 * @type {Record<string, (x: any, y: any, z?: any) => object>}
 */
const MAKE = {
  "start,end": (start, end) => ({ start, end }),
  "start,end,rule": (start, end, rule) => ({ start, end, rule }),
  "rule,start,end": (rule, start, end) => ({ rule, start, end }),
};

/** @param {any} answer @returns {Generator<void, any, void>} */
function* inSteps(answer) {
  if (answer === null || typeof answer !== "object" || ArrayBuffer.isView(answer)) return answer;
  if (typeof answer.rows === "number" && answer.columns) return yield* objectsOf(answer.columns, answer.rows);
  /** @type {any} */
  const out = Array.isArray(answer) ? [] : {};
  for (const [name, value] of Object.entries(answer)) out[name] = yield* inSteps(value);
  return out;
}

/** For so long, in ms, rows are made at a stretch. */
const STRETCH = 8;

/**
 * An answer with every table in it turned into rows, letting others have their turn meanwhile: a table may have a
 * hundred thousand of them.
 * @param {any} answer
 * @returns {Promise<any>}
 */
export async function decoded(answer) {
  const steps = inSteps(answer);
  for (let end = performance.now() + STRETCH; ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < end) continue;
    await new Promise((resolve) => setTimeout(resolve));
    end = performance.now() + STRETCH;
  }
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
