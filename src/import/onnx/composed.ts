import type { Attribute } from '../../export/onnx/proto'
import type { FlatGraph, FlatNode } from './flat'

/** An operator that stands for several: what the last of them gives, made from what the first of them reads. */
interface Whole {
  readonly type: string
  readonly inputs: readonly string[]
  readonly attributes: ReadonlyMap<string, Attribute>
  /** From the first to the last; of those between, nobody else may read. */
  readonly parts: readonly FlatNode[]
}

/** What patterns are looked for with: who makes a tensor, and who reads it. */
class Wiring {
  private readonly makers = new Map<string, FlatNode>()
  private readonly readers = new Map<string, FlatNode[]>()

  constructor(readonly graph: FlatGraph) {
    for (const node of graph.nodes) {
      for (const name of node.outputs) this.makers.set(name, node)
      for (const name of new Set(node.inputs)) {
        const known = this.readers.get(name)
        if (known) known.push(node)
        else this.readers.set(name, [node])
      }
    }
  }

  maker(name: string | undefined, type: string): FlatNode | undefined {
    const node = name === undefined ? undefined : this.makers.get(name)
    return node?.type === type ? node : undefined
  }

  reads(node: FlatNode): readonly FlatNode[] {
    return this.graph.outputs.includes(node.outputs[0]) ? [] : (this.readers.get(node.outputs[0]) ?? [])
  }

  /** The operator of a type that alone reads what another gives. */
  next(node: FlatNode | undefined, type: string): FlatNode | undefined {
    const [by, ...more] = node ? this.reads(node) : []
    return more.length === 0 && by?.type === type ? by : undefined
  }

  /** The single number that an operator reads beside `other`. */
  number(node: FlatNode | undefined, other: string | undefined): number | undefined {
    const name = node && other !== undefined ? beside(node, other) : undefined
    const few = name === undefined ? undefined : this.graph.constants.get(name)?.few
    return few?.length === 1 ? few[0] : undefined
  }
}

const beside = ({ inputs }: FlatNode, other: string) =>
  inputs.length === 2 ? inputs.find((name) => name !== other) : undefined

const near = (a: number | undefined, b: number) => a !== undefined && Math.abs(a - b) < 1e-4

/** x · (1 + erf(x / √2)) / 2, as exporters wrote a GELU before ONNX had one. */
function geluAt(erf: FlatNode, wiring: Wiring): Whole | undefined {
  const inner = wiring.maker(erf.inputs[0], 'Div') ?? wiring.maker(erf.inputs[0], 'Mul')
  const x = inner?.inputs.find((name) => !wiring.graph.constants.has(name))
  const factor = wiring.number(inner, x)
  const moved = wiring.next(erf, 'Add')
  if (!inner || x === undefined || !moved || !near(wiring.number(moved, erf.outputs[0]), 1)) return undefined
  if (!near(factor, inner.type === 'Div' ? Math.SQRT2 : Math.SQRT1_2)) return undefined
  const product = wiring.next(moved, 'Mul')
  const other = product && beside(product, moved.outputs[0])
  if (!product || other === undefined) return undefined
  const made = { type: 'Gelu', inputs: [x], attributes: new Map<string, Attribute>() }
  if (other === x) {
    const half = wiring.next(product, 'Mul')
    if (!half || !near(wiring.number(half, product.outputs[0]), 0.5)) return undefined
    return { ...made, parts: [inner, erf, moved, product, half] }
  }
  const half = wiring.maker(other, 'Mul')
  if (!half || wiring.next(half, 'Mul') !== product || !near(wiring.number(half, x), 0.5)) return undefined
  return { ...made, parts: [inner, erf, moved, half, product] }
}

const overLast = (mean: FlatNode | undefined, { constants }: FlatGraph): mean is FlatNode => {
  const axes = mean?.attributes.get('axes')?.ints ?? constants.get(mean?.inputs[1] ?? '')?.few
  return axes?.join() === '-1' && (mean?.attributes.get('keepdims')?.i ?? 1) === 1
}

/** (x − μ) / √(σ² + ε), scaled and shifted, as exporters wrote a layer normalization before ONNX had one. */
function layerNormAt(root: FlatNode, wiring: Wiring): Whole | undefined {
  const { graph } = wiring
  const sum = wiring.maker(root.inputs[0], 'Add')
  const variance = sum?.inputs.map((name) => wiring.maker(name, 'ReduceMean')).find(Boolean)
  const epsilon = wiring.number(sum, variance?.outputs[0])
  const square = wiring.maker(variance?.inputs[0], 'Pow') ?? wiring.maker(variance?.inputs[0], 'Mul')
  const apart = wiring.maker(square?.inputs[0], 'Sub')
  const mean = wiring.maker(apart?.inputs[1], 'ReduceMean')
  const even = wiring.next(root, 'Div')
  if (!sum || !square || !apart || !even || epsilon === undefined) return undefined
  if (!overLast(mean, graph) || !overLast(variance, graph) || mean.inputs[0] !== apart.inputs[0])
    return undefined
  const isSquare =
    square.type === 'Pow'
      ? graph.constants.get(square.inputs[1])?.few?.join() === '2'
      : square.inputs.every((name) => name === apart.outputs[0])
  if (!isSquare || even.inputs[0] !== apart.outputs[0]) return undefined
  const scaled = wiring.next(even, 'Mul')
  const gamma = scaled && beside(scaled, even.outputs[0])
  if (!scaled || gamma === undefined || !graph.constants.has(gamma)) return undefined
  const shifted = wiring.next(scaled, 'Add')
  const beta = shifted && beside(shifted, scaled.outputs[0])
  const isShifted = shifted !== undefined && beta !== undefined && graph.constants.has(beta)
  return {
    type: 'LayerNormalization',
    inputs: [apart.inputs[0], gamma, ...(isShifted ? [beta] : [])],
    attributes: new Map([['epsilon', { name: 'epsilon', type: 1, f: epsilon } as Attribute]]),
    parts: [mean, apart, square, variance, sum, root, even, scaled, ...(isShifted ? [shifted] : [])],
  }
}

/** A map of one pixel whose values are taken out of a row in their order, as the newer exporter writes a stride. */
async function unmovedAt(gather: FlatNode, wiring: Wiring): Promise<Whole | undefined> {
  const { constants } = wiring.graph
  const row = wiring.maker(gather.inputs[0], 'Reshape')
  const places = constants.get(gather.inputs[1])
  if (!row || !places || (gather.attributes.get('axis')?.i ?? 0) !== 0) return undefined
  const [batch, count, ...sides] = places.shape
  if (batch !== 1 || sides.join() !== '1,1' || count > 1e5) return undefined
  const length = constants.get(row.inputs[1])?.few
  if (length?.join() !== String(count) && length?.join() !== '-1') return undefined
  const indices = await places.tensor.read()
  if (!indices.every((place, i) => place === i)) return undefined
  // What it is made of has one pixel, or it would not have as many values.
  return {
    type: 'Reshape',
    inputs: [row.inputs[0]],
    attributes: shaped([1, count, 1, 1]),
    parts: [row, gather],
  }
}

const shaped = (ints: readonly number[]) =>
  new Map([['shape', { name: 'shape', type: 7, ints } as Attribute]])

type Pattern = (node: FlatNode, wiring: Wiring) => Whole | undefined | Promise<Whole | undefined>

const patterns: Readonly<Record<string, Pattern>> = {
  Erf: geluAt,
  Sqrt: layerNormAt,
  Gather: unmovedAt,
}

/** The graph with one operator where a file has several for what is one layer. */
export async function composed(graph: FlatGraph): Promise<FlatGraph> {
  const wiring = new Wiring(graph)
  const gone = new Set<FlatNode>()
  const made = new Map<FlatNode, FlatNode>()
  for (const node of graph.nodes) {
    const whole = Object.hasOwn(patterns, node.type) ? await patterns[node.type](node, wiring) : undefined
    if (!whole) continue
    const { parts, type, inputs, attributes } = whole
    const last = parts.at(-1)!
    const inside = new Set(parts)
    const isClosed = parts.every((part) => part === last || wiring.reads(part).every((by) => inside.has(by)))
    if (!isClosed || parts.some((part) => gone.has(part) || part.outputs.length !== 1)) continue
    for (const part of parts) gone.add(part)
    made.set(last, { type, name: last.name, inputs, outputs: last.outputs, attributes, source: last.source })
  }
  if (made.size === 0) return graph
  const nodes = graph.nodes.flatMap((node) => made.get(node) ?? (gone.has(node) ? [] : node))
  return { ...graph, nodes }
}
