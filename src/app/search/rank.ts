import { distance } from '../../architectures/nearest'

/** A text that can be found, and how much a match in it says. */
export interface Term {
  readonly text: string
  readonly weight: number
}

export interface Findable {
  readonly terms: readonly Term[]
}

/** How a word lies in a text, from the whole of it to somewhere inside. */
const places = { whole: 1, start: 0.8, word: 0.6, inside: 0.4, mistyped: 0.25 } as const

/** Everything is compared in one writing: lower case, and a plain x for times. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/(\d)\s*(?:×|\*|\bby\b)\s*(?=\d)/g, '$1x')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/**
 * The words of a query. A number after the name of an attribute belongs to it: `stride 2` is one word, and does not
 * find every 2.
 */
export function wordsOf(query: string, attributes: ReadonlySet<string>): readonly string[] {
  const words: string[] = []
  for (const word of plain(query).split(' ').filter(Boolean)) {
    const before = words.at(-1)
    if (before !== undefined && attributes.has(before) && /^\d/.test(word))
      words.push(`${words.pop()} ${word}`)
    else words.push(word)
  }
  return words
}

/**
 * What holds every word, best first, and in the given order where equal. Numbers are taken as they are (`1x1` is not
 * in `11x1`) unless nothing has them so; words are forgiven a typing mistake where nothing has them as they are.
 */
export function rank<F extends Findable>(all: readonly F[], words: readonly string[]): readonly F[] {
  if (words.length === 0) return []
  let scores = new Map<F, number>(all.map((each) => [each, 0]))
  for (const word of words) {
    const found = [exact, loose, mistyped]
      .map((match) => scored(all, (text) => match(text, word)))
      .find((each) => each.size > 0)
    if (!found) return []
    scores = new Map(
      [...scores].flatMap(([each, sum]) => {
        const score = found.get(each)
        return score === undefined ? [] : [[each, sum + score] as const]
      }),
    )
  }
  return [...scores].sort((a, b) => b[1] - a[1]).map(([each]) => each)
}

function scored<F extends Findable>(
  all: readonly F[],
  match: (text: string) => number,
): ReadonlyMap<F, number> {
  const scores = new Map<F, number>()
  for (const each of all) {
    const score = Math.max(...each.terms.map(({ text, weight }) => weight * match(text)))
    if (score > 0) scores.set(each, score)
  }
  return scores
}

/** As it is written, and no number cut in two. */
function exact(text: string, word: string): number {
  if (text === word) return places.whole
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length
    const cuts = isDigit(text[at - 1]) && isDigit(word[0])
    if (cuts || (isDigit(word.at(-1)) && isDigit(text[end]))) continue
    return place(text, at)
  }
  return 0
}

function loose(text: string, word: string): number {
  const at = text.indexOf(word)
  return at < 0 ? 0 : place(text, at)
}

function place(text: string, at: number): number {
  if (at === 0) return places.start
  return /[a-z0-9]/.test(text[at - 1]) ? places.inside : places.word
}

/** One mistake in a word of four letters, two from eight on; numbers are not guessed. */
function mistyped(text: string, word: string): number {
  if (word.length < 4 || /^\d|\dx\d/.test(word)) return 0
  const allowed = word.length < 8 ? 1 : 2
  const mistakes = (other: string) => {
    if (Math.abs(other.length - word.length) > allowed) return Infinity
    // Letters that changed places are two edits, and one mistake.
    return swapped(word, other) ? 1 : distance(word, other)
  }
  const others = [...text.split(/[/\s]+/), ...text.split(/[^a-z0-9]+/)]
  const least = Math.min(...others.map(mistakes))
  return least > 0 && least <= allowed ? places.mistyped / least : 0
}

function swapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, i) => letter !== b[i])
  return at >= 0 && a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b
}

function isDigit(letter: string | undefined): boolean {
  return letter !== undefined && letter >= '0' && letter <= '9'
}
