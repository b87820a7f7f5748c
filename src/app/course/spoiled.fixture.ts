import { judge } from '../../exercises/judge'
import { readings } from '../../exercises/number'

const words = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const parts: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 }

/** Digits with a prefix or a sign of per cent; not within a name, such as ResNet-101. */
const digits =
  /(?<![\w.]|[A-Za-z]-)[−-]?\d[\d,]*(?:\.\d+)?(?:e[−-]?\d+)?(?: ?(?:million|billion|[kKMGT](?![A-Za-z]))| ?%)?/g

const spelled = new RegExp(
  `\\b(?:${[...words, 'twice', 'double', ...Object.keys(parts)].join('|')})\\b`,
  'gi',
)

/** Every number in a text, as a reader would type it: `three` is 3, a tenth is 10 times, 1.2 million is 1.2M. */
export function numbersIn(text: string): readonly string[] {
  return [...writtenIn(text), ...spelledIn(text)]
}

function writtenIn(text: string): readonly string[] {
  return [...text.matchAll(digits)].map(([number]) =>
    number.replace(' million', 'M').replace(' billion', 'G').replace(/,$/, ''),
  )
}

function spelledIn(text: string): readonly string[] {
  return [...text.matchAll(spelled)].flatMap(([word]) => {
    const name = word.toLowerCase()
    if (name === 'twice' || name === 'double') return ['2']
    return name in parts ? [String(parts[name]), String(1 / parts[name])] : [String(words.indexOf(name))]
  })
}

/** Lines of a text in which a number stands that would be taken for the answer. */
export function linesThatTell(text: string, answer: number, within?: number): readonly string[] {
  return text
    .split('\n')
    .filter((line) => numbersIn(line).some((number) => judge(number, answer, { within }).kind === 'right'))
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
const small = new Set(
  'a an one and are as at be but by for from has have in is it its no not of on or so than that the their then there these they this to was were what which with would each every less'.split(
    ' ',
  ),
)

/** The stems of a text's words that matter. */
function stems(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [])
    .filter((word) => !small.has(word))
    .map((word) => word.slice(0, 5))
}

/** Sentences that say what an option says, and none of what the others do; a question says nothing. */
export function sentencesThatTell(text: string, right: string, others: readonly string[]): readonly string[] {
  // A name, or a letter of a formula, is said without saying that it is the one.
  if (/^(?:\S|[A-Z]\S*[A-Z\d]\S*)$/.test(right) || stems(right).length === 0) return []
  return text.split(/(?<=[.?!:;])\s+|\n{2,}/).filter((sentence) => {
    if (sentence.trimEnd().endsWith('?')) return false
    const said = new Set(stems(sentence))
    const says = (option: string) => {
      const needed = stems(option)
      return needed.length > 0 && needed.every((stem) => said.has(stem))
    }
    return says(right) && !others.some(says)
  })
}
