import { describe, expect, inject, it } from 'vitest'
import { build } from '../nn/build'
import type { Graph, GraphNode } from '../nn/graph'
import { completeOptions, create, type Family, type Options } from './family'
import { families, resolve } from './index'
import { OptionError, type Option } from './options'

/** Convolutions without a bias and without a normalization that their papers or authors have so, by family. */
const asPublished: Readonly<Record<string, RegExp>> = {
  // The first half of a separable convolution has none: the 1×1 behind it has.
  googlenet: /^conv1\/depthwise$/,
}

/** What keeps a constant of a channel a constant, so that a normalization behind it still takes it away. */
const passing = new Set(['add', 'concat', 'maxPool', 'avgPool', 'subsamplePad'])

/** A projection too: a 1×1 without padding makes a constant of each channel out of constants. */
function passes({ op, attrs }: GraphNode): boolean {
  return passing.has(op) || (op === 'conv' && attrs.kernel === 1 && attrs.pad === 0)
}

/** Whether all that reads a convolution normalizes it before anything bends it. */
function isNormalized(graph: Graph, node: GraphNode, isBlock: boolean): boolean {
  const readers = graph.readers(node.id).map((id) => graph.node(id))
  // What leaves a block is normalized by the next one in its network.
  if (readers.length === 0) return isBlock
  return readers.every(
    (reader) => reader.op === 'batchNorm' || (passes(reader) && isNormalized(graph, reader, isBlock)),
  )
}

function choicesOf(option: Option): readonly (string | boolean)[] {
  if (option.kind === 'switch') return [false, true]
  return option.kind === 'choice' ? option.choices : []
}

/** Every combination of what can be switched or chosen, all else as it is and small. */
function combinations(family: Family): readonly Options[] {
  const small = { ...('blocks' in family.options && { blocks: [1, 2] }) }
  return Object.entries(family.options).reduce<readonly Options[]>(
    (all, [name, option]) => {
      const choices = choicesOf(option)
      return choices.length === 0
        ? all
        : all.flatMap((one) => choices.map((value) => ({ ...one, [name]: value })))
    },
    [{ ...completeOptions(family, undefined), ...small }],
  )
}

/** Null where two options contradict each other. */
function graphOf(family: Family, options: Options): Graph | null {
  try {
    return build(create(family, options))
  } catch (error) {
    if (error instanceof OptionError) return null
    throw error
  }
}

/** Every few of them, others every day; all in `npm test -- all`. An odd step meets every value of every choice. */
function some(all: readonly Options[]): readonly Options[] {
  const step = inject('all') ? 1 : Math.ceil(all.length / 48) | 1
  return all.filter((_, i) => i % step === inject('day') % step)
}

it.each(families)('$id: a convolution has a bias, or a normalization that has one', (family) => {
  const found = some(combinations(family)).flatMap((options) => {
    const graph = graphOf(family, options)
    const bare = graph?.nodes.filter(
      (node) =>
        node.op === 'conv' &&
        node.attrs.bias === false &&
        !isNormalized(graph, node, family.kind === 'block') &&
        !asPublished[family.id]?.test(node.id),
    )
    return bare?.map(({ id }) => `${id} of ${JSON.stringify(options)}`) ?? []
  })
  expect(found.slice(0, 5)).toEqual([])
})

describe('ResNet-50 as Keras has it', () => {
  const { params, trainable } = build(resolve('resnet50-keras').architecture).totals

  it('has 25,636,712 parameters, the moving statistics among them', () =>
    expect(trainable + params.running).toBe(25_636_712))

  it('has one bias more per filter than torchvision’s', () => {
    const own = build(resolve('resnet50').architecture).totals
    expect(params.biases - own.params.biases).toBe(params.batchNorm / 2)
    expect(trainable - own.trainable).toBe(26_560)
  })
})
