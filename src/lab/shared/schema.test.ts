import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  among,
  choice,
  data,
  flag,
  integer,
  labProblems,
  list,
  networks,
  number,
  oneOf,
  own,
  readLab,
  text,
  words,
  writeLab,
} from './schema'

const options = {
  width: integer(16, 4, 64, 'Filters.'),
  loss: number(0.5, 0, 8, 'A loss.'),
  mode: choice(['train', 'eval'], 'train', 'What is computed.'),
  folded: flag(false, 'Whether it is folded.'),
  blocks: list([2, 2], 1, 9, [0, 4], 'Blocks.'),
  groups: among([1, 2, 4, 32], 4, 'Groups.'),
  kinds: words(['convolution', 'dense', 'pool'], ['convolution', 'dense'], 'What counts.'),
  networks: networks(['vgg16', 'resnet18'], 'To choose from.'),
  network: oneOf((given: { networks: readonly string[] }) => given.networks, 'The one shown.'),
  table: text('', 20, 'A table.'),
  growth: own(integer(12, 4, 64, 'Growth.')),
  pairs: data(v.array(v.tuple([v.string(), v.string()])), [], 'Pairs of runs.'),
}

describe('the options of a lab', () => {
  it('have their start values where a slide gives none', () => {
    const { value, problems } = readLab(options, {})
    expect(value).toEqual({
      width: 16,
      loss: 0.5,
      mode: 'train',
      folded: false,
      blocks: [2, 2],
      groups: 4,
      kinds: ['convolution', 'dense'],
      networks: ['vgg16', 'resnet18'],
      network: 'vgg16',
      table: '',
      growth: null,
      pairs: [],
    })
    expect(problems).toEqual([])
  })

  it('take what the slide gives, and choose among it', () => {
    const { value } = readLab(options, { width: 32, networks: ['alexnet', 'lenet5'] })
    expect(value.width).toBe(32)
    expect(value.network).toBe('alexnet')
  })

  it('are written as text only where a reader set them, and read back', () => {
    const given = { width: 32 }
    const { value } = readLab(options, given)
    expect(writeLab(options, given, value)).toEqual({})
    const set = {
      ...value,
      width: 46,
      loss: 0.1 + 0.2,
      folded: true,
      blocks: [],
      groups: 32 as const,
      kinds: ['pool' as const],
      network: 'resnet18',
      table: 'a | 1,2',
      growth: 24,
    }
    const said = writeLab(options, given, set)
    expect(said).toEqual({
      width: '46',
      loss: '0.3',
      folded: 'true',
      blocks: '',
      groups: '32',
      kinds: 'pool',
      network: 'resnet18',
      table: 'a | 1,2',
      growth: '24',
    })
    expect(readLab(options, given, said)).toEqual({ value: { ...set, loss: 0.3 }, problems: [] })
  })

  it('leave out of an address what cannot be used, with a sentence for each', () => {
    const { value, problems } = readLab(
      options,
      {},
      { width: '999', groups: '3', kinds: 'dens', network: 'resnet81', widht: '8', pairs: 'a' },
    )
    expect(value).toEqual(readLab(options, {}).value)
    expect(problems).toEqual([
      'option "width" cannot be 999: it takes a whole number from 4 to 64',
      'option "groups" cannot be 3: it takes 1, 2, 4 or 32',
      'option "kinds" cannot be dens: it takes some of convolution, dense, pool; did you mean dense?',
      'option "network" cannot be resnet81: it takes vgg16 or resnet18; did you mean resnet18?',
      'the lab has no option "widht"; did you mean width?',
      'the lab has no option "pairs"; it has width, loss, mode, folded, blocks, groups, kinds, network, table, growth',
    ])
  })

  it('say the beginning of a long text that cannot be used', () =>
    expect(readLab({ note: text('', 100, 'A note.') }, {}, { note: 'long '.repeat(100) }).problems).toEqual([
      `option "note" cannot be ${'long '.repeat(12)}…: it takes text of at most 100 characters`,
    ]))

  it('tell the author of a slide what is misspelt, out of range or of another shape', () => {
    expect(labProblems(options, { width: 32, networks: ['googlenet'], network: 'googlenet' })).toEqual([])
    expect(
      labProblems(options, {
        widht: 8,
        width: 2,
        mode: 'test',
        blocks: [2, 99],
        networks: ['resnet81'],
        pairs: [['a']],
      }),
    ).toEqual([
      'the lab has no option "widht"; did you mean width?',
      'option "width" cannot be 2: it takes a whole number from 4 to 64',
      'option "mode" cannot be test: it takes train or eval',
      'option "blocks" cannot be 2,99: it takes 0 to 4 whole numbers from 1 to 9, separated by commas',
      expect.stringMatching(/^option "networks" cannot be resnet81: .*did you mean .*resnet18/),
      'option "pairs", 0.1: Invalid type: Expected string but received undefined',
    ])
  })
})
