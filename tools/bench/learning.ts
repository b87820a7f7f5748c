import { getKernelsForBackend } from '@tensorflow/tfjs-core'
import { graphOf } from '../../src/architectures/built'
import { start } from '../../src/runtime/backends'
import { fillNormal, hash } from '../../src/runtime/random'
import { registerOwnKernels, unregisterOwnKernels } from '../../src/runtime/simd/register'
import { type Batch, withBatch } from '../../src/runtime/training/batch'
import { beginTraining } from '../../src/runtime/training/begin'
import { Learner } from '../../src/runtime/training/network'
import { imagesPerStep as images, type Trainer } from './trainers'

/** ResNet-8 with 8 filters in its first stage, batches of 32 images of 32×32. */
const graph = () =>
  graphOf('resnet', {
    ...{ stem: 'cifar', width: 8, blocks: [1, 1, 1], shortcut: 'A', input: [32, 32, 3], classes: 10 },
  })

function batch(): Batch {
  const values = fillNormal(new Float32Array(images * 32 * 32 * 3), 1, hash('images', 1))
  const labels = Array.from({ length: images }, (_, i) => i % 10)
  return { images: values, shape: [images, 32, 32, 3], labels, classes: 10 }
}

/** One more step of a network that learns. */
async function learning(trainer: Trainer): Promise<() => Promise<number>> {
  await (trainer === 'own' || trainer === 'wasm' ? start.wasm(1) : start[trainer]())
  const learner = new Learner(graph(), { seed: 1, rate: 0.01 })
  const given = batch()
  return () => withBatch(given, (x, y) => learner.step(x, y))
}

/** Milliseconds of steps; the two on WASM take turns, so that a busy moment hits both. */
export async function stepTimes(trainers: readonly Trainer[], steps: number): Promise<number[][]> {
  const times = trainers.map((): number[] => [])
  const made = []
  for (const trainer of trainers) made.push(await learning(trainer))
  for (let i = -3; i < steps; i++)
    for (const [t, trainer] of trainers.entries()) {
      if (trainer === 'own') registerOwnKernels()
      else unregisterOwnKernels()
      const begin = performance.now()
      await made[t]()
      if (i >= 0) times[t].push(performance.now() - begin)
    }
  return times
}

/** Milliseconds of steps in workers as the labs start them, one alone and so many that share a batch, in turns. */
export async function sharedStepTimes(workers: number, steps: number): Promise<number[][]> {
  const given = batch()
  const begun = [1, workers].map((many) => beginTraining(`training in ${many}`, () => {}))
  try {
    const lanes = await Promise.all(begun.map(async ({ life }) => (await life).lane))
    for (const [i, many] of [1, workers].entries()) {
      const descent = { seed: 1, rate: 0.01 }
      const learn = lanes[i].ask((api) =>
        api.learn(graph().architecture, descent, undefined, undefined, many),
      )
      if ((await learn) !== many) throw new Error(`Here are no ${many} workers that share memory.`)
    }
    const times = lanes.map((): number[] => [])
    for (let i = -3; i < steps; i++)
      for (const [l, lane] of lanes.entries()) {
        const begin = performance.now()
        await lane.ask((api) => api.step(given))
        if (i >= 0) times[l].push(performance.now() - begin)
      }
    return times
  } finally {
    for (const beginning of begun) beginning.end(new Error('It is measured.'))
  }
}

/** Where the time of a step goes on WASM: milliseconds by kernel and shapes, the least of some steps. */
export async function stepProfile(trainer: 'own' | 'wasm'): Promise<readonly (readonly [string, number])[]> {
  const step = await learning(trainer)
  if (trainer === 'wasm') unregisterOwnKernels()
  const least = new Map<string, number>()
  let spent = new Map<string, number>()
  const keep = (key: string, time: number) => least.set(key, Math.min(least.get(key) ?? Infinity, time))
  for (const kernel of getKernelsForBackend('wasm')) {
    const { kernelFunc } = kernel
    ;(kernel as { kernelFunc: typeof kernelFunc }).kernelFunc = (params) => {
      const from = performance.now()
      const result = kernelFunc(params)
      const shapes = Object.values(params.inputs).map((x) => x?.shape.join('×') ?? '')
      const key = `${kernel.kernelName} ${shapes.join(' ')}`
      spent.set(key, (spent.get(key) ?? 0) + performance.now() - from)
      return result
    }
  }
  for (let i = 0; i < 30; i++) {
    spent = new Map()
    const begin = performance.now()
    await step()
    keep('step', performance.now() - begin)
    keep(
      'in kernels',
      [...spent.values()].reduce((a, b) => a + b, 0),
    )
    for (const [key, time] of spent) keep(key, time)
  }
  return [...least].sort((a, b) => b[1] - a[1])
}
