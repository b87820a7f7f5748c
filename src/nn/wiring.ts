import type { GraphNode, Graph } from './graph'
import type { Weight } from './op'
import { opOf } from './ops'
import { overhang, type Window } from './window'
import { asMap, type Shape } from './shape'

/** Rows and columns of padding around a map, before and after, vertically and horizontally. */
export type Pads = readonly (readonly [before: number, after: number])[]

/** A node as a program in another language needs it to compute the same. */
export interface WiredNode {
  readonly id: string
  readonly op: string
  readonly attrs: Readonly<Record<string, unknown>>
  readonly inputs: readonly string[]
  readonly shape: Shape
  readonly weights: Readonly<Record<string, Pick<Weight, 'shape' | 'role' | 'fanIn' | 'fill' | 'values'>>>
  /** Padding in pixels with `'same'` and ceil mode resolved; absent where nothing slides over a map. */
  readonly pads?: Pads
}

/** What a network computes, without what it is called or how it is drawn. */
export interface Wiring {
  readonly input: string
  readonly output: string
  readonly nodes: readonly WiredNode[]
}

/** Everything that decides what the network computes. Values of weights are not part of it, designed ones are. */
export function wiringOf(graph: Graph): Wiring {
  return {
    input: graph.input,
    output: graph.outputs[0],
    nodes: graph.nodes.map((node) => ({
      id: node.id,
      op: node.op,
      attrs: node.attrs,
      inputs: node.inputs,
      shape: node.shape,
      weights: Object.fromEntries(
        Object.entries(node.weights).map(([name, weight]) => [name, plain(weight)]),
      ),
      ...padsOf(node),
    })),
  }
}

/**
 * The wiring as one text, the same for equal networks on every machine: what a hash of it vouches for is that
 * weights were trained for exactly this network.
 */
export function canonical(wiring: Wiring): string {
  return JSON.stringify(wiring, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

const compared = new WeakMap<Graph, WeakMap<Graph, boolean>>()

/** Whether two networks compute the same, whatever they are called. For large networks it takes milliseconds, once. */
export function computeTheSame(one: Graph, other: Graph): boolean {
  if (one === other) return true
  const known = compared.get(one) ?? new WeakMap<Graph, boolean>()
  compared.set(one, known)
  const same = known.get(other) ?? canonical(wiringOf(one)) === canonical(wiringOf(other))
  known.set(other, same)
  return same
}

function plain({ shape, role, fanIn, fill, values }: Weight): WiredNode['weights'][string] {
  return {
    shape,
    role,
    ...(fanIn !== undefined && { fanIn }),
    ...(fill !== undefined && { fill }),
    ...(values && { values }),
  }
}

function padsOf({ op, attrs, inputShapes }: GraphNode): { readonly pads?: Pads } {
  if (!('kernel' in attrs)) return {}
  const window: Window | undefined = opOf({ op }).window?.(inputShapes, attrs)
  if (!window) return {}
  const beyond = overhang(asMap(inputShapes[0]), window, attrs.ceil === true)
  return { pads: window.map(({ before, after }, axis) => [before, after + beyond[axis]] as const) }
}
