import type { Caption } from '../../diagram/snapshot'
import { contextOf } from '../../ui/canvas'
import { later } from '../../ui/later'
import '../../ui/trusted'
import { withLooks } from './inlined'

/** Pixels for one of the page. */
const density = 2

/** Around the figure, and the size of what stands above and below it, in pixels of the page. */
const margin = 24
const title = { size: 20, line: 32 }
const source = { size: 13, line: 24 }

const fetchDrawer = later(() => import('html-to-image'))

/** A part of the page as it looks now, as a PNG with a title above and its source below. Throws where the browser cannot. */
export async function pngOf(figure: HTMLElement, caption: Caption): Promise<Blob> {
  const { toCanvas } = await fetchDrawer()
  const { paper, ink, soft, font } = looksOf(figure)
  const inner = await withLooks(figure, async () => toCanvas(figure, await settings(figure, paper)))
  const sheet = document.createElement('canvas')
  sheet.width = inner.width + 2 * margin * density
  sheet.height = inner.height + (2 * margin + title.line + source.line) * density
  const pen = contextOf(sheet)
  pen.fillStyle = paper
  pen.fillRect(0, 0, sheet.width, sheet.height)
  pen.drawImage(inner, margin * density, (margin + title.line) * density)
  pen.scale(density, density)
  pen.textBaseline = 'top'
  const width = sheet.width / density - 2 * margin
  pen.fillStyle = ink
  pen.font = `600 ${title.size}px ${font}`
  pen.fillText(caption.title, margin, margin - 4, width)
  pen.fillStyle = soft
  pen.font = `${source.size}px ${font}`
  pen.fillText(caption.source, margin, sheet.height / density - margin - source.size, width)
  const blob = await new Promise<Blob | null>((done) => sheet.toBlob(done, 'image/png'))
  if (!blob) throw new Error('The browser could not make a picture of this size.')
  return blob
}

/**
 * The same as an SVG. What is HTML in it stays HTML (`foreignObject`), which browsers show and most drawing programs do
 * not.
 */
export async function svgOf(figure: HTMLElement, caption: Caption): Promise<Blob> {
  const { toSvg } = await fetchDrawer()
  const { paper, ink, soft, font } = looksOf(figure)
  const address = await withLooks(figure, async () => toSvg(figure, await settings(figure, paper)))
  const inner = decodeURIComponent(address.slice(address.indexOf(',') + 1))
  const { width, height } = sizeOf(figure)
  const outer = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const add = (name: string, attributes: Record<string, string | number>, words?: string) => {
    const element = document.createElementNS(outer.namespaceURI, name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
    if (words !== undefined) element.textContent = words
    outer.append(element)
  }
  const whole = { width: width + 2 * margin, height: height + 2 * margin + title.line + source.line }
  outer.setAttribute('width', String(whole.width))
  outer.setAttribute('height', String(whole.height))
  add('rect', { ...whole, fill: paper })
  const words = { x: margin, 'font-family': font }
  add(
    'text',
    { ...words, y: margin + 14, 'font-size': title.size, 'font-weight': 600, fill: ink },
    caption.title,
  )
  const bottom = whole.height - margin
  add('text', { ...words, y: bottom, 'font-size': source.size, fill: soft }, caption.source)
  const text = new XMLSerializer().serializeToString(outer)
  // Put in as text: the page's policy would keep the styles out of what is parsed here.
  const placed = inner.replace('<svg', `<svg x="${margin}" y="${margin + title.line}"`)
  return new Blob([text.replace(/<\/svg>$/, () => `${placed}</svg>`)], { type: 'image/svg+xml' })
}

/** All of a figure, also what has to be scrolled, in pixels of the page. */
function sizeOf({ offsetWidth, offsetHeight, scrollWidth, scrollHeight }: HTMLElement) {
  return { width: Math.max(offsetWidth, scrollWidth), height: Math.max(offsetHeight, scrollHeight) }
}

async function settings(figure: HTMLElement, paper: string) {
  return {
    pixelRatio: density,
    backgroundColor: paper,
    ...sizeOf(figure),
    filter: (part: Node) => !(part instanceof HTMLElement && part.hasAttribute('data-not-saved')),
    // What sets it in the middle of the page would move it on the sheet.
    style: { margin: '0' },
    // The library would look for them itself, with a base address that the security policy forbids.
    fontEmbedCSS: await fontsInUse(),
  }
}

/** The fonts that the page has loaded, as rules that a file can hold. */
async function fontsInUse(): Promise<string> {
  const loaded = [...document.fonts].filter(({ status }) => status === 'loaded').map(keyOf)
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) =>
      loaded.includes(
        keyOf({
          family: style.getPropertyValue('font-family'),
          weight: style.getPropertyValue('font-weight'),
          style: style.getPropertyValue('font-style'),
          unicodeRange: style.getPropertyValue('unicode-range'),
        }),
      ),
    )
  return (await Promise.all(rules.map(embedded))).join('\n')
}

/** Browsers write the same font with and without quotes, spaces and what is meant anyway. */
function keyOf({
  family,
  weight,
  style,
  unicodeRange,
}: Record<'family' | 'weight' | 'style' | 'unicodeRange', string>) {
  const range = unicodeRange === 'U+0-10FFFF' ? '' : unicodeRange
  return [family, weight || 'normal', style || 'normal', range]
    .join('|')
    .replaceAll(/["'\s]/g, '')
    .replaceAll('U+0000', 'U+0')
    .toLowerCase()
}

async function embedded(rule: CSSFontFaceRule): Promise<string> {
  const src = rule.style.getPropertyValue('src')
  const address = /url\(["']?([^"')]+)["']?\)/.exec(src)?.[1]
  if (!address || address.startsWith('data:')) return rule.cssText
  const file = await fetch(new URL(address, rule.parentStyleSheet?.href ?? document.baseURI))
  const content = await dataOf(await file.blob())
  return rule.cssText.replace(src, `url("${content}")`)
}

function dataOf(blob: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => fail(new Error('A font could not be read.'))
    reader.readAsDataURL(blob)
  })
}

/** The colors and the font of the theme. */
function looksOf(figure: HTMLElement) {
  const style = getComputedStyle(figure)
  const read = (name: string) => style.getPropertyValue(name).trim()
  return { paper: read('--bg'), ink: style.color, soft: read('--ink-soft'), font: style.fontFamily }
}
