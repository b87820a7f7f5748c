/**
 * When a question that was missed comes back: boxes as Sebastian Leitner describes them (So lernt man lernen, 1972). A wrong
 * answer puts a question into the first box. Each right answer on a day on which it is due puts it one box further, and out
 * of the last one; a right answer on the same day only repairs the slide. Who answers right at once never meets it again.
 */
export interface Repeat {
  /** 0 is the first. */
  readonly box: number
  /** The day from which it is asked again, as `dayOf` counts. */
  readonly due: number
}

/** By the place of the question: `lesson/slide#question`. */
export type Repeats = Readonly<Record<string, Repeat>>

/** Days until a question of a box comes back: each time a little more than twice as long, so that it is met before it is forgotten. */
export const waits = [1, 3, 7, 16] as const

/** The day of a moment, counted from the beginning of 1970 where the reader is. @param moment in milliseconds */
export function dayOf(moment: number): number {
  const zone = new Date(moment).getTimezoneOffset() * 60_000
  return Math.floor((moment - zone) / 86_400_000)
}

/**
 * Whether a question is asked again. One that would have to wait longer than its box says was put there by a clock that went
 * wrong and was set back: it comes now, and not in years. A day more is left for those who travel west.
 */
const isDue = ({ box, due }: Repeat, today: number): boolean => due <= today || due > today + waits[box] + 1

/** What an answer makes of the boxes. */
export function afterAnswer(repeats: Repeats, question: string, right: boolean, today: number): Repeats {
  if (!right) return { ...repeats, [question]: { box: 0, due: today + waits[0] } }
  const now = repeats[question]
  if (!now || !isDue(now, today)) return repeats
  const box = now.box + 1
  if (box < waits.length) return { ...repeats, [question]: { box, due: today + waits[box] } }
  const { [question]: _, ...others } = repeats
  return others
}

/** The questions that are due, those that have waited longest first. */
export function dueOn(repeats: Repeats, today: number): readonly string[] {
  return Object.entries(repeats)
    .filter(([, repeat]) => isDue(repeat, today))
    .sort(([, a], [, b]) => a.due - b.due)
    .map(([question]) => question)
}
