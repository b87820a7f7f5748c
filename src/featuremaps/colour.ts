import { interpolateRdBu, interpolateViridis, rgb } from 'd3'
import type { Maps, Range } from './maps'

/** Values of both signs need a colour for zero; values from zero up need only more and less. */
export type ScaleKind = 'diverging' | 'sequential'

/** From which value to which the colours run; a diverging scale has zero in its middle. */
export interface Scale {
  readonly kind: ScaleKind
  readonly from: number
  readonly to: number
}

/** Whether every channel has its own scale, or all share one. */
export type Scope = 'channel' | 'layer'

export function kindOf(whole: Range): ScaleKind {
  return whole.min < 0 ? 'diverging' : 'sequential'
}

/** `kind` is the layer's, so that a channel without negative values is not coloured differently beside the others. */
export function scaleOf(kind: ScaleKind, { min, max }: Range): Scale {
  if (kind === 'sequential') return { kind, from: 0, to: max > 0 ? max : 1 }
  const reach = Math.max(Math.abs(min), Math.abs(max)) || 1
  return { kind, from: -reach, to: reach }
}

const shades = 256

/** Red, green, blue of every shade; both palettes are safe for colour-blind eyes. */
const palettes: Readonly<Record<ScaleKind, Uint8ClampedArray>> = {
  // Blue below zero, red above.
  diverging: palette((t) => interpolateRdBu(1 - t)),
  sequential: palette(interpolateViridis),
}

/** Not a colour of either palette: a value that is infinite or not a number. */
const broken = [255, 0, 255] as const

function palette(colourAt: (t: number) => string): Uint8ClampedArray {
  const colours = new Uint8ClampedArray(shades * 3)
  for (let i = 0; i < shades; i++) {
    const { r, g, b } = rgb(colourAt(i / (shades - 1)))
    colours.set([r, g, b], i * 3)
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

/** Some stops of a scale from low to high, for a CSS gradient. */
export function stopsOf(kind: ScaleKind, stops = 17): readonly string[] {
  const scale: Scale = { kind, from: 0, to: 1 }
  return Array.from({ length: stops }, (_, i) => colourOf(i / (stops - 1), scale))
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
