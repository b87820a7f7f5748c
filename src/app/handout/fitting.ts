/** Nothing on paper is smaller than this share of its size. */
const least = 0.3

/** What fills its place so far is not tried larger: a share of the height. */
const full = 0.87

/** So often something is tried larger, and no closer than this to a size that was too large. */
const tries = 7
const close = 0.03

/** Charts answer to another size so much later, in milliseconds. */
const answer = 250

/**
 * Finds how large the one child of `outer` is when all of it is seen, and says so. What is cut becomes smaller at once.
 * Charts and pictures may have been larger while they settled, so what then leaves its place half empty is tried larger
 * again. The answer ends it.
 */
export function fitting(outer: HTMLElement, say: (zoom: number) => void): () => void {
  const inner = outer.firstElementChild as HTMLElement
  let timer: ReturnType<typeof setTimeout>
  let left = tries
  let zoom = 1
  /** What fitted, while more is tried. */
  let before: number | null = null
  /** What was too large: there two charts may have come to stand below each other, for one. */
  let tooLarge = Infinity
  const to = (next: number) => {
    zoom = next
    say(next)
  }
  const wide = () => outer.clientWidth / outer.scrollWidth
  const high = () => outer.clientHeight / outer.scrollHeight
  const isCut = () => Math.min(wide(), high()) < 0.998
  // Smaller words take fewer lines, too, so the height falls with the square: a few rounds settle it.
  const shrink = () => to(Math.max(least, zoom * Math.min(wide(), Math.sqrt(high())) * 0.995))
  const look = () => {
    const fitted = before
    before = null
    if (isCut()) {
      if (fitted === null) return shrink()
      tooLarge = zoom
      return to(fitted)
    }
    const filled = inner.getBoundingClientRect().height / outer.clientHeight
    if (zoom === 1 || left === 0 || filled > full || tooLarge - zoom < close) return
    left--
    before = zoom
    const next = Math.min(1, (zoom * 0.97) / Math.sqrt(filled))
    to(next < tooLarge ? next : (zoom + tooLarge) / 2)
  }
  const observer = new ResizeObserver(() => {
    clearTimeout(timer)
    if (before === null && isCut()) shrink()
    else timer = setTimeout(look, answer)
  })
  observer.observe(inner)
  observer.observe(outer)
  return () => {
    clearTimeout(timer)
    observer.disconnect()
  }
}
