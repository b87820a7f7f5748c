import * as v from 'valibot'
import { type Repeats, waits } from './repeat'

/** What became of a question. */
export interface Answer {
  readonly given: string
  readonly right: boolean
  readonly tries: number
}

/** What a reader did, kept in this browser alone. */
export interface Kept {
  /** Keys of slides that were on screen, each once. */
  readonly seen: readonly string[]
  /** By the place of the question: `lesson/slide#question`. */
  readonly answers: Readonly<Record<string, Answer>>
  /** Questions that were missed, and when they come back. */
  readonly repeats: Repeats
}

export const none: Kept = { seen: [], answers: {}, repeats: {} }

const version = 1

/** Longer than any answer that is asked for. */
const longest = 2000

const text = v.pipe(v.string(), v.maxLength(longest))

const file = v.object({
  version: v.literal(version),
  seen: v.pipe(
    v.array(text),
    v.transform((seen) => [...new Set(seen)]),
  ),
  answers: v.record(
    text,
    v.object({ given: text, right: v.boolean(), tries: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  ),
  // Older files have none.
  repeats: v.optional(
    v.record(
      text,
      v.object({
        box: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(waits.length - 1)),
        due: v.pipe(v.number(), v.integer()),
      }),
    ),
    {},
  ),
})

/** The record as a file that `readKept` reads. */
export function writeKept({ seen, answers, repeats }: Kept): string {
  return JSON.stringify({ version, seen, answers, repeats }, null, 1)
}

/** The record in a text; undefined where it is none. A slide that is named twice was read once. */
export function readKept(content: string): Kept | undefined {
  try {
    const found = v.safeParse(file, JSON.parse(content))
    if (!found.success) return undefined
    const { seen, answers, repeats } = found.output
    return { seen, answers, repeats }
  } catch {
    return undefined
  }
}

/** What is about slides that there are, and how many entries were about others. */
export function ofSlides(
  kept: Kept,
  slides: ReadonlySet<string>,
): { readonly kept: Kept; readonly left: number } {
  const seen = kept.seen.filter((key) => slides.has(key))
  const answers = Object.entries(kept.answers)
  const isOwn = ([question]: readonly [string, unknown]) => slides.has(question.split('#')[0])
  const own = answers.filter(isOwn)
  return {
    kept: {
      seen,
      answers: Object.fromEntries(own),
      repeats: Object.fromEntries(Object.entries(kept.repeats).filter(isOwn)),
    },
    left: kept.seen.length - seen.length + answers.length - own.length,
  }
}
