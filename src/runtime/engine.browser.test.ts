import { afterEach, describe, expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { createEngine } from './engine'
import { noise } from './input'
import { siteWorker } from './lane'
import type { Engine, EngineStatus } from './types'

let engine: Engine | undefined
afterEach(() => {
  engine?.destroy()
  localStorage.clear()
})

const request = { architecture: resolve('cifar-resnet20').architecture, image: noise(32, 32, 1), seed: 1 }

function untilReady(of: Engine): Promise<EngineStatus> {
  return new Promise((done) => {
    if (of.status.state !== 'starting') done(of.status)
    of.subscribe((status) => status.state !== 'starting' && done(status))
  })
}

describe('the engine', () => {
  it('runs in a worker on all cores of an isolated page', async () => {
    engine = createEngine({ backend: 'wasm' })
    const result = await engine.run(request)
    expect(result.backend).toBe('wasm')
    expect(result.threads).toBe(Math.min(8, navigator.hardwareConcurrency))
    expect(result.output).toHaveLength(10)
    const activation = await result.trace.read('stage1/block1/add')
    expect(activation.shape).toEqual([32, 32, 16])
    expect(activation.values).toHaveLength(32 * 32 * 16)
    const kernel = await result.trace.weights('conv1/conv', 'kernel')
    expect(kernel).toHaveLength(3 * 3 * 3 * 16)
    // One number needs one filter.
    expect(await result.trace.weights('conv1/conv', 'kernel', 5)).toEqual(
      kernel.filter((_, i) => i % 16 === 5),
    )
  })

  it('chooses WASM over graphics that are rendered in software, and remembers it', async () => {
    engine = createEngine()
    const status = await untilReady(engine)
    expect(status).toMatchObject({ state: 'ready', backend: 'wasm' })
    expect(localStorage.getItem('layerwise.backend')).toContain('"backend":"wasm"')
  })

  it('reports progress node by node and ends with the last', async () => {
    engine = createEngine({ backend: 'wasm' })
    const seen: string[] = []
    await engine.run(request, ({ stage, done, of }) => seen.push(`${stage} ${done}/${of}`))
    // Messages of progress come by a way of their own, so the last may come after the answer.
    await expect.poll(() => seen.at(-1)).toMatch(/^layers (\d+)\/\1$/)
  })

  for (const [backend, name] of [
    ['webgl', 'WebGL'],
    ['webgpu', 'WebGPU'],
  ] as const)
    it(`recovers from a lost ${name} device with a notice, and an old trace still reads the same`, async () => {
      engine = createEngine({ backend, createWorker: losingWorker })
      const notices: string[] = []
      engine.subscribe((_, notice) => notice && notices.push(notice))
      // Both are rendered in software here, and every shader is compiled anew: a small network.
      const { architecture } = resolve('lenet5')
      const result = await engine.run({ architecture, image: noise(28, 28, 1), seed: 1 })
      expect(result.backend).toBe(backend)
      const before = await result.trace.read('conv1/conv')
      lose()
      await expect.poll(() => notices.length, { timeout: 10_000 }).toBeGreaterThan(0)
      const after = await result.trace.read('conv1/conv')
      expect(notices.join()).toContain(`${name} stopped (the graphics device was lost)`)
      expect(after.values).toEqual(before.values)
    })

  it('notices that its worker was ended without a word, and runs again', async () => {
    let worker: Worker | undefined
    engine = createEngine({ backend: 'wasm', createWorker: (name) => (worker = siteWorker(name)) })
    const before = await engine.run(request)
    worker!.terminate()
    expect((await before.trace.read('conv1/conv')).shape).toEqual([32, 32, 16])
    expect((await engine.run(request)).output).toEqual(before.output)
  })

  it('answers a read that was under way, or asked for, when the context was lost', async () => {
    engine = createEngine({ backend: 'webgl', createWorker: losingWorker })
    const result = await engine.run(request)
    const underWay = result.trace.read('stage1/block1/add')
    lose()
    const asked = await result.trace.read('stage2/block1/add')
    const calm = await engine.run(request)
    expect((await underWay).values).toEqual((await calm.trace.read('stage1/block1/add')).values)
    expect(asked.values).toEqual((await calm.trace.read('stage2/block1/add')).values)
    expect(asked.values.some((value) => value > 0)).toBe(true)
  })

  it('finishes a run that the loss of its context broke', async () => {
    engine = createEngine({ backend: 'webgl', createWorker: losingWorker })
    const before = await engine.run(request)
    let lost = false
    const again = await engine.run({ ...request, seed: 1, image: noise(32, 32, 1) }, () => {
      if (lost) return
      lost = true
      lose()
    })
    expect(lost).toBe(true)
    expect(again.output).toEqual(before.output)
  })

  it('says so when there are no workers, and nothing throws', async () => {
    engine = createEngine({
      createWorker: () => {
        throw new Error('workers are switched off.')
      },
    })
    expect(await untilReady(engine)).toMatchObject({
      state: 'unavailable',
      reason: expect.stringContaining('Workers are switched off.'),
    })
    await expect(engine.run(request)).rejects.toThrow('cannot run here')
  })
})

let current: Worker | undefined

/** The worker of the product, with a way to take its WebGL context away. */
function losingWorker(): Worker {
  current = new Worker(new URL('./losing.worker.fixture.ts', import.meta.url), { type: 'module' })
  return current
}

function lose(): void {
  current!.postMessage('lose')
}
