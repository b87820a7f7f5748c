import { useEffect, useSyncExternalStore } from 'react'
import type { Lesson, LessonBody } from '../../lessons/course'
import { askAgain } from '../../ui/askAgain'

/** The prose of a lesson, or why it is not there; neither while it is on its way. */
interface Loaded {
  readonly Body?: LessonBody
  readonly problem?: string
}

const onItsWay: Loaded = {}
const loaded = new Map<string, Loaded>()
const listeners = new Set<() => void>()

function say(lesson: Lesson, state: Loaded): void {
  loaded.set(lesson.id, state)
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Fetches the prose of a lesson unless it is there, and says what has come of it. */
async function fetchBody(lesson: Lesson, ask = lesson.load): Promise<boolean> {
  if (loaded.get(lesson.id)?.Body) return true
  try {
    say(lesson, { Body: await ask() })
    return true
  } catch {
    say(lesson, { problem: 'The lesson could not be loaded; is the site still reachable?' })
    return false
  }
}

/** Fetches the prose of a lesson, so that it stands in the first paint, and tells whether it came. */
export function preloadBody(lesson: Lesson): Promise<boolean> {
  return fetchBody(lesson)
}

/**
 * The prose of a lesson, fetched once, whoever asked for it first: what comes between a rendering and its effects is seen
 * too. `again` asks anew for what did not come.
 */
export function useBody(lesson: Lesson): Loaded & { readonly again: () => void } {
  const state = useSyncExternalStore(subscribe, () => loaded.get(lesson.id) ?? onItsWay)
  useEffect(() => void fetchBody(lesson), [lesson])
  const again = () => {
    say(lesson, onItsWay)
    void fetchBody(lesson, () => askAgain(lesson.load))
  }
  return { ...state, again }
}
