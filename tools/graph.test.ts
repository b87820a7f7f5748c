import { afterEach, describe, expect, it, vi } from 'vitest'
import { resolve } from '../src/architectures/index'
import { build } from '../src/nn/build'
import { canonical, wiringOf } from '../src/nn/wiring'
import { main } from './graph'

afterEach(() => vi.restoreAllMocks())

function printed(): { readonly out: () => string; readonly error: () => string } {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {})
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  return { out: () => String(out.mock.calls[0]?.[0]), error: () => String(error.mock.calls[0]?.[0]) }
}

describe('npm run graph', () => {
  it('prints every node with its attributes, inputs, shapes and weights', async () => {
    const { out } = printed()
    expect(await main(['cifar-resnet20', '--json'])).toBe(0)
    const graph = JSON.parse(out()) as { nodes: { id: string }[]; params: number; hash: string }
    expect(graph.params).toBe(269_722)
    expect(graph.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(graph.nodes.find(({ id }) => id === 'stage2/block1/conv1')).toMatchObject({
      op: 'conv',
      inputs: ['stage1/block3/relu2'],
      shape: [16, 16, 32],
      pads: [
        [1, 1],
        [1, 1],
      ],
      weights: { kernel: { shape: [3, 3, 16, 32], role: 'weight', fanIn: 144 } },
    })
  })

  it('answers a wrong name with the nearest ones', async () => {
    const { error } = printed()
    expect(await main(['cifar-resnet21', '--json'])).toBe(1)
    expect(error()).toContain('did you mean cifar-resnet20')
  })
})

describe('the wiring of a network', () => {
  const text = (name: string, options = {}) => canonical(wiringOf(build(resolve(name, options).architecture)))

  it('is the same text for the same network, however it was asked for', () =>
    expect(text('cifar-resnet20')).toBe(
      text('resnet', {
        blocks: '3,3,3',
        shortcut: 'A',
        stem: 'cifar',
        width: '16',
        input: '32,32,3',
        classes: '10',
      }),
    ))

  it('differs when a shortcut, a width or an attribute does', () => {
    const others = [
      text('cifar-plain20'),
      text('cifar-resnet20', { width: '8' }),
      text('cifar-resnet20', { bn: 'false' }),
    ]
    expect(new Set([text('cifar-resnet20'), ...others]).size).toBe(4)
  })

  it('has the padding of same and of ceil mode in pixels', () => {
    const { nodes } = wiringOf(build(resolve('googlenet').architecture))
    expect(nodes.find(({ id }) => id === 'pool1/pool')?.pads).toEqual([
      [0, 1],
      [0, 1],
    ])
  })
})
