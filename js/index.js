/** comention in browsers: the engine runs in a worker, so that the page stays free. */
import { comentionOver } from "./client.js";
import { start } from "./engine.js";
import { later, load } from "./load.js";
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

const ours = () => new Worker(new URL("./worker.js", import.meta.url), { type: "module" });

/** @param {() => Worker} open @returns {import("./protocol.js").Connect} */
const linkedTo = (open) => (onMessage, onCrash) => {
  const worker = open();
  worker.addEventListener("message", (event) => onMessage(event.data));
  worker.addEventListener("messageerror", () => onCrash("a message could not be read"));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    onCrash(event.message ?? "its script could not be loaded");
  });
  return { post: (message) => worker.postMessage(message), end: () => worker.terminate() };
};

/**
 * Loads the engine and gives the object that everything is asked of.
 * @param {import("./types.js").CreateOptions} [options]
 * @returns {Promise<import("./types.js").Comention>}
 */
export async function createComention({ wasm, more, worker = true } = {}) {
  const module = await load(wasm);
  const rest = later(more);
  // Few have no worker: the others do not load what does without.
  if (!worker) return (await import("./local.js")).local(module, rest);
  const transport = workerTransport(linkedTo(typeof worker === "function" ? worker : ours), module, rest);
  // The statistics on their own are synchronous, so they run here, in a second instance of the same module;
  // and a worker that cannot be started is known now.
  await Promise.all([start(module), transport.request("version", {})]);
  return comentionOver(transport);
}
