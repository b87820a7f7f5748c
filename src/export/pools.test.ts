import { beforeAll, describe, expect, it } from 'vitest'
import { runModel } from './onnx/interpreter.fixture'
import { toModel } from './onnx/writeOnnx'
import { apart, cases, graphOf, planeOf, poolOf, type Plane } from './pools.fixture'
import { sampled } from '../ui/sampled.fixture'
import { runProgram } from './pytorch/interpreter.fixture'
import { writePytorch } from './pytorch/writePytorch'
import { build } from '../nn/build'
import type { Graph } from '../nn/graph'
import { opOf } from '../nn/ops'
import { adaptiveAvgPool, adaptiveMaxPool } from '../nn/ops/pooling'
import { sidesOf } from '../nn/rules.fixture'
import { asMap } from '../nn/shape'
import type { Spec } from '../nn/spec'
import { readable, unitAt } from '../nn/unit'
import { start } from '../runtime/backends'
import * as tf from '../runtime/tf'

beforeAll(async () => void (await start.cpu()))

const noWeights = (): Float32Array => {
  throw new Error('a pool has no weights')
}

const around = ({ height, width }: Pick<Plane, 'height' | 'width'>, body: Spec) =>
  build({ id: 'pool', title: 'Pool', input: [height, width, 1], body })

/** What our kernel makes of a map, with the shape that was inferred. */
function ours(graph: Graph, plane: Plane): Plane {
  const node = graph.node(graph.outputs[0])
  const [height, width] = asMap(node.shape)
  const values = tf.tidy(() => {
    const x = tf.tensor([...plane.values], [1, plane.height, plane.width, 1])
    const y = opOf(node).run(tf, [x], {}, node.attrs)
    return y.shape.join() === [1, ...node.shape].join() ? [...y.dataSync()] : []
  })
  return { height, width, values }
}

/** Every value by the arithmetic that the inspector writes out. */
function written(graph: Graph, plane: Plane): Plane {
  const node = graph.node(graph.outputs[0])
  const [height, width] = asMap(node.shape)
  const x = readable([plane.height, plane.width, 1], plane.values)
  const values = Array.from(
    { length: height * width },
    (_, i) => opOf(node).unit!(unitAt(node.shape, i), [x], {}, node.attrs).result,
  )
  return { height, width, values }
}

const tolerance = 1e-5

/** What of the product disagrees with the loops; empty where all is right. */
function faults(graph: Graph, plane: Plane, wanted: Plane): string[] {
  const of = (name: string, run: () => Plane) => {
    try {
      const error = apart(run(), wanted)
      return error <= tolerance ? [] : [`${name} is apart by ${error}`]
    } catch (error) {
      return [`${name}: ${String(error)}`]
    }
  }
  if (graph.issues.length > 0) return graph.issues.map(({ message }) => message)
  return [
    ...of('the kernel', () => ours(graph, plane)),
    ...of('the arithmetic', () => written(graph, plane)),
    ...of('the ONNX file', () => runModel(toModel(graph, noWeights, {}), plane)),
    ...of('the PyTorch program', () => runProgram(writePytorch(graph), plane)),
  ]
}

/** What is wrong in the printed rule: an equation that is not true, or that gives another size. */
function untrue(graph: Graph, wanted: Plane): string[] {
  const node = graph.node(graph.outputs[0])
  const equations = opOf(node)
    .rule(node.inputShapes, node.attrs)
    .filter((line) => line.includes(' = '))
  const sizes = equations.length === 1 ? [wanted.height] : [wanted.height, wanted.width]
  if (equations.length !== sizes.length) return [`no rule for each side: ${equations.join('; ')}`]
  return equations.filter((line, i) => sidesOf(line).some((side) => side !== sizes[i]))
}

describe.each(sampled(cases))('pools of the sweep, $name', ({ chosen }) => {
  it('are what loops over their definition give: shape, kernel, arithmetic, rule, ONNX and PyTorch', () => {
    const wrong = chosen.flatMap((each) => {
      const plane = planeOf(each.height, each.width)
      const graph = graphOf(each.pool, each.height, each.width)
      const wanted = poolOf(each.pool, plane)
      return [...faults(graph, plane, wanted), ...untrue(graph, wanted)].map(
        (fault) => `${each.said}: ${fault}`,
      )
    })
    expect(wrong).toEqual([])
  }, 600_000)
})

/** Adaptive pooling by PyTorch's definition: bin i holds the rows ⌊i·n/g⌋ up to ⌈(i + 1)·n/g⌉. */
function binned(plane: Plane, grid: number, isMax: boolean): Plane {
  const values: number[] = []
  for (let i = 0; i < grid; i++)
    for (let j = 0; j < grid; j++) {
      const seen = plane.values.filter((_, index) => {
        const [row, column] = [Math.floor(index / plane.width), index % plane.width]
        const holds = (at: number, bin: number, size: number) =>
          at >= Math.floor((bin * size) / grid) && at < Math.ceil(((bin + 1) * size) / grid)
        return holds(row, i, plane.height) && holds(column, j, plane.width)
      })
      values.push(isMax ? Math.max(...seen) : seen.reduce((sum, value) => sum + value, 0) / seen.length)
    }
  return { height: grid, width: grid, values }
}

it('adaptive pools are what loops over their bins give, on even and uneven maps', () => {
  const wrong: string[] = []
  for (let grid = 1; grid <= 7; grid++)
    for (const [height, width] of [
      [1, 2],
      [7, 7],
      [9, 9],
      [5, 13],
      [10, 8],
    ])
      for (const op of [adaptiveMaxPool, adaptiveAvgPool]) {
        const isMax = op === adaptiveMaxPool
        if (isMax && grid > Math.min(height, width)) continue
        const plane = planeOf(height, width)
        const found = faults(around(plane, op({ grid })), plane, binned(plane, grid, isMax))
        wrong.push(
          ...found.map((fault) => `${isMax ? 'max' : 'avg'} ${grid} on ${height}×${width}: ${fault}`),
        )
      }
  expect(wrong).toEqual([])
})
