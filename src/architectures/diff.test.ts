import { describe, expect, it } from 'vitest'
import { resolve } from './index'
import { build } from '../nn/build'
import { diff, type Diff, type Side } from '../nn/diff'

function graphOf(id: string) {
  return build(resolve(id).architecture)
}

function compare(left: string, right: string): Diff {
  return diff(graphOf(left), graphOf(right))
}

/** Nodes that only one side has. */
function lonely(side: Side): string[] {
  return side.graph.nodes.filter((node) => side.status.get(node.id) === 'only').map((node) => node.id)
}

describe('ResNet-34 beside plain-34', () => {
  const { left, right, changes } = compare('resnet34', 'plain34')

  it('has sixteen additions and three projections more, and nothing else', () => {
    const extra = lonely(left)
    expect(extra.filter((id) => /^conv\d_x\/block\d\/add$/.test(id))).toHaveLength(16)
    expect(extra.filter((id) => !id.endsWith('/add'))).toEqual([
      'conv3_x/block1/shortcut/conv',
      'conv3_x/block1/shortcut/bn',
      'conv4_x/block1/shortcut/conv',
      'conv4_x/block1/shortcut/bn',
      'conv5_x/block1/shortcut/conv',
      'conv5_x/block1/shortcut/bn',
    ])
    expect(lonely(right)).toEqual([])
    expect(changes).toEqual([])
  })

  it('pairs every other layer with the layer of its name', () => {
    for (const node of right.graph.nodes) expect(right.partner.get(node.id)).toBe(node.id)
  })

  it('says of a group whether something inside differs', () => {
    expect(left.status.get('conv1')).toBe('same')
    expect(left.status.get('conv2_x/block1')).toBe('changed')
    expect(left.status.get('conv3_x/block1/shortcut')).toBe('only')
    expect(left.status.get('')).toBe('changed')
  })
})

describe('ResNet-50 beside ResNeXt-50 (32×4d)', () => {
  const { changes, left, right } = compare('resnet50', 'resnext50-32x4d')

  it('turns all sixteen 3×3 convolutions into 32 groups of twice the filters', () => {
    const grouped = changes.filter((change) => change.attrs.some(({ name }) => name === 'groups'))
    expect(grouped.map((change) => change.left.id)).toEqual(
      left.graph.nodes.filter((node) => node.id.endsWith('/conv2')).map((node) => node.id),
    )
    expect(grouped).toHaveLength(16)
    expect(grouped[0].attrs).toEqual([
      { name: 'groups', left: '1', right: '32' },
      { name: 'filters', left: '64', right: '128' },
    ])
    expect(grouped[0].shape).toBe('output 56×56×64 → 56×56×128')
  })

  it('changes no filters of the last convolution of a block, only what it reads', () => {
    const last = changes.find((change) => change.left.id === 'conv2_x/block1/conv3')!
    expect(last.attrs).toEqual([])
    expect(last.shape).toBe('input 56×56×64 → 56×56×128')
  })

  it('adds and removes nothing', () => expect([...lonely(left), ...lonely(right)]).toEqual([]))
})

describe('GoogLeNet beside the one with batch normalization', () => {
  const { left, right } = compare('googlenet', 'googlenet-bn')

  it('gains one normalization for each of its 57 convolutions', () => {
    const gained = lonely(right).map((id) => right.graph.node(id).family)
    expect(gained).toEqual(Array<string>(57).fill('normalization'))
  })

  it('loses the two response normalizations, which the other replaces', () =>
    expect(lonely(left).map((id) => left.graph.node(id).label)).toEqual(['LRN', 'LRN']))

  it('keeps every convolution beside its own', () => {
    for (const node of left.graph.nodes.filter((node) => node.family === 'convolution'))
      expect(left.partner.get(node.id)).toBe(node.id)
  })
})

describe('ResNet-18 beside GoogLeNet', () => {
  const { left, right, changes } = compare('resnet18', 'googlenet')

  it('has the same first max pool, which rounds otherwise, though GoogLeNet wraps it in a stage', () => {
    expect(left.partner.get('maxpool')).toBe('pool1/pool')
    const pool = changes.find((change) => change.left.id === 'maxpool')!
    expect(pool.attrs.map(({ name }) => name)).toContain('ceil')
    expect(left.status.get('maxpool')).toBe('changed')
    expect(right.status.get('pool1')).toBe('changed')
    expect(lonely(right)[0]).toMatch(/^pool1\//)
  })

  it('is the same from the other side', () => {
    const back = compare('googlenet', 'resnet18')
    expect(back.right.partner.get('maxpool')).toBe('pool1/pool')
    expect(back.left.status.get('pool1')).toBe('changed')
  })
})

describe('networks of different depth and kind', () => {
  it('DenseNet-201 has in its third block 24 layers more than DenseNet-121', () => {
    const { left, right } = compare('densenet121', 'densenet201')
    const more = right.graph.groups.filter(
      (group) => group.parent === 'denseblock3' && right.status.get(group.id) === 'only',
    )
    expect(more).toHaveLength(48 - 24)
    expect(left.partner.get('denseblock3')).toBe('denseblock3')
  })

  it('lays the dense blocks of DenseNet-121 beside the stages of ResNet-50 of the same size', () => {
    const { left } = compare('densenet121', 'resnet50')
    expect([1, 2, 3, 4].map((i) => left.partner.get(`denseblock${i}`))).toEqual([
      'conv2_x',
      'conv3_x',
      'conv4_x',
      'conv5_x',
    ])
  })

  it('finds no difference between a network and itself', () => {
    const { left, right, changes } = compare('googlenet', 'googlenet')
    expect(changes).toEqual([])
    expect(new Set([...left.status.values(), ...right.status.values()])).toEqual(new Set(['same']))
  })

  it('is the same from both sides', () => {
    const there = compare('densenet264', 'densenet201')
    const back = compare('densenet201', 'densenet264')
    expect(new Set(lonely(there.left))).toEqual(new Set(lonely(back.right)))
    expect(new Set(lonely(there.right))).toEqual(new Set(lonely(back.left)))
  })

  it('leaves no node out', () => {
    const { nodes, left, right } = compare('alexnet', 'vgg16')
    expect(new Set(nodes.flatMap((row) => row.left?.id ?? []))).toEqual(
      new Set(left.graph.nodes.map((node) => node.id)),
    )
    expect(new Set(nodes.flatMap((row) => row.right?.id ?? []))).toEqual(
      new Set(right.graph.nodes.map((node) => node.id)),
    )
  })
})
