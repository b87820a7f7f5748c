import { describe, expect, it } from 'vitest'
import { readRoute, writeRoute } from '../route/route'
import { readKept, writeKept } from './link'
import type { SlideState } from './slideState'

const state: SlideState = {
  figure: '#/n/googlenet?open=inception_3a&node=inception_3a/concat&seed=1&at=inception_3a,12,-4,1.5',
  image: 'fish-1',
  card: {
    of: 'left',
    place: { node: 'conv1', unit: { row: 1, column: 2, channel: 3 } },
    trail: [{ node: 'conv1', unit: { row: 1, column: 2, channel: 3 } }],
  },
  opened: 'How many channels leave block 3b?',
  answers: { 'How many?': { given: '480', right: true, tries: 2 } },
  revealed: ['How many & why?'],
  ink: [
    {
      tool: 'pen',
      color: 'red',
      width: 4,
      on: { id: 'conv1', side: 'left' },
      points: [
        [0, 1.5, 0.5],
        [2, -3, 1],
      ],
    },
  ],
}

const place = {
  page: 'lesson',
  lesson: 'shapes',
  step: 'tensor',
  deck: true,
  notes: false,
  order: 'course',
  lab: { width: '46' },
} as const

describe('a link to a slide', () => {
  it('restores everything that was done on it', () => {
    const address = writeRoute({ ...place, kept: writeKept(state) })
    const route = readRoute(address)
    expect(route).toMatchObject(place)
    expect(route.page === 'lesson' && readKept(route.kept!)).toEqual(state)
  })

  it('of a slide on which nothing was done is its address', () => {
    expect(writeRoute({ ...place, kept: writeKept({}) })).toBe('#/course/shapes/tensor?deck&lab.width=46')
  })

  it.each([
    ['a side that there is not', [['card', 'middle']]],
    [
      'a value at no place',
      [
        ['card', 'left'],
        ['card.at', 'conv1,-1,x,0'],
      ],
    ],
    ['strokes that are none', [['ink', '[{"tool":"spray"}]']]],
    ['an answer that is no JSON', [['answers', '{']]],
  ] as const)('with %s changes nothing, and the rest is taken', (_, said) => {
    expect(readKept(said)).toBeNull()
    expect(readKept([...said, ['opened', 'How many?']])).toEqual({ opened: 'How many?' })
  })
})
