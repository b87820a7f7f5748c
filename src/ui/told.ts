import type * as Plot from '@observablehq/plot'

/** A value of a chart in words, and where it stands, in the units of its axes. */
export interface Told {
  readonly x: number | string
  readonly y: number | string
  /** Of a chart that is a row of charts: which of them. */
  readonly fx?: number | string
  readonly words: string
}

/** What a chart draws, and the values that it tells one by one, in the order in which keys go through them. */
export interface Drawing extends Plot.PlotOptions {
  readonly told?: readonly Told[]
}

/** A value in words, and its place in pixels. */
export interface Placed extends Pick<Told, 'x' | 'words'> {
  readonly left: number
  readonly top: number
}

type Scale = Pick<Plot.Scale, 'apply' | 'bandwidth' | 'range'>

/** The scales of a drawn chart, by name; undefined where it has none. */
export type Scales = (name: 'x' | 'y' | 'fx') => Scale | undefined

/** The middle of a value's place on an axis; what lies beyond stands at its end. */
function middleOf(scale: Scale | undefined, value: number | string): number {
  if (!scale) return NaN
  const middle = Number(scale.apply(value)) + (scale.bandwidth ?? 0) / 2
  if (!scale.range) return middle
  const ends = [...scale.range].map(Number)
  return Math.max(Math.min(...ends), Math.min(middle, Math.max(...ends)))
}

/** Where the values of a chart stand in its drawing; what an axis has no place for is left out. */
export function placesOf(told: readonly Told[], scales: Scales): readonly Placed[] {
  const fx = scales('fx')
  return told.flatMap(({ x, y, fx: of, words }) => {
    // Each chart of a row is laid out from the left edge of the first one.
    const along = of === undefined || !fx?.range ? 0 : Number(fx.apply(of)) - Number([...fx.range][0])
    const left = along + middleOf(scales('x'), x)
    const top = middleOf(scales('y'), y)
    return Number.isFinite(left) && Number.isFinite(top) ? [{ x, left, top, words }] : []
  })
}

/** A value this near is meant before one that stands more nearly above or below, in pixels. */
const near = 40

/** On a value is whoever is this near, in pixels: a finger, too. */
const touchable = 20

/** Whether a place of the chart is on a value, which is then what is pressed there. */
export const isOn = (place: Placed, left: number, top: number): boolean =>
  Math.hypot(place.left - left, place.top - top) <= touchable

/** The value that a place of the chart means: the nearest one or, far from all, the one above or below; null where there is none. */
export function meantAt(places: readonly Placed[], left: number, top: number): number | null {
  const away = places.map((place) => {
    const [across, down] = [Math.abs(place.left - left), Math.abs(place.top - top)]
    const direct = Math.hypot(across, down)
    return direct <= near ? direct : near + across + down / 1000
  })
  return places.length === 0 ? null : away.indexOf(Math.min(...away))
}
