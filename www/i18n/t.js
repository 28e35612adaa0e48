/** The texts of the page in the language that is spoken; `whole` writes whole numbers as it does. */
import en from "./en.js";

export default en;

/** @param {number} n */
export const whole = (n) => n.toLocaleString("en");
