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

/**
 * Does something while every part of the SVGs in a figure carries its looks itself: what copies a page takes SVGs as they
 * are written, without what style sheets say of their parts. Afterwards the page is as it was.
 */
export async function withLooks<T>(figure: HTMLElement, work: () => Promise<T>): Promise<T> {
  const parts = [...figure.querySelectorAll<SVGElement>('svg *')].filter((part) => 'style' in part)
  // All are read before any is written: the browser computes styles once.
  const looks = parts.map((part) => {
    const style = getComputedStyle(part)
    return properties.map((name) => [name, style.getPropertyValue(name)] as const)
  })
  const before = parts.map((part) => part.getAttribute('style'))
  parts.forEach((part, i) => looks[i].forEach(([name, value]) => part.style.setProperty(name, value)))
  try {
    return await work()
  } finally {
    parts.forEach((part, i) => {
      const was = before[i]
      if (was === null) part.removeAttribute('style')
      else part.setAttribute('style', was)
    })
  }
}
