/** The worker, in browsers and in Node. */
import { serve } from "./protocol.js";

const node = typeof process === "object" && Boolean(process.versions?.node) && typeof self === "undefined";
if (node) {
  const { parentPort } = await import("node:worker_threads");
  const port = /** @type {import("node:worker_threads").MessagePort} */ (parentPort);
  const answer = serve((message) => port.postMessage(message));
  port.on("message", answer);
} else {
  const answer = serve((message) => self.postMessage(message));
  self.addEventListener("message", (event) => answer(event.data));
}
