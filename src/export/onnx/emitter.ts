import type { GraphNode, NodeId } from '../../nn/graph'
import { type Arranged, constant, type Planned, planned } from '../tensors'
import { attributeType, type Attribute, type Operator } from './proto'

/** Gives the values of one weight of a node, in the order of its shape in the graph. */
export type Weights = (node: NodeId, name: string) => Float32Array

/** Whole numbers are ONNX ints; a fraction, or what the operator declares a float, stands in `float`. */
export type Attributes = Readonly<
  Record<string, number | string | readonly number[] | { readonly float: number }>
>

/** What a node is written with; every call adds to the file and returns the name of a tensor. */
export interface Emitter {
  readonly inputs: readonly string[]
  /** An operator. Its output is the node's own, or with `part` a tensor on the way to it. */
  operator(type: string, inputs: readonly string[], attributes?: Attributes, part?: string): string
  /** A weight of the node by its name in the graph; as it is, or as `arranged` lays it out. */
  weight(name: string, arranged?: Arranged): string
  /** Constants that an operator takes as an input. */
  floats(part: string, values: readonly number[]): string
  integers(part: string, values: readonly number[]): string
  /** One number, without a side. */
  float(part: string, value: number): string
}

/** What the nodes of a graph have added to the file. */
export interface Parts {
  readonly operators: Operator[]
  readonly initializers: Planned[]
}

export function createEmitter(node: GraphNode, parts: Parts): Emitter {
  // A colon occurs in no id, so these names can never be those of another node.
  const named = (part: string | undefined) => (part === undefined ? node.id : `${node.id}:${part}`)

  function initializer(tensor: Planned): string {
    parts.initializers.push(tensor)
    return tensor.name
  }

  return {
    inputs: node.inputs,

    operator(type, inputs, attributes = {}, part) {
      const output = named(part)
      const attribute = Object.entries(attributes).map(([name, value]) => toAttribute(name, value))
      parts.operators.push({ input: inputs, output: [output], name: output, opType: type, attribute })
      return output
    },

    weight: (name, arranged) => initializer(planned(`${node.id}.${name}`, node, name, arranged)),

    floats: (part, values) => initializer(constant(named(part), Float32Array.from(values))),

    float: (part, value) => initializer(constant(named(part), Float32Array.of(value), [])),

    integers: (part, values) => initializer(constant(named(part), BigInt64Array.from(values, BigInt))),
  }
}

function toAttribute(name: string, value: Attributes[string]): Attribute {
  if (typeof value === 'number') return { name, i: value, type: attributeType.int }
  if (typeof value === 'string') return { name, s: new TextEncoder().encode(value), type: attributeType.text }
  if ('float' in value) return { name, f: value.float, type: attributeType.float }
  return { name, ints: value, type: attributeType.ints }
}
