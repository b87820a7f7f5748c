import { describe, expect, it } from 'vitest'
import { ops } from '../../nn/ops'
import { changeInWords, changesOf, fittingEdits, marksOf } from './edits'
import { readEdits, withEdit, withoutEdit, writeEdits } from '../../nn/edits'
import { graphOf } from './network'

const googlenet = graphOf('googlenet', {})
const resnet18 = graphOf('resnet18', {})
const branch = 'inception_3a/p2/conv2'

describe('the edits of an address', () => {
  it('are legible and come back as they were', () => {
    const text = `${branch}.filters:96,${branch}.kernel:1x5,inception_3a/p3/conv2.pad:same`
    const { edits, wrong } = readEdits(text, googlenet)
    expect(wrong).toEqual([])
    expect(edits[branch]).toEqual({ filters: 96, kernel: [1, 5] })
    expect(writeEdits(edits)).toBe(text)
  })

  it('keep what is possible and say what is not', () => {
    const { edits, wrong } = readEdits(
      `${branch}.filters:96,nowhere.filters:3,${branch}.colour:red,${branch}.stride:-1,nonsense`,
      googlenet,
    )
    expect(edits).toEqual({ [branch]: { filters: 96 } })
    expect(wrong).toEqual([
      'GoogLeNet has no layer "nowhere" to edit',
      `${branch} has no "colour" that can be edited`,
      `${branch}: stride cannot be -1: it takes a whole number from 1 to 64, or height × width such as 3x5`,
      '"nonsense" is not an edit; an edit looks like conv1.filters:96',
    ])
  })
})

describe('an edit', () => {
  it('is said with the value before and after', () => {
    const edits = withEdit({}, googlenet, branch, 'filters', 96)
    expect(changesOf(edits, googlenet).map(changeInWords)).toEqual(['filters 128 → 96'])
  })

  it('back to the value of the network is none', () => {
    const edits = withEdit({}, googlenet, branch, 'filters', 96)
    expect(withEdit(edits, googlenet, branch, 'filters', 128)).toEqual({})
  })

  it('is taken back alone or with its layer', () => {
    const both = { [branch]: { filters: 96, stride: 2 } }
    expect(withoutEdit(both, branch, 'stride')).toEqual({ [branch]: { filters: 96 } })
    expect(withoutEdit(both, branch)).toEqual({})
  })

  it('of a layer that is gone is lost, and the others stay', () => {
    const kept = { 'conv2_x/block1/conv1': { filters: 80 } }
    const edits = { ...kept, 'conv2_x/block3/conv1': { filters: 80 } }
    expect(fittingEdits(edits, graphOf('resnet34', { blocks: [2, 4, 6, 3] }))).toEqual({
      edits: kept,
      lost: ['conv2_x/block3/conv1'],
    })
  })

  it('marks the layer, and the closed groups that hide it', () => {
    const edits = { [branch]: { filters: 96 } }
    expect([...marksOf(edits, googlenet, new Set()).keys()]).toContain('inception_3a')
    expect([...marksOf(edits, googlenet, new Set(['inception_3a'])).keys()]).not.toContain('inception_3a')
  })
})

describe('what follows from an edit', () => {
  it('is another sum of channels: 64 + 96 + 32 + 32 = 224', () => {
    const graph = graphOf('googlenet', {}, { [branch]: { filters: 96 } })
    expect(graph.group('inception_3a').shape).toEqual([28, 28, 224])
    const concat = graph.node(graph.group('inception_3a').output)
    expect(ops.concat.rule(concat.inputShapes, concat.attrs)).toEqual(['64 + 96 + 32 + 32 = 224 channels'])
    expect(graph.node(branch).label).toBe('3×3 conv, 96')
  })

  it('is an issue with the arithmetic where an addition no longer fits', () => {
    const graph = graphOf('resnet18', {}, { 'conv2_x/block1/conv2': { filters: 80 } })
    expect(graph.issues[0]).toMatchObject({ node: 'conv2_x/block1/add' })
    expect(graph.issues[0].message).toMatch(/56×56×80 against 56×56×64/)
  })

  it('is an issue where groups do not divide the channels or the window is larger than the map', () => {
    const issue = (attrs: object) =>
      graphOf('resnet18', {}, { 'conv5_x/block2/conv1': { ...attrs } }).issues[0].message
    expect(issue({ groups: 3 })).toMatch(/^512 input channels cannot be divided into 3 equal groups/)
    expect(issue({ kernel: 99 })).toMatch(/^a window 99 high does not fit/)
  })

  it('is an issue where a pooling window would see nothing but padding', () =>
    expect(graphOf('resnet18', {}, { maxpool: { pad: 3 } }).issues[0].message).toMatch(
      /^a window of 3 would lie entirely in the padding of 3/,
    ))

  it('shows in the label where a dilation is set', () =>
    expect(
      graphOf('resnet18', {}, { 'conv5_x/block2/conv1': { dilation: 2, pad: 2 } }).node(
        'conv5_x/block2/conv1',
      ).label,
    ).toBe('3×3 conv, 512, dilation 2'))

  it('makes a block that was like others another one, also where no label shows it', () => {
    const graph = graphOf('resnet18', {}, { 'conv5_x/block2/conv1': { bias: true } })
    const [a, b] = ['conv4_x/block2', 'conv5_x/block2'].map((id) => graph.group(id).signature)
    expect(resnet18.group('conv5_x/block2').signature).not.toBe(b)
    expect(resnet18.group('conv4_x/block2').signature).toBe(a)
  })
})
