/** The client in this thread. */
import { comentionOver } from "./client.js";
import { crashes, guarded, operations, startForText } from "./engine.js";
import { aborted, closed } from "./errors.js";
import { RETRY, tell } from "./protocol.js";

/**
 * A transport to the engine in this thread. It cannot be interrupted: an abort that comes while it adds a
 * text takes effect when it has, by starting anew without that text.
 * @param {import("./engine.js").Later} later
 * @returns {import("./protocol.js").Transport}
 */
function localTransport(later) {
  let engine = operations(later);
  let over = false;
  let undone = 0;
  let seen = crashes();
  const generation = () => crashes() + undone;
  return {
    generation,
    async request(op, args, { signal, onProgress, generation: made = generation() } = {}) {
      if (over) throw closed();
      if (signal?.aborted) throw aborted();
      if (made !== generation()) throw RETRY;
      if (seen !== crashes()) {
        // Some other object of this thread may have met with the crash: all of them share an instance.
        seen = crashes();
        engine = operations(later);
      }
      const progress = onProgress && ((/** @type {any} */ stage, /** @type {number} */ done, /** @type {number} */ total) => tell(onProgress, { stage, done, total }));
      const value = await guarded(() => /** @type {any} */ (engine)[op](args, progress));
      if (signal?.aborted) {
        if (op === "add") {
          engine.clear();
          undone++;
        }
        throw aborted();
      }
      return value;
    },
    close() {
      over = true;
      if (seen === crashes()) engine.clear();
    },
  };
}

/** @param {WebAssembly.Module} module @param {import("./engine.js").Later} later */
export async function local(module, later) {
  await startForText(module);
  return comentionOver(localTransport(later));
}
