/**
 * Requests to an engine, and the two ends of the wire to one that runs in a worker.
 *
 * To the worker go `{ id, op, args, progress }`; from it come any number of `{ id, progress }`, then one
 * `{ id, ok: true, value }` or `{ id, ok: false, error }`. The request with the id `START` is the first. With the
 * id `LATER` the worker asks for the second part of the engine, and gets it. Before a request with a long text come
 * `{ id, part }`, which together are the text.
 *
 * @typedef {import("./types.js").CallOptions & { generation?: number }} RequestOptions
 * `generation`: the one that a corpus in `args` was made in; in another one the request is not made.
 *
 * @typedef {object} Transport Settles every request exactly once.
 * @property {() => number} generation Grows whenever the engine was started anew and forgot its corpora.
 * @property {(op: string, args: any, options?: RequestOptions) => Promise<any>} request
 * Rejects with `RETRY` when the engine was started anew before the answer came.
 * @property {() => void} close
 */
import { operations, startForText, version } from "./engine.js";
import { ComentionError, aborted, closed, plain, revived } from "./errors.js";
import { buffersOf } from "./wire.js";

/** The engine was started anew under a request: make it again. */
export const RETRY = Symbol("retry");

const START = -1;
const LATER = -2;

/** In UTF-16 units: a longer text is sent in parts as long as this. */
const PART = 1_000_000;

/**
 * What a worker looks like to a transport, in browsers and in Node. `hold`: whether it keeps Node alive.
 * @typedef {{ post: (message: any) => void, end: () => void, hold?: (on: boolean) => void }} Link
 * @typedef {(onMessage: (message: any) => void, onCrash: (reason: unknown) => void) => Link} Connect
 */

/** What a listener throws is its own affair: it is reported as uncaught, and the call goes on.
 * @param {import("./types.js").CallOptions["onProgress"]} onProgress @param {any} progress */
export function tell(onProgress, progress) {
  try {
    onProgress?.(progress);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** @typedef {{ id: number, op: string, args: any, onProgress: import("./types.js").CallOptions["onProgress"], resolve: (value: any) => void, reject: (error: unknown) => void }} Pending */

/**
 * A transport to a worker. The worker has one request at a time, so that it is known which one it crashed
 * on, and so that one that waits can be aborted at no cost. Aborting the one under way ends the worker and
 * starts another from the same module, and so does a crash; those that wait are then told to `RETRY`.
 * @param {Connect} connect
 * @param {WebAssembly.Module} module
 * @param {import("./engine.js").Later} later
 * @returns {Transport}
 */
export function workerTransport(connect, module, later) {
  let generation = 0;
  let number = 0;
  let over = false;
  /** @type {Link | null} */
  let link = null;
  let ready = false;
  /** The first is with the worker, once that is ready. @type {Pending[]} */
  const queue = [];

  function open() {
    const own = generation;
    ready = false;
    try {
      link = connect(
        (message) => own === generation && receive(message),
        (reason) => own === generation && crashed(reason),
      );
      link.hold?.(queue.length > 0);
      link.post({ id: START, op: "start", args: { module } });
    } catch (error) {
      crashed(error);
    }
  }

  /** Gives the first request to the worker, and starts one where there is none. */
  function next() {
    link?.hold?.(queue.length > 0);
    if (queue.length === 0) return;
    if (!link) return open();
    if (!ready) return;
    const { id, op, args, onProgress, reject } = queue[0];
    try {
      if (args.text?.length > PART) return void sendLong(link, queue[0]);
      link.post({ id, op, args, progress: Boolean(onProgress) });
    } catch (error) {
      // What cannot be cloned cannot be sent.
      queue.shift();
      reject(new ComentionError("invalid-input", `the request cannot be sent to the worker: ${/** @type {Error} */ (error).message}`, { cause: error }));
      next();
    }
  }

  /** A text is copied when it is sent: a long one goes in parts, and others have their turn meanwhile.
   * @param {Link} to @param {Pending} pending */
  async function sendLong(to, { id, op, args: { text, ...args }, onProgress }) {
    for (let from = 0; from < text.length; from += PART) {
      // It was aborted, or the worker is another one.
      if (to !== link || queue[0]?.id !== id) return;
      to.post({ id, part: text.slice(from, from + PART) });
      await new Promise((resolve) => setTimeout(resolve));
    }
    if (to === link && queue[0]?.id === id) to.post({ id, op, args, progress: Boolean(onProgress) });
  }

  /** Lets go of the worker and of what it knew. Gives the requests that were waiting. */
  function drop() {
    link?.end();
    link = null;
    generation++;
    return queue.splice(0);
  }

  /** @param {any} reason */
  function crashed(reason) {
    if (!ready) {
      // It never ran: the next request tries again, these do not, or they would try for ever.
      const error = new ComentionError("engine-unavailable", `the worker could not be started: ${reason?.message ?? reason}`, { cause: reason });
      for (const { reject } of drop()) reject(error);
      return;
    }
    const [running, ...waiting] = drop();
    running?.reject(revived(plain(reason), reason));
    for (const { reject } of waiting) reject(RETRY);
    if (running) open();
  }

  /** Gives the worker the second part of the engine, or says why there is none. */
  async function provide() {
    const to = link;
    const args = await later().then((module) => ({ module }), (error) => ({ error: plain(error) }));
    if (to === link) to?.post({ id: LATER, op: "later", args });
  }

  /** @param {any} message */
  function receive({ id, ok, value, error, progress }) {
    if (id === START) {
      if (!ok) return crashed(error);
      ready = true;
      return next();
    }
    if (id === LATER) return void provide();
    const running = queue[0];
    if (running?.id !== id) return;
    if (progress) return tell(running.onProgress, progress);
    if (!ok && error.code === "engine-crashed") return crashed(error);
    queue.shift();
    if (ok) running.resolve(value);
    else running.reject(revived(error));
    next();
  }

  /** @param {number} id */
  function abort(id) {
    const at = queue.findIndex((pending) => pending.id === id);
    if (at < 0) return;
    const [pending] = queue.splice(at, 1);
    pending.reject(aborted());
    if (at > 0 || !ready) return;
    for (const { reject } of drop()) reject(RETRY);
    // Another one at once: who aborts mostly has the next question ready.
    open();
  }

  return {
    generation: () => generation,
    request(op, args, { signal, onProgress, generation: made = generation } = {}) {
      return new Promise((resolve, reject) => {
        if (over) return reject(closed());
        if (signal?.aborted) return reject(aborted());
        if (made !== generation) return reject(RETRY);
        const id = number++;
        const stop = () => abort(id);
        signal?.addEventListener("abort", stop, { once: true });
        /** @param {(value: any) => void} settle */
        const once = (settle) => (/** @type {any} */ value) => {
          signal?.removeEventListener("abort", stop);
          settle(value);
        };
        queue.push({ id, op, args, onProgress, resolve: once(resolve), reject: once(reject) });
        if (queue.length === 1) next();
      });
    },
    close() {
      over = true;
      for (const { reject } of drop()) reject(closed());
    },
  };
}

/**
 * The other end: answers requests in a worker.
 * @param {(message: any, transfer?: ArrayBuffer[]) => void} post
 */
export function serve(post) {
  /** @type {import("./engine.js").Operations | undefined} */
  let engine;
  /** Who waits for the second part. @type {((args: { module?: WebAssembly.Module, error?: import("./errors.js").PlainError }) => void)} */
  let arrived = () => {};
  /** @type {import("./engine.js").Later} */
  const later = () =>
    new Promise((resolve, reject) => {
      arrived = ({ module, error }) => (module ? resolve(module) : reject(revived(/** @type {any} */ (error))));
      post({ id: LATER });
    });
  /** Of the text of the next request. @type {string[]} */
  const parts = [];
  return async (/** @type {any} */ { id, op, args, progress, part }) => {
    if (part !== undefined) return void parts.push(part);
    try {
      if (parts.length > 0) args.text = parts.splice(0).join("");
      if (op === "start") {
        await startForText(args.module);
        engine = operations(later);
        return post({ id, ok: true });
      }
      if (op === "later") return arrived(args);
      if (op === "version") return post({ id, ok: true, value: version() });
      let last = 0;
      /** At most some thirty reports a second: a message costs more than the work between two of them.
       * @param {string} stage @param {number} done @param {number} total */
      const report = (stage, done, total) => {
        const now = performance.now();
        if (now - last < 30 && done < total) return;
        last = now;
        post({ id, progress: { stage, done, total } });
      };
      const value = await /** @type {any} */ (engine)[op](args, progress ? report : undefined);
      post({ id, ok: true, value }, buffersOf(value));
    } catch (error) {
      post({ id, ok: false, error: plain(error) });
    }
  };
}
