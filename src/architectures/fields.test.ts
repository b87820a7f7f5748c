import { describe, expect, inject, it } from 'vitest'
import { build } from '../nn/build'
import { fieldOf } from '../nn/fields'
import type { Graph, GraphNode } from '../nn/graph'
import { sightOf } from '../nn/receptive'
import { channels, extent, type MapShape } from '../nn/shape'
import { presets, resolve } from './index'
import { odd } from './odd.fixture'

/**
 * What every value of every layer sees, by interval arithmetic of its own: from an output back to the image, value by
 * value, with none of the page's recurrences. A receptive field is the smallest interval that holds what is read;
 * padding around a map continues it by its stride.
 */
type Interval = readonly [first: number, last: number] | null
type Axis = 0 | 1

function hull(intervals: readonly Interval[]): Interval {
  let found: Interval = null
  for (const next of intervals)
    if (next) found = found ? [Math.min(found[0], next[0]), Math.max(found[1], next[1])] : next
  return found
}

const pairOf = (value: unknown): readonly [number, number] =>
  Array.isArray(value) ? (value as [number, number]) : [value as number, value as number]

/** Rows or columns that a window of some node reads for one output, padding included. */
function read(node: GraphNode, axis: Axis, at: number): { taps: readonly number[]; stride: number } {
  const { attrs } = node
  const size = extent(node.inputShapes[0])[axis]
  if (node.op === 'subsamplePad')
    return { taps: [at * (attrs.stride as number)], stride: attrs.stride as number }
  if (['dense', 'rbf', 'globalAvgPool'].includes(node.op))
    return { taps: Array.from({ length: size }, (_, i) => i), stride: size }
  if ('grid' in attrs) {
    const grid = attrs.grid as number
    const from = Math.floor((at * size) / grid)
    const to = Math.ceil(((at + 1) * size) / grid)
    return { taps: Array.from({ length: to - from }, (_, i) => from + i), stride: Math.floor(size / grid) }
  }
  if (!('kernel' in attrs)) return { taps: [at], stride: 1 }
  const [kernel, stride, dilation] = [attrs.kernel, attrs.stride, attrs.dilation ?? 1].map(
    (each) => pairOf(each)[axis],
  )
  const reach = (kernel - 1) * dilation + 1
  const { pad } = attrs
  let before = pad as number
  if (Array.isArray(pad)) before = (pad as number[])[axis === 0 ? 0 : 3]
  if (pad === 'same')
    before = Math.floor(Math.max(0, (Math.ceil(size / stride) - 1) * stride + reach - size) / 2)
  return { taps: Array.from({ length: kernel }, (_, i) => at * stride - before + i * dilation), stride }
}

function eyes(graph: Graph) {
  const known = new Map<string, Interval>()
  const jumps = new Map<string, number>()

  /** Pixels of the image between neighbours of a layer. */
  function jump(id: string, axis: Axis): number {
    const node = graph.node(id)
    const key = `${id} ${axis}`
    if (!jumps.has(key)) {
      const before = node.inputs.map((input) => {
        const isStill = extent(graph.node(input).shape)[axis] === 1 && extent(node.shape)[axis] > 1
        return isStill && node.inputs.length > 1 ? 0 : jump(input, axis)
      })
      jumps.set(key, node.inputs.length === 0 ? 1 : Math.max(...before) * read(node, axis, 0).stride)
    }
    return jumps.get(key)!
  }

  /** What channels `from` to before `to` of a layer see at one place. */
  function sees(id: string, from: number, to: number, axis: Axis, at: number): Interval {
    if (to <= from) return null
    const node = graph.node(id)
    const last = extent(node.shape)[axis] - 1
    const inside = Math.max(0, Math.min(last, at))
    if (inside !== at) {
      const moved = (at - inside) * jump(id, axis)
      const near = sees(id, from, to, axis, inside)
      return near && [near[0] + moved, near[1] + moved]
    }
    const key = `${id} ${from} ${to} ${axis} ${at}`
    if (!known.has(key)) known.set(key, look(node, from, to, axis, at))
    return known.get(key)!
  }

  function look(node: GraphNode, from: number, to: number, axis: Axis, at: number): Interval {
    const { inputs, inputShapes, attrs } = node
    if (inputs.length === 0) return [at, at]
    const [id] = inputs
    const depth = channels(inputShapes[0])
    const places = (first: number, end: number) =>
      hull(read(node, axis, at).taps.map((place) => sees(id, first, end, axis, place)))
    switch (node.op) {
      case 'conv': {
        const groups = attrs.groups as number
        const [out, own] = [channels(node.shape) / groups, depth / groups]
        return places(Math.floor(from / out) * own, (Math.floor((to - 1) / out) + 1) * own)
      }
      case 'partialConv': {
        const maps = (attrs.table as number[][]).slice(from, to).flat()
        return hull([...new Set(maps)].map((map) => places(map, map + 1)))
      }
      case 'dense':
      case 'rbf':
      case 'softmax':
        return places(0, depth)
      case 'lrn': {
        const side = ((attrs.size as number) - 1) / 2
        return places(Math.max(0, from - side), Math.min(depth, to + side))
      }
      case 'subsamplePad':
        return places(from, Math.min(to, depth))
      case 'concat': {
        let start = 0
        return hull(
          inputs.map((input, i) => {
            const [first, end] = [Math.max(from, start), Math.min(to, start + channels(inputShapes[i]))]
            const seen = sees(input, first - start, end - start, axis, at)
            start += channels(inputShapes[i])
            return seen
          }),
        )
      }
      case 'add':
      case 'multiply':
        return hull(
          inputs.map((input, i) => sees(input, from, to, axis, extent(inputShapes[i])[axis] === 1 ? 0 : at)),
        )
      case 'flatten': {
        const [height, width] = extent(inputShapes[0])
        const all = Array.from({ length: height * width }, (_, place) => {
          const [first, end] = [Math.max(from - place * depth, 0), Math.min(to - place * depth, depth)]
          return sees(id, first, end, axis, axis === 0 ? Math.floor(place / width) : place % width)
        })
        return hull(all)
      }
      default:
        return places(from, to)
    }
  }

  return sees
}

/** Numbers from 0 to below 1, the same for the same seed (Steele, Lea, Flood 2014). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32
  }
}

/** The first and the last channel of every run that sees the same, and two more by chance. */
function channelsOf(node: GraphNode, random: () => number): ReadonlySet<number> {
  const depth = channels(node.shape)
  let end = 0
  const ends = node.fields.flatMap(({ channels: many }) => [end, (end += many) - 1])
  expect(end).toBe(depth)
  // Of a long row that was unrolled, the ends of a few dozen runs are enough.
  const some = ends.length <= 64 ? ends : ends.filter(() => random() < 64 / ends.length)
  return new Set([0, depth - 1, ...some, ...[0, 0].map(() => Math.floor(random() * depth))])
}

/** Every index along both axes of every layer, for those channels. */
function sweep(graph: Graph, random: () => number) {
  const sees = eyes(graph)
  const wrong: string[] = []
  for (const node of graph.nodes) {
    const most = [0, 0]
    for (const channel of channelsOf(node, random)) {
      const field = fieldOf(node, { channel })
      for (const axis of [0, 1] as const)
        for (let at = 0; at < extent(node.shape)[axis]; at++) {
          const right = sees(node.id, channel, channel + 1, axis, at)
          const said = field && sightOf(field[axis], at, graph.architecture.input[axis])
          if (right) most[axis] = Math.max(most[axis], right[1] - right[0] + 1)
          if (said?.first !== right?.[0] || said?.last !== right?.[1])
            wrong.push(
              `${node.id} channel ${channel}, axis ${axis}, at ${at}: ${said?.first} … ${said?.last}, not ${right?.join(' … ')}`,
            )
        }
    }
    // What is said of the layer as a whole is the most that one of its values sees.
    const said = node.receptiveField.map(({ size }) => size)
    if (node.fields.length <= 32 && said.join() !== most.join())
      wrong.push(`${node.id}: ${said.join('×')}, not ${most.join('×')}`)
  }
  return wrong.slice(0, 10)
}

/** Another handful of networks every day. */
const seed = inject('day')
const chance = seeded(seed)
const chosen = inject('all')
  ? presets
  : Array.from({ length: 4 }, () => presets[Math.floor(chance() * presets.length)])

describe(`what every value sees, seed ${seed}`, () => {
  it.each([...new Set(chosen)])('of $id', ({ id }) => {
    expect(sweep(build(resolve(id).architecture), seeded(seed))).toEqual([])
  })

  it.each(odd)('of $id', (architecture) => {
    const graph = build(architecture)
    expect(graph.issues).toEqual([])
    expect(sweep(graph, seeded(seed))).toEqual([])
  })
})

describe('the receptive field', () => {
  const along = (graph: Graph, id: string, channel: number, row: number, column: number) =>
    fieldOf(graph.node(id), { channel })!.map((reach, axis) => {
      const { first, last } = sightOf(reach, axis === 0 ? row : column, 224)
      return [first, last]
    })

  it('of a unit of a concat is that of its only source: 43×43, not the 59×59 of the widest path', () => {
    const graph = build(resolve('googlenet').architecture)
    const own = along(graph, 'inception_3a/concat', 70, 3, 4)
    expect(own).toEqual(along(graph, 'inception_3a/p2/relu2', 6, 3, 4))
    expect(own.map(([first, last]) => last - first + 1)).toEqual([43, 43])
    expect(graph.node('inception_3a/concat').receptiveField[0].size).toBe(59)
  })

  it('of what reads all of SPPNet’s uneven bins is 283×347: rows −53 … 229, columns −53 … 293', () => {
    const graph = build(resolve('sppnet', { input: '180x241' }).architecture)
    const all = graph.nodes.find(({ op }) => op === 'dense')!
    expect(all.receptiveField.map(({ size }) => size)).toEqual([283, 347])
    expect(along(graph, all.id, 0, 0, 0)).toEqual([
      [-53, 229],
      [-53, 293],
    ])
  })

  it('of one value of a flattened map is that of the value it was', () => {
    const graph = build(resolve('sppnet', { input: '180x241' }).architecture)
    const pooled = graph.node('spp/level1/pool')
    const [, width, depth] = pooled.shape as MapShape
    expect(along(graph, 'spp/level1/flatten', (2 * width + 1) * depth + 9, 0, 0)).toEqual(
      along(graph, pooled.id, 9, 2, 1),
    )
  })
})
