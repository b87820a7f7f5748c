import { expect, it } from 'vitest'
import { graphOf } from '../architectures/built'
import { arithmeticOf, hasColumns, readingOf } from '../nn/arithmetic'
import { readable } from '../nn/unit'
import { volume } from '../nn/shape'
import { storedWeights } from './trained/decode'
import { packed } from './trained/packed.fixture'
import { seededWeights, type WeightSource } from './weights'

const graph = graphOf('lenet5')
const seeded = seededWeights(graph, 3)
const { manifest, content } = packed(graph, seeded)

it.each<[string, WeightSource]>([
  ['drawn', seeded],
  ['stored', storedWeights(graph, manifest, content.buffer)],
])('a column of %s weights is every value with that last index', (_, source) => {
  for (const node of graph.nodes)
    for (const [name, weight] of Object.entries(node.weights)) {
      if (!hasColumns(weight)) continue
      const columns = weight.shape[weight.shape.length - 1]
      const all = source(node.id, name)
      const column = columns - 2
      expect(source(node.id, name, column), `${node.id} ${name}`).toEqual(
        all.filter((_, i) => i % columns === column),
      )
    }
})

it('one number from the column of its filter is the one from all of them', () => {
  for (const id of ['conv2/conv', 'fc1/fc']) {
    const node = graph.node(id)
    const [shape] = node.inputShapes
    const input = readable(
      shape,
      Array.from({ length: volume(shape) }, (_, i) => Math.sin(i)),
    )
    const at = { row: 0, column: 0, channel: 3 }
    const columns = node.weights.kernel.shape[node.weights.kernel.shape.length - 1]
    const bias = readingOf(seeded(id, 'bias'))
    const whole = arithmeticOf(node, at, [input], { kernel: readingOf(seeded(id, 'kernel')), bias })
    const byColumn = arithmeticOf(node, at, [input], {
      kernel: readingOf(seeded(id, 'kernel', 3), columns),
      bias,
    })
    expect(byColumn).toEqual(whole)
  }
})
