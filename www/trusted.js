/**
 * Trusted Types: only what is listed here becomes a script or HTML, and where a browser knows them the policy
 * of the page makes everything else an error. To be imported first.
 */
const types = /** @type {any} */ (globalThis).trustedTypes;

/** From where the page is, or what it has made itself: a file on a disk has no origin to compare. @param {string} address */
function own(address) {
  const { protocol, origin } = new URL(address, document.baseURI);
  return protocol === "blob:" || origin === location.origin;
}

// For the worker, which bundlers find only where its address is spelled out, and for what keeps the page offline.
types?.createPolicy("default", { createScriptURL: (/** @type {string} */ address) => (own(address) ? address : null) });

const inert = types?.createPolicy("parser", { createHTML: (/** @type {string} */ html) => html });

/** A document of its own, in which nothing runs and nothing is fetched. @param {string} html @returns {Document} */
export const parsed = (html) => new DOMParser().parseFromString(inert ? inert.createHTML(html) : html, "text/html");
