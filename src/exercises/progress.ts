import { create } from 'zustand'
import { keep, recall } from '../ui/storage'

/** What became of a question. */
export interface Answer {
  readonly given: string
  readonly right: boolean
  readonly tries: number
}

/** What a reader did, kept in this browser alone. */
export interface Kept {
  /** Keys of slides that were on screen. */
  readonly seen: readonly string[]
  readonly answers: Readonly<Record<string, Answer>>
}

interface Progress extends Kept {
  visit(slide: string): void
  answer(question: string, given: string, right: boolean): void
  /** Forgets one question, so that it can be tried again. */
  retry(question: string): void
  reset(): void
  /** Takes over a file that `exported` gave; says what is wrong with it, and then changes nothing. */
  restore(text: string): string | undefined
}

const key = 'layerwise:progress'
const version = 1
const none: Kept = { seen: [], answers: {} }

export const useProgress = create<Progress>((set, get) => {
  const take = (next: Kept) => {
    set(next)
    keep(key, exported(get()))
  }
  return {
    ...(parse(recall(key) ?? '') ?? none),
    visit(slide) {
      const { seen, answers } = get()
      if (!seen.includes(slide)) take({ seen: [...seen, slide], answers })
    },
    answer(question, given, right) {
      const { seen, answers } = get()
      const tries = (answers[question]?.tries ?? 0) + 1
      take({ seen, answers: { ...answers, [question]: { given, right, tries } } })
    },
    retry(question) {
      const { seen, answers } = get()
      take({
        seen,
        answers: Object.fromEntries(Object.entries(answers).filter(([name]) => name !== question)),
      })
    },
    reset: () => take(none),
    restore(text) {
      const found = parse(text)
      if (!found) return 'This file holds no progress of this course; nothing was changed.'
      take(found)
      return undefined
    },
  }
})

/** The record as a file that `restore` reads. */
export function exported({ seen, answers }: Kept): string {
  return JSON.stringify({ version, seen, answers }, null, 1)
}

function parse(text: string): Kept | undefined {
  try {
    const found = JSON.parse(text) as Partial<Kept> & { version?: unknown }
    if (found.version !== version || !Array.isArray(found.seen) || !isRecord(found.answers)) return undefined
    if (!found.seen.every((name) => typeof name === 'string')) return undefined
    if (!Object.values(found.answers).every(isAnswer)) return undefined
    return { seen: found.seen, answers: found.answers as Record<string, Answer> }
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isAnswer(value: unknown): value is Answer {
  return (
    isRecord(value) &&
    typeof value.given === 'string' &&
    typeof value.right === 'boolean' &&
    typeof value.tries === 'number'
  )
}
