/** The package's objects over a transport: the same in a worker and in this thread. */
import { numbers, version } from "./engine.js";
import { ComentionError, aborted, closed } from "./errors.js";
import { textOf } from "./input.js";
import { RETRY } from "./protocol.js";
import { decoded } from "./wire.js";

/** @param {string} option @param {unknown} value @param {string} accepted */
function wrong(option, value, accepted) {
  const got = value === null ? "null" : typeof value === "object" ? Object.prototype.toString.call(value) : String(value);
  return new ComentionError("invalid-option", `option \`${option}\`: got ${got}, expected ${accepted}`, { option, value: got, accepted });
}

/**
 * Options taken apart: those of the call, and those for the engine, copied so that no getter and no change
 * reaches it later. What is `undefined` is not set.
 * @param {any} options
 * @returns {{ call: import("./types.js").CallOptions, own: Record<string, unknown> }}
 */
function settings(options = {}) {
  if (options === null || typeof options !== "object") throw wrong("options", options, "an object");
  const { signal, onProgress, ...rest } = options;
  if (signal !== undefined && !(signal instanceof AbortSignal)) throw wrong("signal", signal, "an AbortSignal");
  if (onProgress !== undefined && typeof onProgress !== "function") throw wrong("onProgress", onProgress, "a function");
  /** @type {Record<string, unknown>} */
  const own = {};
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    try {
      // What cannot change need not be copied: the first copy takes Node some milliseconds.
      own[name] = /^(string|number|boolean)$/.test(typeof value) ? value : structuredClone(value);
    } catch {
      throw wrong(name, value, "plain data");
    }
  }
  return { call: { signal, onProgress }, own };
}

/** @param {unknown} text */
function mustBeString(text) {
  if (typeof text !== "string") throw new ComentionError("invalid-input", `got ${text === null ? "null" : typeof text}, expected a string`);
}

/** Makes a request again when the engine was started anew under it. @template T @param {() => Promise<T>} attempt */
async function persistent(attempt) {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (error !== RETRY) throw error;
    }
  }
}

/** The promise, or `aborted` as soon as the signal says so. @template T @param {Promise<T>} promise @param {AbortSignal} [signal] @returns {Promise<T>} */
function untilAborted(promise, signal) {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const stop = () => reject(aborted());
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
    const done = () => signal.removeEventListener("abort", stop);
    promise.then(resolve, reject).then(done, done);
  });
}

/**
 * Where a corpus is: its number at the engine, in which of the engine's lives.
 * @typedef {{ transport: import("./protocol.js").Transport, id: number, generation: number }} Place
 */

/** @param {Place} place */
function free({ transport, id, generation }) {
  if (generation === transport.generation()) transport.request("close", { corpus: id }, { generation }).catch(() => {});
}

/** Frees at the engine what was let go of without being closed. @type {FinalizationRegistry<Place>} */
const forgotten = new FinalizationRegistry(free);

/**
 * @param {import("./protocol.js").Transport} transport
 * @returns {import("./types.js").Corpus}
 */
function corpusOver(transport) {
  /** What was done to the corpus, in order, to be done again at an engine that was started anew. @type {Array<[op: string, args: any]>} */
  const history = [];
  /** @type {Place} */
  const place = { transport, id: -1, generation: -1 };
  // Whoever can still ask something of the corpus holds its history.
  forgotten.register(history, place, place);
  let over = false;

  /** @type {Promise<void> | null} */
  let feeding = null;
  /** Sees to it that the engine has the corpus as it should be. */
  const ready = () =>
    (feeding ??= persistent(async () => {
      const generation = transport.generation();
      if (place.generation === generation) return;
      const id = await transport.request("create", {}, { generation });
      for (const [op, args] of history) await transport.request(op, { corpus: id, ...args }, { generation });
      Object.assign(place, { id, generation });
    }).finally(() => {
      feeding = null;
    }));

  /** @param {string} op @param {any} args @param {import("./types.js").CallOptions} [call] */
  const request = (op, args, call) =>
    persistent(async () => {
      if (over) throw closed();
      await untilAborted(ready(), call?.signal);
      return transport.request(op, { corpus: place.id, ...args }, { ...call, generation: place.generation });
    });

  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  /**
   * One after the other, so that an answer is about what was added before it was asked for.
   * @template T @param {AbortSignal | undefined} signal @param {() => Promise<T>} work @returns {Promise<T>}
   */
  const inOrder = (signal, work) => {
    const before = last;
    const result = untilAborted(before, signal).then(work);
    // An aborted call does not let the next one pass those before it.
    last = Promise.allSettled([before, result]);
    return result;
  };

  /** @param {string} question */
  const asking = (question) => async (/** @type {any} */ options = {}) => {
    const { call, own } = settings(options);
    return inOrder(call.signal, async () => decoded(await request("ask", { question, options: own }, call)));
  };
  const explain = asking("explain");
  return {
    async add(input, options) {
      const { call, own } = settings(options);
      const { corrections, ...unknown } = own;
      for (const [name, value] of Object.entries(unknown)) throw wrong(name, value, "no such option; there are corrections, signal, onProgress");
      return inOrder(call.signal, async () => {
        if (over) throw closed();
        const args = { text: await textOf(input, call.signal), corrections };
        const rows = await decoded(await request("add", args, call));
        history.push(["add", args]);
        return rows;
      });
    },
    remove: (article) =>
      inOrder(undefined, async () => {
        const done = await request("remove", { article });
        if (done) history.push(["remove", { article }]);
        return done;
      }),
    rules: (rules) => {
      const { own } = settings({ rules });
      return inOrder(undefined, async () => {
        await request("rules", { rules: own.rules ?? [] });
        history.push(["rules", { rules: own.rules ?? [] }]);
      });
    },
    stopwords: (stopwords) => {
      const list = asking("stopwords");
      if (!stopwords) return list();
      const { own } = settings(stopwords);
      return inOrder(undefined, async () => {
        await request("stopwords", { stopwords: own });
        history.push(["stopwords", { stopwords: own }]);
      }).then(() => list());
    },
    articles: asking("articles"),
    notices: asking("notices"),
    totals: asking("totals"),
    entities: asking("entities"),
    mentions: asking("mentions"),
    suggestions: asking("suggestions"),
    keywords: asking("keywords"),
    pairs: asking("pairs"),
    network: asking("network"),
    communities: asking("communities"),
    contexts: asking("contexts"),
    explain: async (options) => {
      const { pair, ...rest } = await explain(options);
      // The engine has them in the order of the articles.
      rest.sources?.sort((/** @type {any} */ a, /** @type {any} */ b) => b.count - a.count || (a.source < b.source ? -1 : 1));
      return pair ? { pair: pair[0], ...rest } : rest;
    },
    triads: asking("triads"),
    timeline: asking("timeline"),
    compare: asking("compare"),
    positions: asking("positions"),
    report: asking("report"),
    counts: asking("counts"),
    close: async () => {
      if (over) return;
      over = true;
      forgotten.unregister(place);
      await Promise.allSettled([last, feeding]);
      history.length = 0;
      free(place);
    },
  };
}

/**
 * @param {import("./protocol.js").Transport} transport
 * @returns {import("./types.js").Comention}
 */
export function comentionOver(transport) {
  /** One text, some questions. @param {unknown} text @param {Array<[string, object]>} questions @param {import("./types.js").CallOptions} call */
  const once = async (text, questions, call) => {
    mustBeString(text);
    const answers = await persistent(() => transport.request("once", { text, questions }, call));
    return Promise.all(answers.map(decoded));
  };
  /** @param {string} question */
  const asking = (question) => async (/** @type {unknown} */ text, /** @type {any} */ options) => {
    const { call, own } = settings(options);
    const [answer] = await once(text, [[question, own]], call);
    return answer;
  };
  return {
    version: version(),
    analyze: asking("report"),
    segment: asking("segment"),
    async mentions(text, options) {
      const { call, own } = settings(options);
      const [entities, mentions] = await once(text, [["entities", { limit: 1_000_000, ...own }], ["mentions", own]], call);
      return { entities, mentions };
    },
    keywords: asking("keywords"),
    corpus: async () => corpusOver(transport),
    ...numbers,
    close: async () => transport.close(),
  };
}
