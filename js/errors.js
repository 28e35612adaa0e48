/**
 * What can go wrong, by code:
 * - `invalid-option`: an option has a value that is not accepted; see `option`, `value`, `accepted`.
 * - `invalid-input`: what should be text is not (a binary file, another type).
 * - `unclear-columns`: a table does not show which column holds the texts; see `columns` and `rows`.
 * - `invalid-format`: bytes that should have been written by this version are not.
 * - `too-large`: a paste is larger than the engine can address.
 * - `aborted`: the signal of the call was aborted.
 * - `engine-unavailable`: the engine could not be loaded; creating again tries again.
 * - `engine-crashed`: the engine stopped; another one was started, with the texts that the client holds.
 * - `closed`: the object was closed before.
 * @typedef {"invalid-option" | "invalid-input" | "unclear-columns" | "invalid-format" | "too-large" | "aborted" | "engine-unavailable" | "engine-crashed" | "closed"} ErrorCode
 */

/** The one class of errors. */
export class ComentionError extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {{ cause?: unknown, option?: string, value?: string, accepted?: string, columns?: string[], rows?: string[][] }} [details]
   */
  constructor(code, message, details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "ComentionError";
    /** @type {ErrorCode} */
    this.code = code;
    /** For `invalid-option`: the name of the option. @type {string | undefined} */
    this.option = details.option;
    /** For `invalid-option`: the value it got, as text. @type {string | undefined} */
    this.value = details.value;
    /** For `invalid-option`: what is accepted, in words. @type {string | undefined} */
    this.accepted = details.accepted;
    /** For `unclear-columns`: the names of the columns. @type {string[] | undefined} */
    this.columns = details.columns;
    /** For `unclear-columns`: the first rows. @type {string[][] | undefined} */
    this.rows = details.rows;
  }
}

/**
 * An error as plain data, to cross a worker's boundary.
 * @typedef {{ code: ErrorCode, message: string, option?: string, value?: string, accepted?: string }} PlainError
 */

/** Every code: any other error, even one with a `code`, is none of ours. */
const CODES = new Set(["invalid-option", "invalid-input", "invalid-format", "too-large", "aborted", "engine-unavailable", "engine-crashed", "closed"]);

/**
 * @param {any} error Whatever was thrown: by the engine (an `Error` with `code`), or by its end.
 * @returns {PlainError}
 */
export function plain(error) {
  if (CODES.has(error?.code)) {
    const { code, message, option, value, accepted } = error;
    return { code, message, option, value, accepted };
  }
  return { code: "engine-crashed", message: `the engine stopped: ${error?.message || error}` };
}

/** @param {PlainError} error @param {unknown} [cause] */
export const revived = ({ code, message, ...details }, cause) => new ComentionError(code, message, { ...details, cause });

export const aborted = () => new ComentionError("aborted", "the call was aborted");
export const closed = () => new ComentionError("closed", "this object was closed");
