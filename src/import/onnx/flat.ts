import type { Attribute, Operator, Tensor, ValueInfo } from '../../export/onnx/proto'
import { dataType } from '../../export/onnx/proto'
import { ImportError } from '../error'
import type { FileTensor } from '../tensors'
import { type Files, fileTensor, wholeNumbers } from './values'
import type { FoundModel, FoundTensor } from './wire'

/** A tensor that is known before the network runs. */
export interface Constant {
  /** The name of the initializer that holds it. */
  readonly name: string
  readonly shape: readonly number[]
  /** Its values, where there are few. */
  readonly few?: readonly number[]
  readonly tensor: FileTensor
}

/** An operator of the file. */
export interface FlatNode {
  /** Its type; with its domain where it is none of ONNX's own. */
  readonly type: string
  readonly name: string
  /** Names of tensors; `''` where an optional one is left out. */
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly source: Operator
}

/** The network of a file: operators in an order in which they can run, and what is known beforehand. */
export interface FlatGraph {
  readonly title: string
  readonly opset: number
  readonly producer: string
  readonly input: { readonly name: string; readonly sides: readonly (number | undefined)[] }
  readonly nodes: readonly FlatNode[]
  readonly constants: ReadonlyMap<string, Constant>
  readonly outputs: readonly string[]
  /** What the file says of the sides of its tensors; a name instead of a number is `undefined`. */
  readonly sides: ReadonlyMap<string, readonly (number | undefined)[]>
}

/** Tensors with at most this many values are read at once: shapes, axes, bounds. */
const few = 64

/**
 * The graph of a model, in order, with its constants. Throws an `ImportError` where a tensor is made twice or never,
 * where operators wait for each other, or where nothing can be fed.
 */
export async function flatten(model: FoundModel, files: Files): Promise<FlatGraph> {
  const constants = new Map<string, Constant>()
  for (const found of model.initializers) {
    const name = found.name ?? ''
    if (constants.has(name)) throw new ImportError(`The file has two tensors called ${name || '(no name)'}.`)
    constants.set(name, await constantOf(found, files))
  }
  const nodes: FlatNode[] = []
  for (const operator of model.nodes) {
    const node = flatNode(operator)
    const constant = node.type === 'Constant' ? constantIn(node) : undefined
    if (constant) constants.set(node.outputs[0], await constantOf(constant, files))
    else nodes.push(node)
  }
  const fed = model.inputs.filter(({ name }) => !constants.has(name))
  if (fed.length !== 1)
    throw new ImportError(
      fed.length === 0
        ? 'The network has no input.'
        : `The network has ${fed.length} inputs (${fed
            .slice(0, 4)
            .map(({ name }) => name)
            .join(', ')}); only networks with one image as input are shown here.`,
    )
  return {
    title: files.model.name.replace(/\.onnx$/i, ''),
    opset: model.opset,
    producer: model.producer,
    input: { name: fed[0].name, sides: sidesOf(fed[0]) },
    nodes: inOrder(nodes, fed[0].name, constants),
    constants,
    outputs: model.outputs.map(({ name }) => name),
    sides: new Map([...model.valueInfo, ...model.outputs].map((info) => [info.name, sidesOf(info)])),
  }
}

async function constantOf(found: FoundTensor, files: Files): Promise<Constant> {
  const tensor = fileTensor(found, files)
  const count = tensor.shape.reduce((product, side) => product * side, 1)
  const { name, shape } = tensor
  if (count > few) return { name, shape, tensor }
  const inline = found.dataLocation !== 1 && !found.at
  return { name, shape, few: inline ? wholeNumbers(found) : [...(await tensor.read())], tensor }
}

function flatNode(operator: Operator): FlatNode {
  const { opType = '', domain, name, input, output, attribute } = operator
  const own = !domain || domain === 'ai.onnx'
  return {
    type: own ? opType : `${domain}.${opType}`,
    name: name || output[0] || opType,
    inputs: input,
    outputs: output,
    attributes: new Map(attribute.map((each) => [each.name, each])),
    source: operator,
  }
}

/** What a node `Constant` holds, in the form of an initializer. */
function constantIn(node: FlatNode): FoundTensor | undefined {
  const name = node.outputs[0]
  const of = (tensor: Omit<Tensor, 'name'>): FoundTensor => ({ ...tensor, name })
  const tensor = node.attributes.get('value')?.t
  if (tensor) return of(tensor)
  const [float, floats] = ['value_float', 'value_floats'].map((key) => node.attributes.get(key))
  const [int, ints] = ['value_int', 'value_ints'].map((key) => node.attributes.get(key))
  if (float) return of({ dims: [], dataType: dataType.float, floatData: [float.f ?? 0] })
  if (int) return of({ dims: [], dataType: dataType.int64, int64Data: [int.i ?? 0] })
  if (floats?.floats)
    return of({ dims: [floats.floats.length], dataType: dataType.float, floatData: floats.floats })
  if (ints?.ints) return of({ dims: [ints.ints.length], dataType: dataType.int64, int64Data: ints.ints })
  return undefined
}

function sidesOf(info: ValueInfo): readonly (number | undefined)[] {
  const sides = (info.type as ValueInfo['type'] | undefined)?.tensorType?.shape?.dim ?? []
  return sides.map((side) => ('dimValue' in side && side.dimValue > 0 ? side.dimValue : undefined))
}

/** Every operator after those whose tensors it reads. */
function inOrder(
  nodes: readonly FlatNode[],
  input: string,
  constants: ReadonlyMap<string, Constant>,
): readonly FlatNode[] {
  const maker = new Map<string, number>()
  nodes.forEach((node, i) => {
    for (const output of node.outputs) {
      if (output === '') continue
      if (maker.has(output) || constants.has(output) || output === input)
        throw new ImportError(`Two operators in the file produce the same tensor, ${output}.`)
      maker.set(output, i)
    }
  })
  const waiting = new Int32Array(nodes.length)
  const readers = nodes.map((): number[] => [])
  nodes.forEach((node, i) => {
    for (const name of new Set(node.inputs)) {
      const from = maker.get(name)
      if (from !== undefined) {
        readers[from].push(i)
        waiting[i]++
      } else if (name !== '' && name !== input && !constants.has(name))
        throw new ImportError(`The operator ${node.name} reads ${name}, which nothing in the file produces.`)
    }
  })
  const ready = nodes.map((_, i) => i).filter((i) => waiting[i] === 0)
  const ordered: FlatNode[] = []
  for (let next = 0; next < ready.length; next++) {
    const i = ready[next]
    ordered.push(nodes[i])
    for (const reader of readers[i]) if (--waiting[reader] === 0) ready.push(reader)
  }
  if (ordered.length < nodes.length)
    throw new ImportError(
      `${nodes.length - ordered.length} operators in the file depend on each other in a circle, so none of them can run.`,
    )
  return ordered
}
