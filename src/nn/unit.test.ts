import { describe, expect, it } from 'vitest'
import { readingOf } from './arithmetic'
import { opOf } from './ops'
import type { Shape } from './shape'
import { type Arithmetic, readable, type Unit, unitProblem } from './unit'

const weights = (named: Record<string, readonly number[]>) =>
  Object.fromEntries(
    Object.entries(named).map(([name, values]) => [name, readingOf(Float32Array.from(values))]),
  )

/** The arithmetic of one unit of an op; inputs are counted up from 1 unless they are given. */
function unitOf(
  op: string,
  shapes: readonly Shape[],
  at: Partial<Unit>,
  attrs: object = {},
  named: Record<string, readonly number[]> = {},
): Arithmetic {
  const inputs = shapes.map((shape, i) =>
    readable(
      shape,
      Array.from({ length: shape.reduce((all, side) => all * side, 1) }, (_, k) => (k + 1) * 10 ** i),
    ),
  )
  const { unit, defaults } = opOf({ op })
  return unit!({ row: 0, column: 0, channel: 0, ...at }, inputs, weights(named), { ...defaults, ...attrs })
}

const terms = ({ patches }: Arithmetic) => patches.map(({ cells }) => cells.map(({ term }) => term))

describe('one value', () => {
  it('of a convolution is the sum of products under the window, plus the bias', () => {
    // The image 1 2 3 / 4 5 6 / 7 8 9 and the kernel 1 0 / 0 −1: 1 − 5 at the top left.
    const sum = unitOf(
      'conv',
      [[3, 3, 1]],
      {},
      { kernel: 2, filters: 1, bias: true },
      {
        kernel: [1, 0, 0, -1],
        bias: [0.5],
      },
    )
    expect(terms(sum)).toEqual([[1, 0, 0, -5]])
    expect(sum).toMatchObject({ operation: 'sum', bias: 0.5, result: -3.5 })
  })

  it('of a padded convolution has padding in the corner, and zeros there', () => {
    const { patches } = unitOf(
      'conv',
      [[3, 3, 1]],
      {},
      { kernel: 3, filters: 1, pad: 1 },
      {
        kernel: [1, 1, 1, 1, 1, 1, 1, 1, 1],
      },
    )
    expect(patches[0].cells.map(({ unit }) => unit !== null)).toEqual(
      [0, 0, 0, 0, 1, 1, 0, 1, 1].map(Boolean),
    )
    expect(patches[0].subtotal).toBe(1 + 2 + 4 + 5)
  })

  it('of a strided, dilated convolution takes every second pixel from where its window starts', () => {
    const { patches } = unitOf(
      'conv',
      [[7, 7, 1]],
      { row: 1, column: 0 },
      { kernel: 2, filters: 1, stride: 3, dilation: 2 },
      { kernel: [1, 1, 1, 1] },
    )
    expect(patches[0].cells.map(({ unit }) => [unit!.row, unit!.column])).toEqual([
      [3, 0],
      [3, 2],
      [5, 0],
      [5, 2],
    ])
  })

  it('of a grouped convolution sees only the channels of its group', () => {
    const sum = unitOf(
      'conv',
      [[1, 1, 4]],
      { channel: 1 },
      { kernel: 1, filters: 2, groups: 2 },
      {
        kernel: [1, 2, 3, 4],
      },
    )
    // Filter 1 is in group 1: channels 2 and 3 with values 3 and 4, weights 2 and 4.
    expect(sum.patches.map(({ channel }) => channel)).toEqual([2, 3])
    expect(sum.result).toBe(3 * 2 + 4 * 4)
  })

  it('of a max pooling is the largest, and padding never wins over negative values', () => {
    const x = readable([2, 2, 1], [-4, -3, -2, -1])
    const { unit, defaults } = opOf({ op: 'maxPool' })
    const at = { row: 0, column: 0, channel: 0 }
    const { patches, result } = unit!(at, [x], {}, { ...defaults, kernel: 2, stride: 2, pad: 1 })
    expect(result).toBe(-4)
    expect(patches[0].cells.map(({ wins }) => wins === true)).toEqual([false, false, false, true])
  })

  it('of an average divides by the values that are there, or by the whole window where padding counts', () => {
    const attrs = { kernel: 3, stride: 2, pad: 1 }
    expect(unitOf('avgPool', [[4, 4, 1]], {}, attrs)).toMatchObject({ divisor: 4, result: 3.5 })
    expect(unitOf('avgPool', [[4, 4, 1]], {}, { ...attrs, countPad: true })).toMatchObject({ divisor: 9 })
  })

  it('of a concatenation is a channel of one of the paths', () => {
    const { patches } = unitOf(
      'concat',
      [
        [2, 2, 3],
        [2, 2, 2],
      ],
      { row: 1, column: 0, channel: 4 },
    )
    expect(patches[0]).toMatchObject({ input: 1, channel: 1 })
    expect(patches[0].cells[0].unit).toEqual({ row: 1, column: 0, channel: 1 })
  })

  it('of an addition is a + b, of a gated map a · b', () => {
    const shapes: Shape[] = [
      [2, 2, 2],
      [2, 2, 2],
    ]
    expect(unitOf('add', shapes, { row: 1, column: 1, channel: 1 }).result).toBe(8 + 80)
    expect(unitOf('multiply', [[2, 2, 2], [2]], { row: 1, column: 1, channel: 1 }).result).toBe(8 * 20)
  })

  it('of a batch normalization is γ·(x − μ)/√(σ² + ε) + β', () => {
    const { result, letters } = unitOf(
      'batchNorm',
      [[1, 1, 1]],
      {},
      { epsilon: 0 },
      {
        gamma: [3],
        beta: [2],
        mean: [5],
        variance: [4],
      },
    )
    expect(result).toBe((3 * (1 - 5)) / 2 + 2)
    expect(letters!.map(({ symbol }) => symbol)).toEqual(['x', 'γ', 'μ', 'σ²', 'ε', 'β'])
  })

  it('of a flattened map is read row by row, and at each position channel by channel', () => {
    const { patches } = unitOf('flatten', [[2, 3, 4]], { channel: 17 })
    expect(patches[0].cells[0].unit).toEqual({ row: 1, column: 1, channel: 1 })
  })

  it('of a channel that a shortcut adds is a zero that stands nowhere', () => {
    const { patches, result } = unitOf('subsamplePad', [[4, 4, 2]], { channel: 3 }, { stride: 2, filters: 4 })
    expect(patches[0].cells[0].unit).toBeNull()
    expect(result).toBe(0)
  })

  it('of a softmax is a power divided by the sum of all powers', () => {
    const { result, patches } = unitOf('softmax', [[3]], { channel: 2 })
    expect(result).toBeCloseTo(Math.exp(3) / (Math.exp(1) + Math.exp(2) + Math.exp(3)), 12)
    expect(patches).toHaveLength(3)
  })
})

it('a unit outside of its map is refused with the bounds', () => {
  expect(unitProblem([7, 9, 4], { row: 6, column: 8, channel: 3 })).toBeUndefined()
  expect(unitProblem([7, 9, 4], { row: 7, column: 0, channel: 0 })).toBe(
    'its rows go from 0 to 6, its columns from 0 to 8, its channels from 0 to 3',
  )
  expect(unitProblem([10], { row: 0, column: 0, channel: 10 })).toBe('its units go from 0 to 9')
})
