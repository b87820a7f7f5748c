import { build } from '../../nn/build'
import type { Graph } from '../../nn/graph'
import type { Example, OpSpec } from '../../nn/op'
import { opOf, ops } from '../../nn/ops'
import { conv } from '../../nn/ops/conv'
import { dense } from '../../nn/ops/dense'
import { globalAvgPool } from '../../nn/ops/pooling'
import { flatten } from '../../nn/ops/reshape'
import { asMap, extent, formatShape, isMap, type MapShape, type Shape } from '../../nn/shape'
import { branch, identity, type Join, seq, type Spec } from '../../nn/spec'

/** An example of an op as a network of its own. */
export interface ExampleNetwork {
  readonly name: string
  readonly example: Example<object>
  readonly graph: Graph
  /** Op, shapes and attributes, for the name of a test. */
  readonly said: string
}

/** Every example of every op; a merge reads paths of one convolution each. */
export function exampleNetworks(): readonly ExampleNetwork[] {
  return Object.values(ops).flatMap(({ name, examples }) =>
    examples.map((example) => ({
      name,
      example,
      graph: around(name, example),
      said: `${name} ${example.inputs.map((shape) => formatShape(shape)).join(', ')} ${JSON.stringify(example.attrs)}`,
    })),
  )
}

/** From a map to an input of the example, where it is not the map itself. */
function pathTo(shape: Shape, from: MapShape): Spec {
  if (!isMap(shape)) return seq(flatten(), dense({ units: shape[0] }))
  const extentKept = extent(shape).join() === extent(from).join()
  return seq(extentKept ? identity : globalAvgPool(), conv({ filters: shape[2], kernel: 1 }))
}

/** A network around one op. */
function around(op: string, { inputs, attrs }: Example<object>): Graph {
  const spec: OpSpec = { kind: 'op', op, attrs: { ...opOf({ op }).defaults, ...attrs } }
  const [first] = inputs
  const input = asMap(first)
  const body =
    inputs.length > 1
      ? branch(op as Join, ...inputs.map((shape) => pathTo(shape, input)))
      : seq(isMap(first) ? identity : flatten(), spec)
  return build({ id: op, title: op, input, body })
}
