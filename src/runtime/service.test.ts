import { afterAll, beforeAll, expect, it } from 'vitest'
import { graphOf } from '../architectures/built'
import { noise } from './input'
import { Service } from './service'
import type { RunRequest } from './types'
import { seededWeights } from './weights'

const graph = graphOf('lenet5')
const service = new Service()
const [height, width] = graph.architecture.input
const memory = 8

beforeAll(async () => void (await service.start('cpu')))
afterAll(() => service.dispose())

/** Hands over the weights of a file, all of them or without those of a layer. */
function give(id: string, but?: string): NonNullable<RunRequest['given']> {
  const weights = seededWeights(graph, 99)
  for (const node of graph.nodes)
    for (const name of Object.keys(node.weights))
      if (node.id !== but) service.given.take(id, node.id, name, weights(node.id, name))
  service.given.close(id)
  return { id }
}

/** How often weights are put on the device for some runs, and what the last one gives. */
async function uploads(...requests: readonly Partial<RunRequest>[]) {
  let count = 0
  let output = new Float32Array()
  for (const request of requests) {
    const whole = { architecture: graph.architecture, image: noise(width, height, 1), seed: 1, ...request }
    const outcome = await service.run(whole, memory, ({ stage, done, of }) => {
      if (stage === 'weights' && done === of) count++
    })
    output = outcome.output as typeof output
  }
  return { count, output }
}

it('weights of a file are put on the device once, whatever seed, image and scaling there are', async () => {
  const given = give('whole')
  const scaling = { scale: [1 / 255], shift: [0], order: 'rgb' } as const
  const { count } = await uploads(
    { given },
    { given, seed: 2 },
    { given: { ...given, scaling }, seed: 3 },
    { given, image: noise(width, height, 2) },
  )
  expect(count).toBe(1)
})

it('where the file lacks a layer, another seed draws that layer anew', async () => {
  const [lacking] = graph.nodes.filter(({ weights }) => weights.kernel).slice(-1)
  const given = give('partial', lacking.id)
  const { count } = await uploads({ given }, { given }, { given, image: noise(width, height, 2) })
  expect(count).toBe(1)
  const [first, second] = [await uploads({ given }), await uploads({ given, seed: 2 })]
  expect([first.count, second.count]).toEqual([0, 1])
  expect(second.output).not.toEqual(first.output)
})

it('so does a layer that is new in a changed network', async () => {
  const given = give('changed')
  const [id] = graph.nodes.filter(({ family }) => family === 'dense').map((node) => node.id)
  const { count } = await uploads(
    { given: { ...given, fresh: [`${id} kernel`] } },
    { given: { ...given, fresh: [`${id} kernel`] }, seed: 2 },
  )
  expect(count).toBe(2)
})

it('random weights are put there with every seed, and once with each', async () => {
  const { count } = await uploads({}, {}, { seed: 2 }, { seed: 2, image: noise(width, height, 2) })
  expect(count).toBe(2)
})
