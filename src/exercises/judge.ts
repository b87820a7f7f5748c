import { count } from '../ui/format'
import { type Reading, readings } from './number'
import { usualSlip } from './usual'

/** What a typical slip would give, and what to say to it. */
export interface Mistake {
  readonly value: number
  readonly say: string
}

export interface Verdict {
  /** `ambiguous`: right or a thousand times off, depending on what a separator means. */
  readonly kind: 'right' | 'mistake' | 'wrong' | 'unreadable' | 'ambiguous'
  /** For a mistake that is known: where it comes from; for another: how it compares with the answer; else what to write instead. */
  readonly say?: string
}

interface Allowed {
  readonly within?: number
  readonly mistakes?: readonly Mistake[]
  /** What is counted, which tells what is usually forgotten. */
  readonly unit?: string
}

/** Whether a verdict is about the number, and not about how it was written. */
export function isSettled({ kind }: Verdict): boolean {
  return kind !== 'unreadable' && kind !== 'ambiguous'
}

/**
 * Holds an answer against the computed one. `within` is the share by which it may differ; an answer with a unit prefix
 * (`1.02M`) need only be right to the digits that were given, unless it is a known mistake to the last digit.
 *
 * A text that has two meanings, a thousand times apart (`9,408`), is right with its thousands as English writes them, and
 * with its three decimals only where the answer has so many; else nobody can know which one was meant.
 */
export function judge(text: string, answer: number, allowed: Allowed = {}): Verdict {
  const [english, other] = readings(text)
  if (!english)
    return {
      kind: 'unreadable',
      say: `“${text.trim()}” cannot be read as a number; write something like 1250, 3.5, 1.25k, 1/4, 5·5·6 or 20+30.`,
    }
  const first = judgeOne(english, answer, allowed)
  if (!other) return first
  const second = judgeOne(other, answer, allowed)
  const right = first.kind === 'right' ? english : second.kind === 'right' ? other : undefined
  if (right) {
    const thousands = Math.max(english.value, other.value)
    const isMeant = right.value === thousands ? right === english : hasThreeDecimals(answer)
    return isMeant ? { kind: 'right' } : { kind: 'ambiguous', say: askedBack(text, english, other) }
  }
  if (first.kind === 'mistake' || second.kind === 'mistake') return first.kind === 'mistake' ? first : second
  return distance(english.value, answer) <= distance(other.value, answer) ? first : second
}

function askedBack(text: string, ...meanings: readonly Reading[]): string {
  // Without separators before three digits, so that either is understood.
  const [large, small] = meanings
    .map(({ value }) => value)
    .sort((a, b) => b - a)
    .map((value) => String(Number(value.toFixed(2))))
  return `“${text.trim()}” can mean ${large} or ${small}; write the one that you mean.`
}

function hasThreeDecimals(value: number): boolean {
  const hundreds = value * 100
  return Math.abs(hundreds - Math.round(hundreds)) > 1e-9 * Math.max(1, Math.abs(hundreds))
}

/** How many times apart two numbers are, as a logarithm. */
function distance(a: number, b: number): number {
  return Math.abs(Math.log(Math.abs(a / b)))
}

function judgeOne(
  { value: given, half }: Reading,
  answer: number,
  { within = 0, mistakes = [], unit }: Allowed,
): Verdict {
  // A rounding that hides more than a twentieth of the answer is no answer.
  const rounding = half <= Math.abs(given) / 20 ? half : 0
  const equals = (value: number, share: number, rounded = rounding) =>
    Math.abs(given - value) <= Math.max(Math.abs(value) * share, rounded, 1e-9)
  // `2.7K` may be 2,712 with fewer digits, but not where 2,700 itself is a mistake.
  const exact = mistakes.find(({ value }) => equals(value, 1e-9, 0))
  if (equals(answer, within, exact ? 0 : rounding)) return { kind: 'right' }
  const known = exact ?? mistakes.find(({ value }) => equals(value, Math.min(within, 0.005)))
  return known ? { kind: 'mistake', say: known.say } : { kind: 'wrong', say: relation(given, answer, unit) }
}

/** The largest factor that is looked for: a 7×7 map of 32 paths. */
const mostFactor = 1568

/**
 * How a wrong number compares with the right one, and what is usually forgotten where such a number is counted: what a
 * teacher would say who sees only both. No factor and no share is named, from which the answer could be worked out
 * without the network.
 */
function relation(given: number, answer: number, unit: string | undefined): string {
  if (given === 0 || answer === 0) return given === 0 ? 'It is not zero.' : 'Something cancels out here.'
  if (given === -answer) return 'The size is right, but the sign is not.'
  const ratio = given / answer
  if (ratio < 0) return 'Neither the sign nor the size is right.'
  const times = Math.max(ratio, 1 / ratio)
  const factor = Math.round(times)
  const size = ratio > 1 ? 'large' : 'small'
  const isWhole = factor > 1 && Math.abs(times / factor - 1) < 1e-6
  if (isWhole && [1e3, 1e6, 1e9].includes(factor))
    return `${count(factor)} times too ${size}: look at the prefix.`
  const slip = usualSlip(unit, size)
  const compared = comparedAs(times, size, answer, slip === undefined)
  // A factor larger than what it is a factor of is an accident.
  if (isWhole && factor <= mostFactor && factor < Math.min(Math.abs(given), Math.abs(answer)))
    return `Too ${size} by a whole factor: ${size === 'large' ? 'something is multiplied in that does not belong here' : 'something still has to be multiplied in'}.${slip ? ` ${slip}` : ''}`
  return slip ? `${compared} ${slip}` : compared
}

function comparedAs(times: number, size: string, answer: number, isAlone: boolean): string {
  // What is counted is whole; a share or a ratio has no dimensions.
  const isCount = Number.isInteger(answer)
  if (times < 1.05) return `Close, but too ${size}${isCount ? '' : ': round only at the end'}.`
  if (times < 2) return `Too ${size} by a factor of less than two.`
  if (times < 10) return `Too ${size} by a factor between two and ten.`
  return isCount && isAlone
    ? `Too ${size} by a factor of more than ten: is a whole dimension ${size === 'large' ? 'counted twice' : 'missing'}?`
    : `Too ${size} by a factor of more than ten.`
}
