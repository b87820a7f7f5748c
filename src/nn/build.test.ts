import { describe, expect, it } from 'vitest'
import { build, describe as inWords } from './build'
import { relu } from './ops/activation'
import { conv } from './ops/conv'
import { dense } from './ops/dense'
import { globalAvgPool, maxPool } from './ops/pooling'
import { flatten } from './ops/reshape'
import { centre } from './receptive'
import {
  type Architecture,
  block,
  branch,
  identity,
  path,
  repeat,
  residual,
  seq,
  side,
  type Spec,
  stage,
} from './spec'

function network(body: Spec, input: Architecture['input'] = [28, 28, 192]): Architecture {
  return { id: 'test', title: 'Test', input, body }
}

const same = (filters: number, kernel: number, pad = (kernel - 1) / 2) => conv({ filters, kernel, pad })

describe('names', () => {
  it('are paths, numbered only where a name repeats in its scope', () => {
    const graph = build(
      network(
        stage(
          'a',
          repeat(2, () => block('block', same(8, 3), relu(), same(8, 3))),
        ),
      ),
    )
    expect(graph.nodes.map((node) => node.id)).toEqual([
      'input',
      'a/block1/conv1',
      'a/block1/relu',
      'a/block1/conv2',
      'a/block2/conv1',
      'a/block2/relu',
      'a/block2/conv2',
    ])
  })

  it('stay when something is inserted in another block', () => {
    const before = build(network(seq(stage('a', same(8, 3)), stage('b', same(8, 3)))))
    const after = build(network(seq(stage('a', same(8, 3), relu()), stage('b', same(8, 3)))))
    expect(before.has('b/conv')).toBe('node')
    expect(after.has('b/conv')).toBe('node')
  })

  it('that an author gives twice are refused', () =>
    expect(() =>
      build(network(seq(conv({ filters: 1, kernel: 1 }, 'x'), conv({ filters: 1, kernel: 1 }, 'x')))),
    ).toThrow('duplicate id: x'))

  it('of an op that does not exist are refused', () =>
    expect(() => build(network({ kind: 'op', op: 'convv', attrs: {} }))).toThrow('unknown op: convv'))
})

describe('a concat', () => {
  const inception = (pad: number) =>
    network(
      branch(
        'concat',
        path('p1', same(64, 1)),
        path('p2', same(96, 1), same(128, 3)),
        path('p3', same(16, 1), conv({ filters: 32, kernel: 5, pad })),
        path('p4', maxPool({ kernel: 3, pad: 1 }), same(32, 1)),
      ),
    )

  it('adds up its channels: 64 + 128 + 32 + 32 = 256', () =>
    expect(build(inception(2)).node('concat').shape).toEqual([28, 28, 256]))

  it('of maps of different size is an issue with the arithmetic and the cure, not an exception', () => {
    expect(build(inception(1)).issues).toEqual([
      {
        node: 'concat',
        message:
          'concat needs equal height and width: 28×28 against 26×26; the 5×5 path has padding 1 but needs 2',
      },
    ])
  })

  it('knows the place of each path', () =>
    expect(build(inception(2)).node('p2/conv2').path).toEqual({ join: 'concat', index: 1, of: 4 }))

  it('is read to a screen reader path by path', () =>
    expect(inWords(build(inception(2)).node('p2/conv2'))).toBe(
      'Convolution, 3 by 3 conv, 128, input 28 by 28 by 96, output 28 by 28 by 128, path 2 of 4',
    ))
})

describe('an addition', () => {
  it('needs equal shapes', () => {
    const graph = build(network(residual(same(96, 3)), [56, 56, 64]))
    expect(graph.issues).toEqual([
      { node: 'add', message: 'add needs equal shapes: 56×56×96 against 56×56×64' },
    ])
  })

  it('keeps the shape and costs nothing', () => {
    const node = build(network(residual(same(64, 3)), [56, 56, 64])).node('add')
    expect([node.shape, node.macs, node.params.weights]).toEqual([[56, 56, 64], 0, 0])
  })
})

describe('an impossible edit', () => {
  const two = network(seq(same(64, 3), conv({ filters: 64, kernel: 3, groups: 2 })), [8, 8, 64])

  it.each([
    [{ kernel: 11, pad: 0 }, 'a window 11 high does not fit: the input is 8 high and padding adds 0'],
    [{ filters: 63 }, '63 input channels cannot be divided into 2 equal groups'],
  ])('%j becomes an issue', (attrs, message) => {
    const graph = build(two, { conv1: attrs })
    expect(graph.issues.map((issue) => issue.message)).toContain(message)
  })

  it('of a node that does not exist is refused', () =>
    expect(() => build(two, { conv9: { filters: 1 } })).toThrow('edit of an unknown node: conv9'))
})

describe('the receptive field', () => {
  it('of three 3×3 convolutions is 7', () =>
    expect(build(network(repeat(3, () => same(1, 3)))).receptiveField[0].size).toBe(7))

  it('of a branch is that of its widest path, around the same centre', () => {
    const graph = build(network(branch('concat', same(1, 1), same(1, 5)), [9, 9, 1]))
    const [reach] = graph.node('concat').receptiveField
    expect([reach.size, reach.stride, centre(reach)]).toEqual([5, 1, 0])
  })

  it('grows by the stride: 7×7/2 then 3×3/2 see 11 pixels, four apart', () => {
    const graph = build(
      network(
        seq(conv({ filters: 1, kernel: 7, stride: 2, pad: 3 }), maxPool({ kernel: 3, stride: 2, pad: 1 })),
        [224, 224, 3],
      ),
    )
    const [reach] = graph.node('pool').receptiveField
    expect([reach.size, reach.stride]).toEqual([11, 4])
    // Output 0 of the pool reads conv outputs −1 … 1, the middle one centred on pixel 0.
    expect(centre(reach)).toBe(0)
  })

  it('of a fully connected layer is the whole map', () =>
    expect(
      build(network(seq(flatten(), dense({ units: 2 })), [6, 6, 3])).node('fc').receptiveField[0].size,
    ).toBe(6))
})

describe('activation memory', () => {
  it('counts every output, and the most that lives at once', () => {
    // 4·4·1 = 16 in, 4·4·2 = 32, then 2 means: all 50; at most 48 while the convolution is written.
    const graph = build(network(seq(same(2, 3), globalAvgPool()), [4, 4, 1]))
    expect(graph.memory).toEqual({ all: 50, peak: 48 })
  })

  it('holds the input of a residual block until the addition', () => {
    // x (16) is still there when the second convolution (16) reads the first (16).
    const graph = build(network(residual(seq(same(1, 3), same(1, 3)), identity), [4, 4, 1]))
    expect(graph.memory.peak).toBe(48)
  })
})

describe('a side path', () => {
  const graph = build(
    network(seq(same(4, 3), side(stage('aux', globalAvgPool(), dense({ units: 2 }))), same(4, 3))),
  )

  it('ends without joining', () => {
    expect(graph.outputs).toEqual(['conv2', 'aux/fc'])
    expect(graph.node('conv2').inputs).toEqual(['conv1'])
  })

  it('adds parameters and no depth', () => {
    expect(graph.group('aux').totals.trainable).toBe(4 * 2 + 2)
    expect(graph.depth.weighted).toBe(2)
  })
})

describe('groups', () => {
  it('that are built alike have the same signature', () => {
    const graph = build(
      network(
        stage(
          'a',
          repeat(3, (i) => block('block', residual(same(i === 2 ? 96 : 192, 3)))),
        ),
      ),
    )
    const [first, second, third] = ['a/block1', 'a/block2', 'a/block3'].map((id) => graph.group(id).signature)
    expect(first).toBe(second)
    expect(first).not.toBe(third)
  })

  it('sum to the whole', () => {
    const graph = build(network(seq(stage('a', same(8, 3)), stage('b', same(8, 3)))))
    expect(graph.group('a').totals.macs + graph.group('b').totals.macs).toBe(graph.totals.macs)
  })

  it('are frozen', () =>
    expect(() => Object.assign(build(network(identity)), { extra: 1 })).toThrow(TypeError))
})
