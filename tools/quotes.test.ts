import { describe, expect, it } from 'vitest'
import { verbatimIn } from './quotes'

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
