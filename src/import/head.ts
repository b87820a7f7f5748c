import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import type { Graph } from '../nn/graph'
import { relu, sigmoid, softmax, tanh } from '../nn/ops/activation'
import { dense } from '../nn/ops/dense'
import { adaptiveAvgPool, adaptiveMaxPool, globalAvgPool } from '../nn/ops/pooling'
import { flatten } from '../nn/ops/reshape'
import { isMap, type MapShape, volume } from '../nn/shape'
import { type Architecture, seq, type Spec, stage } from '../nn/spec'
import type { Fit } from './fit'
import { opsOf } from './onnx/fold'
import type { KerasConfig } from './kerasConfig'
import { adaptedBy, type Found, type Shapes } from './networks/found'

/** A fully connected layer of a file. */
interface Layer {
  /** What it is called there, without the prefix. */
  readonly name: string
  readonly inputs: number
  readonly units: number
  readonly bias: boolean
  /** What follows it, where the file says so and it is known here. */
  readonly activation?: Activation
}

/** Activations by their names in Keras, and what they are called in a sentence. */
const activations = {
  linear: [[], 'nothing'],
  relu: [[relu()], 'ReLU'],
  sigmoid: [[sigmoid()], 'sigmoid'],
  tanh: [[tanh()], 'tanh'],
  softmax: [[softmax()], 'softmax'],
} as const satisfies Record<string, readonly [readonly Spec[], string]>

type Activation = keyof typeof activations

/** A network with the end that a file has in place of its own. */
export interface Headed {
  readonly architecture: Architecture
  readonly called: Found['called']
  readonly note: string
}

/**
 * The network with fully connected layers of the file behind its last maps, where those it has by itself find no partner
 * or end in no softmax: who trains a network for classes of their own gives it another end. Undefined where that is not
 * the reason.
 */
export function withHead(
  found: Found,
  architecture: Architecture,
  graph: Graph,
  fit: Fit,
  shapes: Shapes,
  config?: KerasConfig,
): Headed | undefined {
  const isDense = (id: string | undefined) => id !== undefined && is(graph.node(id).op, dense)
  const isLeft = fit.unmatched.some(({ node }) => isDense(node))
  if (!isLeft && !endsOtherwise(found, graph, fit, config)) return undefined
  const taken = new Set(fit.matched.filter(({ node }) => !isDense(node)).map(({ tensor }) => tensor.name))
  const layers = chained(layersIn(found, shapes, taken))?.map((layer) => told(layer, config))
  if (!layers) return undefined
  const made = joined(found, architecture, layers, config?.pooling)
  if (!made) return undefined
  const names = new Map(layers.map(({ name }) => [stageOf(name), name]))
  const called: Found['called'] = (node, weight) => {
    const name = names.get(node.replace(/\/fc$/, ''))
    return name === undefined ? found.called(node, weight) : [weightOf(found, name, weight)]
  }
  return {
    architecture: { ...made, title: architecture.title },
    called,
    note: `The file ends in layers of its own, ${layers.map(({ name, units }) => `${name} (${units})`).join(', ')}, in place of the classifier of ${architecture.title}. ${saidOf(layers)}`,
  }
}

/** Whether something other than the softmax of the network follows its last layer in the file. */
function endsOtherwise(
  found: Found,
  graph: Graph,
  { matched }: Fit,
  config: KerasConfig | undefined,
): boolean {
  const end = graph.node(graph.outputs[0])
  if (!is(end.op, softmax)) return false
  const last = matched.find(({ node, weight }) => node === end.inputs[0] && weight === 'kernel')
  const [kernel] = endingsOf(found)
  if (!last?.tensor.name.endsWith(kernel)) return false
  const name = last.tensor.name.slice(found.prefix.length, -kernel.length)
  const layer = told({ name, inputs: 0, units: volume(end.shape), bias: true }, config)
  return followers([layer])[0] !== 'softmax'
}

/** A layer with what follows it in the file. */
function told(layer: Layer, config: KerasConfig | undefined): Layer {
  const activation = config?.activations.get(layer.name)
  return activation !== undefined && Object.hasOwn(activations, activation)
    ? { ...layer, activation: activation as Activation }
    : layer
}

/** What follows a layer of which nothing is said. */
const usual = ({ units }: Layer, isLast: boolean): Activation =>
  !isLast ? 'relu' : units === 1 ? 'sigmoid' : 'softmax'

const followers = (layers: readonly Layer[]) =>
  layers.map((layer, i) => layer.activation ?? usual(layer, i === layers.length - 1))

function saidOf(layers: readonly Layer[]): string {
  const words = followers(layers).map((name) => activations[name][1])
  if (layers.every(({ activation }) => activation !== undefined))
    return `As the file says, ${layers.map(({ name }, i) => `${name} is followed by ${words[i]}`).join(', ')}.`
  return `The weights do not tell which activations follow these layers; ReLU is assumed, and ${words.at(-1)} after the last.`
}

const is = (op: string, factory: { readonly definition: { readonly name: string } }) =>
  op === factory.definition.name

const endings = { torch: ['.weight', '.bias'], tensorflow: ['/kernel', '/bias'] } as const

const endingsOf = (found: Found) => found.endings ?? endings[found.layout]

const weightOf = (found: Found, name: string, weight: string) =>
  name + endingsOf(found)[weight === 'bias' ? 1 : 0]

/** What a layer is called on screen: dots and slashes separate groups there. */
const stageOf = (name: string) => name.replace(/[^\w-]+/g, '_')

function layersIn(found: Found, shapes: Shapes, taken: ReadonlySet<string>): readonly Layer[] {
  const { layout, prefix } = found
  const [kernel, bias] = endingsOf(found)
  return [...shapes].flatMap(([full, shape]) => {
    if (!full.startsWith(prefix) || !full.endsWith(kernel) || shape.length !== 2 || taken.has(full)) return []
    const name = full.slice(prefix.length, -kernel.length)
    if (/(^|\.)aux/i.test(name)) return []
    const [inputs, units] = layout === 'torch' ? [shape[1], shape[0]] : shape
    return [{ name, inputs, units, bias: shapes.has(prefix + name + bias) }]
  })
}

/** The layers in an order in which each reads what the one before gives. */
function chained(layers: readonly Layer[]): readonly Layer[] | undefined {
  const byName = [...layers].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  return [byName, layers].find(
    (order) => order.length > 0 && order.every(({ inputs }, i) => i === 0 || inputs === order[i - 1].units),
  )
}

/** The maps of the network with these layers behind them; undefined where they do not fit there. */
function joined(
  found: Found,
  architecture: Architecture,
  layers: readonly Layer[],
  pooling: KerasConfig['pooling'],
): Architecture | undefined {
  const [{ inputs }] = layers
  const whole = trunkOf(architecture.body)
  const shape = shapeAfter(architecture, whole)
  if (volume(shape) === inputs) return ended(architecture, whole, isMap(shape) ? [flatten()] : [], layers)
  // Without the pool that its own classifier reads.
  const maps = whole.slice(0, whole.findLastIndex((item) => !isPool(item)) + 1)
  const last = shapeAfter(architecture, maps)
  if (!isMap(last)) return undefined
  const [height, , channels] = last
  if (inputs === channels)
    return ended(
      architecture,
      maps,
      pooling === 'max' ? [adaptiveMaxPool({ grid: 1 })] : [globalAvgPool()],
      layers,
    )
  const side = Math.sqrt(inputs / channels)
  if (!Number.isInteger(side)) return undefined
  // As many values as an image of another size gives.
  const [high, , colors] = architecture.input
  const input: MapShape = [Math.round((side * high) / height), Math.round((side * high) / height), colors]
  const other = resized(found, input)
  if (!other) return undefined
  const there = trunkOf(other.body).slice(0, maps.length)
  const fits = volume(shapeAfter(other, there)) === inputs
  return fits ? ended(other, there, [flatten()], layers) : undefined
}

function resized(found: Found, input: MapShape): Architecture | undefined {
  try {
    return adaptedBy(found, resolve(found.network, { ...found.options, input }).architecture)
  } catch {
    return undefined
  }
}

/** What comes before the fully connected layers. */
function trunkOf(body: Spec): readonly Spec[] {
  const items = inRow(body)
  const end = items.findIndex((item) => opsOf(item).some(({ op }) => is(op, dense) || is(op, flatten)))
  return end < 0 ? items : items.slice(0, end)
}

const inRow = (spec: Spec): readonly Spec[] => (spec.kind === 'seq' ? spec.items.flatMap(inRow) : [spec])

/** A global pool, or one to a fixed grid, and nothing else. */
function isPool(item: Spec): boolean {
  const ops = opsOf(item)
  return ops.length > 0 && ops.every(({ op }) => is(op, globalAvgPool) || is(op, adaptiveAvgPool))
}

function shapeAfter({ input }: Architecture, items: readonly Spec[]) {
  const { node, outputs } = build({ id: 'trunk', title: 'Trunk', input, body: seq(...items) })
  return node(outputs[0]).shape
}

function ended(
  architecture: Architecture,
  trunk: readonly Spec[],
  between: readonly Spec[],
  layers: readonly Layer[],
): Architecture {
  const follows = followers(layers)
  const stages = layers.map(({ name, units, bias }, i) =>
    stage(stageOf(name), ...(i === 0 ? between : []), dense({ units, bias }), ...activations[follows[i]][0]),
  )
  return { ...architecture, body: seq(...trunk, ...stages) }
}
