/** In the place of `www/samples.js`. */
import { textPart } from "./parts.js";

/** @param {string} name @returns {Promise<string>} */
export const textOfSample = async (name) => JSON.parse(textPart(`sample-${name}`));
