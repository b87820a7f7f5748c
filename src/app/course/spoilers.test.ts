import { beforeAll, describe, expect, it, vi } from 'vitest'
import { slips } from '../../../content/slips/index'
import type { Use } from '../../lessons/check'
import { lessons, slides } from '../../lessons/course'
import { numbers, type Numbers } from '../../lessons/numbers'
import { afterAClick, mixedOf, openSlides, type OpenedSlide } from './opened.fixture'
import {
  citedIn,
  linesThatTell,
  namesThatTell,
  numbersIn,
  sentencesInOrder,
  sentencesThatFill,
  sentencesThatTell,
} from './spoiled.fixture'

vi.mock('../../diagram/Diagram', () => import('./painted.fixture'))
vi.mock('../../recorded/useRecorded', () => import('../../recorded/recorded.fixture'))
// Drawings that a lab makes while it is rendered.
vi.stubGlobal('ImageData', class {})
vi.stubGlobal('navigator', { hardwareConcurrency: 4 })

type Said<T> = T | ((n: Numbers) => T)
const get = <T extends string | number>(value: Said<T>): T =>
  typeof value === 'function' ? value(numbers) : value

interface Option {
  readonly text: Said<string>
  readonly right?: boolean
  readonly why: Said<string>
}

interface Gap {
  readonly answer: string | number | ((n: Numbers) => number)
  readonly within?: number
  readonly options?: readonly string[]
}

/** Figures that compute or fetch more than a recorded run before they say a number. */
const waitsForMore: readonly string[] = []

let opened: ReadonlyMap<string, OpenedSlide>
beforeAll(async () => {
  opened = new Map((await openSlides()).map((slide) => [slide.key, slide]))
}, 300_000)

const asksOf = (slide: OpenedSlide, but?: Use) =>
  slide.source.uses
    .filter((use) => use !== but && ['Predict', 'Choice', 'Order', 'Cloze'].includes(use.name))
    .map(
      ({ attributes: { ask = '', text = '' } }) => `${get(ask as Said<string>)} ${get(text as Said<string>)}`,
    )
    .join('\n')

/** What can be read before a question is answered: on its slide, and on the scrolled page after it. */
function readable(slide: OpenedSlide, use: Use): Readonly<Record<string, string>> {
  const at = slides.findIndex(({ key }) => key === slide.key)
  const following = slides[at + 1]
  const next =
    use.attributes.holds === true || following?.lesson !== slides[at].lesson
      ? undefined
      : opened.get(following.key)
  return {
    figure: slide.figure,
    prose: slide.prose,
    questions: asksOf(slide, use),
    next: next ? `${next.prose}\n${asksOf(next)}` : '',
  }
}

/** Where the answer to a number question or a choice can be read. */
function toldOn(slide: OpenedSlide): readonly string[] {
  return slide.source.uses.flatMap((use) =>
    Object.entries(readable(slide, use)).flatMap(([place, text]) =>
      tells(use, place, text).map((told) => `line ${use.line}, ${place}: ${told}`),
    ),
  )
}

function tells({ name, attributes }: Use, place: string, text: string): readonly string[] {
  if (name === 'Predict')
    return linesThatTell(
      text,
      get(attributes.answer as Said<number>),
      attributes.within as number | undefined,
    )
  if (name === 'Order')
    return place === 'figure' ? [] : sentencesInOrder(text, attributes.items as readonly string[])
  if (name === 'Cloze') return filled(attributes, place, text)
  if (name !== 'Choice') return []
  const options = attributes.options as readonly Option[]
  const right = options.find((option) => option.right)!
  const others = options.filter((option) => option !== right).map((option) => get(option.text))
  const reasons = options.flatMap((option) => [get(option.text), get(option.why)])
  const ask = numbersIn(get(attributes.ask as Said<string>))
  // What two options say tells neither of them from the other.
  const said = options.flatMap((option) => [...new Set(numbersIn(get(option.text)))])
  const both = new Set(said.filter((number, i) => said.indexOf(number) !== i))
  return [
    ...citedIn(text, reasons.join('\n')).filter((number) => !ask.includes(number) && !both.has(number)),
    ...(place === 'figure'
      ? []
      : [
          ...sentencesThatTell(text, get(right.text), others),
          ...namesThatTell(text, get(right.text), others),
        ]),
  ]
}

/** Where a gap can be filled by reading: a word wherever the rest of its sentence stands, a number anywhere. */
function filled({ text: asked, blanks }: Use['attributes'], place: string, text: string): readonly string[] {
  const parts = String(asked).split('{}')
  return (blanks as readonly Gap[]).flatMap((gap, i) => {
    if (typeof gap.answer !== 'string') return linesThatTell(text, get(gap.answer), gap.within)
    const around = `${parts[i].split(/[.;:]/).at(-1)} ${parts[i + 1].split(/[.;:]/)[0]}`
    const others = gap.options!.filter((option) => option !== gap.answer)
    return place === 'figure' ? [] : sentencesThatFill(text, around, gap.answer, others)
  })
}

describe('before a reader has answered', () => {
  it.each(slides.map(({ key }) => key))('the answer cannot be read on %s', (key) => {
    const slide = opened.get(key)!
    const told = toldOn(slide)
    if (slide.source.attributes.seen === undefined) expect(told).toEqual([])
    else expect(told, 'nothing is seen, so no reason is needed').not.toEqual([])
  })
})

/** Kernels and names of blocks, which nobody adds. */
const notAdded = /\b(?:\d+×\d+|\d[a-e]|[A-Za-z]+(?:-[A-Za-z]+)*-\d+|[a-z]+\d+(?:_x)?)\b/g

/** What comes out if all numbers that a question gives are added, or if the others are subtracted from the first. */
function sumsOf(ask: string): readonly number[] {
  const given = (ask.replace(notAdded, '').match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []).map((each) =>
    Number(each.replaceAll(',', '')),
  )
  if (given.length < 2) return []
  const sum = given.reduce((a, b) => a + b, 0)
  return [sum, 2 * given[0] - sum]
}

describe('a number question', () => {
  it.each(slides.map(({ key }) => key))('asks for more than adding up what it gives on %s', (key) => {
    const asked = opened.get(key)!.source.uses.filter(({ name }) => name === 'Predict')
    const added = asked.filter(({ attributes }) =>
      sumsOf(get(attributes.ask as Said<string>)).includes(get(attributes.answer as Said<number>)),
    )
    expect(added.map(({ line }) => line)).toEqual([])
  })

  it('that only gives the parts of a sum, or a sum and all parts but one, is found', () => {
    expect(sumsOf('The paths of block 3b output 128, 192, 96, 64 channels. How many are these?')).toContain(
      480,
    )
    expect(
      sumsOf('Block 4a outputs 512, without its 3×3 path 192, 48, 64. How many does that path output?'),
    ).toContain(208)
  })
})

/** Slides on which a click shows the number of a question, and why it may. */
const clicked: Readonly<Record<string, string>> = {
  'depth-and-field/how-deep':
    'Convolutions, pools and the last layer of the longest path are as many by chance.',
  'depth-and-field/what-a-unit-sees': 'Five layers without a stride see as far by chance.',
  'mixed-kernels/padding': 'The 4 is the number of paths.',
  'one-by-one/naive': 'A later block of the real network is as wide by chance.',
  'workbench/export': 'A layer of LeNet-5 has the number by chance.',
  'data-hunger/curve-with-axes': 'An error of a small network comes near it by chance.',
}

describe('before a reader has answered, one click in the figure', () => {
  const withLab = slides.filter(({ key, step }) => step.show !== undefined && !Object.hasOwn(clicked, key))
  it.each(withLab.map(({ key }) => key))('does not tell the number on %s', async (key) => {
    const { step, figure, source } = opened.get(key)!
    const asked = source.uses.filter(({ name }) => name === 'Predict')
    const clicks = asked.length > 0 ? await afterAClick(step) : []
    const told = clicks.flatMap(([click, text]) =>
      asked.flatMap(({ line, attributes }) => {
        const tell = (text: string) =>
          linesThatTell(text, get(attributes.answer as Said<number>), attributes.within as number | undefined)
        return tell(text)
          .filter((each) => !tell(figure).includes(each))
          .map((each) => `line ${line}, ${click}: ${each}`)
      }),
    )
    expect(told).toEqual([])
  })
})

describe('a card about a slip of the lecture that answers a question of its slide', () => {
  const slipOf = (use: Use) => slips.find(({ e }) => e === use.attributes.e)!
  const wordsOf = ({ truth, because, count }: (typeof slips)[number]) =>
    [truth(numbers), because(numbers), ...count(numbers)].join('\n')
  it.each(slides.map(({ key }) => key))('waits for the answer on %s', (key) => {
    const { uses } = opened.get(key)!.source
    const asking = uses.filter(({ name }) => ['Predict', 'Choice', 'Order', 'Cloze'].includes(name))
    const early = uses
      .filter(({ name, attributes }) => name === 'Slip' && attributes.waits !== true)
      .filter((slip) => !asking.some((use) => use.attributes.holds === true && use.line < slip.line))
      .flatMap((slip) =>
        asking.flatMap((use) =>
          tells(use, 'slip', wordsOf(slipOf(slip))).map((told) => `slip ${slip.attributes.e}: ${told}`),
        ),
      )
    expect(early).toEqual([])
  })

  it.each(slides.map(({ key }) => key))('says nothing of the answer in its title on %s', (key) => {
    const { uses, attributes } = opened.get(key)!.source
    if (attributes.seen !== undefined) return
    const titles = uses.filter(({ name }) => name === 'Slip').map((use) => slipOf(use).about)
    // A title is no sentence; for the test it is one.
    expect(uses.flatMap((use) => tells(use, 'slip', `${titles.join('.\n\n')}.`))).toEqual([])
  })
})

describe('before a reader has answered the question that ends a lesson', () => {
  it.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    'its answer cannot be read in %s',
    (id, lesson) => {
      const page = [...opened.values()].filter(({ key }) => key.startsWith(`${id}/`))
      const { attributes } = mixedOf(lesson)
      const answer = get(attributes.answer as Said<number>)
      const said = [
        ...page.flatMap((slide) => [slide.figure, slide.prose, asksOf(slide)]),
        get(attributes.ask as Said<string>),
      ]
      expect(linesThatTell(said.join('\n'), answer, attributes.within as number | undefined)).toEqual([])
    },
  )

  it.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    'it tells no count that a slide of %s asks for',
    (id, lesson) => {
      const ask = get(mixedOf(lesson).attributes.ask as Said<string>)
      const counts = [...opened.values()]
        .filter(({ key }) => key.startsWith(`${id}/`))
        .flatMap(({ source }) => source.uses)
        .filter(({ name }) => name === 'Predict')
        .map(({ attributes }) => get(attributes.answer as Said<number>))
        // A small number stands there by chance.
        .filter((answer) => answer >= 1000)
      expect(counts.flatMap((answer) => linesThatTell(ask, answer))).toEqual([])
    },
  )
})

it('every figure is there, none is on its way', () =>
  expect([...opened.values()].filter(({ figure }) => /^Loading/m.test(figure)).map(({ key }) => key)).toEqual(
    waitsForMore,
  ))

describe('a number', () => {
  it('is found in a shape, in words and in a rounded form', () => {
    expect(linesThatTell('112×112×64', 112)).toHaveLength(1)
    expect(linesThatTell('cost four times as much', 4)).toHaveLength(1)
    expect(linesThatTell('1.58 G in all', 1_582_671_872)).toHaveLength(1)
    expect(linesThatTell('falls to about a tenth', 9.68, 0.05)).toHaveLength(1)
  })

  it('is found as arithmetic, as a share, and in words above twelve', () => {
    expect(linesThatTell('that is 7·7·3·64 weights', 9408)).toHaveLength(1)
    expect(linesThatTell('so 28²·256 values', 200_704)).toHaveLength(1)
    expect(linesThatTell('eight doublings, 2^8', 256)).toHaveLength(1)
    expect(linesThatTell('64 + 128 + 32 + 32 channels', 256)).toHaveLength(1)
    expect(linesThatTell('28% of them', 0.28)).toHaveLength(1)
    expect(linesThatTell('½ as much', 0.5)).toHaveLength(1)
    expect(linesThatTell('thirty-two thin paths', 32)).toHaveLength(1)
    expect(linesThatTell('a ninefold price', 9)).toHaveLength(1)
  })

  it('is not found in a shape that is no product', () =>
    expect(linesThatTell('a map of 7×7×3', 147)).toEqual([]))

  it('is not found in a name or in a part of another number', () => {
    expect(linesThatTell('ResNet-101 has 1,101 of them, 10.1 each', 101)).toEqual([])
  })
})

describe('a choice', () => {
  it('is told by a sentence that says it, or by the numbers that decide it', () => {
    expect(sentencesThatTell('This time it is overfitting.', 'Overfitting', ['Degradation'])).toHaveLength(1)
    expect(sentencesThatTell('Overfitting or degradation?', 'Overfitting', ['Degradation'])).toEqual([])
    expect(citedIn('errors 21.7% and 20.4%', '20.4%, for the same cost')).toEqual(['20.4%'])
  })

  it('among names is told where the right one alone is named', () => {
    expect(namesThatTell('DenseNet-264 is odd.', 'DenseNet-264', ['DenseNet-121'])).toHaveLength(1)
    expect(namesThatTell('DenseNet-121 and DenseNet-264', 'DenseNet-264', ['DenseNet-121'])).toEqual([])
    expect(namesThatTell('ResNet-50 without', 'ResNet', ['VGG-16'])).toEqual([])
    expect(
      namesThatTell('DenseNet-264 is odd.', 'DenseNet-264: 64, 48', ['DenseNet-121: 24, 16']),
    ).toHaveLength(1)
  })
})

describe('a gap', () => {
  const fill = (text: string) =>
    sentencesThatFill(text, 'an average pool halves the height and width of the', 'feature map', ['layer'])

  it('is filled by a sentence with its word and two others of its own', () => {
    expect(fill('An average pool halves the map.')).toHaveLength(1)
    expect(fill('The map has a height.')).toEqual([])
    expect(fill('An average pool is a layer that halves the map.')).toEqual([])
    expect(fill('What of the map does an average pool halve?')).toEqual([])
  })
})

describe('an order', () => {
  it('is told by a sentence that goes through it', () => {
    expect(sentencesInOrder('First the ReLU, then the addition.', ['ReLU', 'addition'])).toHaveLength(1)
    expect(sentencesInOrder('An addition and a ReLU.', ['ReLU', 'addition'])).toEqual([])
  })
})
