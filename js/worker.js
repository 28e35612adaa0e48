/** The worker in browsers. */
import { serve } from "./protocol.js";

const answer = serve((message) => self.postMessage(message));
self.addEventListener("message", (event) => answer(event.data));
