/** The page draws this often while a file is read, in milliseconds. */
const slice = 12

let last = 0

/** Lets the page go on between two steps of reading, where the last time is long ago. */
export function breathe(): Promise<void> | void {
  if (performance.now() - last < slice) return
  return new Promise((resolve) => {
    // A message, since a page in the background waits a second for every timer.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      last = performance.now()
      resolve()
    }
    port2.postMessage(null)
  })
}
