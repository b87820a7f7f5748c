import type { Numbers } from './numbers'

/** N number wrong, I inherited from the source, W wording, T overtaken by later evidence, O lost in the text, M missing, OK checked and right. */
export const slipKinds = {
  N: 'a number is wrong',
  I: 'inherited from the source it cites',
  W: 'wording',
  T: 'overtaken by later evidence',
  O: 'garbled in the text',
  M: 'something is missing',
  OK: 'checked and correct',
} as const

type SlipKind = keyof typeof slipKinds

/** A place where the lecture and the count differ: teaching material, never a reproach. */
export interface Slip {
  /** Its number, 1 to 46. */
  readonly e: number
  /** `S5 S40`. */
  readonly slides: string
  readonly kind: SlipKind
  /** What it is about, in a few words of ours. */
  readonly about: string
  /** The lecture's own words, letter by letter: `…` leaves something out, ` · ` stands between cells of a table. Absent where it has none. */
  readonly says?: string
  /** What is to be seen on the slide, in our words, where no words can be quoted. */
  readonly shows?: string
  /** What is counted when the button is pressed, line by line. */
  readonly count: (n: Numbers) => readonly string[]
  /** What is true, in a sentence; numbers about networks come from `n`. */
  readonly truth: (n: Numbers) => string
  readonly because: (n: Numbers) => string
  /** Where that is found: names of references with the place in them. */
  readonly sources: readonly (readonly [reference: string, place: string])[]
}
