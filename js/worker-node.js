/** The worker thread in Node. */
import { parentPort } from "node:worker_threads";

import { serve } from "./protocol.js";

const port = /** @type {import("node:worker_threads").MessagePort} */ (parentPort);
const answer = serve((message, transfer = []) => port.postMessage(message, transfer));
port.on("message", answer);
port.on("messageerror", (error) => {
  throw error;
});
