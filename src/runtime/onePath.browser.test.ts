import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../nn/build'
import type { Example, OpSpec } from '../nn/op'
import { opOf, type OpName, ops } from '../nn/ops'
import { relu } from '../nn/ops/activation'
import { conv } from '../nn/ops/conv'
import { dense } from '../nn/ops/dense'
import { flatten } from '../nn/ops/reshape'
import { asMap, isMap } from '../nn/shape'
import { type Architecture, branch, identity, type Join, seq } from '../nn/spec'
import { noise } from './input'
import { Service } from './service'
import type { Backend } from './types'

/** An op with one input between two layers, so that its input is freed while its output is still to be read. */
function between(op: string, { inputs, attrs }: Example<object>): Architecture {
  const [shape] = inputs
  const spec: OpSpec = { kind: 'op', op, attrs: { ...opOf({ op }).defaults, ...attrs } }
  const before = isMap(shape)
    ? [conv({ filters: shape[2], kernel: 1 })]
    : [flatten(), dense({ units: shape[0] })]
  const alone = inputs.length > 1 ? branch(op as Join, identity) : spec
  return { id: op, title: op, input: asMap(shape), body: seq(...before, alone, relu()) }
}

const cases = Object.values(ops).flatMap(({ name, examples }) =>
  examples.slice(0, 1).map((example) => ({ name, architecture: between(name, example) })),
)

/** What may hand on its very input; a graphics card in software takes seconds for each of the others. */
const handingOn = cases.filter(
  ({ name }) => ops[name as OpName].family === 'merge' || ops[name as OpName].passes,
)

const gpu = (navigator as { gpu?: { requestAdapter(): Promise<unknown> } }).gpu
const webgpu: readonly Backend[] = (await gpu?.requestAdapter()) ? ['webgpu'] : []

describe.each(['cpu', 'wasm', 'webgl', ...webgpu])('with one path, on %s', (name) => {
  const service = new Service()
  beforeAll(async () => void (await service.start(name as Backend)))
  afterAll(() => service.dispose())

  it.each(name === 'cpu' ? cases : handingOn)(
    '$name gives the same with every layer kept and with the outputs only',
    async (each) => {
      const { architecture } = each
      const [height, width] = architecture.input
      const request = { architecture, image: noise(width, height, 1), seed: 1 }
      const [output] = build(architecture).outputs
      const { run } = await service.run({ ...request, keep: 'all' }, 8)
      const { values } = await service.read(run, output)
      const alone = await service.run({ ...request, keep: 'outputs' }, 8)
      expect(alone.output).toHaveLength(values.length)
      values.forEach((value, i) => expect(alone.output[i]).toBeCloseTo(value, 4))
      // A second run finds what the first has left: a tensor freed twice would be missing here.
      expect((await service.run({ ...request, keep: 'outputs' }, 8)).tensors).toBe(alone.tensors)
    },
  )
})
