import * as v from 'valibot'
import { fitting, fittingEntries } from '../ui/fitting'
import { type Repeats, waits } from './repeat'

/** What became of a question. */
export interface Answer {
  readonly given: string
  readonly right: boolean
  readonly tries: number
}

/** What a reader did, kept in this browser alone. */
export interface Kept {
  /** Keys of slides that were on screen, each once; where the reader was last is the last. */
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

const answer = v.object({
  given: text,
  right: v.boolean(),
  tries: v.pipe(v.number(), v.integer(), v.minValue(1)),
})

const repeat = v.object({
  box: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(waits.length - 1)),
  due: v.pipe(v.number(), v.integer()),
})

const entries = v.record(v.string(), v.unknown())

const file = v.object({
  version: v.literal(version),
  seen: v.array(v.unknown()),
  answers: entries,
  // Older files have none.
  repeats: v.optional(entries, {}),
})

/** The record as a file that `readKept` reads. */
export function writeKept({ seen, answers, repeats }: Kept): string {
  return JSON.stringify({ version, seen, answers, repeats }, null, 1)
}

/**
 * The record in a text, without the entries that are none, and how many those are; undefined where it is no record. A
 * slide that is named twice was read once.
 */
export function readFile(content: string): { readonly kept: Kept; readonly left: number } | undefined {
  const found = v.safeParse(file, parsed(content))
  if (!found.success) return undefined
  const { seen, answers, repeats } = found.output
  const slides = fitting(text, seen)
  const kept = {
    seen: [...new Set(slides)],
    answers: named(fittingEntries(answer, answers)),
    repeats: named(fittingEntries(repeat, repeats)),
  }
  const lost = (all: object, some: object) => Object.keys(all).length - Object.keys(some).length
  const left = seen.length - slides.length + lost(answers, kept.answers) + lost(repeats, kept.repeats)
  return { kept, left }
}

/** The record that this browser kept. */
export function readKept(content: string): Kept | undefined {
  return readFile(content)?.kept
}

/** Without the entries whose names are too long to be any. */
const named = <T>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => v.is(text, name)))

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

/** What two records say together: of a question that both know, what was tried more often. */
export function together(one: Kept, other: Kept): Kept {
  const answers = { ...one.answers }
  for (const [question, answer] of Object.entries(other.answers)) {
    const known = answers[question]
    if (!known || answer.tries > known.tries) answers[question] = answer
  }
  return {
    seen: [...new Set([...one.seen, ...other.seen])],
    answers,
    repeats: { ...one.repeats, ...other.repeats },
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
