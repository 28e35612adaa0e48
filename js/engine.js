/**
 * The engine in this thread: corpora by number, and the operations that both clients ask for.
 * All of it is synchronous but the coming of a language pack and of the engine's second part; what is thrown is
 * the engine's own error.
 */
import init, * as wasm from "../pkg/comention.js";
import { inNode } from "./disk.js";
import { ComentionError, plain, revived } from "./errors.js";
import { packsOf } from "./packs.js";

const encoder = new TextEncoder();


/** @type {Promise<unknown> | undefined} */
let started;

/**
 * Starts the engine in this thread, once; after a failure it can be tried again.
 * @param {WebAssembly.Module} module
 */
export function start(module) {
  // The glue asks for `Request`, and Node takes its time to load that; a browser may refuse to start at once.
  const begin = async () => (inNode ? wasm.initSync({ module }) : init({ module_or_path: module }));
  started ??= begin().catch((cause) => {
    started = undefined;
    throw new ComentionError("engine-unavailable", `the engine could not be started: ${cause.message}`, { cause });
  });
  return started;
}

/**
 * Starts the engine in this thread for text: with the names of English, which the engine keeps for all corpora.
 * @param {WebAssembly.Module} module
 */
export async function startForText(module) {
  const [names] = await Promise.all([packsOf("en"), start(module)]);
  const engine = new wasm.Engine();
  // Whoever started it before has given them already.
  if (engine.languages(0) !== "") for (const pack of names) give(engine, pack);
  engine.free();
}

/** What the engine throws where it needs its second part: see `src/later.rs`. */
const LATER = "later";

/**
 * Gives the module of the engine's second part.
 * @typedef {() => Promise<WebAssembly.Module>} Later
 */

/** What the second part was joined to: a crash of the engine takes it along. @type {object | undefined} */
let joined;

/** Puts the second part into the memory and the table of the first. @param {WebAssembly.Module} module */
async function join(module) {
  const first = wasm.initSync(/** @type {any} */ (undefined));
  if (joined === first) return;
  try {
    await WebAssembly.instantiate(module, { first: /** @type {any} */ (first) });
  } catch (cause) {
    throw new ComentionError("engine-unavailable", `the second part of the engine does not fit the first: ${/** @type {Error} */ (cause).message}`, { cause });
  }
  joined = first;
  wasm.arrived();
}

/**
 * Does what may need the second part: should it turn out so, once more when that is there. The engine says so
 * before it has done anything.
 * @template T
 * @param {Later} later
 * @param {() => T | Promise<T>} work
 * @returns {T | Promise<T>}
 */
function whole(later, work) {
  /** @param {unknown} error */
  const again = async (error) => {
    if (error !== LATER) throw error;
    const life = crashed;
    await join(await later());
    if (life !== crashed) throw new Error("it was started anew meanwhile");
    return work();
  };
  try {
    const value = work();
    return value instanceof Promise ? value.catch(again) : value;
  } catch (error) {
    // Not a promise when it need not be: an error of the engine is thrown at once.
    if (error !== LATER) throw error;
    return again(error);
  }
}

let crashed = 0;

/** How often the engine of this thread was started anew: whatever it held before is gone. */
export const crashes = () => crashed;

/**
 * Calls into the engine. Should it stop, which no text and no option can make it do, another instance takes
 * its place, and the caller learns of it by `engine-crashed`.
 * @template T
 * @param {() => T} work
 * @returns {T}
 */
export function guarded(work) {
  /** @param {unknown} error @returns {never} */
  const failed = (error) => {
    const what = plain(error);
    if (what.code === "engine-crashed") {
      crashed++;
      wasm.__wbg_reset_state();
    }
    throw revived(what, error);
  };
  try {
    const value = work();
    return value instanceof Promise ? /** @type {any} */ (value.catch(failed)) : value;
  } catch (error) {
    return failed(error);
  }
}

/** @template {(...args: any[]) => any} F @param {F} compute @returns {(...args: Parameters<F>) => any} */
const pure = (compute) => (...args) => guarded(() => compute(...args));

/** The statistics on their own. */
export const numbers = {
  association: pure(wasm.association),
  keyness: pure(wasm.keyness),
  dispersion: pure(wasm.dispersion),
  adjust: pure(wasm.adjust),
  graph: pure(wasm.graph),
};

export const version = () => wasm.Engine.version();

/** The largest paste in bytes, as `PASTE_LIMIT` in `src/corpus/mod.rs`. */
const LIMIT = 2 ** 31;

/**
 * Writes text into the engine's memory; gives the bytes written.
 * A lone surrogate becomes U+FFFD, one unit for one unit, so offsets stay right.
 * @param {wasm.Engine} engine
 * @param {string} text
 */
function write(engine, text) {
  let written = 0;
  let rest = text;
  // Most text is nearly all ASCII: room for an eighth more, then for the worst case of what is left.
  let room = text.length + (text.length >> 3) + 16;
  for (;;) {
    if (room > LIMIT) throw new ComentionError("too-large", `the paste has up to ${room} bytes, expected at most ${LIMIT}`);
    const pointer = engine.reserve(room) >>> 0;
    // Asked for anew each time: it is another one after the memory has grown.
    const { memory } = wasm.initSync(/** @type {any} */ (undefined));
    const done = encoder.encodeInto(rest, new Uint8Array(memory.buffer, pointer + written, room - written));
    written += done.written;
    if (done.read === rest.length) return written;
    rest = rest.slice(done.read);
    room = written + rest.length * 3;
  }
}

/** @param {Uint8Array | string} pack */
const textOf = (pack) => (typeof pack === "string" ? pack : new TextDecoder().decode(pack));

/**
 * Gives the engine a language pack: its bytes, or its text.
 * @param {wasm.Engine} engine
 * @param {Uint8Array | string} pack
 */
function give(engine, pack) {
  if (typeof pack === "string") return engine.pack(write(engine, pack));
  const pointer = engine.reserve(pack.length) >>> 0;
  const { memory } = wasm.initSync(/** @type {any} */ (undefined));
  new Uint8Array(memory.buffer, pointer, pack.length).set(pack);
  engine.pack(pack.length);
}

/**
 * Writes text into the engine's memory and sees to it that the engine has the packs of its languages, then
 * goes on with the bytes written: at once, unless a pack has to be fetched.
 * @template T
 * @param {Later} later
 * @param {wasm.Engine} engine
 * @param {string} text
 * @param {(bytes: number) => T | Promise<T>} next
 * @returns {T | Promise<T>}
 */
function taken(later, engine, text, next) {
  const bytes = write(engine, text);
  const wanted = engine.languages(bytes);
  if (wanted === "") return next(bytes);
  return Promise.all(wanted.split(" ").map(packsOf)).then(async (packs) => {
    for (const pack of packs.flat()) await whole(later, () => give(engine, pack));
    // Another text may have come in meanwhile.
    return next(write(engine, text));
  });
}

/** The engines that have the lists of pronouns. @type {WeakSet<wasm.Engine>} */
const refers = new WeakSet();

/**
 * Goes on once the engine has the lists of pronouns, where an option asks for them: at once, unless they have to be
 * fetched. Where they cannot be had the engine says so.
 * @template T
 * @param {Later} later
 * @param {wasm.Engine} engine
 * @param {any[]} options
 * @param {() => T | Promise<T>} next
 * @returns {T | Promise<T>}
 */
function referring(later, engine, options, next) {
  if (refers.has(engine) || !options.some((own) => own?.pronouns === true)) return next();
  return packsOf("he-and-she").then(async (packs) => {
    for (const pack of packs) await whole(later, () => give(engine, pack));
    if (packs.length) refers.add(engine);
    return next();
  });
}

/** @param {Later} later */
export function operations(later) {
  /** @type {Map<number, wasm.Engine>} */
  const corpora = new Map();
  let next = 0;
  /** @param {number} id */
  const corpus = (id) => {
    const engine = corpora.get(id);
    if (!engine) throw new Error(`no corpus ${id}`);
    return engine;
  };

  return {
    create() {
      corpora.set(next, new wasm.Engine());
      return next++;
    },
    /** @param {{ corpus: number, text: string, corrections?: object }} args @param {any} [progress] */
    add(args, progress) {
      const engine = corpus(args.corpus);
      return whole(later, () => taken(later, engine, args.text, (bytes) => engine.add(bytes, true, args.corrections, progress)));
    },
    /** @param {{ corpus: number, article: number }} args */
    remove: (args) => corpus(args.corpus).remove(args.article),
    /** @param {{ corpus: number, rules: object[] }} args */
    rules: (args) => whole(later, () => corpus(args.corpus).rules(args.rules)),
    /** @param {{ corpus: number, stopwords: object }} args */
    stopwords: (args) => whole(later, () => corpus(args.corpus).stopwords(args.stopwords)),
    /** @param {{ corpus: number, question: string, options: object }} args */
    ask(args) {
      const { reference } = /** @type {any} */ (args.options);
      const answer = (/** @type {object} */ options) => referring(later, corpus(args.corpus), [options], () => whole(later, () => corpus(args.corpus).ask(args.question, options)));
      if (reference === undefined || reference === null) return answer(args.options);
      // A language stands for its list of frequencies; where there is none the engine says what it wants.
      return packsOf(`${reference}-frequencies`).then(([list]) => answer({ ...args.options, reference: list ? textOf(list) : String(reference) }));
    },
    /** @param {{ corpus: number }} args */
    close(args) {
      corpora.get(args.corpus)?.free();
      corpora.delete(args.corpus);
    },
    /** One text, some questions, nothing kept. @param {{ text: string, questions: Array<[string, object]> }} args @param {any} [progress] */
    once(args, progress) {
      const engine = new wasm.Engine();
      /** @param {unknown} error @returns {never} */
      const failed = (error) => {
        // An engine that stopped takes its memory with it.
        if (plain(error).code !== "engine-crashed") engine.free();
        throw error;
      };
      try {
        const added = whole(later, () => taken(later, engine, args.text, (bytes) => engine.add(bytes, false, undefined, progress)));
        const asked = args.questions.map(([, options]) => options);
        const answer = () => referring(later, engine, asked, () => whole(later, () => args.questions.map(([question, options]) => engine.ask(question, options))));
        const answers = added instanceof Promise ? added.then(answer) : answer();
        /** @param {any[]} found */
        const answered = (found) => {
          engine.free();
          return found;
        };
        return answers instanceof Promise ? answers.then(answered, failed) : answered(answers);
      } catch (error) {
        return failed(error);
      }
    },
    clear() {
      for (const engine of corpora.values()) engine.free();
      corpora.clear();
    },
  };
}

/** @typedef {ReturnType<typeof operations>} Operations */
