import { currentRoute, followRoute, isCourse } from '../route/route'

let show: () => void

/** Resolves when a slide has been painted, or the course has been left: only then networks may compete for the processor. */
export const firstSlide = new Promise<void>((resolve) => {
  show = resolve
})

/** Said by the slide that stands in the page. */
export function slideShown(): void {
  requestAnimationFrame(() => setTimeout(show))
}

followRoute(() => {
  if (!isCourse(currentRoute())) show()
})
