import type { GraphNode } from '../../nn/graph'
import { type Arranged, constant, type Planned, planned, type Values } from '../tensors'

/** An attribute of an operation as TensorFlow writes a NodeDef as JSON; texts are base64. */
export type Attribute =
  | { readonly i: number }
  | { readonly f: number }
  | { readonly b: boolean }
  | { readonly s: string }
  | { readonly type: string }
  | { readonly shape: { readonly dim: readonly { readonly size: number }[] } }
  | { readonly list: { readonly i: readonly number[] } }

export interface NodeDef {
  readonly name: string
  readonly op: string
  readonly input: readonly string[]
  readonly attr: Readonly<Record<string, Attribute>>
}

/** What a node is written with; every call adds to the model and returns the name of a tensor. */
export interface Emitter {
  readonly inputs: readonly string[]
  /** An operation. Its output is the node's own, or with `part` a tensor on the way to it. */
  operation(
    op: string,
    inputs: readonly string[],
    attr?: Readonly<Record<string, Attribute>>,
    part?: string,
  ): string
  /** A weight of the node by its name in the graph; as it is, or as `arranged` lays it out, then under its own name. */
  weight(name: string, arranged?: Arranged, part?: string): string
  /** Constants that an operation takes as an input. */
  floats(part: string, values: readonly number[], shape?: readonly number[]): string
  integers(part: string, values: readonly number[], shape?: readonly number[]): string
}

/** What the nodes of a graph have added to the model. */
export interface Parts {
  readonly nodes: NodeDef[]
  readonly tensors: Planned[]
}

export const floatType = { type: 'DT_FLOAT' } as const
const types = { float32: 'DT_FLOAT', int32: 'DT_INT32', int64: 'DT_INT64' } as const

export const text = (value: string): Attribute => ({ s: btoa(value) })
export const numbers = (values: readonly number[]): Attribute => ({ list: { i: values } })

export function createEmitter(node: GraphNode, parts: Parts): Emitter {
  const named = (part: string | undefined) => (part === undefined ? node.id : `${node.id}.${part}`)

  function stored(tensor: Planned): string {
    const { name, dtype } = tensor
    parts.tensors.push(tensor)
    parts.nodes.push({ name, op: 'Const', input: [], attr: { dtype: { type: types[dtype] } } })
    return name
  }
  const stays = (part: string, values: Values, shape?: readonly number[]) =>
    stored(constant(named(part), values, shape))

  return {
    inputs: node.inputs,
    operation(op, input, attr = {}, part) {
      const name = named(part)
      parts.nodes.push({ name, op, input, attr: { T: floatType, ...attr } })
      return name
    },
    weight: (name, arranged, part = name) => stored(planned(named(part), node, name, arranged)),
    floats: (part, values, shape) => stays(part, Float32Array.from(values), shape),
    integers: (part, values, shape) => stays(part, Int32Array.from(values), shape),
  }
}
