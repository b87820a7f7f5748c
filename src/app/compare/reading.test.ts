import { expect, it, vi } from 'vitest'
import { graphOf } from '../../architectures/built'
import { diff } from '../../nn/diff'
import type { Apart } from './apart'
import { measured } from '../../ui/format'
import type { Finished } from '../run/session'
import { layersAt, marksApart, readApart, saidApart, useReading } from './reading'

const layer = (id: string, relative: number): Apart => ({ left: id, right: id, relative, largest: relative })
const graph = graphOf('cifar-resnet20')
const ids = graph.nodes.filter(({ weights }) => Object.keys(weights).length > 0).map(({ id }) => id)
const changed = ids.find((id) => id.split('/').length === 3)!
const layers = ids.map((id) => layer(id, id === changed ? 0.25 : 0))

it('layers whose weights differ are marked, with what holds them, in both pictures', () => {
  const { left, right } = marksApart(diff(graph, graph), layers)
  const [stage, block] = changed.split('/')
  expect([...left.keys()]).toEqual([stage, `${stage}/${block}`, changed])
  expect(right).toEqual(left)
})

it('says how many differ, and which most', () => {
  expect(saidApart(layers)).toBe(
    `The weights of 1 of ${ids.length} layers differ; those of ${changed} differ most, by ${measured(0.25)} times their norm.`,
  )
  expect(saidApart(layersAt(layers, changed))).toBe(
    `Its weights differ by ${measured(0.25)} times their norm.`,
  )
  const others = layers.filter(({ left }) => left !== changed)
  expect(saidApart(others)).toContain(`all ${others.length} layers are equal`)
})

it('what was read stays read while frames of the same weights follow each other, and other weights are read anew', async () => {
  const both = diff(graph, graph)
  let reads = 0
  const ran = (seed: number) =>
    ({
      graph,
      seed,
      result: { trace: { weights: async () => new Float32Array([(reads++, seed)]) } },
    }) as unknown as Finished
  const isWhole = () => vi.waitFor(() => expect(useReading.getState().isWhole).toBe(true))
  let leave = readApart(both, [ran(1), ran(2)])
  await isWhole()
  const all = reads
  leave()
  leave = readApart(both, [ran(1), ran(2)])
  expect(useReading.getState()).toMatchObject({ diff: both, isWhole: true })
  expect(useReading.getState().layers).toHaveLength(ids.length)
  expect(reads).toBe(all)
  leave()
  leave = readApart(both, [ran(1), ran(3)])
  expect(useReading.getState().diff).toBeNull()
  await isWhole()
  expect(reads).toBe(2 * all)
  leave()
  expect(useReading.getState().diff).toBeNull()
})

it('reading goes on where a newer frame made it impossible', async () => {
  const both = diff(graph, graph)
  let left = 0
  const asked = new Set<string>()
  const ran = () =>
    ({
      graph,
      seed: 4,
      result: {
        trace: {
          weights: async (node: string) => {
            if (left-- <= 0) throw new Error('newer')
            asked.add(node)
            return new Float32Array(1)
          },
        },
      },
    }) as unknown as Finished
  for (let tries = 0; tries < 20 && !useReading.getState().isWhole; tries++) {
    left = 60
    const leave = readApart(both, [ran(), ran()])
    await new Promise((done) => setTimeout(done, 5))
    if (!useReading.getState().isWhole) leave()
  }
  expect(useReading.getState().isWhole).toBe(true)
  expect(asked.size).toBe(ids.length)
})
