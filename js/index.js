/** comention in browsers: the engine runs in a worker, so that the page stays free. */
import { comentionOver } from "./client.js";
import { numbers, start, version } from "./engine.js";
import { load } from "./load.js";
import { local } from "./local.js";
import { workerTransport } from "./protocol.js";

export { ComentionError } from "./errors.js";
export * from "./types.js";

/** @type {import("./protocol.js").Connect} */
function connect(onMessage, onCrash) {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  worker.addEventListener("message", (event) => onMessage(event.data));
  worker.addEventListener("error", (event) => onCrash(event.message ?? "the worker could not be started"));
  return { post: (message) => worker.postMessage(message), end: () => worker.terminate() };
}

/**
 * Loads the engine and gives the object that everything is asked of.
 * @param {import("./types.js").CreateOptions} [options]
 * @returns {Promise<import("./types.js").Comention>}
 */
export async function createComention({ wasm, worker = true } = {}) {
  const module = await load(wasm);
  if (!worker) return local(module);
  // The statistics on their own are synchronous, so they run here, in a second instance of the same module.
  await start(module);
  return comentionOver(workerTransport(connect, module), numbers, version());
}
