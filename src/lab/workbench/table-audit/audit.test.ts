import { describe, expect, it } from 'vitest'
import { audit, printed, sizeOf } from './audit'
import { example } from './example'
import { fitting, readRows } from './read'
import { samples } from './samples'
import { layersOf, readStages } from './stages'
import { type Report, report, worst } from './report'

const failing = ({ judged }: Report, of: 'self' | 'counted') =>
  judged.filter((each) => worst(each[of]) === 'wrong').map(({ name }) => name)

const arithmetic = ({ judged }: Report, row: string, of: 'self' | 'counted') => {
  const found = judged.find(({ name }) => name === row)!
  return found[of].map(({ arithmetic }) => arithmetic).join(' ')
}

describe('the ratio test', () => {
  const found = report(example, 1024, 'googlenet')

  it('finds 4c, 4d and 5b in the table of GoogLeNet', () =>
    expect(failing(found, 'self')).toEqual(['4c', '4d', '5b']))

  it('gives 211 for 4c, where 14·14 = 196, and says so', () => {
    const { params, macs } = readRows(example, 1024).entries.find(({ name }) => name === '4c')!
    const { ratio } = audit({ name: '4c', params: params!, macs: macs!, positions: 196 })
    expect(Math.round(ratio)).toBe(211)
    expect(arithmetic(found, '4c', 'self')).toMatch(
      /^100M ÷ 463K = 100,000,000 ÷ 474,112 = 211 positions; the output has 14·14 = 196\. .*contradicts itself\.$/,
    )
  })

  it('does not see 5a, where both numbers are wrong alike, and the count does', () => {
    expect(failing(found, 'self')).not.toContain('5a')
    expect(failing(found, 'counted')).toEqual(['conv 7×7/2', '4c', '5a'])
  })

  it('blames the rounding where one digit is printed', () =>
    expect(worst(report('linear | 1 | 1000K | 1M', 1024, undefined).judged[0].self)).toBe('rounding'))

  it('says where a row counts multiplications and additions', () =>
    expect(worst(report('a | 14×14 | 100K | 39.2M', 1000, undefined).judged[0].self)).toBe('twice'))
})

describe('a table with a column for each network', () => {
  it('does not give the 264 layers of its name', () => {
    const found = report(samples.densenet.text, 1000, undefined)
    expect(failing(found, 'self')).toEqual(['DenseNet-264'])
    expect(arithmetic(found, 'DenseNet-264', 'self')).toMatch(
      /^1 \+ 2·6 \+ 1 \+ 2·12 \+ 1 \+ 2·64 \+ 1 \+ 2·48 \+ 1 = 265 layers/,
    )
    expect(failing(found, 'counted')).toEqual([])
  })

  it('holds the five ResNets against their counts, as the paper builds them', () => {
    const found = report(samples.resnet.text, 1000, undefined)
    expect(found.judged.map(({ part }) => part)).toEqual(
      [18, 34, 50, 101, 152].map((depth) => `ResNet-${depth}`),
    )
    expect(failing(found, 'self')).toEqual([])
    expect(failing(found, 'counted')).toEqual([])
    expect(found.judged.every(({ counted }) => counted.length >= 6)).toBe(true)
  })

  it.each([
    ['[3×3, 64; 3×3, 64] ×2', 4],
    ['[1x1 conv; 3x3 conv] x 24', 48],
    ['7×7, 64, stride 2', 1],
    ['3×3 max pool, stride 2', 0],
    ['average pool, 1000-d fc, softmax', 1],
  ])('%s', (cell, layers) =>
    expect(layersOf(cell).reduce((sum, { each, times }) => sum + each * times, 0)).toBe(layers),
  )

  it('says which row has too few cells', () =>
    expect(readStages('stage | 18-layer | 34-layer\nconv2_x | a | b | c').unread[0].problem).toContain(
      'each of the 2 networks',
    ))
})

describe('the whole table of GoogLeNet', () => {
  const found = report(samples.googlenet.text, 1024, 'googlenet')

  it('adds the channels of the paths of each block', () => {
    const sums = found.judged.filter(({ self }) => self.some(({ test }) => test === 'channels'))
    expect(sums).toHaveLength(9)
    expect(arithmetic(found, 'block 3a', 'self')).toContain('64 + 128 + 32 + 32 = 256 channels')
  })

  it('finds the same as the short one', () => {
    expect(failing(found, 'self')).toEqual(['block 4c', 'block 4d', 'block 5b'])
    expect(failing(found, 'counted')).toEqual(['conv 7×7/2', 'block 4c', 'block 5a'])
    expect(found.judged.map(({ part }) => part)).toEqual(
      report(example, 1024, 'googlenet').judged.map(({ part }) => part),
    )
    expect(found.silent).toContain('max pool')
  })
})

describe('reading a table', () => {
  it('takes whole lines of one that is too long', () => {
    expect(fitting('3a | 28\n3b | 28', 30)).toBe('3a | 28\n3b | 28')
    expect(fitting('3a | 28\n3b | 28', 12)).toBe('3a | 28')
    expect(fitting('3a | 28', 4)).toBe('3a |')
  })

  it('names the network that rows are held against, and none where each row is one', () => {
    expect(report(example, 1024, 'googlenet').against).toBe('GoogLeNet')
    expect(
      report('name | params | MACs\nResNet-18 | 11.7M | 1.8G', 1000, 'googlenet').against,
    ).toBeUndefined()
  })

  it.each([
    ['2.7K', 2764.8, 51.2],
    ['34M', 34e6, 0.5e6],
    ['1.5G', 1.5e9, 0.05e9],
    ['163,328', 163_328, 0],
    ['3.6×10^9', 3.6e9, 0.05e9],
    ['3.6×10⁹', 3.6e9, 0.05e9],
    ['3.6×109', 3.6e9, 0.05e9],
    ['1.8 GFLOPs', 1.8e9, 0.05e9],
  ])('%s', (text, value, half) => {
    const number = printed(text, 1024)!
    expect(number.value).toBeCloseTo(value)
    expect(number.high - number.value).toBeCloseTo(half)
  })

  it.each([
    ['28×28×256', { height: 28, width: 28, channels: 256 }],
    ['28x14', { height: 28, width: 14 }],
    ['7', { height: 7, width: 7 }],
    ['wide', undefined],
  ])('%s', (text, size) => expect(sizeOf(text)).toEqual(size))

  const wanted = { name: '3a', size: { height: 28, width: 28 }, params: 159e3, macs: 128e6 }
  it.each([
    ['bars', '3a | 28×28 | 159K | 128M'],
    ['tabs', '3a\t28×28\t159K\t128M'],
    ['semicolons', '3a; 28×28; 159K; 128M'],
    ['wide gaps', '3a   28×28   159K   128M'],
    [
      'Markdown',
      '| type | output | params | MACs |\n|---|:--|--:|--:|\n| **3a** | $28\\times28$ | 159K | 128M |',
    ],
    ['CSV', 'type,output,params,MACs\n3a,28×28,"159,000","128,000,000"'],
    ['other columns between', 'MACs | type | depth | #params | output size\n128M | 3a | 2 | 159K | 28×28'],
    ['units in the heading', 'type | output | params (K) | ops (M)\n3a | 28×28 | 159 | 128'],
    ['what a PDF gives', 'type output size depth params ops\n3a 28 × 28 2 64 96 159K 128M'],
  ])('takes %s', (_, text) => {
    const { entries, unread } = readRows(text, 1000)
    expect(unread).toEqual([])
    const [{ name, size, params, macs }] = entries
    expect({ name, size, params: params!.value, macs: macs!.value }).toEqual(wanted)
  })

  it.each([
    ['a | 7 | 1K', 'four cells'],
    ['a', 'a name, an output and a number'],
    ['a | wide | 1K | 2M', 'not a size'],
    ['a | 7 | many | 2M', 'should be numbers'],
    ['type | output | params | MACs\na | 7 | 1K', 'names 4 columns'],
  ])('says what is wrong with %s', (text, problem) =>
    expect(readRows(text, 1000).unread[0].problem).toContain(problem),
  )

  it('holds a total against the rows above it', () => {
    const rows = 'a | 7×7 | 100K | 4.9M\nb | 7×7 | 200K | 9.8M'
    const totals = (text: string) =>
      worst(report(`${rows}\ntotal | 7×7 | ${text}`, 1000, undefined).judged[2].self)
    expect(totals('300K | 14.7M')).toBe('fits')
    expect(totals('400K | 14.7M')).toBe('wrong')
  })

  it('counts whole networks where the rows are networks', () => {
    const found = report(
      'model | params (M) | FLOPs (G)\nResNet-50 | 25.6 | 4.1\nResNet-18 | 21.8 | 1.8',
      1000,
      undefined,
    )
    expect(failing(found, 'counted')).toEqual(['ResNet-18'])
  })

  it('reads anything without an error', () => {
    for (const text of [
      '',
      '|',
      '||||',
      ' ; ; ; ',
      '"',
      'a,"b,c',
      '[[[|]]',
      '0 | 0 | 0 | 0',
      '18-layer',
      'a | 18-layer | 34-layer',
    ])
      expect(() => report(text, 1024, 'resnet50')).not.toThrow()
  })
})
