import * as v from 'valibot'
import { create } from 'zustand'
import { fittingRecord } from '../../ui/fitting'
import { keep, recallJson } from '../../ui/storage'

export const inkColors = ['red', 'blue', 'green', 'yellow'] as const

const finite = v.pipe(v.number(), v.finite())

/**
 * A line that somebody drew on a slide. Its points are counted from the middle of the box that it is tied to, in hundredths of
 * the height of that box, so that it stays there under zoom and in another window; without a box they are thousandths of
 * the slide's height. So is its width.
 */
export const stroke = v.strictObject({
  tool: v.picklist(['pen', 'highlighter']),
  color: v.picklist(inkColors),
  width: v.pipe(finite, v.minValue(0), v.maxValue(1000)),
  /** Whose middle the points are counted from; null: the slide. */
  on: v.nullable(
    v.strictObject({ id: v.pipe(v.string(), v.maxLength(200)), side: v.picklist(['left', 'right']) }),
  ),
  /** x, y and pressure from 0 to 1. */
  points: v.pipe(
    v.array(v.strictTuple([finite, finite, v.pipe(finite, v.minValue(0), v.maxValue(1))])),
    v.maxLength(4000),
  ),
})

export type Stroke = v.InferOutput<typeof stroke>

/** Everything that is drawn on a slide. */
export const strokes = v.pipe(v.array(stroke), v.maxLength(500))

const stored = 'layerwise:ink'

/** What was drawn, by slide (`lesson/step`), the oldest first. It outlives the slide, and in this tab a reload. */
export const useInk = create<Readonly<Record<string, readonly Stroke[]>>>(() => {
  const kept = v.safeParse(fittingRecord(strokes), recallJson(stored, 'tab'))
  return kept.success ? kept.output : {}
})

/** Whether the browser refused the last strokes: it allows nothing, or has no more room. They are there as long as the page. */
export const useUnkeptInk = create(() => false)
useInk.subscribe((ink) => useUnkeptInk.setState(!keep(stored, JSON.stringify(ink), 'tab'), true))

const none: readonly Stroke[] = []

export function inkOn(slide: string): readonly Stroke[] {
  return useInk.getState()[slide] ?? none
}

/** What is drawn on a slide, followed. */
export const useInkOn = (slide: string): readonly Stroke[] => useInk((ink) => ink[slide] ?? none)

export function setInk(slide: string, lines: readonly Stroke[]): void {
  const { [slide]: _, ...others } = useInk.getState()
  useInk.setState(lines.length > 0 ? { ...others, [slide]: lines } : others, true)
}

export function addStroke(slide: string, line: Stroke): void {
  setInk(slide, [...inkOn(slide), line])
}

/** Takes the last stroke back. */
export function undoStroke(slide: string): void {
  setInk(slide, inkOn(slide).slice(0, -1))
}
