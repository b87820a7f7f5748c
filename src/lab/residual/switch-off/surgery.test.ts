import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { graphHash } from '../../../runtime/graphHash'
import type { WeightSource } from '../../../runtime/weights'
import { blocksOf, operate, orderProblem, supplyOf, type Surgery, untouched } from './surgery'

const networks = [
  graphOf('cifar-resnet20'),
  graphOf('cifar-plain20'),
  graphOf('resnet18', { classes: 10 }),
  graphOf('plain18', { classes: 10 }),
]
const resnet20 = networks[0]
const blocks = blocksOf(resnet20)

/** Every weight filled with the number of its layer in the network, so that a mix-up shows. */
const numbered: WeightSource = (id, name) => {
  const { shape } = resnet20.node(id).weights[name]
  const at = resnet20.nodes.findIndex((node) => node.id === id)
  return new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(at)
}

function surgery(what: Partial<Surgery>, graph = resnet20): Surgery {
  return { ...untouched(blocksOf(graph)), ...what }
}

it('nothing done is the trained network itself, by its hash', () => {
  for (const graph of networks)
    expect(graphHash(operate(graph, surgery({}, graph)).graph)).toBe(graphHash(graph))
})

describe.each(networks.map((graph) => [graph.architecture.id, graph] as const))('in %s', (_, graph) => {
  const all = blocksOf(graph)

  it('any block runs without its convolutions, and any without its shortcut', () => {
    for (const { number } of all)
      for (const what of [{ off: new Set([number]) }, { cut: new Set([number]) }]) {
        const { graph: made, from } = operate(graph, surgery(what, graph))
        expect(made.issues).toEqual([])
        expect(made.node(made.outputs[0]).shape).toEqual([10])
        for (const { id, weights } of made.nodes)
          for (const [name, { shape }] of Object.entries(weights))
            expect(graph.node(from(id)).weights[name].shape).toEqual(shape)
      }
  })

  it('all blocks can be gone at once', () => {
    const off = new Set(all.map(({ number }) => number))
    expect(operate(graph, surgery({ off }, graph)).graph.issues).toEqual([])
  })
})

it('blocks that change places take their weights along, and a block that runs twice has them twice', () => {
  const order = [1, 3, 2, 4, 5, 5, 6, 7, 8, 9]
  const { from, places, graph } = operate(resnet20, surgery({ order }))
  expect(graph.issues).toEqual([])
  expect(from('stage1/block2/conv1')).toBe('stage1/block3/conv1')
  expect(from('stage2/block3/bn2')).toBe('stage2/block2/bn2')
  expect(from('fc/fc')).toBe('fc/fc')
  expect(places.map(({ block }) => block.number)).toEqual(order)
})

it('an order that no tensor could take is refused with a sentence', () => {
  const problem = (order: number[]) => orderProblem(blocks, order)
  expect(problem([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeUndefined()
  expect(problem([2, 1, 3, 4, 5, 6, 7, 8, 9])).toBeUndefined()
  expect(problem([1, 4, 3, 2, 5, 6, 7, 8, 9])).toMatch(/within its stage/)
  expect(problem([1, 2, 3, 5, 4, 6, 7, 8, 9])).toMatch(/first block of stage2 .* stay first/)
  expect(problem([1, 2, 3, 4, 4, 5, 6, 7, 8, 9])).toMatch(/run once/)
  expect(problem([1, 2, 3, 10, 5])).toMatch(/There are 9 blocks.*block 10/)
  expect(problem([1, 2, 3, 4, 5, 6])).toMatch(/stage3/)
  expect(problem([])).toMatch(/stage1/)
})

it('what the blocks add is scaled by γ and β of their last normalization, and by nothing else', async () => {
  const given = new Map<string, number>()
  await supplyOf(
    operate(resnet20, surgery({ scale: 0.5 })),
    numbered,
    0.5,
  )((node, weight, values) => {
    given.set(`${node} ${weight}`, values[0])
    return Promise.resolve()
  })
  const own = (node: string) => resnet20.nodes.findIndex(({ id }) => id === node)
  for (const [node, factor] of [
    ['stage1/block1/bn2', 0.5],
    ['stage3/block3/bn2', 0.5],
    ['stage1/block1/bn1', 1],
    ['conv1/bn', 1],
  ] as const)
    for (const weight of ['gamma', 'beta']) expect(given.get(`${node} ${weight}`)).toBe(own(node) * factor)
  expect(given.get('stage1/block1/bn2 mean')).toBe(own('stage1/block1/bn2'))
  expect(given.get('stage1/block1/conv2 kernel')).toBe(own('stage1/block1/conv2'))
})
