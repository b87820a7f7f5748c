import { describe, expect, it } from 'vitest'
import { graphOf } from '../state/network'
import { createSearch } from './entries'
import { rank, wordsOf } from './rank'

const graph = graphOf('googlenet', {})
const search = createSearch(graph)
const found = (query: string) => search(query).stages.flatMap(({ parts }) => parts)
const ids = (query: string) => found(query).map(({ id }) => id)

describe('a search in GoogLeNet', () => {
  it('finds a block by its name, before what is inside it', () => {
    expect(ids('inception_3a')[0]).toBe('inception_3a')
    expect(ids('inception_3a').every((id) => id.startsWith('inception_3a'))).toBe(true)
  })

  it('finds every concat by its op', () =>
    expect(ids('concat').sort()).toEqual(
      graph.nodes
        .filter(({ id }) => id.endsWith('concat'))
        .map(({ id }) => id)
        .sort(),
    ))

  it.each(['28x28x256', '28×28×256', '28*28*256', '28 by 28 by 256', '256x28x28'])(
    'finds a shape as it is written: %s',
    (query) => {
      expect(found(query).length).toBeGreaterThan(0)
      for (const { part } of found(query)) expect(part.shape).toEqual([28, 28, 256])
    },
  )

  it('takes 7×7 for the kernel of the first convolution before a map of 7×7', () => {
    expect(found('7×7')[0].label).toMatch(/^7×7 conv/)
    expect(ids('7×7')).toContain('inception_5a/concat')
  })

  it('finds what has stride 2, and nothing else', () => {
    expect(found('stride 2').length).toBeGreaterThan(0)
    for (const { part } of found('stride 2')) expect('attrs' in part && part.attrs.stride).toBe(2)
  })

  it('does not take 1x1 for 11x1 or 1x10', () => {
    const terms = (text: string) => ({ terms: [{ text, weight: 1 }] })
    const [one, eleven, ten] = [terms('1x1 conv'), terms('11x1 conv'), terms('1x10 conv')]
    expect(rank([eleven, ten, one], ['1x1'])).toEqual([one])
  })

  it('needs all words', () => {
    expect(found('inception_4b 3x3').length).toBeGreaterThan(0)
    for (const { id, terms } of found('inception_4b 3x3')) {
      expect(id).toMatch(/^inception_4b/)
      expect(terms.some(({ text }) => text.includes('3x3'))).toBe(true)
    }
    expect(ids('inception_4b stride 2')).toEqual([])
  })

  it.each(['incpetion_3a', 'incepton_3a', 'concta', 'concaat'])('forgives a typing mistake: %s', (query) =>
    expect(ids(query)[0]).toMatch(/^inception_3a/),
  )

  it('forgives nothing where the word is there as it is written', () =>
    expect(ids('pool1').every((id) => id.startsWith('pool1'))).toBe(true))

  it('finds nothing for nothing', () => {
    expect(search('').count).toBe(0)
    expect(search('zzzz').count).toBe(0)
  })

  it('lights what it found and the groups that hold it', () => {
    const { lit, count } = search('inception_4a 5x5')
    expect(count).toBeGreaterThan(0)
    expect(lit.has('inception_4a')).toBe(true)
    expect(lit.has('inception_4b')).toBe(false)
  })

  it('leads to other networks', () => {
    expect(search('resnet50').networks[0].id).toBe('resnet50')
    expect(search('resnte50').networks.map(({ id }) => id)).toContain('resnet50')
    expect(search('huang').networks.some(({ id }) => id === 'densenet121')).toBe(true)
  })
})

it('a number belongs to the attribute before it', () => {
  const attributes = new Set(['stride', 'kernel'])
  expect(wordsOf('conv stride 2', attributes)).toEqual(['conv', 'stride 2'])
  expect(wordsOf('block 2', attributes)).toEqual(['block', '2'])
})
