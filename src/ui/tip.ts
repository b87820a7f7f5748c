import './tip.css'

/** A few words beside what is pointed at. */
export interface Tip {
  /** @param x, y a place of the picture, in pixels */
  show(words: string, x: number, y: number): void
  hide(): void
  remove(): void
}

/** From what is pointed at, in pixels. */
const off = 14

export function createTip(root: HTMLElement): Tip {
  const box = document.createElement('div')
  box.className = 'tip'
  box.hidden = true
  // The element that it stands beside says the same.
  box.setAttribute('aria-hidden', 'true')
  root.append(box)
  return {
    show(words, x, y) {
      if (box.textContent !== words) box.textContent = words
      box.hidden = false
      // Within the picture, on the other side of the pointer where there is more room.
      const { offsetWidth: width, offsetHeight: height } = box
      const left = Math.max(0, Math.min(x + off, root.clientWidth - width))
      const top = y + off + height <= root.clientHeight ? y + off : y - off - height
      box.style.left = `${left}px`
      box.style.top = `${Math.max(0, top)}px`
    },
    hide() {
      box.hidden = true
    },
    remove: () => box.remove(),
  }
}
