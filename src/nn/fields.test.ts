import { describe, expect, it } from 'vitest'
import { ops } from './ops'
import { volume } from './shape'
import { readable, unitAt } from './unit'

/** Any weight, read by any index. */
const one = () => 1

const cases = Object.values(ops).flatMap((op) =>
  op.examples.map(({ inputs, attrs }) => ({
    said: `${op.name} ${JSON.stringify([inputs, attrs])}`,
    op,
    inputs,
    attrs: { ...op.defaults, ...attrs } as Record<string, unknown>,
  })),
)

describe('the channels that an output is computed from', () => {
  it.each(cases)('are those that its arithmetic reads: $said', ({ op, inputs, attrs }) => {
    if (op.unrolls) return expect(op.mixes).toBeUndefined()
    const shape = op.shape(inputs, attrs)
    const values = inputs.map((each) => readable(each, new Float32Array(volume(each)).fill(0.5)))
    const weights = Object.fromEntries(
      Object.keys(op.weights?.(inputs, attrs) ?? {}).map((name) => [name, one]),
    )
    const mixes = op.mixes?.(inputs, attrs)
    expect(mixes?.reduce((sum, { channels }) => sum + channels, 0) ?? shape.at(-1)).toBe(shape.at(-1))
    for (let i = 0; i < volume(shape); i++) {
      const at = unitAt(shape, i)
      const { patches } = op.unit!(at, values, weights, attrs)
      const read = patches.flatMap(({ input, cells }) =>
        cells.flatMap(({ unit }) => (unit ? `${input}: ${unit.channel}` : [])),
      )
      // A convolution that stands in the padding alone reads nothing; all others read what is declared, all of it.
      if (read.length > 0 || op.family !== 'convolution')
        expect([...new Set(read)].sort()).toEqual(declared(at.channel).sort())
    }

    function declared(channel: number): string[] {
      if (!mixes) return inputs.map((_, input) => `${input}: ${channel}`)
      let start = 0
      const mix = mixes.find(({ channels }) => channel < (start += channels))!
      const nth = channel - (start - mix.channels)
      return mix.from.flatMap(({ input, from, to }) =>
        mix.oneByOne
          ? [`${input}: ${from + nth}`]
          : Array.from({ length: to - from }, (_, c) => `${input}: ${from + c}`),
      )
    }
  })
})
