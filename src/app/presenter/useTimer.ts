import * as v from 'valibot'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { keep, recallJson } from '../../ui/storage'
import { type At, begun, setRight, stopped, type Timer, toggled } from './pace'

const stored = 'layerwise:timer'

const kept = v.object({
  timer: v.object({ since: v.nullable(v.number()), counted: v.number() }),
  minutes: v.pipe(v.number(), v.minValue(1), v.maxValue(600)),
})

/** A lecture without another wish, in minutes. */
const usual = 90

/** What a text of the tab's store says of the timer. */
export function readTimer(data: unknown): { readonly timer: Timer; readonly minutes: number } {
  const read = v.safeParse(kept, data)
  return read.success ? read.output : { timer: stopped, minutes: usual }
}

/**
 * The stopwatch of the talk and what it is planned to take in minutes; a reload stops neither. `now` is told every half
 * second.
 * @param order of the slides, null until it is told
 * @param at the place of the slide that is shown
 */
export function useTimer(order: string | null, at: number) {
  const [state, setState] = useState(() => readTimer(recallJson(stored, 'tab')))
  const [now, setNow] = useState(() => Date.now())
  const change = (next: Partial<typeof state>) => {
    const all = { ...state, ...next }
    setState(all)
    setNow(Date.now())
    keep(stored, JSON.stringify(all), 'tab')
  }
  const tick = useEffectEvent(() => {
    const then = Date.now()
    const timer = setRight(state.timer, now, then)
    if (timer === state.timer) setNow(then)
    else change({ timer })
  })
  const last = useRef<At>(null)
  const turned = useEffectEvent((to: At | null) => {
    const timer = to ? begun(state.timer, last.current, to, Date.now()) : state.timer
    last.current = to
    if (timer !== state.timer) change({ timer })
  })
  useEffect(() => turned(order === null ? null : { order, at }), [order, at])
  useEffect(() => {
    const ticking = setInterval(tick, 500)
    return () => clearInterval(ticking)
  }, [])
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
