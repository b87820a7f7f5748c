import { create } from 'zustand'
import { keep, recall } from '../ui/storage'
import { type Kept, none, readKept, together, writeKept } from './kept'
import { afterAnswer, dayOf } from './repeat'

interface Progress extends Kept {
  /** False where the browser keeps nothing (storage that is blocked or full): the record then lasts as long as the page. */
  readonly isKept: boolean
  visit(slide: string): void
  answer(question: string, given: string, right: boolean): void
  /** Forgets one question, so that it can be tried again. */
  retry(question: string): void
  reset(): void
  /** Takes over what a file held. */
  restore(kept: Kept): void
}

const key = 'layerwise:progress'

/** One record for all tabs: each changes what the browser keeps, not what it read itself some time ago. */
export const useProgress = create<Progress>((set, get) => {
  const change = (next: (now: Kept) => Kept) => {
    const stored = readKept(recall(key) ?? '')
    // What could not be kept is here alone, and what other tabs kept since is there alone.
    const now = !stored ? get() : get().isKept ? stored : together(stored, get())
    const { seen, answers, repeats } = next(now)
    set({ seen, answers, repeats, isKept: keep(key, writeKept({ seen, answers, repeats })) })
  }
  return {
    isKept: true,
    ...(readKept(recall(key) ?? '') ?? none),
    visit: (slide) =>
      change((now) => ({ ...now, seen: [...now.seen.filter((each) => each !== slide), slide] })),
    answer: (question, given, right) =>
      change(({ seen, answers, repeats }) => {
        const tries = (answers[question]?.tries ?? 0) + 1
        return {
          seen,
          answers: { ...answers, [question]: { given, right, tries } },
          // Practice has other numbers every time.
          repeats: question.includes('#practice ')
            ? repeats
            : afterAnswer(repeats, question, right, dayOf(Date.now())),
        }
      }),
    retry: (question) =>
      change((now) => ({
        ...now,
        answers: Object.fromEntries(Object.entries(now.answers).filter(([name]) => name !== question)),
      })),
    reset: () => change(() => none),
    restore: (kept) => change(() => kept),
  }
})

if (typeof window !== 'undefined')
  // Another tab changed it, or forgot it.
  window.addEventListener('storage', (event) => {
    if (event.key !== key && event.key !== null) return
    const theirs = readKept(event.newValue ?? '') ?? none
    const own = useProgress.getState()
    useProgress.setState(own.isKept ? theirs : together(theirs, own))
  })
