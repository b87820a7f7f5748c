import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import { noise } from '../input'
import { Service } from '../service'
import type { RunRequest } from '../types'
import { seededWeights } from '../weights'
import { halfOf } from '../../nn/half'
import { packed, serving, toHalf } from './packed.fixture'

const { architecture } = resolve('cifar-resnet20')
const graph = build(architecture)
const { manifest, content } = packed(graph, seededWeights(graph, 7))
const files = { 'manifest.json': JSON.stringify(manifest), 'weights.bin': content }
const trained = { base: 'https://example.org/models/', id: 'example' }
const request: RunRequest = { architecture, image: noise(32, 32, 1), seed: 1, trained }

const service = new Service()
beforeAll(async () => void (await service.start('wasm')))
afterEach(async () => {
  vi.unstubAllGlobals()
  await caches.delete('layerwise-trained')
})

describe('a run with trained weights', () => {
  it('computes with them, folded and every layer apart, and shows them', async () => {
    vi.stubGlobal('fetch', serving(files))
    const apart = await service.run(request, 8)
    const kernel = await service.weights(apart.run, 'conv1/conv', 'kernel')
    const written = seededWeights(graph, 7)('conv1/conv', 'kernel')
    expect(kernel).toEqual(Float32Array.from(written, (value) => halfOf(toHalf(value))))
    const folded = await service.run({ ...request, keep: 'outputs' }, 8)
    const seeded = await service.run({ ...request, trained: undefined, seed: 7 }, 8)
    const random = await service.run({ ...request, trained: undefined }, 8)
    for (const [i, value] of apart.output.entries()) {
      expect(folded.output[i]).toBeCloseTo(value, 5)
      // The same weights before they were rounded to 16 bits.
      expect(seeded.output[i]).toBeCloseTo(value, 2)
    }
    expect([...random.output].some((value, i) => Math.abs(value - apart.output[i]) > 0.01)).toBe(true)
  })

  it('keeps the numbers in the browser, and works where it keeps nothing', async () => {
    const fetch = serving(files)
    vi.stubGlobal('fetch', fetch)
    await service.run(request, 8)
    // A seeded run between, so that the weights are not on the device any more.
    await service.run({ ...request, trained: undefined }, 8)
    await service.run(request, 8)
    expect(fetch.asked).toEqual(['manifest.json', 'weights.bin', 'manifest.json'])
    vi.stubGlobal('caches', undefined)
    await service.run({ ...request, trained: undefined }, 8)
    expect((await service.run(request, 8)).output).toHaveLength(10)
  })

  it('says why it does not run, and runs when the files are whole again', async () => {
    vi.stubGlobal('fetch', serving({ ...files, 'weights.bin': content.slice(1) }))
    await service.run({ ...request, trained: undefined }, 8)
    await expect(service.run(request, 8)).rejects.toThrow(/so they are not used/)
    vi.stubGlobal('fetch', serving(files))
    expect((await service.run(request, 8)).output).toHaveLength(10)
  })

  it('makes way for a newer run while its weights are still arriving', async () => {
    const silent = (_: unknown, { signal }: RequestInit = {}) =>
      new Promise<Response>((_, reject) =>
        signal!.addEventListener('abort', () => reject(new Error('aborted'))),
      )
    vi.stubGlobal('fetch', silent)
    await service.run({ ...request, trained: undefined }, 8)
    const first = service.run(request, 8)
    const second = service.run({ ...request, trained: undefined }, 8)
    await expect(first).rejects.toMatchObject({ name: 'CancelledError' })
    expect((await second).output).toHaveLength(10)
  })
})
