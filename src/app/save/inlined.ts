/** What a style sheet may say of a shape or a text of an SVG. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'vector-effect',
  'paint-order',
  'opacity',
  'visibility',
  'display',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'image-rendering',
  'transform',
] as const

/** What wraps its boxes where they have no room, and has them all in one line. */
function isOneLine(element: HTMLElement): boolean {
  const { display, flexWrap } = getComputedStyle(element)
  if (!display.includes('flex') || flexWrap !== 'wrap') return false
  const boxes = [...element.children]
    .map((child) => child.getBoundingClientRect())
    .filter((b) => b.height > 0)
  return Math.max(...boxes.map(({ top }) => top)) < Math.min(...boxes.map(({ bottom }) => bottom))
}

/**
 * Does something while every part of the SVGs in a figure carries its looks itself: what copies a page takes SVGs as they
 * are written, without what style sheets say of their parts, and rounds widths, so that the last box of a line would fall
 * into the next one. Afterwards the page is as it was.
 */
export async function withLooks<T>(figure: HTMLElement, work: () => Promise<T>): Promise<T> {
  const parts = [...figure.querySelectorAll<SVGElement>('svg *')].filter((part) => 'style' in part)
  // All are read before any is written: the browser computes styles once.
  const looks = parts.map((part) => {
    const style = getComputedStyle(part)
    return properties.map((name) => [name, style.getPropertyValue(name)] as const)
  })
  const lines = [...figure.querySelectorAll<HTMLElement>('*')].filter(isOneLine)
  const changed = [...parts, ...lines]
  const before = changed.map((part) => part.getAttribute('style'))
  const areas = [...figure.querySelectorAll('textarea')]
  areas.forEach(copiesItsText)
  parts.forEach((part, i) => looks[i].forEach(([name, value]) => part.style.setProperty(name, value)))
  for (const line of lines) line.style.flexWrap = 'nowrap'
  try {
    return await work()
  } finally {
    // Its own again is that of all.
    for (const area of areas) Reflect.deleteProperty(area, 'cloneNode')
    changed.forEach((part, i) => {
      const was = before[i]
      part.style.cssText = was ?? ''
      if (was === null) part.removeAttribute('style')
    })
  }
}

/** What copies a page gives the copy of a box for text its text as markup, which the page's policy forbids: it stays text. */
function copiesItsText(area: HTMLTextAreaElement): void {
  area.cloneNode = (isDeep) => {
    const copy = HTMLTextAreaElement.prototype.cloneNode.call(area, isDeep)
    return Object.defineProperty(copy, 'innerHTML', { set: (text: string) => (copy.textContent = text) })
  }
}
