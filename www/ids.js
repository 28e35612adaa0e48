/** A name that nothing else has, also where the page is not served securely. */
export const newId = () => [...crypto.getRandomValues(new Uint32Array(3))].map((n) => n.toString(36)).join("-");
