import { afterEach, beforeEach, expect, it } from 'vitest'
import { createEngine } from '../../runtime/engine'
import { noise } from '../../runtime/input'
import type { Engine } from '../../runtime/types'
import { graphOf } from '../state/network'
import { usePictures } from '../image/pictures'
import { type Finished, useSession } from '../run/session'
import { useStore } from '../state/store'
import { compareBoth } from './both'
import { followFirst, useSecond } from './second'

/** Workers that were made and not ended. */
let alive = 0
const Native = globalThis.Worker

class Counted extends Native {
  #ended = false
  constructor(...given: ConstructorParameters<typeof Worker>) {
    super(...given)
    alive++
  }
  override terminate(): void {
    if (!this.#ended) alive--
    this.#ended = true
    super.terminate()
  }
}

let engine: Engine
let leave: (() => void) | undefined

beforeEach(() => {
  engine = createEngine({ backend: 'wasm' })
  globalThis.Worker = Counted
  alive = 0
  compareBoth('cifar-plain20', 'cifar-resnet20')
  useStore.getState().setWeights('random')
  const canvas = document.createElement('canvas')
  canvas.width = 32
  canvas.height = 32
  canvas
    .getContext('2d')!
    .putImageData(new ImageData(new Uint8ClampedArray(noise(32, 32, 1).data), 32, 32), 0, 0)
  usePictures.setState({ picture: { name: 'noise', canvas, width: 32, height: 32, isDrawing: false } })
})

afterEach(() => {
  leave?.()
  globalThis.Worker = Native
  engine.destroy()
  useStore.getState().compareWith(null)
})

/** What the page holds when its first network has finished. */
async function firstFinished(seed: number): Promise<Finished> {
  const graph = graphOf('cifar-plain20', {})
  const pixels = noise(32, 32, 1)
  const result = await engine.run({ architecture: graph.architecture, image: pixels, seed })
  return { graph, pixels, seed, result }
}

const seedShown = () => useSecond.getState().finished?.seed

it('the second network runs after the first, on the same seed, and its worker ends with the comparison', async () => {
  leave = followFirst()
  expect(alive).toBe(0)
  useSession.setState({ run: { phase: 'running', progress: null, doneNodes: new Set() } })
  expect(useSecond.getState().run.phase).toBe('waiting')
  expect(alive).toBe(0)

  useSession.setState({ run: { phase: 'done' }, finished: await firstFinished(1) })
  await expect.poll(seedShown, { timeout: 30_000 }).toBe(1)
  const { graph, result } = useSecond.getState().finished!
  expect(graph.architecture.id).toBe('cifar-resnet20')
  expect(result.backend).toBe('wasm')
  expect(alive).toBe(1)

  useSession.setState({ run: { phase: 'running', progress: null, doneNodes: new Set() } })
  useSession.setState({ run: { phase: 'done' }, finished: await firstFinished(2) })
  await expect.poll(seedShown, { timeout: 30_000 }).toBe(2)
  expect(useSecond.getState().finished!.result.tensors).toBe(result.tensors)
  expect(alive).toBe(1)

  leave()
  await expect.poll(() => alive).toBe(0)
  expect(useSecond.getState()).toEqual({ run: { phase: 'waiting' }, finished: null })
})

it('a comparison that is left while its engine is fetched leaves no worker', async () => {
  useSession.setState({ run: { phase: 'done' }, finished: await firstFinished(1) })
  for (let i = 0; i < 5; i++) followFirst()()
  // Long enough for a file that is here already.
  await import('../../runtime/engine')
  await new Promise((done) => setTimeout(done, 100))
  expect(alive).toBe(0)
})

it('layers of the same name and shape have the same weights in both runs', async () => {
  leave = followFirst()
  const first = await firstFinished(3)
  useSession.setState({ run: { phase: 'done' }, finished: first })
  await expect.poll(seedShown, { timeout: 30_000 }).toBe(3)
  const second = useSecond.getState().finished!
  const kernel = 'stage3/block3/conv2'
  expect(await second.result.trace.weights(kernel, 'kernel')).toEqual(
    await first.result.trace.weights(kernel, 'kernel'),
  )
})
