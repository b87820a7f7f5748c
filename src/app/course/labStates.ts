import * as v from 'valibot'
import { create } from 'zustand'
import type { LabText } from '../../lab/shared/schema'
import { isCourse } from './address'
import { type LessonPlace, readPlace, writePlace } from './place'

/** What a reader set in labs, by slide (`shapes/tensor`). It outlives the slide, and in this tab a reload. */
type LabStates = Readonly<Record<string, LabText>>

const key = 'layerwise:labs'

/** Long enough that a dragged slider does not fill the browser's quota of history changes, in milliseconds. */
const pause = 150

export const useLabStates = create<LabStates>(() => recalled())

const shape = v.record(v.string(), v.record(v.string(), v.string()))

function recalled(): LabStates {
  try {
    const kept = v.safeParse(shape, JSON.parse(sessionStorage.getItem(key) ?? '{}'))
    return kept.success ? kept.output : {}
  } catch {
    return {}
  }
}

function keep(states: LabStates): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(states))
  } catch {
    // Switched off or full: what was set then lasts as long as the page.
  }
}

useLabStates.subscribe(keep)

/** A slide of a lesson with what was set in its lab, so that its address carries it. */
export function placeOf(place: LessonPlace, lesson: string, step: string): LessonPlace {
  return { ...place, lesson, step, lab: useLabStates.getState()[`${lesson}/${step}`] ?? {} }
}

/** The address that was written last: what comes back from it is older than what is here. */
let written = ''

/** Takes over what an address says of the lab of its slide. */
export function takeLab(place: LessonPlace, step: string): void {
  if (Object.keys(place.lab).length === 0 || writePlace(place) === written) return
  useLabStates.setState({ [`${place.lesson}/${step}`]: place.lab })
}

let timer: ReturnType<typeof setTimeout> | undefined

/** Sets something in the lab of a slide; the address follows. */
export function sayLab(place: LessonPlace, step: string, change: (before: LabText) => LabText): void {
  const slide = `${place.lesson}/${step}`
  useLabStates.setState((states) => ({ [slide]: change(states[slide] ?? {}) }))
  clearTimeout(timer)
  timer = setTimeout(() => {
    if (!isCourse(location.hash)) return
    const now = readPlace(location.hash)
    // Another slide has come, and its address is its own.
    if (now.page !== 'lesson' || now.lesson !== place.lesson || (now.step ?? step) !== step) return
    written = writePlace(placeOf(now, place.lesson, step))
    history.replaceState(history.state, '', written)
  }, pause)
}
