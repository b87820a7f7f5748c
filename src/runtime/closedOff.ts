/** Whether the page stands in a frame with an origin of its own (`sandbox` without `allow-same-origin`): the browser then keeps nothing for it. A page opened from a folder has none either. */
export const isClosedOff = globalThis.origin === 'null' && location.protocol !== 'file:'

/** Imports a module, and hands over what arrived before it was there. */
const starter = (url: string) => `
const early = []
const wait = (event) => early.push(event)
addEventListener('message', wait)
import(${JSON.stringify(url)}).then(
  () => {
    removeEventListener('message', wait)
    for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports }))
  },
  (error) => setTimeout(() => { throw error }),
)`

/** There the browser starts no worker from a file of the site, and none that is a module; it starts one from a plain script of the page's own, which may import that file. */
export function letWorkersIn(): void {
  if (!isClosedOff) return
  const Plain = Worker
  globalThis.Worker = class extends Plain {
    constructor(url: string | URL, { name }: WorkerOptions = {}) {
      super(URL.createObjectURL(new Blob([starter(String(url))], { type: 'text/javascript' })), { name })
    }
  }
}
