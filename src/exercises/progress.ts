import { create } from 'zustand'
import { keep, recall } from '../ui/storage'
import { type Kept, none, readKept, writeKept } from './kept'
import { afterAnswer, dayOf } from './repeat'

interface Progress extends Kept {
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
  /** Whether the browser keeps what it is given; where it does not, the record lasts as long as the page. */
  let isKept = true
  const change = (next: (now: Kept) => Kept) => {
    const now = (isKept && readKept(recall(key) ?? '')) || get()
    const { seen, answers, repeats } = next(now)
    set({ seen, answers, repeats })
    isKept = keep(key, writeKept({ seen, answers, repeats }))
  }
  return {
    ...(readKept(recall(key) ?? '') ?? none),
    visit: (slide) =>
      change((now) => ({ ...now, seen: now.seen.includes(slide) ? now.seen : [...now.seen, slide] })),
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
    if (event.key === key || event.key === null) useProgress.setState(readKept(event.newValue ?? '') ?? none)
  })
