/**
 * Widths of letters in em, taken on the wide side of the fonts that the page may fall back to, so that a text
 * measured here always fits. Letters that are not listed are as wide as the widest of them.
 */
const groups: readonly (readonly [letters: string, em: number])[] = [
  ["ijl|.,:;'!", 0.31],
  ['frt()[]/ -', 0.41],
  ['I·_', 0.5],
  ['ckszvxyJ', 0.56],
  ['abdeghnopqu0123456789?', 0.64],
  ['FELTSXYZPKBRA', 0.71],
  ['CDGHNOQUV+−×=→<>~√', 0.8],
]

const widths = new Map(groups.flatMap(([letters, em]) => [...letters].map((letter) => [letter, em] as const)))

/** In a pill a word keeps clear of the round ends, by so much of its size. */
export const offEnds = 0.3

/** No text is smaller than this, in pixels. */
export const smallestText = 12

/** Lengths of texts in em: a network says the same few things a thousand times. */
const known = new Map<string, number>()
const mostKnown = 5000

/** Width of a line of text in pixels, never less than any of the fonts needs. */
export function textWidth(text: string, size: number, bold = false): number {
  return lengthOf(text) * size * (bold ? 1.06 : 1)
}

function lengthOf(text: string): number {
  const found = known.get(text)
  if (found !== undefined) return found
  let em = 0
  for (const letter of text) em += widths.get(letter) ?? 0.95
  if (known.size >= mostKnown) known.clear()
  known.set(text, em)
  return em
}

/** From one baseline to the next. */
export function lineHeight(size: number): number {
  return Math.round(size * 1.35)
}

/** From the top of the room of a line to its baseline. */
export function ascent(size: number): number {
  return Math.round(size * 1.02)
}

/** Breaks a sentence into lines no wider than `width`, where its words allow. */
export function wrapText(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
