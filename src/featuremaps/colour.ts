import type { Maps, Range } from './maps'

/**
 * Values of both signs need a colour for zero; values from zero up need only more and less; brightness from −1 to 1
 * is shown as it is.
 */
type ScaleKind = 'diverging' | 'sequential' | 'grey'

/** From which value to which the colours run; a diverging scale has zero in its middle. */
export interface Scale {
  readonly kind: ScaleKind
  readonly from: number
  readonly to: number
}

/** Whether every channel has its own scale, all of a layer share one, or those of two layers beside each other. */
export type Scope = 'channel' | 'layer' | 'both'

export function kindOf(whole: Range): ScaleKind {
  return whole.min < 0 ? 'diverging' : 'sequential'
}

/** `kind` is the layer's, so that a channel without negative values is not coloured differently beside the others. */
export function scaleOf(kind: ScaleKind, { min, max }: Range): Scale {
  if (kind === 'grey') return { kind, from: -1, to: 1 }
  if (kind === 'sequential') return { kind, from: 0, to: max > 0 ? max : 1 }
  const reach = Math.max(Math.abs(min), Math.abs(max)) || 1
  return { kind, from: -reach, to: reach }
}

const shades = 256

/** Eleven stops each, safe for colour-blind eyes; between them colours are mixed. */
const stops: Readonly<Record<ScaleKind, string>> = {
  // ColorBrewer's RdBu (Brewer, Harrower, The Pennsylvania State University), turned: blue below zero, red above.
  diverging: '053061 2166ac 4393c3 92c5de d1e5f0 f7f7f7 fddbc7 f4a582 d6604d b2182b 67001f',
  // Viridis (van der Walt, Smith), every tenth of its way.
  sequential: '440154 482475 414487 355f8d 2a788e 21918c 22a884 44bf70 7ad151 bddf26 fde725',
  grey: '000000 ffffff',
}

/** Red, green, blue of every shade. */
const palettes: Readonly<Record<ScaleKind, Uint8ClampedArray>> = {
  diverging: palette(stops.diverging),
  sequential: palette(stops.sequential),
  grey: palette(stops.grey),
}

/** Not a colour of either palette: a value that is infinite or not a number. */
const broken = [255, 0, 255] as const

function palette(text: string): Uint8ClampedArray {
  const points = text.split(' ').map((hex) => [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)))
  const colours = new Uint8ClampedArray(shades * 3)
  for (let i = 0; i < shades; i++) {
    const at = (i / (shades - 1)) * (points.length - 1)
    const low = Math.min(points.length - 2, Math.floor(at))
    for (let c = 0; c < 3; c++)
      colours[i * 3 + c] = points[low][c] + (points[low + 1][c] - points[low][c]) * (at - low)
  }
  return colours
}

function shadeOf(value: number, { from, to }: Scale): number {
  const t = (value - from) / (to - from)
  return Math.max(0, Math.min(shades - 1, Math.round(t * (shades - 1))))
}

/** The colour of one value as CSS writes it. */
export function colourOf(value: number, scale: Scale): string {
  if (!Number.isFinite(value)) return `rgb(${broken.join(' ')})`
  const at = shadeOf(value, scale) * 3
  return `rgb(${palettes[scale.kind].slice(at, at + 3).join(' ')})`
}

/** Whether white writing is easier to read on the colour of a value than black writing (WCAG's luminance). */
export function isDark(value: number, scale: Scale): boolean {
  const at = shadeOf(Number.isFinite(value) ? value : scale.to, scale) * 3
  const [red, green, blue] = [...palettes[scale.kind].slice(at, at + 3)].map((part) => {
    const share = part / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  // Above this, black on the colour has more contrast than white on it.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179
}

/** Some stops of a scale from low to high, for a CSS gradient. */
export function stopsOf(kind: ScaleKind): readonly string[] {
  return stops[kind].split(' ').map((hex) => `#${hex}`)
}

/** Paints one channel into RGBA pixels, row by row. */
export function paint(maps: Maps, channel: number, scale: Scale, into: Uint8ClampedArray): void {
  const { values, channels } = maps
  const colours = palettes[scale.kind]
  for (let i = channel, o = 0; i < values.length; i += channels, o += 4) {
    const value = values[i]
    if (Number.isFinite(value)) {
      const at = shadeOf(value, scale) * 3
      into[o] = colours[at]
      into[o + 1] = colours[at + 1]
      into[o + 2] = colours[at + 2]
    } else into.set(broken, o)
    into[o + 3] = 255
  }
}
