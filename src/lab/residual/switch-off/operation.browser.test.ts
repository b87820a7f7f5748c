import { afterEach, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { createEngine } from '../../../runtime/engine'
import type { Engine, Pixels } from '../../../runtime/types'
import { seededWeights } from '../../../runtime/weights'
import { idOf, operate, supplyOf, type Surgery, blocksOf, untouched } from './surgery'

const graph = graphOf('cifar-resnet20', { width: 4, blocks: [2, 2, 2] })
const blocks = blocksOf(graph)
const trained = seededWeights(graph, 3)
const pixels: Pixels = {
  width: 32,
  height: 32,
  data: Uint8ClampedArray.from({ length: 32 * 32 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 37) % 256)),
}

let engine: Engine | undefined
afterEach(() => {
  engine?.destroy()
  engine = undefined
})

function run(what: Partial<Surgery>) {
  const done = { ...untouched(blocks), ...what }
  const edited = operate(graph, done)
  engine ??= createEngine({ backend: 'wasm' })
  return engine.run(
    {
      architecture: edited.graph.architecture,
      image: pixels,
      seed: 1,
      given: { id: idOf('small', done) },
    },
    undefined,
    supplyOf(edited, trained, done.scale),
  )
}

it('all blocks off are all branches times zero, and other edits give other answers', async () => {
  const whole = await run({})
  const off = await run({ off: new Set(blocks.map(({ number }) => number)) })
  const zero = await run({ scale: 0 })
  off.output.forEach((value, i) => expect(value).toBeCloseTo(zero.output[i], 5))
  const others = await Promise.all([whole.output, off.output])
  for (const what of [
    { off: new Set([2]) },
    { cut: new Set([2]) },
    { order: [2, 1, 3, 4, 5, 6] },
    { scale: 0.5 },
  ])
    others.push((await run(what)).output)
  expect(new Set(others.map(String)).size).toBe(others.length)
})

it('a hundred operations leave as many tensors as one', async () => {
  const { tensors } = await run({ off: new Set([2]) })
  for (let i = 0; i < 100; i++) await run(i % 2 ? { off: new Set([2]) } : { scale: 1 - i / 200 })
  expect((await run({ off: new Set([2]) })).tensors).toBe(tensors)
}, 120_000)
