import { describe, expect, it } from 'vitest'
import { buildSmall } from '../../architectures/smallest'
import { busyWeights } from '../../export/onnx/agreement.fixture'
import { writeOnnx } from '../../export/onnx/writeOnnx'
import { fromBytes } from '../source'
import { readOnnx } from './readOnnx'

/** One of every kind, and small. */
const networks = ['lenet5', 'googlenet', 'googlenet-torchvision', 'cifar-resnet20', 'cifar-densenet40-k12']

describe.each(networks)('%s, written as ONNX and read again', (id) => {
  it('is the same network with the same weights', async () => {
    const graph = buildSmall(id)
    const weights = busyWeights(graph)
    const bytes = writeOnnx(graph, weights)
    const again = await readOnnx(fromBytes(bytes, `${id}.onnx`))
    expect(again.notes).toEqual([])
    expect(again.graph.totals.macs).toBe(graph.totals.macs)
    expect(again.graph.totals.trainable).toBe(graph.totals.trainable)
    expect(again.preset && buildSmall(again.preset.entry.id).totals).toEqual(graph.totals)
    expect(again.graph.nodes.map(({ op }) => op)).toEqual(graph.nodes.map(({ op }) => op))
    for (const node of again.graph.nodes)
      for (const name of Object.keys(node.weights)) {
        const values = await again.weights.get(node.id)![name]()
        const given = weights(node.id, name)
        expect(
          values.findIndex((value, i) => value !== given[i]),
          `${node.id}.${name}`,
        ).toBe(-1)
      }
  }, 60_000)
})
