/** So much of a frame may go to waiting work, in milliseconds; what is begun is finished. */
const allowance = 8

/** What waits, and what it is for on the page. */
const waiting = new Map<() => void, Element | null>()
let frame = 0

/**
 * Does something a little in each frame, so that the page scrolls while it is done: first what is for an element in view
 * now, and of that, what was asked for first.
 */
export function inTurn(work: () => void, of: Element | null = null): () => void {
  waiting.set(work, of)
  frame ||= requestAnimationFrame(soon)
  return () => void waiting.delete(work)
}

/** After the frame has been shown. */
function soon(): void {
  setTimeout(() => {
    const end = performance.now() + allowance
    const all = [...waiting]
    const isNow = all.map(([, of]) => of !== null && isInView(of))
    const order = [...all.filter((_, i) => isNow[i]), ...all.filter((_, i) => !isNow[i])]
    for (const [work] of order) {
      // Work that went before may have called it off.
      if (!waiting.delete(work)) continue
      work()
      if (performance.now() >= end) break
    }
    frame = waiting.size > 0 ? requestAnimationFrame(soon) : 0
  })
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}
