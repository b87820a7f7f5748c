import { describe, expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { hiddenNumbers } from '../nn/hidden'
import { conv } from '../nn/ops/conv'
import { quantityIds } from '../nn/quantities'
import { block, residual, stage } from '../nn/spec'
import { nextSort, placeOf, rowsOf, sorted, sumOf } from './rows'
import { readSort, writeSort } from './sort'
import { numberIn, toCsv, toMarkdown } from './text'

const graphOf = (id: string) => build(resolve(id).architecture)
const lenet = graphOf('lenet5')
const resnet = graphOf('resnet18')

/** A shortcut of 8 channels beside a path of 4: the sum is impossible. */
const broken = build({
  id: 'test',
  title: 'Test',
  input: [8, 8, 8],
  body: stage('one', block('block', residual(conv({ filters: 4, kernel: 3, pad: 1 })))),
})

describe('rows', () => {
  it('of stages are the input and the top-level parts', () =>
    expect(
      rowsOf(resnet, 'stages')
        .map((row) => row.name)
        .slice(0, 5),
    ).toEqual(['input', 'conv1', 'maxpool', 'conv2_x', 'conv3_x']))

  it('of layers are all nodes in order', () =>
    expect(rowsOf(resnet, 'layers').map((row) => row.id)).toEqual(resnet.nodes.map((node) => node.id)))

  it.each(['stages', 'layers'] as const)('of %s add up to the network', (level) => {
    const sum = sumOf(rowsOf(resnet, level))
    expect(sum).toEqual({
      parameters: 11_689_512,
      macs: 1_814_073_344,
      memory: resnet.memory.all * 4,
      field: null,
    })
  })

  it('say what does not fit, of a stage too', () => {
    const [, stageRow] = rowsOf(broken, 'stages')
    const layer = rowsOf(broken, 'layers').find((row) => row.issue)!
    expect(layer.issue).toMatch(/^Does not fit: .*8.*4|^Does not fit: .*4.*8/)
    expect(stageRow.issue).toContain(`${layer.id}: `)
  })
})

describe('sorting', () => {
  const rows = rowsOf(resnet, 'layers')

  it('by a number goes from the largest, then from the smallest, then back to the network', () => {
    const first = nextSort(null, 'macs')
    const second = nextSort(first, 'macs')
    expect(Math.max(...rows.map((row) => row.values.macs!))).toBe(sorted(rows, first)[0].values.macs)
    expect(sorted(rows, second).at(-1)!.values.macs).toBe(sorted(rows, first)[0].values.macs)
    expect(nextSort(second, 'macs')).toBeNull()
    expect(sorted(rows, null)).toBe(rows)
  })

  it('by name starts at A and knows that 10 comes after 9', () => {
    const first = nextSort(null, 'name')!
    expect(first.descending).toBe(false)
    const blocks = rowsOf(graphOf('resnet152'), 'layers')
    const names = sorted(blocks, first).map((row) => row.name)
    expect(names.findIndex((name) => name.includes('block10/'))).toBeGreaterThan(
      names.findLastIndex((name) => name.includes('conv4_x/block9/')),
    )
  })

  it('leaves what has no value at the end, whichever way', () => {
    for (const descending of [true, false])
      expect(sorted(rows, { column: 'field', descending }).at(-1)!.id).toBe('input')
  })

  it('is written as text and read again', () => {
    for (const text of ['macs', '-field', 'name']) expect(writeSort(readSort(text)!)).toBe(text)
    expect(readSort('colour')).toBeUndefined()
  })
})

describe('the place of what is selected', () => {
  it('is its own row, else that of the stage around it', () => {
    const stages = rowsOf(resnet, 'stages')
    const layers = rowsOf(resnet, 'layers')
    expect(layers[placeOf(layers, 'conv3_x/block1/conv1')].id).toBe('conv3_x/block1/conv1')
    expect(stages[placeOf(stages, 'conv3_x/block1/conv1')].id).toBe('conv3_x')
    expect(placeOf(stages, null)).toBe(-1)
  })

  it('is the first layer of a selected stage', () => {
    const layers = rowsOf(resnet, 'layers')
    expect(layers[placeOf(layers, 'conv3_x')].id).toBe(resnet.group('conv3_x').nodes[0])
  })
})

/** Reads CSV as RFC 4180 defines it. */
function parse(text: string): string[][] {
  return text
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? plain : quoted.replaceAll('""', '"'),
      ),
    )
}

describe('CSV', () => {
  it('has one line per row, raw numbers, and comes back as it went', () => {
    const rows = rowsOf(lenet, 'layers')
    const [head, ...lines] = parse(toCsv(rows, 'hwc'))
    expect(head.slice(3, 8)).toEqual([
      'Output (H×W×C)',
      'Parameters',
      'MACs',
      'Memory (bytes)',
      'Receptive field (pixels)',
    ])
    expect(lines.map((line) => line[2])).toEqual(rows.map((row) => row.kind))
    expect(lines.reduce((sum, line) => sum + Number(line[4]), 0)).toBe(lenet.totals.trainable)
  })

  it('quotes what holds a comma', () =>
    expect(toCsv(rowsOf(lenet, 'layers'), 'hwc')).toMatch(/"[^"\n]*,[^"\n]*"/))
})

describe('Markdown', () => {
  it('ends with the sums and follows the order of axes', () => {
    const text = toMarkdown(rowsOf(resnet, 'stages'), 'chw')
    expect(text).toContain(
      '| conv1 | stage, 3 operations | 64×112×112 | 9,536 | 118,013,952 | 9.19 MiB | 7×7 |',
    )
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/^\| \*\*Total\*\* .* 11,689,512 \| 1,814,073,344 \|/)
  })

  it('has as many bars in every line', () => {
    const lines = toMarkdown(rowsOf(broken, 'layers'), 'hwc').trimEnd().split('\n')
    expect(new Set(lines.map((line) => line.split(' | ').length)).size).toBe(1)
    expect(lines[0]).toContain('Issue')
  })
})

describe('while a question hides a block', () => {
  const googlenet = graphOf('googlenet')
  const hidden = hiddenNumbers(googlenet, ['inception_4d'])

  it.each(['stages', 'layers'] as const)(
    'the rows of its %s have question marks, on screen and in a file',
    (level) => {
      const rows = rowsOf(googlenet, level, hidden)
      const [row] = rows.filter(
        ({ id }) => id === (level === 'stages' ? 'inception_4d' : 'inception_4d/concat'),
      )
      expect((['output', ...quantityIds] as const).map((column) => numberIn(row, column, 'hwc'))).toEqual(
        Array.from({ length: 5 }, () => '?'),
      )
      for (const text of [toMarkdown(rows, 'hwc'), toCsv(rows, 'hwc')])
        expect(text).not.toContain('14×14×528')
      expect(sorted(rows, { column: 'output', descending: true }).at(-1)!.hides).toBe('all')
    },
  )

  it('nothing else is hidden', () => {
    const rows = rowsOf(googlenet, 'stages', hidden)
    expect(rows.filter(({ hides }) => hides).map(({ id }) => id)).toEqual(['inception_4d'])
    expect(rowsOf(googlenet, 'stages').some(({ hides }) => hides)).toBe(false)
  })
})
