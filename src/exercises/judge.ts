import { count } from '../ui/format'

/** What a typical slip would give, and what to say to it. */
export interface Mistake {
  readonly value: number
  readonly say: string
}

export interface Verdict {
  readonly kind: 'right' | 'mistake' | 'wrong' | 'unreadable'
  /** For a mistake that is known: where it comes from; for another: how it lies to the answer. */
  readonly say?: string
}

const words = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9, t: 1e12 }

/**
 * A number as people write it: `two`, `1,024,000`, `1 024 000`, `1.02M`, `89.4 %`, `8,71`, `5e3`, `7·144`, `1/4`. A comma before
 * three digits separates thousands. Undefined when it is none.
 */
export function readNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll('−', '-')
    .replace(/\s*%$/, '')
    .replace(/\s*[×x]$/, '')
    .replace(/^(-?\d+),(\d{1,2}|\d{4,})(\s*[kmgt])?$/, '$1.$2$3')
    .replace(/^(-?0),(\d+)$/, '$1.$2')
  if (words.includes(plain)) return words.indexOf(plain)
  const product = plain.split(/[·*×x]/)
  if (product.length > 1) {
    const factors = product.map(readNumber)
    return factors.some((factor) => factor === undefined)
      ? undefined
      : factors.reduce<number>((all, factor) => all * factor!, 1)
  }
  const quotient = /^([^/]+)\/([^/]+)$/.exec(plain)
  if (quotient) {
    const [over, under] = [readNumber(quotient[1]), readNumber(quotient[2])]
    return over === undefined || !under ? undefined : over / under
  }
  const match = /^(-?\d+(?:[ ,\u202f_]\d{3})*(?:\.\d+)?(?:e[+-]?\d+)?|-?\.\d+)\s*([kmgt])?$/.exec(plain)
  if (!match) return undefined
  return Number(match[1].replace(/[ ,\u202f_]/g, '')) * (match[2] ? scales[match[2]] : 1)
}

/**
 * Holds an answer against the computed one. `within` is the share by which it may differ; an answer with a unit prefix
 * (`1.02M`) need only be right to the digits that were given.
 */
export function judge(
  text: string,
  answer: number,
  allowed: { readonly within?: number; readonly mistakes?: readonly Mistake[] } = {},
): Verdict {
  const verdict = judgeOne(text, answer, allowed)
  // `1,067` may be a thousand and sixty-seven, or one and a bit.
  const decimal = text.trim().replace(/^(-?\d{1,3}),(\d{3})$/, '$1.$2')
  if (verdict.kind !== 'wrong' || decimal === text.trim()) return verdict
  const other = judgeOne(decimal, answer, allowed)
  return other.kind === 'wrong' ? verdict : other
}

function judgeOne(
  text: string,
  answer: number,
  { within = 0, mistakes = [] }: { readonly within?: number; readonly mistakes?: readonly Mistake[] },
): Verdict {
  const given = readNumber(text)
  if (given === undefined) return { kind: 'unreadable' }
  const rounding = tolerance(text, given)
  const equals = (value: number, share: number) =>
    Math.abs(given - value) <= Math.max(Math.abs(value) * share, rounding, 1e-9)
  if (equals(answer, within)) return { kind: 'right' }
  const known = mistakes.find(({ value }) => equals(value, Math.min(within, 0.005)))
  return known ? { kind: 'mistake', say: known.say } : { kind: 'wrong', say: relation(given, answer) }
}

/** The largest factor that is looked for: a 7×7 map of 32 paths. */
const mostFactor = 1568

/** How a wrong number lies to the right one, without giving that away: what a teacher would say who sees only both. */
function relation(given: number, answer: number): string {
  if (given === 0 || answer === 0)
    return given === 0 ? 'It is not zero.' : 'Not that: something cancels out here.'
  if (given === -answer) return 'The size is right, the sign is not.'
  const ratio = given / answer
  if (ratio < 0) return 'The sign is not right, and the size is not, either.'
  const times = Math.max(ratio, 1 / ratio)
  const factor = Math.round(times)
  const tooMuch = ratio > 1
  if (factor > 1 && Math.abs(times / factor - 1) < 1e-6) {
    if ([1e3, 1e6, 1e9].includes(factor))
      return `${count(factor)} times too ${tooMuch ? 'large' : 'small'}: look at the prefix.`
    if (factor <= mostFactor)
      return tooMuch
        ? `Exactly ${count(factor)} times too large: a factor of ${count(factor)} does not belong in it.`
        : `Exactly one part in ${count(factor)} of it: a factor of ${count(factor)} is missing.`
  }
  const size = tooMuch ? 'large' : 'small'
  if (times < 1.05)
    return `Close, but less than five per cent too ${size}: something small is ${tooMuch ? 'counted that does not belong' : 'left out'}.`
  if (times < 2) return `Too ${size}, though by less than twice.`
  if (times < 10) return `Too ${size}, between two and ten times.`
  // What is counted is whole; a share or a ratio has no dimensions.
  return Number.isInteger(answer)
    ? `Too ${size}, more than ten times: is a whole dimension ${tooMuch ? 'counted twice' : 'missing'}?`
    : `Too ${size}, more than ten times.`
}

/** Half a unit of the last digit where the answer was rounded: `1.02M` may be off by 5,000, `8.7` by 0.05. */
function tolerance(text: string, value: number): number {
  const match = /(\d+)(?:(?:\.|,(?!\d{3}(?!\d)))(\d+))?\s*([kmgt])?\s*%?$/i.exec(text.trim())
  if (!match || (match[2] === undefined && match[3] === undefined)) return 0
  const unit = match[3] ? scales[match[3].toLowerCase()] : 1
  const half = (0.5 * unit) / 10 ** (match[2]?.length ?? 0)
  // A rounding that hides more than a twentieth of the answer is no answer.
  return half <= Math.abs(value) / 20 ? half : 0
}
