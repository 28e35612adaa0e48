/**
 * The engine in this thread: corpora by number, and the operations that both clients ask for.
 * Everything here is synchronous; what is thrown is the engine's own error.
 */
import init, * as wasm from "../pkg/comention.js";

const encoder = new TextEncoder();

/** @type {Promise<WebAssembly.Memory> | undefined} */
let started;

/**
 * Starts the engine in this thread, once; after a failure it can be tried again.
 * @param {WebAssembly.Module} module
 */
export function start(module) {
  started ??= init({ module_or_path: module }).then(
    (exports) => exports.memory,
    (error) => {
      started = undefined;
      throw error;
    },
  );
  return started;
}

/** The statistics on their own. */
export const numbers = {
  association: wasm.association,
  keyness: wasm.keyness,
  dispersion: wasm.dispersion,
  adjust: wasm.adjust,
  graph: wasm.graph,
};

export const version = () => wasm.Engine.version();

/**
 * Writes text into the engine's memory; gives the bytes written.
 * A lone surrogate becomes U+FFFD, one unit for one unit, so offsets stay right.
 * @param {wasm.Engine} engine
 * @param {WebAssembly.Memory} memory
 * @param {string} text
 */
function write(engine, memory, text) {
  let written = 0;
  let rest = text;
  // Most text is nearly all ASCII: room for an eighth more, then for the worst case of what is left.
  let room = text.length + (text.length >> 3) + 16;
  for (;;) {
    const pointer = engine.reserve(room) >>> 0;
    const target = new Uint8Array(memory.buffer, pointer + written, room - written);
    const done = encoder.encodeInto(rest, target);
    written += done.written;
    if (done.read === rest.length) return written;
    rest = rest.slice(done.read);
    room = written + rest.length * 3;
  }
}

/**
 * @param {WebAssembly.Memory} memory
 */
export function operations(memory) {
  /** @type {Map<number, wasm.Engine>} */
  const corpora = new Map();
  let next = 0;
  const fresh = () => new wasm.Engine();
  /** @param {number} id */
  const corpus = (id) => {
    const engine = corpora.get(id);
    if (!engine) throw new Error(`no corpus ${id}`);
    return engine;
  };
  /**
   * @param {wasm.Engine} engine
   * @param {string} text
   * @param {((stage: string, done: number, total: number) => void) | undefined} progress
   */
  const add = (engine, text, progress) => engine.add(write(engine, memory, text), progress);

  return {
    create() {
      corpora.set(next, fresh());
      return next++;
    },
    /** @param {{ corpus: number, text: string }} args @param {any} progress */
    add: (args, progress) => add(corpus(args.corpus), args.text, progress),
    /** @param {{ corpus: number, article: number }} args */
    remove: (args) => corpus(args.corpus).remove(args.article),
    /** @param {{ corpus: number, question: string, options: object }} args */
    ask: (args) => corpus(args.corpus).ask(args.question, args.options),
    /** @param {{ corpus: number }} args */
    close(args) {
      corpora.get(args.corpus)?.free();
      corpora.delete(args.corpus);
    },
    /** One text, some questions, nothing kept. @param {{ text: string, questions: Array<[string, object]> }} args @param {any} progress */
    once(args, progress) {
      const engine = fresh();
      add(engine, args.text, progress);
      const answers = args.questions.map(([question, options]) => engine.ask(question, options));
      engine.free();
      return answers;
    },
  };
}

/** @typedef {ReturnType<typeof operations>} Operations */
