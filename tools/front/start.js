// Starts the application when what the page itself shows has been painted (`boot.js`). A host whose own policy allows no
// script in the page still starts it, at once.
const { src } = /** @type {HTMLScriptElement} */ (document.querySelector('script[data-src]')).dataset
await /** @type {{ layerwisePainted?: Promise<void> }} */ (globalThis).layerwisePainted
await import(new URL(/** @type {string} */ (src), document.baseURI).href)

export {}
