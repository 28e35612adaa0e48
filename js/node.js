/** comention in Node: in this thread, or in a worker thread when asked. */
import { readFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";

import { comentionOver } from "./client.js";
import { numbers, start, version } from "./engine.js";
import { load } from "./load.js";
import { local } from "./local.js";
import { workerTransport } from "./protocol.js";

export { ComentionError } from "./errors.js";
export * from "./types.js";

/** @param {URL} address */
async function open(address) {
  if (address.protocol !== "file:") return WebAssembly.compileStreaming(fetch(address));
  return WebAssembly.compile(await readFile(address));
}

/** @type {import("./protocol.js").Connect} */
function connect(onMessage, onCrash) {
  const worker = new Worker(new URL("./worker-node.js", import.meta.url));
  worker.on("message", onMessage);
  worker.on("error", onCrash);
  return { post: (message) => worker.postMessage(message), end: () => void worker.terminate() };
}

/**
 * Loads the engine and gives the object that everything is asked of.
 * @param {import("./types.js").CreateOptions} [options]
 * @returns {Promise<import("./types.js").Comention>}
 */
export async function createComention({ wasm, worker = false } = {}) {
  const module = await load(wasm, open);
  if (!worker) return local(module);
  await start(module);
  return comentionOver(workerTransport(connect, module), numbers, version());
}
