import '../../ui/trusted'
import { ImageError } from './error'

/** Longer side at which a drawing without pixels of its own is drawn. */
const drawingSide = 512

/** A browser draws so many in about a second. Copies of copies multiply: a file of 1 kB can ask for 100 million. */
const mostDrawn = 100_000

/** An SVG as text that every browser draws: one may leave out its size, and then its view box says what is meant. */
export function sized(text: string, name: string): string {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
  if (root.localName !== 'svg') throw new ImageError(`${name} is broken: it is not an SVG drawing.`)
  const drawn = drawnBy(root)
  if (drawn > mostDrawn)
    throw new ImageError(
      `${name} has ${drawn.toLocaleString('en-US')} elements to draw, counting copies; the limit is ${mostDrawn.toLocaleString('en-US')}.`,
    )
  const box = (root.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const sides = ['width', 'height'].map((side) => {
    const given = root.getAttribute(side) ?? ''
    return given.endsWith('%') ? NaN : parseFloat(given)
  })
  const [width, height] = sides.every((side) => side > 0)
    ? sides
    : box.length === 4 && box[2] > 0 && box[3] > 0
      ? [box[2], box[3]]
      : [drawingSide, drawingSide]
  // Drawings have no pixels of their own: small ones are drawn large, so that scaling does not blur them.
  const scale = drawingSide / Math.max(width, height)
  if (!root.hasAttribute('viewBox')) root.setAttribute('viewBox', `0 0 ${width} ${height}`)
  root.setAttribute('width', String(Math.max(1, Math.round(width * scale))))
  root.setAttribute('height', String(Math.max(1, Math.round(height * scale))))
  return new XMLSerializer().serializeToString(root)
}

/** How many elements a browser draws for a drawing at most, with all that is used, painted, masked or filtered with. */
function drawnBy(root: Element): number {
  const rules = [...root.querySelectorAll('style')].flatMap(({ textContent }) => paintingRules(textContent))
  const known = new Map<Element, number>()
  const open = new Set<Element>()
  const drawn = (element: Element): number => {
    // What uses itself is not drawn.
    if (open.has(element)) return 0
    const before = known.get(element)
    if (before !== undefined) return before
    open.add(element)
    let sum = 1
    for (const child of element.children) sum += drawn(child)
    for (const id of referred(element, rules)) {
      const target = root.ownerDocument.getElementById(id)
      if (target) sum += drawn(target)
    }
    sum += drawnInside(element)
    open.delete(element)
    known.set(element, sum)
    return sum
  }
  return drawn(root)
}

interface PaintingRule {
  readonly selector: string
  readonly ids: readonly string[]
}

function referred(element: Element, rules: readonly PaintingRule[]): readonly string[] {
  const link = element.localName === 'a' ? '' : linkOf(element)
  return [
    ...(link.startsWith('#') ? [link.slice(1)] : []),
    ...[...element.attributes].flatMap(({ value }) => idsIn(value)),
    ...rules.flatMap(({ selector, ids }) => (element.matches(selector) ? ids : [])),
  ]
}

function linkOf(element: Element): string {
  return element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? ''
}

/** Of `url(#id)`. */
function idsIn(text: string): readonly string[] {
  return [...text.matchAll(/url\(\s*["']?#([^"')\s]+)/g)].map(([, id]) => id)
}

function paintingRules(css: string): readonly PaintingRule[] {
  if (!css.includes('url(')) return []
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return [...sheet.cssRules].flatMap((rule) =>
    rule instanceof CSSStyleRule ? [{ selector: rule.selectorText, ids: idsIn(rule.cssText) }] : [],
  )
}

/** Of a drawing that stands as data inside the drawing. */
function drawnInside(element: Element): number {
  const [, kind, data] = /^data:image\/svg\+xml([^,]*),([^]*)$/i.exec(linkOf(element)) ?? []
  if (data === undefined) return 0
  try {
    const text = /;base64$/i.test(kind) ? atob(data) : decodeURIComponent(data)
    return drawnBy(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement)
  } catch {
    // A browser cannot read it either.
    return 0
  }
}
