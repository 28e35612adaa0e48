/** The package's objects over a transport: the same in a worker and in this thread. */
import { ComentionError, plain, revived } from "./errors.js";
import { textOf } from "./input.js";
import { RETRY, closed } from "./protocol.js";
import { decoded } from "./wire.js";

/** @typedef {import("./types.js")} Types */

/** Options without what is for the client, and without what is not set. @param {any} options */
function settings(options = {}) {
  if (options === null || typeof options !== "object") {
    throw new ComentionError("invalid-option", `option \`options\`: got ${options}, expected an object`, { option: "options", value: String(options), accepted: "an object" });
  }
  return Object.fromEntries(Object.entries(options).filter(([name, value]) => name !== "signal" && name !== "onProgress" && value !== undefined));
}

/** @param {any} [options] */
const call = (options) => ({ signal: options?.signal, onProgress: options?.onProgress });

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

/**
 * @param {import("./protocol.js").Transport} transport
 * @returns {import("./types.js").Corpus}
 */
function corpusOver(transport) {
  // What the corpus holds, so that it can be fed again to an engine that was started anew.
  /** @type {string[]} */
  const texts = [];
  /** @type {number[]} */
  const removed = [];
  let id = -1;
  let generation = -1;
  let over = false;

  /** @param {string} op @param {any} args @param {any} [options] */
  const request = (op, args, options) =>
    persistent(async () => {
      if (over) throw closed();
      if (generation !== transport.generation()) {
        const now = transport.generation();
        id = await transport.request("create", {});
        for (const text of texts) await transport.request("add", { corpus: id, text });
        for (const article of removed) await transport.request("remove", { corpus: id, article });
        generation = now;
      }
      return transport.request(op, { corpus: id, ...args }, call(options));
    });
  // One after the other, so that an answer is about what was added before it was asked for.
  let last = Promise.resolve();
  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  const inOrder = (work) => {
    const result = last.then(work);
    last = result.then(() => {}, () => {});
    return result;
  };
  /** @param {string} question */
  const asking = (question) => async (/** @type {any} */ options = {}) => {
    const own = settings(options);
    return inOrder(async () => decoded(await request("ask", { question, options: own }, options)));
  };
  const explain = asking("explain");
  return {
    add: (input, options) =>
      inOrder(async () => {
        const text = await textOf(input, options?.signal);
        const rows = decoded(await request("add", { text }, options));
        texts.push(text);
        return rows;
      }),
    remove: (article) =>
      inOrder(async () => {
        const done = await request("remove", { article });
        if (done) removed.push(article);
        return done;
      }),
    articles: asking("articles"),
    notices: asking("notices"),
    totals: asking("totals"),
    entities: asking("entities"),
    mentions: asking("mentions"),
    keywords: asking("keywords"),
    pairs: asking("pairs"),
    network: asking("network"),
    contexts: asking("contexts"),
    explain: async (options) => {
      const { pair, ...rest } = await explain(options);
      return { pair: pair[0], ...rest };
    },
    timeline: asking("timeline"),
    report: asking("report"),
    counts: asking("counts"),
    close: async () => {
      if (over) return;
      if (generation === transport.generation()) await request("close", {}).catch(() => {});
      over = true;
    },
  };
}

/**
 * @param {import("./protocol.js").Transport} transport
 * @param {Record<string, (...args: any[]) => any>} numbers
 * @param {string} version
 * @returns {import("./types.js").Comention}
 */
export function comentionOver(transport, numbers, version) {
  /** @param {string} question @param {any} text @param {any} [options] */
  const once = async (question, text, options) => {
    if (typeof text !== "string") throw new ComentionError("invalid-input", `got ${text === null ? "null" : typeof text}, expected a string`);
    const questions = [[question, settings(options)]];
    const [answer] = await persistent(() => transport.request("once", { text, questions }, call(options)));
    return decoded(answer);
  };
  /** @param {(...args: any[]) => any} compute */
  const pure = (compute) => (/** @type {any[]} */ ...args) => {
    try {
      return compute(...args);
    } catch (error) {
      throw revived(plain(error));
    }
  };
  return {
    version,
    analyze: (text, options) => once("report", text, options),
    segment: (text, options) => once("segment", text, options),
    async mentions(text, options) {
      if (typeof text !== "string") throw new ComentionError("invalid-input", `got ${text === null ? "null" : typeof text}, expected a string`);
      const own = settings(options);
      const questions = [["entities", { limit: 1_000_000, ...own }], ["mentions", own]];
      const [entities, mentions] = await persistent(() => transport.request("once", { text, questions }, call(options)));
      return { entities: decoded(entities), mentions: decoded(mentions) };
    },
    keywords: (text, options) => once("keywords", text, options),
    corpus: async () => corpusOver(transport),
    association: pure(numbers.association),
    keyness: pure(numbers.keyness),
    dispersion: pure(numbers.dispersion),
    adjust: pure(numbers.adjust),
    graph: pure(numbers.graph),
    close: async () => transport.close(),
  };
}
