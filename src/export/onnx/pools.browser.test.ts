import * as ort from 'onnxruntime-web/wasm'
import ortWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import { describe, expect, it } from 'vitest'
import { resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import { apart, cases, graphOf, planeOf, poolOf } from '../pools.fixture'
import { sampled } from '../../ui/sampled.fixture'
import { busyWeights, createOracle, random } from './agreement.fixture'
import { writeOnnx } from './writeOnnx'

const oracle = createOracle(ort, ortWasm)

describe.each(sampled(cases, 60))('pools in onnxruntime, $name', ({ chosen }) => {
  it('are what loops over their definition give', async () => {
    const wrong: string[] = []
    for (const { said, pool, height, width } of chosen) {
      const graph = graphOf(pool, height, width)
      const plane = planeOf(height, width)
      const found = await oracle(graph, busyWeights(graph), Float32Array.from(plane.values))
      const wanted = poolOf(pool, plane)
      const values = [...found.get(graph.outputs[0])!]
      if (!(apart({ ...wanted, values }, wanted) <= 1e-5)) wrong.push(said)
    }
    expect(wrong).toEqual([])
  }, 600_000)
})

it.each(['lenet5-1998', 'cifar-resnet20', 'cifar-resnet20 A'])(
  'a file takes a batch, and answers for each image as for it alone: %s',
  async (name) => {
    const [id, shortcut] = name.split(' ')
    const graph = build(resolve(id, shortcut ? { shortcut } : {}).architecture)
    const [height, width, channels] = graph.architecture.input
    const session = await ort.InferenceSession.create(writeOnnx(graph, busyWeights(graph)))
    const run = async (data: Float32Array, count: number) => {
      const image = new ort.Tensor('float32', data, [count, channels, height, width])
      const results = await session.run({ [graph.input]: image })
      return [...(results[graph.outputs[0]].data as Float32Array)]
    }
    const images = ['a', 'b', 'c'].map((image) => random(height * width * channels, image))
    const together = await run(Float32Array.from(images.flatMap((image) => [...image])), images.length)
    const alone: number[] = []
    for (const image of images) alone.push(...(await run(image, 1)))
    await session.release()
    expect(together).toHaveLength(alone.length)
    together.forEach((value, i) => expect(value).toBeCloseTo(alone[i], 5))
  },
)
