/** comention in Node: in this thread, or in a worker thread when asked. */
import { comentionOver } from "./client.js";
import { bytesOf } from "./disk.js";
import { start } from "./engine.js";
import { fetched, later, load } from "./load.js";
import { local } from "./local.js";
import { workerTransport } from "./protocol.js";

export { ComentionError } from "./errors.js";
export * from "./types.js";

/** See `input/read.js`, which is loaded when there is something to read. @type {typeof import("./input/read.js").read} */
export const read = async (input, options) => (await import("./input/read.js")).read(input, options);

/**
 * A text without lines that were read in the wrong encoding, as far as it is certain what they were, and how many lines
 * that were: to be called before a text is added, since offsets are those of the text as it is added.
 * @type {(text: string) => Promise<{ text: string, lines: number }>}
 */
export const mend = async (text) => (await import("./input/garbled.js")).mend(text);

/** @param {URL} address */
const open = async (address) => {
  // At once rather than in the background: of an engine this small the threads cost more than the work.
  return address.protocol === "file:" ? new WebAssembly.Module(await bytesOf(address)) : fetched(address);
};

/** @param {typeof import("node:worker_threads").Worker} Worker @returns {import("./protocol.js").Connect} */
const linkedTo = (Worker) => (onMessage, onCrash) => {
  // Without the flags of the program: not all of them are for workers, and it needs none.
  const worker = new Worker(new URL("../js/worker-node.js", import.meta.url), { execArgv: [] });
  worker.on("message", onMessage);
  worker.on("messageerror", onCrash);
  worker.on("error", onCrash);
  worker.on("exit", (code) => onCrash(`it ended with code ${code}`));
  return {
    post: (message) => worker.postMessage(message),
    end: () => void worker.terminate(),
    // A worker that has nothing to do keeps no program from ending.
    hold: (on) => (on ? worker.ref() : worker.unref()),
  };
};

/**
 * Loads the engine and gives the object that everything is asked of.
 * @param {import("./types.js").CreateOptions} [options]
 * @returns {Promise<import("./types.js").Comention>}
 */
export async function createComention({ wasm, more, worker = false } = {}) {
  const module = await load(wasm, open);
  const rest = later(more, open);
  if (!worker) return local(module, rest);
  const { Worker } = await import("node:worker_threads");
  const transport = workerTransport(linkedTo(Worker), module, rest);
  // The statistics on their own are synchronous, so they run here, in a second instance of the same module;
  // and a worker that cannot be started is known now.
  await Promise.all([start(module), transport.request("version", {})]);
  return comentionOver(transport);
}
