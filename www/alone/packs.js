/** In the place of `js/packs.js`: the language packs that the one file carries, in its page and in its worker. */

/** @param {string} language @returns {Promise<string[]>} */
export const packsOf = async (language) => /** @type {any} */ (globalThis).comentionPacks?.[language] ?? [];
