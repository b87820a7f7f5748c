import { judge } from '../../exercises/judge'

/** How often each thing was voted for: the place of an option, or a number as it was typed. */
export type Counts = Readonly<Record<string, number>>

/** One vote more, or with `by` −1 one less; what nobody votes for is left out. */
export function voted(counts: Counts, what: string, by = 1): Counts {
  const { [what]: before = 0, ...others } = counts
  return before + by > 0 ? { ...others, [what]: before + by } : others
}

/** A bar of the histogram. */
export interface Bar {
  readonly what: string
  readonly votes: number
  /** Of all votes, from 0 to 1. */
  readonly share: number
}

/** The votes for options, in their order, also for those that have none. */
export function optionBars(counts: Counts, options: readonly string[]): readonly Bar[] {
  return barsOf(options.map((what) => [what, counts[what] ?? 0]))
}

/** The votes for numbers, the smallest first. */
export function numberBars(counts: Counts): readonly Bar[] {
  const order = ([what]: readonly [string, number]) => numberOf(what) ?? Infinity
  return barsOf(Object.entries(counts).sort((a, b) => order(a) - order(b)))
}

/** How many votes there are. */
export const votesIn = (counts: Counts): number => Object.values(counts).reduce((sum, each) => sum + each, 0)

function barsOf(votes: readonly (readonly [string, number])[]): readonly Bar[] {
  const all = votesIn(Object.fromEntries(votes))
  return votes.map(([what, count]) => ({ what, votes: count, share: all === 0 ? 0 : count / all }))
}

/** The number of a typed vote, with separators or a decimal comma as the exercises read them; null where it is none. */
export function numberOf(text: string): number | null {
  const value = Number(text.replace(/[\s,'’_]/g, ''))
  return text.trim() === '' || !Number.isFinite(value) ? null : value
}

/** Whether a typed vote is the answer. */
export function isRight(text: string, answer: number, within?: number): boolean {
  return judge(text, answer, { within }).kind === 'right'
}

/** The letter of an option: A, B, C, … */
export const letterOf = (place: number): string => String.fromCharCode(65 + place)
