/** In the place of `www/samples.js`. */
import { part } from "./parts.js";

/** @param {string} name */
export const textOfSample = (name) => part(`sample-${name}`).text();
