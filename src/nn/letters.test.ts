import { describe, expect, it } from 'vitest'
import { build } from './build'
import { lettersIn } from './letters'
import { opOf, ops } from './ops'
import { conv } from './ops/conv'
import { dense } from './ops/dense'
import { sidesOf } from './rules.fixture'
import type { GraphNode } from './graph'
import { explained } from './explained'
import type { OpSpec } from './op'
import { branch } from './spec'

const nodeOf = (spec: OpSpec, input: readonly [number, number, number] = [224, 224, 3]) =>
  build({ id: 'test', title: 'Test', input, body: spec }).nodes[1]

describe('formulas in letters', () => {
  it('say the shape rule of a 7×7 convolution, beside its numbers', () => {
    const node = nodeOf(conv({ filters: 64, kernel: 7, stride: 2, pad: 3 }))
    const op = opOf(node)
    expect(op.formula(node.inputShapes, node.attrs)[0]).toBe('H′ = ⌊(H + 2p − d·(k − 1) − 1)/s⌋ + 1')
    expect(op.rule(node.inputShapes, node.attrs)[0]).toBe('⌊(224 + 2·3 − 7)/2⌋ + 1 = 112')
    const values = Object.fromEntries(
      lettersIn(op.formula(node.inputShapes, node.attrs), node).map(({ letter, value }) => [letter, value]),
    )
    expect(values).toEqual({ 'H′': '112', H: '224', p: '3', d: '1', k: '7', s: '2', 'C′': '64', F: '64' })
  })

  it('tell the axes of a 1×7 kernel apart', () => {
    const node = nodeOf(conv({ filters: 8, kernel: [1, 7], pad: [0, 3, 0, 3] }))
    const lines = opOf(node).formula(node.inputShapes, node.attrs)
    expect(lines.slice(0, 2)).toEqual([
      'H′ = ⌊(H + 2p − d·(kH − 1) − 1)/s⌋ + 1',
      'W′ = ⌊(W + 2p − d·(kW − 1) − 1)/s⌋ + 1',
    ])
    expect(lettersIn(lines, node).find(({ letter }) => letter === 'p')?.value).toBe('0 down, 3 across')
  })

  it('name two paddings where they differ', () =>
    expect(
      opOf(nodeOf(conv({ filters: 8, kernel: 3, stride: 2, pad: 'same' }))).formula([[224, 224, 3]], {
        kernel: 3,
        stride: 2,
        pad: 'same',
        dilation: 1,
        filters: 8,
        groups: 1,
      })[0],
    ).toBe('H′ = ⌊(H + p₁ + p₂ − d·(k − 1) − 1)/s⌋ + 1'))

  it('name the channels of every path of a concat, and not those of the first as the input’s', () => {
    const paths = (filters: readonly number[]) =>
      build({
        id: 'test',
        title: 'Test',
        input: [8, 8, 16],
        body: branch('concat', ...filters.map((many) => conv({ filters: many, kernel: 1 }))),
      }).node('concat')
    const values = (node: GraphNode) =>
      lettersIn(opOf(node).formula(node.inputShapes, node.attrs), node).map(
        ({ letter, meaning, value }) => `${letter} ${meaning} ${value}`,
      )
    expect(values(paths([64, 128, 32]))).toEqual([
      'C′ output channels 224',
      'C₁ channels of path 1 64',
      'C₂ channels of path 2 128',
      'C₃ channels of path 3 32',
    ])
    expect(values(paths([1, 2, 3, 4, 5, 6])).slice(1)).toEqual([
      'C₁ channels of path 1 1',
      'C₂ channels of path 2 2',
      'Cₙ channels of path 6 6',
    ])
  })

  it('give every weight of a dense layer as many letters as it has axes', () => {
    const node = nodeOf(dense({ units: 10 }))
    expect(node.weights.kernel.axes).toEqual(['N', 'M'])
    expect(lettersIn(['N·M'], node).map(({ value }) => value)).toEqual(['150528', '10'])
  })
})

describe('printed rules', () => {
  it('are true arithmetic for every example of every op', () => {
    const equations = Object.values(ops).flatMap((op) =>
      op.examples.flatMap(({ inputs, attrs }) =>
        op
          .rule(inputs, { ...op.defaults, ...attrs })
          .filter((line) => line.includes(' = '))
          .map((line) => ({
            line,
            sides: sidesOf(line.replaceAll('×', '·').replaceAll(/ [a-z]{2,}(?=$| )/g, '')),
          })),
      ),
    )
    expect(equations.length).toBeGreaterThan(20)
    expect(equations.filter(({ sides: [left, right] }) => left !== right)).toEqual([])
  })
})

it('of a grouped convolution says how many channels a filter sees', () => {
  const said = (groups: number) => {
    const attrs = { ...conv({ filters: 256, kernel: 3, groups }).attrs }
    return explained(ops.conv, [[8, 8, 256]], attrs)
  }
  expect(said(1)).toContain('over all its channels')
  expect(said(32)).toContain('over 8 of its 256 channels: those of its group')
  expect(said(256)).toContain('over 1 of its 256 channels: that of its group')
})

describe.each(Object.values(ops))('$title', (op) => {
  it('is explained in two sentences', () => {
    for (const { inputs, attrs } of op.examples)
      expect(explained(op, inputs, { ...op.defaults, ...attrs }).match(/\.(\s|$)/g)).toHaveLength(2)
  })

  it.each(op.examples.map((example) => [JSON.stringify(example).slice(0, 90), example] as const))(
    'has a letter for every factor and every side of a weight: %s',
    (_, { inputs, attrs }) => {
      const full = { ...op.defaults, ...attrs }
      const output = op.shape(inputs, full)
      for (const weight of Object.values(op.weights?.(inputs, full) ?? {}))
        expect(weight.axes).toHaveLength(weight.shape.length)
      const product = (op.macs?.(inputs, output, full) ?? []).map(({ symbol }) => symbol)
      expect(product.every((symbol) => symbol.length > 0)).toBe(true)
      expect(op.formula(inputs, full).length).toBeLessThanOrEqual(op.rule(inputs, full).length)
    },
  )
})
