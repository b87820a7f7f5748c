import { beforeAll, expect, it } from 'vitest'
import { graphOf } from '../../architectures/built'
import { build } from '../../nn/build'
import { conv } from '../../nn/ops/conv'
import { start } from '../backends'
import { seededWeights } from '../weights'
import type { Graph } from '../../nn/graph'
import { tensorsAlive } from './batch'
import type { WeightValues } from './descent'
import { aim, type Aim, Ascent, behind, climb } from './exciting'

beforeAll(async () => void (await start.cpu()))

const input = [8, 8, 3] as const
const inception = graphOf('cifar-inception', {
  ...{ modules: 1, widths: [2, 3], 'stem-width': 4, input, classes: 3 },
})
const residual = graphOf('resnet', {
  ...{ stem: 'cifar', width: 4, blocks: [1, 1], input, classes: 3, shortcut: 'A' },
})

function weightsOf(graph: Graph): WeightValues {
  const source = seededWeights(graph, 1)
  return Object.fromEntries(
    graph.nodes.flatMap(({ id, weights }) =>
      Object.keys(weights).map((name) => [`${id}.${name}`, source(id, name)]),
    ),
  )
}

/** The last maps, before they are cut off at zero. */
const lastMaps = (graph: Graph) =>
  behind(graph, graph.nodes.findLast(({ shape }) => shape.length === 3 && (shape[0] as number) > 1)!.id, 0).id

const aimAt = (graph: Graph, change: Partial<Aim> = {}): Aim => ({
  ...{ at: lastMaps(graph), position: [1, 1], channels: [0, 1], seed: 1, jitter: 1, blur: 0.5 },
  ...change,
})

async function made(graph: Graph, aim: Aim, steps: number) {
  const ascent = new Ascent(graph, weightsOf(graph), aim)
  await ascent.climb(steps)
  const found = await ascent.excited()
  ascent.dispose()
  return found
}

it.each([
  ['inception', inception],
  ['residual', residual],
])('a picture excites its unit more from step to step, and no tensor is left: %s', async (_, graph) => {
  const before = tensorsAlive()
  const [first, later] = [await made(graph, aimAt(graph), 0), await made(graph, aimAt(graph), 12)]
  later.forEach(({ value }, i) => expect(value).toBeGreaterThan(first[i].value + 0.1))
  expect(tensorsAlive()).toBe(before)
})

it('a picture is the same alone and with others, and after as many steps at once or one by one', async () => {
  const all = await made(residual, aimAt(residual), 6)
  const [alone] = await made(residual, aimAt(residual, { channels: [1] }), 6)
  expect(alone.value).toBeCloseTo(all[1].value, 3)
  const ascent = new Ascent(residual, weightsOf(residual), aimAt(residual, { channels: [1] }))
  for (let step = 0; step < 6; step++) await ascent.climb(1)
  const [slowly] = await ascent.excited()
  ascent.dispose()
  expect(slowly).toEqual(alone)
})

it('a worker that made a hundred pictures holds as many tensors as after one', async () => {
  const makeOne = async (seed: number) => {
    aim(residual.architecture, weightsOf(residual), aimAt(residual, { channels: [0], seed }))
    await climb(1)
  }
  await makeOne(0)
  const before = tensorsAlive()
  for (let seed = 1; seed <= 100; seed++) await makeOne(seed)
  expect(tensorsAlive()).toBe(before)
})

it('for one convolution the picture is white where the kernel is positive, and black where it is negative', async () => {
  const graph = build({
    id: 'a',
    title: 'A',
    input: [3, 3, 3],
    body: conv({ filters: 2, kernel: 3, pad: 1 }),
  })
  const [node] = graph.outputs
  const kernel = weightsOf(graph)[`${node}.kernel`]
  const aim = { at: node, position: [1, 1], channels: [1], seed: 1, jitter: 0, blur: 0 } as const
  const [{ pixels }] = await made(graph, aim, 60)
  const steep = [...Array(27).keys()].filter((i) => Math.abs(kernel[2 * i + 1]) > 0.1)
  expect(steep.length).toBeGreaterThan(10)
  for (const i of steep) {
    const brightness = pixels.data[4 * Math.floor(i / 3) + (i % 3)]
    if (kernel[2 * i + 1] > 0) expect(brightness).toBeGreaterThan(200)
    else expect(brightness).toBeLessThan(40)
  }
})

it('the way up begins before a ReLU and in the path that a channel comes from', () => {
  const concat = inception.nodes.find(({ op }) => op === 'concat')!
  const owners = Array.from({ length: concat.shape[2] as number }, (_, channel) =>
    behind(inception, concat.id, channel),
  )
  for (const { id, channel } of owners) {
    expect(['relu', 'concat']).not.toContain(inception.node(id).op)
    expect(channel).toBeLessThan(inception.node(id).shape[2] as number)
  }
  expect(new Set(owners.map(({ id }) => id)).size).toBe(concat.inputs.length)
  expect(() => behind(inception, concat.id, owners.length)).toThrow('has no channel')
})
