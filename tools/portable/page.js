// In a page that was opened from a folder: a browser lets no script read the files beside it, but it runs scripts from
// there. So each file lies in `pack/` as a script that hands over its content, and `fetch` asks for that one.
;(() => {
  const base = new URL('./', document.baseURI).href
  /** @type {Map<string, (address: string | null) => void>} */
  const waiting = new Map()
  /** @type {Map<string, Promise<string | null>>} */
  const packs = new Map()
  const fetchOutside = globalThis.fetch

  /** Called by each pack: its content as a `data:` address. */
  Object.assign(globalThis, {
    layerwisePack(/** @type {string} */ path, /** @type {string} */ address) {
      waiting.get(path)?.(address)
    },
  })

  /** @param {string} path */
  function packOf(path) {
    const known = packs.get(path)
    if (known) return known
    const coming = new Promise((/** @type {(address: string | null) => void} */ resolve) => {
      waiting.set(path, resolve)
      const script = document.createElement('script')
      script.src = `pack/${path}.js`
      script.onload = script.onerror = () => {
        resolve(null)
        waiting.delete(path)
        script.remove()
      }
      document.head.append(script)
    })
    // A pack is as large as the weights of a network: it is read again rather than kept.
    packs.set(path, coming)
    void coming.then(() => packs.delete(path))
    return coming
  }

  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI)
    if (!url.href.startsWith(base)) return fetchOutside(input, init)
    init?.signal?.throwIfAborted()
    const address = await packOf(url.href.slice(base.length).replace(/[?#].*$/s, ''))
    init?.signal?.throwIfAborted()
    return address === null ? new Response(null, { status: 404 }) : fetchOutside(address)
  }
})()
