/**
 * Requests to an engine, wherever it runs. A transport settles every request exactly once.
 *
 * @typedef {object} Transport
 * @property {() => number} generation Grows whenever the engine was started anew and forgot its corpora.
 * @property {(op: string, args: any, options?: import("./types.js").CallOptions) => Promise<any>} request
 * @property {() => void} close
 */
import { operations, start } from "./engine.js";
import { ComentionError, plain, revived } from "./errors.js";

export const aborted = () => new ComentionError("aborted", "the call was aborted");
export const closed = () => new ComentionError("closed", "this object was closed");

/**
 * A transport to the engine in this thread. It cannot be interrupted: an abort counts before it begins.
 * @param {import("./engine.js").Operations} engine
 * @returns {Transport}
 */
export function localTransport(engine) {
  return {
    generation: () => 0,
    async request(op, args, { signal, onProgress } = {}) {
      if (signal?.aborted) throw aborted();
      const progress = onProgress && ((/** @type {any} */ stage, /** @type {number} */ done, /** @type {number} */ total) => onProgress({ stage, done, total }));
      try {
        return /** @type {any} */ (engine)[op](args, progress);
      } catch (error) {
        throw revived(plain(error));
      }
    },
    close() {},
  };
}

/**
 * What a worker looks like to a transport, in browsers and in Node.
 * @typedef {{ post: (message: any) => void, end: () => void }} Link
 * @typedef {(onMessage: (message: any) => void, onCrash: (reason: unknown) => void) => Link} Connect
 */

/**
 * A transport to a worker. Aborting a request that is under way ends the worker and starts another from
 * the same module, and so does a crash; requests of others that were waiting are made again.
 * @param {Connect} connect
 * @param {WebAssembly.Module} module
 * @returns {Transport}
 */
export function workerTransport(connect, module) {
  let generation = 0;
  let number = 0;
  let over = false;
  /** @typedef {{ op: string, args: () => any, resolve: (value: any) => void, reject: (error: unknown) => void, onProgress?: (p: any) => void, generation: number }} Waiting */
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  /** @type {Link} */
  let link = open();

  function open() {
    const own = generation;
    const fresh = connect(
      (message) => own === generation && receive(message),
      (reason) => own === generation && restart(reason),
    );
    fresh.post({ id: -1, op: "start", args: { module } });
    return fresh;
  }

  /** @param {unknown} [crash] The first request under way gets it; the others are told to try again. */
  function restart(crash) {
    link.end();
    generation++;
    const lost = [...waiting.values()];
    waiting.clear();
    link = open();
    for (const [i, request] of lost.entries()) {
      if (i === 0 && crash !== undefined) request.reject(revived(plain({ message: String(/** @type {any} */ (crash)?.message ?? crash) })));
      else request.reject(RETRY);
    }
  }

  /** @param {any} message */
  function receive({ id, ok, value, error, progress }) {
    const request = waiting.get(id);
    if (progress) return request?.onProgress?.(progress);
    if (id === -1 && !ok) return restart(error);
    if (!request) return;
    if (!ok && error.code === "engine-crashed") {
      waiting.delete(id);
      request.reject(revived(error));
      return restart();
    }
    waiting.delete(id);
    ok ? request.resolve(value) : request.reject(revived(error));
  }

  return {
    generation: () => generation,
    request(op, args, { signal, onProgress } = {}) {
      return new Promise((resolve, reject) => {
        if (over) return reject(closed());
        if (signal?.aborted) return reject(aborted());
        const id = number++;
        const stop = () => {
          if (!waiting.delete(id)) return;
          reject(aborted());
          restart();
        };
        signal?.addEventListener("abort", stop, { once: true });
        /** @template T @param {(value: T) => void} settle */
        const done = (settle) => (/** @type {T} */ value) => {
          signal?.removeEventListener("abort", stop);
          settle(value);
        };
        waiting.set(id, { op, args: () => args, resolve: done(resolve), reject: done(reject), onProgress, generation });
        link.post({ id, op, args, progress: Boolean(onProgress) });
      });
    },
    close() {
      over = true;
      link.end();
      for (const request of waiting.values()) request.reject(closed());
      waiting.clear();
    },
  };
}

/** The engine was started anew under a request: make it again. */
export const RETRY = Symbol("retry");

/**
 * The other end: answers requests in a worker.
 * @param {(message: any) => void} post
 */
export function serve(post) {
  /** @type {Promise<import("./engine.js").Operations> | undefined} */
  let ready;
  return async (/** @type {any} */ { id, op, args, progress }) => {
    try {
      if (op === "start") {
        ready = start(args.module).then(operations);
        await ready;
        return post({ id, ok: true });
      }
      const engine = /** @type {any} */ (await ready);
      let last = 0;
      /** At most some thirty reports a second: a message costs more than the work between two of them.
       * @param {string} stage @param {number} done @param {number} total */
      const report = (stage, done, total) => {
        const now = performance.now();
        if (now - last < 30 && done < total) return;
        last = now;
        post({ id, progress: { stage, done, total } });
      };
      post({ id, ok: true, value: engine[op](args, progress ? report : undefined) });
    } catch (error) {
      post({ id, ok: false, error: plain(error) });
    }
  };
}
