import { type Paint, type Painter, rimShare, type Style, type TextStyle } from './painter'
import { pathText } from './path'
import type { Rect } from './scene'

/** Paints into the text of an SVG, with every colour and font as an attribute: it needs no style sheet to be seen. */
export interface SvgPainter extends Painter {
  /** What was painted so far. */
  body(): string
  /** Gradients that it uses. */
  defs(): string
}

/**
 * @param widthOf the width of a text in the font of the page
 * @param addressOf a picture as an address that a file can hold
 * @param prefix of the names of its gradients, where several stand in one file
 */
export function svgPainter(
  font: string,
  widthOf: (text: string, style: Pick<TextStyle, 'size' | 'bold'>) => number,
  addressOf: (source: CanvasImageSource) => string,
  prefix = 'fan',
): SvgPainter {
  const parts: string[] = []
  const defs: string[] = []
  const fillOf = (paint: Paint): string => {
    if (typeof paint === 'string') return paint
    const id = `${prefix}-${defs.length + 1}`
    const [x1, y1, x2, y2] = [...paint.start, ...paint.end].map(short)
    defs.push(
      `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">` +
        `<stop offset="0.15" stop-color="${escape(paint.from)}"/><stop offset="0.95" stop-color="${escape(paint.to)}"/></linearGradient>`,
    )
    return `url(#${id})`
  }
  const styled = ({ fill, stroke, width = 1, dash, alpha = 1 }: Style): string =>
    attributes({
      fill: fill === undefined ? 'none' : fillOf(fill),
      ...(stroke !== undefined && {
        stroke,
        'stroke-width': short(width),
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      }),
      ...(dash && { 'stroke-dasharray': dash.map(short).join(' ') }),
      ...(alpha < 1 && { opacity: short(alpha) }),
    })
  const place = ({ x, y, width, height }: Rect): string =>
    attributes({ x: short(x), y: short(y), width: short(width), height: short(height) })

  return {
    path: (path, style) => void parts.push(`<path d="${pathText(path)}"${styled(style)}/>`),
    rect: (rect, corner, style) =>
      void parts.push(
        `<rect${place(rect)}${corner > 0 ? attributes({ rx: short(Math.min(corner, rect.width / 2, rect.height / 2)) }) : ''}${styled(style)}/>`,
      ),
    text(text, x, y, { size, bold = false, anchor = 'start', fill, alpha = 1, rim }) {
      const look = attributes({
        x: short(x),
        y: short(y),
        'font-family': font,
        'font-size': short(size),
        ...(bold && { 'font-weight': '600' }),
        ...(anchor === 'middle' && { 'text-anchor': 'middle' }),
        fill,
        ...(rim !== undefined && {
          ...{ stroke: rim, 'stroke-width': short(size * rimShare), 'stroke-linejoin': 'round' },
          'paint-order': 'stroke',
        }),
        ...(alpha < 1 && { opacity: short(alpha) }),
      })
      // Spaces at an end are part of a line that is set in several pieces.
      parts.push(`<text${look} xml:space="preserve">${escape(text)}</text>`)
    },
    widthOf,
    image(source, rect, alpha = 1) {
      const look = attributes({
        href: addressOf(source),
        preserveAspectRatio: 'none',
        'image-rendering': 'pixelated',
        ...(alpha < 1 && { opacity: short(alpha) }),
      })
      parts.push(`<image${place(rect)}${look}/>`)
    },
    body: () => parts.join('\n'),
    defs: () => defs.join('\n'),
  }
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('')
}

export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** To a hundredth. */
function short(value: number): number {
  return Math.round(value * 100) / 100
}
