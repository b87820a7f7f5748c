import { describe, expect, it } from 'vitest'
import { build } from '../nn/build'
import { feeds, needs, pathAt, stripOf, traced, withGroups } from '../nn/dependencies'
import { dependenciesOf } from '../nn/reach'
import { rollsOf } from '../nn/rolls'
import { resolve } from './index'

const graphOf = (id: string) => build(resolve(id).architecture)
const resnet = graphOf('resnet18')

describe('what a part depends on', () => {
  it('goes through the identity skip: the sum of a block reads its input and its two convolutions', () => {
    const before = needs(resnet, 'conv2_x/block2/add')
    expect(before).toEqual(
      expect.arrayContaining(['conv2_x/block2/conv1', 'conv2_x/block2/conv2', 'conv2_x/block1/relu2']),
    )
    expect(resnet.node('conv2_x/block2/add').inputs).toContain('conv2_x/block1/relu2')
    expect(feeds(resnet, 'conv2_x/block1/relu2')).toContain('conv2_x/block2/add')
  })

  it('in a dense block, layer 4 reads every layer before it, and layer 3 not layer 4', () => {
    const dense = graphOf('densenet121')
    const layers = dense.group('denseblock1').children.filter((id) => dense.has(id) === 'group')
    expect(layers).toHaveLength(6)
    const convolution = (layer: string) =>
      dense.group(layer).nodes.findLast((id) => dense.node(id).macs > 0) ?? ''
    const before = needs(dense, layers[3])
    expect(before).toEqual(expect.arrayContaining(layers.slice(0, 3).map(convolution)))
    expect(needs(dense, layers[2])).not.toContain(convolution(layers[3]))
  })

  it('leaves out the paths beside it: the 5×5 of an inception block needs no 3×3', () => {
    const inception = graphOf('googlenet')
    const paths = inception.node('inception_3a/concat').inputs
    expect(paths).toHaveLength(4)
    const [first, second] = paths
    expect(needs(inception, second)).not.toContain(first)
    expect(feeds(inception, first)).not.toContain(second)
    expect(needs(inception, 'inception_3a/concat')).toEqual(expect.arrayContaining([...paths]))
  })

  it('is nothing for the image, which feeds all the rest; and the output feeds nothing', () => {
    expect(needs(resnet, resnet.input)).toEqual([])
    expect(feeds(resnet, resnet.input)).toHaveLength(resnet.nodes.length - 1)
    expect(feeds(resnet, resnet.outputs[0])).toEqual([])
  })

  it('says the same in both directions, for every pair of nodes', () => {
    const lenet = graphOf('lenet5')
    for (const { id } of lenet.nodes)
      for (const other of needs(lenet, id)) expect(feeds(lenet, other), `${other} → ${id}`).toContain(id)
  })

  it('of a group leaves out what is inside it', () => {
    const { nodes } = resnet.group('conv3_x')
    const before = needs(resnet, 'conv3_x')
    expect(before).toContain('conv2_x/block2/relu2')
    expect(before.some((id) => nodes.includes(id))).toBe(false)
    expect(before.length + nodes.length + feeds(resnet, 'conv3_x').length).toBe(resnet.nodes.length)
  })
})

describe('the share of the input that is seen', () => {
  it('is 7 · 7 of 224 · 224 pixels for the first convolution of a residual network', () =>
    expect(dependenciesOf(resnet, 'conv1/conv').seen).toBeCloseTo(49 / 224 ** 2, 12))

  it('is one pixel for the image, and all of it for the output', () => {
    expect(dependenciesOf(resnet, resnet.input).seen).toBe(1 / 224 ** 2)
    expect(dependenciesOf(resnet, resnet.outputs[0])).toMatchObject({ seen: 1, readsInput: true })
  })
})

describe('what a trace leaves in the light', () => {
  it('holds the part, and the groups around what is reached', () => {
    const lit = traced(resnet, 'conv2_x/block1/conv2', 'needs')
    for (const id of ['conv2_x/block1/conv2', 'conv2_x/block1/conv1', 'conv2_x/block1', 'conv2_x', 'conv1'])
      expect(lit.has(id), id).toBe(true)
    expect(lit.has('conv3_x')).toBe(false)
    expect(traced(resnet, 'conv2_x/block1/conv2', 'feeds').has('conv1')).toBe(false)
    expect(traced(resnet, 'conv2_x/block1/conv2', 'both').has('conv3_x')).toBe(true)
  })

  it('names a group once, however deep', () =>
    expect([...withGroups(resnet, ['conv2_x/block1/conv1'])]).toEqual([
      'conv2_x/block1/conv1',
      'conv2_x/block1',
      'conv2_x',
    ]))

  it('lights the one box for blocks that are rolled up, when any of them is reached', () => {
    const deep = graphOf('resnet50')
    const [roll] = rollsOf(deep).filter(({ parent }) => parent === 'conv4_x')
    expect(withGroups(deep, [`${roll.members[1]}/conv1`]).has(roll.id)).toBe(true)
    expect(withGroups(deep, ['conv2_x/block1/conv1']).has(roll.id)).toBe(false)
  })
})

it('a path of a block stands for its layers, because it has no box of its own; nothing else does', () => {
  const block = graphOf('inception-3a')
  const lit = pathAt(block, 'inception/p4')!
  for (const id of ['inception/p4/pool', 'inception/p4/conv', 'inception']) expect(lit.has(id), id).toBe(true)
  for (const other of ['inception/p1/conv', 'inception/p1/relu', stripOf('inception/concat', 0)])
    expect(lit.has(other), other).toBe(false)
  // What it reads, where it ends, and its channels after that.
  for (const id of ['input', 'inception/concat', stripOf('inception/concat', 3)])
    expect(lit.has(id), id).toBe(true)
  expect(pathAt(block, 'inception')).toBeUndefined()
  expect(pathAt(block, 'inception/p4/conv')).toBeUndefined()
  expect(pathAt(block, null)).toBeUndefined()
})

it('the channels of a path go on through what works on each channel alone, and end where a layer mixes them', () => {
  const lit = pathAt(graphOf('googlenet'), 'inception_3b/p2')!
  expect(lit.has(stripOf('pool3', 1))).toBe(true)
  expect([...lit].filter((id) => id.startsWith('inception_4a'))).toEqual([])
})
