import { engine } from '@tensorflow/tfjs-core'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { graphOf } from '../../architectures/built'
import { fillNormal } from '../random'
import { beginOwn } from '../simd/own.fixture'
import { hasOwn, registerOwnKernels, unregisterOwnKernels } from '../simd/register'
import { type Batch, tensorsAlive, withBatch } from './batch'
import { Learner } from './network'

// Kernels of our own on WASM against what runs without them.

beforeAll(beginOwn)
afterEach(() => registerOwnKernels())

const input = [12, 12, 3]
const networks = {
  residual: graphOf('resnet', {
    stem: 'cifar',
    width: 6,
    blocks: [1, 1, 1],
    shortcut: 'A',
    input,
    classes: 5,
  }),
  projecting: graphOf('resnet', {
    ...{ stem: 'cifar', width: 4, blocks: [1, 1], shortcut: 'B', order: 'pre', input, classes: 5 },
  }),
  dense: graphOf('densenet', {
    ...{ stem: 'cifar', growth: 3, 'stem-width': 4, blocks: [2, 2], compression: 1, bottleneck: true },
    ...{ input, classes: 5 },
  }),
  inception: graphOf('cifar-inception', { modules: 1, widths: [1, 2], 'stem-width': 4, input, classes: 5 }),
}

const batch: Batch = {
  images: fillNormal(new Float32Array(10 * 12 * 12 * 3), 1, 3),
  ...{ shape: [10, 12, 12, 3], labels: [0, 1, 2, 3, 4, 0, 1, 2, 3, 4], classes: 5 },
}

async function losses(graph: (typeof networks)['dense'], steps: number) {
  const learner = new Learner(graph, { seed: 1, rate: 0.02 })
  const found: number[] = []
  for (let i = 0; i < steps; i++) found.push(await withBatch(batch, (x, y) => learner.step(x, y)))
  const weights = await learner.values()
  learner.dispose()
  return { found, weights }
}

it.each(Object.entries(networks))(
  '%s: our kernels take the same steps as those of tfjs, to 1e-4, and the same again bit by bit',
  async (_, graph) => {
    expect(hasOwn('OwnKernelGradient')).toBe(true)
    const [ours, again] = [await losses(graph, 3), await losses(graph, 3)]
    expect(again).toEqual(ours)
    unregisterOwnKernels()
    expect(hasOwn('OwnKernelGradient')).toBe(false)
    const theirs = await losses(graph, 3)
    ours.found.forEach((loss, i) =>
      expect(Math.abs(loss - theirs.found[i])).toBeLessThan(1e-4 * theirs.found[i]),
    )
    for (const [name, values] of Object.entries(theirs.weights)) {
      const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-3)
      const apart = values.reduce((most, v, i) => Math.max(most, Math.abs(v - ours.weights[name][i])), 0)
      expect(apart / largest, name).toBeLessThan(1e-3)
    }
  },
)

it('a hundred trainings leave no tensor and no memory behind', async () => {
  const heap = () =>
    (engine().backend as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.buffer.byteLength
  await losses(networks.residual, 3)
  const before = [tensorsAlive(), heap()]
  for (let i = 0; i < 100; i++) await losses(networks.residual, 1)
  expect([tensorsAlive(), heap()]).toEqual(before)
})
