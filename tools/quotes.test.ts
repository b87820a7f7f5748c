import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compared, markOf, marksOf, quotations, verbatimIn } from './quotes'

const lecture = `
RESNET

- ResNet follows VGG's full 3×3
 convolutional layer design.
- A max pooling layer with a stride of 2 is added to the fully
connected part, and the 64channel 7×7 layer is "first".

max pool	$3 \\times 3/2$	$56{\\times}56{\\times}64$	0
OVGGNet16	> 138.36M
- *dense blocks* and
 - transition layers.
`
const isVerbatim = verbatimIn(lecture)

describe('a quotation of the lecture', () => {
  it.each([
    ['over the end of a line', 'follows VGG’s full 3×3 convolutional layer design.'],
    ['over a bullet', 'design. A max pooling layer'],
    ['with something left out', 'ResNet follows … convolutional layer design'],
    ['with a hyphen that the end of a line lost', 'the 64-channel 7×7 layer'],
    ['with curly quotation marks', 'layer is “first”'],
    ['of a heading', 'ResNet'],
    ['of cells of a table with formulas', 'max pool · 3×3/2 · 56×56×64'],
    ['of a bullet that was read as a letter', 'VGGNet16 · > 138.36M'],
    ['in italics and over a deeper bullet', 'dense blocks and transition layers'],
  ])('%s is verbatim', (_, text) => expect(isVerbatim(text)).toBe(true))

  it.each([
    ['with another word', 'ResNet uses VGG’s full 3×3 convolutional layer design'],
    ['with a word too many', 'A max pooling layer with a large stride of 2'],
    ['with another number', 'max pool · 3×3/2 · 56×56×128'],
    ['whose parts stand in another order', 'convolutional layer design … ResNet follows'],
  ])('%s is not', (_, text) => expect(isVerbatim(text)).toBe(false))
})

describe('the quotations of the course', () => {
  const marks = JSON.parse(readFileSync(compared, 'utf8')) as readonly string[]

  it('were all compared with the lecture: after a change, run “npm run -s quotes” with its text', () => {
    const unknown = quotations().filter(({ text }) => !marks.includes(markOf(text)))
    expect(unknown.map(({ where, text }) => `${where}: ${text}`)).toEqual([])
    expect(marks).toEqual(marksOf(quotations()))
  })

  it('have another mark with another word or number, and the same with other spaces', () => {
    const [{ text }] = quotations()
    expect(marks).toContain(markOf(`  ${text}`))
    expect(marks).not.toContain(markOf(`${text} indeed`))
    expect(markOf('over 12 times')).not.toBe(markOf('over 13 times'))
  })
})
