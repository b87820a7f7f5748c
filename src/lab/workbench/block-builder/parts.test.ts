import { describe, expect, it } from 'vitest'
import { channels } from '../../../nn/shape'
import {
  firstParts,
  kindOf,
  type KindName,
  kinds,
  networkOfParts,
  newPart,
  partsOf,
  recallParts,
  textOf,
} from './parts'

const names = Object.keys(kinds) as KindName[]

describe('a network of the reader’s own', () => {
  it.each(names)('%s says how many channels leave it, and fits as it comes', (kind) => {
    const graph = networkOfParts([...firstParts, newPart(kind)])
    expect(graph.issues).toEqual([])
    const leaves = graph.node(graph.group('head').input).shape
    expect(channels(leaves)).toBe(kindOf(kind).leave(newPart(kind).values, 16))
    // A residual block has a projection where its own count of channels says so.
    expect(networkOfParts([...firstParts, newPart(kind), newPart('residual')]).issues).toEqual([])
  })

  it('begins within 100,000 parameters and 10 million MACs', () => {
    const { totals } = networkOfParts(firstParts)
    expect(totals.trainable).toBeLessThan(100_000)
    expect(totals.macs).toBeLessThan(10_000_000)
  })

  it('says what does not fit: five groups of sixteen channels', () => {
    const part = { kind: 'conv' as const, values: { filters: 20, kernel: 3, stride: 1, groups: 5 } }
    expect(networkOfParts([...firstParts, part]).issues[0].message).toContain(
      'cannot be divided into 5 equal groups',
    )
  })

  it('comes back from the browser’s storage', () => {
    const own = [newPart('dense'), newPart('transition')]
    expect(recallParts(JSON.stringify(own))).toEqual(own)
  })

  it('is a text that a link carries, and comes back from it', () => {
    const own = [...firstParts, ...names.map(newPart)]
    expect(textOf(firstParts)).toBe('conv:16:3:1:1 residual:16:1 pool')
    expect(partsOf(textOf(own))).toEqual(own)
    expect(partsOf('')).toEqual([])
  })

  it.each(['toString', 'conv', 'conv:16:3:1', 'pool:2', 'dense:4000:8', 'conv:a:b:c:d', 'pool '.repeat(17)])(
    'is none where a link says “%s”',
    (text) => expect(partsOf(text)).toBeUndefined(),
  )

  it.each([
    ['nothing', null],
    ['what is no JSON', '{'],
    ['an unknown part', '[{"kind":"toString","values":{}}]'],
    ['a number out of range', '[{"kind":"dense","values":{"layers":4000,"growth":8}}]'],
  ])('begins anew with %s', (_, stored) => expect(recallParts(stored)).toBe(firstParts))
})
