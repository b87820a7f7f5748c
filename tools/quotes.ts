import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { slips } from '../content/slips/index'
import { readLesson } from './lessons/read'
import { root } from './packages.mjs'

export const usage = 'Usage: npm run -s quotes -- <file with the text of the lecture>'

/** Marks of the quotations that were found verbatim, so that a test knows them without the lecture. */
export const compared = resolve(root, 'content/quotations.json')

/** A text that is set as the lecture's own words. */
interface Quotation {
  /** File and line, or the number of a slip. */
  readonly where: string
  readonly text: string
}

/** Prints every quotation of the lecture that is not verbatim; 1 when there is one, else their marks are kept. */
export function main([path]: string[]): number {
  if (!path) {
    console.error(usage)
    return 1
  }
  const isVerbatim = verbatimIn(readFileSync(path, 'utf8'))
  const all = quotations()
  const wrong = all.filter(({ text }) => !isVerbatim(text))
  for (const { where, text } of wrong) console.log(`${where}: ${text}`)
  console.log(`${all.length - wrong.length} of ${all.length} quotations of the lecture are verbatim`)
  if (wrong.length > 0) return 1
  writeFileSync(compared, `${JSON.stringify(marksOf(all), null, 2)}\n`)
  return 0
}

/** One mark for each wording, in an order of their own. */
export function marksOf(quotations: readonly Pick<Quotation, 'text'>[]): readonly string[] {
  return [...new Set(quotations.map(({ text }) => markOf(text)))].toSorted()
}

/** Two wordings share a mark when the lecture cannot tell them apart. */
export function markOf(text: string): string {
  const parts = text.split('…').map(folded)
  return createHash('sha256').update(parts.join('…')).digest('hex').slice(0, 16)
}

/** What slips say that the lecture says, and every `<Quote from="…">` of the lessons. */
export function quotations(): readonly Quotation[] {
  const content = resolve(root, 'content')
  const lessons = readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .sort()
  return [
    ...slips.flatMap(({ e, says }) => (says === undefined ? [] : [{ where: `slip ${e}`, text: says }])),
    ...lessons.flatMap((name) =>
      partsOf(resolve(content, name)).flatMap(({ uses }) =>
        uses
          .filter((use) => use.name === 'Quote' && use.attributes.from !== undefined)
          .map(({ line, text }) => ({ where: `content/${name}:${line}`, text })),
      ),
    ),
  ]
}

function partsOf(path: string) {
  const { steps, frames } = readLesson(path, readFileSync(path, 'utf8'))
  return [...steps, ...frames]
}

/**
 * Whether words stand in a text letter by letter. `…` leaves something out, ` · ` stands between the cells of a table. Not
 * compared are capitals, white space, bullets, hyphens, which a line may lose at its end, and how formulas are typeset.
 */
export function verbatimIn(source: string): (quotation: string) => boolean {
  const said = folded(source)
  return (quotation) => {
    let from = 0
    for (const part of quotation.split('…').map(folded)) {
      const at = said.indexOf(part, from)
      if (at < 0) return false
      from = at + part.length
    }
    return true
  }
}

function folded(text: string): string {
  return text
    .replaceAll(/^\s*(?:[-•○]|\\(?:big)?circ\b|O(?=[A-Z][A-Za-z]*[a-z]|googLeNet))\s*/gm, '')
    .replaceAll(/<\/?\w+>/g, '')
    .replaceAll('\\times', '×')
    .replaceAll(/\\(?:begin|end)\{\w+\}(?:\{\w+\})?|\\[a-z]+/g, '')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[\s${}\\*·\-\p{Pd}]/gu, '')
    .toLowerCase()
}
