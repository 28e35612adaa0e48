/** The worker thread in Node. */
import { parentPort } from "node:worker_threads";

import { serve } from "./protocol.js";

const port = /** @type {import("node:worker_threads").MessagePort} */ (parentPort);
const answer = serve((message) => port.postMessage(message));
port.on("message", answer);
