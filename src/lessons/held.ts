import { create } from 'zustand'
import { keep, recall } from '../ui/storage'

const key = 'layerwise:shown'

/** Lessons whose reader wants to read on without answering first. Remembered where the browser allows it. */
export const useShownLessons = create<readonly string[]>(() => (recall(key) ?? '').split(' ').filter(Boolean))

/** Shows all of a lesson, whatever waits for an answer. */
export function showAll(lesson: string): void {
  const shown = useShownLessons.getState()
  if (shown.includes(lesson)) return
  const all = [...shown, lesson]
  useShownLessons.setState(all, true)
  keep(key, all.join(' '))
}

const passedKey = 'layerwise:passed'

/** Questions behind which a link led: what follows them no longer waits. */
export const usePassed = create<readonly string[]>(() =>
  (recall(passedKey) ?? '').split('\n').filter(Boolean),
)

/** Shows what follows these questions; what waits for later ones still does. */
export function passBy(questions: readonly string[]): void {
  const passed = usePassed.getState()
  const all = [...new Set([...passed, ...questions])]
  if (all.length === passed.length) return
  usePassed.setState(all, true)
  keep(passedKey, all.join('\n'))
}
