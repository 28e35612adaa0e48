/** When the page has nothing else to do. @returns {Promise<void>} */
export const rested = () => new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(() => resolve()));
