/** So much of a frame may go to waiting work, in milliseconds; what is begun is finished. */
const allowance = 8

const waiting = new Set<() => void>()
let frame = 0

/** Does something after those that asked before, a little in each frame, so that the page scrolls while it is done. */
export function inTurn(work: () => void): () => void {
  waiting.add(work)
  frame ||= requestAnimationFrame(soon)
  return () => void waiting.delete(work)
}

/** After the frame has been shown. */
function soon(): void {
  setTimeout(() => {
    const end = performance.now() + allowance
    for (const work of waiting) {
      waiting.delete(work)
      work()
      if (performance.now() >= end) break
    }
    frame = waiting.size > 0 ? requestAnimationFrame(soon) : 0
  })
}
