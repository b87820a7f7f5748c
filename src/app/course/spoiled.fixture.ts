import { judge } from '../../exercises/judge'
import { readings } from '../../exercises/number'

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const times: Readonly<Record<string, number>> = { twice: 2, double: 2, thrice: 3, triple: 3, quadruple: 4 }
const parts: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 }
const signs: Readonly<Record<string, number>> = { '½': 1 / 2, '⅓': 1 / 3, '¼': 1 / 4, '¾': 3 / 4, '⅛': 1 / 8 }

/** Digits with a prefix or a sign of per cent; not within a name, such as ResNet-101. */
const digits =
  /(?<![\w.]|[A-Za-z]-)[−-]?\d[\d,]*(?:\.\d+)?(?:e[−-]?\d+)?(?: ?(?:million|billion|[kKMGT](?![A-Za-z]))| ?%)?/g

/** Numbers joined by signs of arithmetic: `7·7·3·64`, `28²·256`, `2^8`, `64 + 128 + 32`; a shape, 7×7×3, is none. */
const joined =
  /(?<![\w.·+^²³⁴-⁹]|[A-Za-z]-)\d[\d,]*(?:\.\d+)?(?:[²³⁴-⁹]| ?[·^] ?\d[\d,]*(?:\.\d+)?| [+−] \d[\d,]*(?:\.\d+)?)+(?![\w·^×])/g

const spelled = new RegExp(
  `\\b(?:(?:${tens.join('|')})(?:-(?:${small.slice(1, 10).join('|')}))?|${[...small, ...Object.keys(times), ...Object.keys(parts)].join('|')})(?:fold)?\\b`,
  'gi',
)

/** Every number in a text, as a reader would type it: `three` is 3, a tenth is 10 times, 1.2 million is 1.2M, 2^8 is 256. */
export function numbersIn(text: string): readonly string[] {
  return [...writtenIn(text), ...computedIn(text), ...spelledIn(text)]
}

function writtenIn(text: string): readonly string[] {
  const plain = [...text.matchAll(digits)].map(([number]) =>
    number.replace(' million', 'M').replace(' billion', 'G').replace(/,$/, ''),
  )
  return [
    ...plain,
    ...Object.entries(signs).flatMap(([sign, value]) => (text.includes(sign) ? [String(value)] : [])),
  ]
}

/** What is left to be multiplied or added is as good as told. */
function computedIn(text: string): readonly string[] {
  return [...text.matchAll(joined)].flatMap(([sum]) => {
    const value = readings(sum)[0]?.value
    return value === undefined ? [] : [String(value)]
  })
}

function spelledIn(text: string): readonly string[] {
  return [...text.matchAll(spelled)].flatMap(([word]) => {
    const name = word.toLowerCase().replace(/fold$/, '')
    if (name in times) return [String(times[name])]
    if (name in parts) return [String(parts[name]), String(1 / parts[name])]
    const [ten, one = 'zero'] = name.split('-')
    const many = tens.indexOf(ten)
    return [String(many < 0 ? small.indexOf(name) : 10 * (many + 2) + small.indexOf(one))]
  })
}

/** Lines of a text in which a number stands that would be taken for the answer. */
export function linesThatTell(text: string, answer: number, within?: number): readonly string[] {
  return text.split('\n').filter((line) => numbersIn(line).some((number) => isAnswer(number, answer, within)))
}

/** A share may be written as 28% or as 0.28. */
function isAnswer(number: string, answer: number, within?: number): boolean {
  const isRight = (text: string) => judge(text, answer, { within }).kind === 'right'
  return (
    isRight(number) ||
    (number.endsWith('%') && Math.abs(answer) < 1 && isRight(`${parseFloat(number) / 100}`))
  )
}

/** 28% is not 28. */
const valueOf = (number: string) => `${readings(number)[0]?.value}${number.endsWith('%') ? '%' : ''}`

/** Numbers that argue for or against an option, and stand in a text, so that it can be read off: those with two digits or more. */
export function citedIn(text: string, reasons: string): readonly string[] {
  const there = new Set(writtenIn(text).map(valueOf))
  return [...new Set(writtenIn(reasons))].filter(
    (number) =>
      there.has(valueOf(number)) && (number.match(/\d/g) ?? []).length > 1 && !/^(?:19|20)\d\d$/.test(number),
  )
}

/** Words that say nothing about which option is meant. */
const empty = new Set(
  'a an one and are as at be but by for from has have in is it its no not of on or so than that the their then there these they this to was were what which with would each every less'.split(
    ' ',
  ),
)

/** The stems of a text's words that matter. */
function stems(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [])
    .filter((word) => !empty.has(word))
    .map((word) => word.slice(0, 5))
}

const sentencesOf = (text: string) => text.split(/(?<=[.?!:;])\s+|\n{2,}/)

/** Sentences that say what an option says, and none of what the others do; a question says nothing. */
export function sentencesThatTell(text: string, right: string, others: readonly string[]): readonly string[] {
  // A name, or a letter of a formula, is said without saying that it is the one.
  if (/^(?:\S|[A-Z]\S*[A-Z\d]\S*)$/.test(right) || stems(right).length === 0) return []
  return sentencesOf(text).filter((sentence) => {
    if (sentence.trimEnd().endsWith('?')) return false
    const said = new Set(stems(sentence))
    const says = (option: string) => {
      const needed = stems(option)
      return needed.length > 0 && needed.every((stem) => said.has(stem))
    }
    return says(right) && !others.some(says)
  })
}

/**
 * Sentences that fill a gap: they have the word of the gap and two others of its sentence, and none of the other words
 * that were to choose from.
 */
export function sentencesThatFill(
  text: string,
  around: string,
  right: string,
  others: readonly string[],
): readonly string[] {
  const clause = new Set(stems(around))
  const own = (option: string) => stems(option).filter((stem) => !clause.has(stem))
  return sentencesOf(text).filter((sentence) => {
    if (sentence.trimEnd().endsWith('?')) return false
    const said = new Set(stems(sentence))
    const shared = [...clause].filter((stem) => !/^\d/.test(stem) && said.has(stem))
    const says = (option: string) => own(option).length > 0 && said.has(own(option).at(-1)!)
    return shared.length > 1 && says(right) && !others.some(says)
  })
}

const isName = (text: string) => /^[A-Z]\S*[A-Z\d]\S*$/.test(text)

/** What an option is about that says more after a colon. */
const headOf = (option: string) => option.split(':')[0]

/** Of options that are all names, the right one where it alone is named. */
export function namesThatTell(text: string, option: string, options: readonly string[]): readonly string[] {
  const [right, ...others] = [option, ...options].map(headOf)
  if (![right, ...others].every(isName)) return []
  const names = (name: string) =>
    new RegExp(`(?<![\\w-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`).test(text)
  return names(right) && !others.some(names) ? [`only ${right} is named`] : []
}

/** Sentences that go through the parts of an order, each after the one before it. */
export function sentencesInOrder(text: string, items: readonly string[]): readonly string[] {
  return text.split(/(?<=[.?!])\s+|\n/).filter((sentence) => {
    const said = sentence.toLowerCase()
    let at = -1
    return items.every((item) => (at = said.indexOf(item.toLowerCase(), at + 1)) >= 0)
  })
}
