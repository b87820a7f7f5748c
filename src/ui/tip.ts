import './tip.css'
import { type Rect, placeBeside } from './beside'
import { partsOf } from './breaks'
import type { Shown, Tip } from './tipWhenShown'

/** How far what is pointed at is followed to its edges, in pixels, and in which steps. */
const reach = 240
const step = 4

/** In the top layer, so that nothing lies over it, wherever it stands in the page. */
export function createTip(root: HTMLElement): Tip {
  const box = document.createElement('div')
  box.className = 'tip'
  box.popover = 'manual'
  // The element that it stands beside says the same.
  box.setAttribute('aria-hidden', 'true')
  root.append(box)
  const hide = () => box.hidePopover()
  // What it stands beside goes away.
  addEventListener('scroll', hide, true)
  // Whoever reads what lies below it takes it away, and leaves the pointer where it is.
  const press = ({ key }: KeyboardEvent) => key === 'Escape' && hide()
  addEventListener('keydown', press, true)
  return {
    show({ words, about, isOver, point = isOver && about, others = [], at = { x: 0, y: 0, k: 1 } }) {
      if (box.textContent !== words)
        box.replaceChildren(...partsOf(words).flatMap((part) => [part, document.createElement('wbr')]))
      box.showPopover()
      const { left, top } = root.getBoundingClientRect()
      const { x: atX, y: atY, k } = at
      const inWindow = ({ x, y, width, height }: Rect) => ({
        x: left + atX + k * x,
        y: top + atY + k * y,
        width: k * width,
        height: k * height,
      })
      const isThere = isOver && ((x: number, y: number) => isOver((x - left - atX) / k, (y - top - atY) / k))
      const { offsetWidth: width, offsetHeight: height } = box
      const place = placeBeside(
        { width, height },
        isThere ? grownOver(inWindow(about), isThere) : inWindow(about),
        { x: 0, y: 0, width: document.documentElement.clientWidth, height: innerHeight },
        [...others.map(inWindow), ...cards(root)],
        point && inWindow({ ...point, width: 0, height: 0 }),
      )
      box.style.left = `${place.x}px`
      box.style.top = `${place.y}px`
    },
    hide,
    remove() {
      removeEventListener('scroll', hide, true)
      removeEventListener('keydown', press, true)
      box.remove()
    },
  }
}

/** What lies over the picture, and the bar above it with the way home. */
function cards(root: HTMLElement): readonly Rect[] {
  return [...document.querySelectorAll('[role="dialog"], .page-header')]
    .filter((card) => !card.contains(root))
    .map((card) => card.getBoundingClientRect())
}

/** A place on something, grown to its edges to all four sides. */
function grownOver({ x, y, width, height }: Rect, isOver: NonNullable<Shown['isOver']>): Rect {
  const [atX, atY] = [x + width / 2, y + height / 2]
  const far = (dx: number, dy: number) => {
    let by = 0
    while (by < reach && isOver(atX + dx * (by + step), atY + dy * (by + step))) by += step
    return by
  }
  const [left, right, up, down] = [far(-1, 0), far(1, 0), far(0, -1), far(0, 1)]
  const from = { x: Math.min(x, atX - left), y: Math.min(y, atY - up) }
  return {
    ...from,
    width: Math.max(x + width, atX + right) - from.x,
    height: Math.max(y + height, atY + down) - from.y,
  }
}
