/** What follows so soon upon a touch comes of it, in milliseconds. */
const echo = 1500

const touches = ['pointerdown', 'pointerup', 'wheel', 'keydown', 'input', 'click', 'touchmove'] as const

/**
 * Knows whether somebody is at this window: only such a window tells the others of a change. What merely follows what it
 * was told stays silent, so that nothing is told back and forth.
 */
export function watchTouch(page: Window = window): {
  readonly isTouched: () => boolean
  readonly stop: () => void
} {
  let last = -Infinity
  let isDown = false
  const touch = (event: Event) => {
    // A button that is pressed for another window; what the presenter window hands on are keys.
    if (event.type === 'click' && !event.isTrusted) return
    last = performance.now()
    if (event.type === 'pointerdown') isDown = true
    if (event.type === 'pointerup') isDown = false
  }
  const lift = () => (isDown = false)
  for (const type of touches) page.addEventListener(type, touch, { capture: true, passive: true })
  page.addEventListener('pointercancel', lift, { capture: true })
  return {
    isTouched: () => isDown || performance.now() - last < echo,
    stop() {
      for (const type of touches) page.removeEventListener(type, touch, { capture: true })
      page.removeEventListener('pointercancel', lift, { capture: true })
    },
  }
}
