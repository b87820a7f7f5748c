import * as v from 'valibot'
import { create } from 'zustand'
import type { LabText } from '../../lab/shared/schema'
import { fittingRecord } from '../../ui/fitting'
import { keep, recallJson } from '../../ui/storage'
import { currentRoute, type LessonRoute, setAddress, writeRoute } from '../route/route'

/** What a reader set in labs, by slide (`shapes/tensor`). It outlives the slide, and in this tab a reload. */
type LabStates = Readonly<Record<string, LabText>>

const stored = 'layerwise:labs'

/** Long enough that a dragged slider does not fill the browser's quota of history changes, in milliseconds. */
const pause = 150

const shape = fittingRecord(fittingRecord(v.string()))

export const useLabStates = create<LabStates>(() => {
  const kept = v.safeParse(shape, recallJson(stored, 'tab'))
  return kept.success ? kept.output : {}
})

useLabStates.subscribe((states) => void keep(stored, JSON.stringify(states), 'tab'))

/** A slide of a lesson with what was set in its lab, so that its address carries it. */
export function withLab(route: LessonRoute, lesson: string, step: string): LessonRoute {
  return { ...route, lesson, step, kept: undefined, lab: useLabStates.getState()[`${lesson}/${step}`] ?? {} }
}

/** What was written into the address last: when it comes back it is no news, and may be older than what is here. */
let written = ''

/** Takes over what an address says of a lab; where it says nothing, what was set stays, unless it `isAll`. */
export function takeLab(key: string, said: LabText, { isAll = false } = {}): void {
  if ((Object.keys(said).length === 0 && !isAll) || JSON.stringify([key, said]) === written) return
  useLabStates.setState({ [key]: said })
}

let timer: ReturnType<typeof setTimeout> | undefined

/** Sets something in a lab. The address follows: `address` gives it, or nothing where another page has come. */
export function sayLab(
  key: string,
  change: (before: LabText) => LabText,
  address: (said: LabText) => string | undefined,
): void {
  useLabStates.setState((states) => ({ [key]: change(states[key] ?? {}) }))
  clearTimeout(timer)
  timer = setTimeout(() => {
    const said = useLabStates.getState()[key]
    const hash = address(said)
    if (hash === undefined) return
    written = JSON.stringify([key, said])
    setAddress(hash)
  }, pause)
}

/** The address of a slide while it is the one that is shown. */
export function addressOf(lesson: string, step: string): (lab: LabText) => string | undefined {
  return (lab) => {
    const now = currentRoute()
    const isHere = now.page === 'lesson' && now.lesson === lesson && (now.step ?? step) === step
    return isHere ? writeRoute({ ...now, step, lab }) : undefined
  }
}
