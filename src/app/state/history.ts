import type { Options } from '../../architectures/family'
import type { Edits } from '../../nn/build'
import type { Weighting } from './intent'

/** What undo gives back: how the network is built, and its weights. Where one looks is not part of it. */
export interface Built {
  readonly options: Options
  readonly edits: Edits
  readonly weights: Weighting
}

/** How it was built, and what stood open then, part of which a step may have closed. */
export interface Moment extends Built {
  readonly expanded: ReadonlySet<string>
}

export interface History {
  readonly past: readonly Moment[]
  readonly future: readonly Moment[]
  /** The control that made the last step, and when in milliseconds; none after an undo. */
  readonly last: { readonly control: string; readonly at: number } | null
}

export const noHistory: History = { past: [], future: [], last: null }

/** Steps in one control that follow each other faster, in milliseconds, are one step. */
export const together = 1000

/** More steps than this nobody goes back. */
const most = 200

/** Remembers how it was before a step. */
export function recorded(history: History, before: Moment, control: string, at: number): History {
  const goesOn = history.last?.control === control && at - history.last.at < together
  return {
    past: goesOn ? history.past : [...history.past, pick(before)].slice(-most),
    future: [],
    last: { control, at },
  }
}

/** One step back from `now`, undefined at the beginning. */
export function undone(history: History, now: Moment): { history: History; built: Moment } | undefined {
  const built = history.past.at(-1)
  return (
    built && {
      built,
      history: { past: history.past.slice(0, -1), future: [pick(now), ...history.future], last: null },
    }
  )
}

/** One step forward again, undefined where nothing was undone. */
export function redone(history: History, now: Moment): { history: History; built: Moment } | undefined {
  const [built, ...future] = history.future
  return built && { built, history: { past: [...history.past, pick(now)], future, last: null } }
}

/** Without whatever else the object carries. */
function pick({ options, edits, weights, expanded }: Moment): Moment {
  return { options, edits, weights, expanded }
}
