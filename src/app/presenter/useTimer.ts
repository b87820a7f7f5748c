import * as v from 'valibot'
import { useEffect, useState } from 'react'
import { keep, recallJson } from '../../ui/storage'
import { stopped, type Timer, toggled } from './pace'

const stored = 'layerwise:timer'

const kept = v.object({
  timer: v.object({ since: v.nullable(v.number()), counted: v.number() }),
  minutes: v.pipe(v.number(), v.minValue(1), v.maxValue(600)),
})

/** A lecture without another wish, in minutes. */
const usual = 90

/** The stopwatch of the talk and what it is planned to take in minutes; a reload stops neither. `now` is told every half second. */
export function useTimer() {
  const [state, setState] = useState<{ readonly timer: Timer; readonly minutes: number }>(() => {
    const read = v.safeParse(kept, recallJson(stored, 'tab'))
    return read.success ? read.output : { timer: stopped, minutes: usual }
  })
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(ticking)
  }, [])
  const change = (next: Partial<typeof state>) => {
    const all = { ...state, ...next }
    setState(all)
    setNow(Date.now())
    keep(stored, JSON.stringify(all), 'tab')
  }
  return {
    ...state,
    now,
    toggle: () => change({ timer: toggled(state.timer, Date.now()) }),
    reset: () => change({ timer: stopped }),
    plan: (minutes: number) => {
      if (Number.isFinite(minutes)) change({ minutes: Math.min(600, Math.max(1, minutes)) })
    },
  }
}
