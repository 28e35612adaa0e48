/** The worker in browsers. */
import { serve } from "./protocol.js";

const answer = serve((message, transfer = []) => self.postMessage(message, { transfer }));
self.addEventListener("message", (event) => answer(event.data));
// The module could not be taken over: without this nobody would hear of it.
self.addEventListener("messageerror", () => {
  throw new Error("a message could not be read");
});
