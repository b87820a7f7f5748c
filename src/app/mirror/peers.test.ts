import { describe, expect, it } from 'vitest'
import { readMessage } from './messages'
import { heard, living } from './peers'

const beat = {
  kind: 'beat',
  from: 'a1',
  role: 'desk',
  slide: '',
  width: 1280,
  height: 800,
  hidden: false,
} as const

describe('the windows of a talk', () => {
  it('are known by what they last said of themselves', () => {
    const peers = heard(heard([], beat, 0), { ...beat, width: 1440 }, 1000)
    expect(peers).toMatchObject([{ id: 'a1', role: 'desk', width: 1440, seen: 1000 }])
  })

  it('are gone when they say so, or have been silent for some seconds', () => {
    const peers = heard([], beat, 0)
    expect(heard(peers, { kind: 'bye', from: 'a1' }, 10)).toEqual([])
    expect(living(peers, 3000)).toBe(peers)
    expect(living(peers, 5000)).toEqual([])
  })

  it('are waited for longer while they are hidden, because browsers let them speak once a minute', () => {
    const peers = heard([], { ...beat, hidden: true }, 0)
    expect(living(peers, 65_000)).toBe(peers)
    expect(living(peers, 80_000)).toEqual([])
  })
})

describe('a message', () => {
  it.each([
    ['a beat', beat],
    ['a place', { kind: 'place', from: 'a1', place: { slide: 'shapes/tensor', order: 'lecture' }, turn: 3 }],
    ['a state', { kind: 'state', from: 'a1', slide: 'shapes/tensor', state: { lab: { width: '46' } } }],
    [
      'a pan',
      { kind: 'aim', from: 'a1', slide: 'x/y', side: 'left', aim: { id: 'conv1', x: 0, y: 1, k: 2 } },
    ],
  ])('that is %s is taken', (_, data) => expect(readMessage(data)).toEqual(data))

  it.each([
    ['nothing', null],
    ['of an unknown kind', { kind: 'run', from: 'a1' }],
    ['with more than it should have', { ...beat, html: '<b>' }],
    [
      'with a zoom of zero',
      { kind: 'aim', from: 'a1', slide: 'x/y', side: 'left', aim: { id: 'a', x: 0, y: 0, k: 0 } },
    ],
    ['with a state that is none', { kind: 'state', from: 'a1', slide: 'x/y', state: { figure: 7 } }],
    ['from no window', { kind: 'bye', from: 'a window with spaces' }],
  ])('%s is dropped', (_, data) => expect(readMessage(data)).toBeNull())
})
