import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { volume } from '../nn/shape'
import { inputOf, noise } from './input'
import { Service } from './service'
import type { Backend, RunRequest } from './types'

const memory = 8
const request = (id: string, options = {}, more: Partial<RunRequest> = {}): RunRequest => {
  const { architecture } = resolve(id, options)
  const [height, width] = architecture.input
  return { architecture, image: noise(width, height, 1), seed: 1, ...more }
}

function worst(a: Float32Array, b: Float32Array): number {
  const scale = a.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-30)
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0) / scale
}

// Chromium gives a WebGPU adapter in software on most machines, not on all.
const gpu = (navigator as { gpu?: { requestAdapter(): Promise<unknown> } }).gpu
const webgpu: readonly Backend[] = (await gpu?.requestAdapter()) ? ['webgpu'] : []

describe.each(['wasm', 'webgl', 'cpu', ...webgpu])('on %s', (name) => {
  const backend = name as Backend
  const service = new Service()
  beforeAll(async () => void (await service.start(backend)))
  afterAll(() => service.dispose())

  it('leaves no tensor behind but the weights and the kept activations', async () => {
    const before = service.tensors()
    const first = await service.run(request('cifar-resnet20'), memory)
    const second = await service.run(request('cifar-resnet20', {}, { image: noise(32, 32, 2) }), memory)
    expect(second.tensors).toBe(first.tensors)
    await service.run(request('lenet5', {}, { keep: 'outputs' }), memory)
    service.dispose()
    expect(service.tensors()).toBe(before)
  })

  it('folds and fuses to the same result as every layer on its own, to 1e-5', async () => {
    for (const id of ['cifar-resnet20', 'lenet5-1998', 'cifar-densenet40-k12', 'inception-3a']) {
      const apart = await service.run(request(id, small(id)), memory)
      const whole = await service.read(apart.run, build(request(id, small(id)).architecture).outputs[0])
      const fused = await service.run(request(id, small(id), { keep: 'outputs' }), memory)
      expect(worst(whole.values, fused.output)).toBeLessThan(1e-5)
    }
  })

  it('gives up a run when a newer one begins', async () => {
    const first = service.run(request('googlenet', { input: '64' }), memory)
    const second = service.run(request('lenet5'), memory)
    await expect(first).rejects.toMatchObject({ name: 'CancelledError' })
    expect((await second).output).toHaveLength(10)
  })

  it('gives every node the shape that was inferred', async () => {
    const asked = request('googlenet', { input: '64' })
    const graph = build(asked.architecture)
    const { run, nodes } = await service.run(asked, memory)
    expect(nodes).toHaveLength(graph.nodes.length)
    for (const id of ['conv1/conv', 'pool2', 'inception_4e/concat', 'fc/softmax'])
      expect((await service.read(run, id)).values).toHaveLength(volume(graph.node(id).shape))
  })
})

/** Dense networks and wide blocks at a size that plain JavaScript manages. */
function small(id: string) {
  if (id === 'cifar-densenet40-k12') return { blocks: '2,2,2' }
  if (id === 'inception-3a') return { input: '8x8x192' }
  return {}
}

describe('the same seed', () => {
  it('gives the same activations on every backend', async () => {
    const outputs: Float32Array[] = []
    for (const backend of ['cpu', 'wasm', 'webgl'] as const) {
      const service = new Service()
      await service.start(backend)
      const { run } = await service.run(request('cifar-resnet20'), memory)
      outputs.push((await service.read(run, 'stage3/block3/add')).values)
      service.dispose()
    }
    expect(worst(outputs[0], outputs[1])).toBeLessThan(1e-4)
    expect(worst(outputs[0], outputs[2])).toBeLessThan(1e-4)
  })
})

describe('a network that is too large', () => {
  it('keeps only the outputs when there is room for no more', async () => {
    const service = new Service()
    await service.start('wasm')
    const outcome = await service.run(request('cifar-resnet20'), 0.006)
    expect(outcome.kept).toBe('outputs')
    await expect(service.read(outcome.run, 'conv1/conv')).rejects.toThrow('was not kept')
    service.dispose()
  })

  it('is refused with a sentence before anything is allocated', async () => {
    const service = new Service()
    await service.start('wasm')
    const before = service.tensors()
    await expect(service.run(request('vgg19'), 1)).rejects.toThrow(/VGG-19 needs about [\d,]+ MB/)
    expect(service.tensors()).toBe(before)
  })
})

describe('a block as a network', () => {
  it('gets as many channels as it expects, made from the photo', () => {
    const values = inputOf(noise(5, 5, 1), [5, 5, 7], 1)
    expect(values).toHaveLength(175)
    expect(Math.min(...values)).toBe(0)
  })
})
