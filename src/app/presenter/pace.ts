/** A stopwatch: running since a moment, or standing; both in milliseconds. */
export interface Timer {
  readonly since: number | null
  /** What it counted before that. */
  readonly counted: number
}

export const stopped: Timer = { since: null, counted: 0 }

export function elapsed({ since, counted }: Timer, now: number): number {
  return counted + (since === null ? 0 : now - since)
}

/** Starts it, or stops it where it stands. */
export function toggled(timer: Timer, now: number): Timer {
  return timer.since === null ? { ...timer, since: now } : { since: null, counted: elapsed(timer, now) }
}

/** A place in an order of slides. */
export interface At {
  readonly order: string
  readonly at: number
}

/** The stopwatch after a slide was turned: the first step forward begins the talk; one that was paused stays so. */
export function begun(timer: Timer, before: At | null, { order, at }: At, now: number): Timer {
  const isUnused = timer.since === null && timer.counted === 0
  return isUnused && before?.order === order && at > before.at ? { since: now, counted: 0 } : timer
}

/**
 * The stopwatch as it goes on over a clock that was set back, so that it never counts backwards.
 * @param last the latest moment that it was looked at
 */
export function setRight(timer: Timer, last: number, now: number): Timer {
  if (timer.since === null || now >= Math.max(last, timer.since)) return timer
  return { since: now, counted: Math.max(timer.counted, elapsed(timer, last)) }
}

/** What a talk is planned to take, slide by slide. */
export interface Plan {
  /** Milliseconds of each slide. */
  readonly slides: readonly number[]
}

/** What slides are planned to take: minutes of their own where they have some, and equal shares of what is left of the talk. */
export function planOf(own: readonly (number | undefined)[], minutes: number): Plan {
  const taken = own.reduce<number>((sum, each) => sum + (each ?? 0), 0)
  const open = own.filter((each) => each === undefined).length
  const share = open === 0 ? 0 : Math.max(0, minutes - taken) / open
  return { slides: own.map((each) => (each ?? share) * 60_000) }
}

/** How a talk stands against its plan. */
export interface Pace {
  /** Milliseconds that the slides before this one were to take, and with this one. */
  readonly from: number
  readonly to: number
  /** Milliseconds by which it is late; below 0 it is early. Within the slide's own time it is neither. */
  readonly late: number
  /** Milliseconds that the slides after this one are to take. */
  readonly left: number
}

/**
 * How a talk stands after a time.
 * @param at the place of the slide that is shown, from 0
 */
export function paceOf({ slides }: Plan, at: number, time: number): Pace {
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
  const from = sum(slides.slice(0, at))
  const to = from + (slides[at] ?? 0)
  const late = time > to ? time - to : time < from ? time - from : 0
  return { from, to, late, left: sum(slides.slice(at + 1)) }
}

/** `4:05`, `1:04:05`, and `−0:30` before its time. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000)
  const two = (part: number) => String(part).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${milliseconds <= -1000 ? '−' : ''}${h > 0 ? `${h}:${two(m)}` : m}:${two(s)}`
}
