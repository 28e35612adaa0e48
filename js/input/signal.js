/** Whether the caller still wants what is read. */
import { ComentionError } from "../errors.js";

/**
 * Throws `aborted` where the caller gave up. Not that of `errors.js`: what this folder takes from the files that
 * Node loads first becomes a name that the package exports, and the error alone is one already.
 * @param {AbortSignal} [signal]
 */
export function heed(signal) {
  if (signal?.aborted) throw new ComentionError("aborted", "the call was aborted");
}
