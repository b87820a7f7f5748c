import type { OpSpec } from '../../nn/op'
import { opOf } from '../../nn/ops'
import { asMap, channels, extent, isMap, type MapShape, type Shape } from '../../nn/shape'
import type { Constant, FlatGraph, FlatNode } from './flat'

/** Gives the values of a weight, in the layout that the op here has. */
export type Read = () => Promise<Float32Array>

/** A node of the network to be, before it has a place in a tree. */
export interface Piece {
  readonly id: number
  readonly op: string
  readonly attrs: Readonly<Record<string, unknown>>
  readonly inputs: readonly number[]
  readonly shape: Shape
  readonly weights: Readonly<Record<string, Read>>
  /** The tensor of the file that holds the same values; absent where the file has none. */
  readonly tensor?: string
  /** The operator that it comes from. */
  readonly node?: FlatNode
  /** The initializers that it reads, by what they are here. */
  readonly from: Readonly<Record<string, Constant>>
}

/** A tensor that a piece gives, and how the file lays it out. */
export interface MapsValue {
  readonly kind: 'maps'
  readonly piece: number
  /** Channels last, as TensorFlow lays a map out. */
  readonly last?: true
  /** The file sees a map as one long row. */
  readonly flat?: true
  /** The map, channels first, that the row of a piece was unrolled from. */
  readonly order?: MapShape
  /** Zeros around the map that an operator before has laid: top, right, bottom, left. */
  readonly pads?: readonly [number, number, number, number]
}

/** One channel of a piece, scaled and shifted, as GoogLeNet's `transform_input` makes it. */
export interface ChannelValue {
  readonly kind: 'channel'
  readonly piece: number
  readonly index: number
  readonly scale: number
  readonly shift: number
}

export type Value =
  | MapsValue
  | ChannelValue
  | { readonly kind: 'constant'; readonly constant: Constant }
  /** Maps whose channels stand in groups, on the way to being taken from them in turn. */
  | { readonly kind: 'groups'; readonly of: MapsValue; readonly groups: number }
  /** Whole numbers that were computed from shapes. */
  | { readonly kind: 'numbers'; readonly values: readonly number[] }

/** What an image goes through in the file before anything else: per channel, y = scale·x + shift. */
export interface InputTransform {
  readonly scale: readonly number[]
  readonly shift: readonly number[]
}

/** Why an operator has no counterpart here. */
export class NoRule extends Error {}

/** What rules work with: values by name, and pieces that they add. */
export class Translator {
  readonly pieces: Piece[] = []
  readonly values = new Map<string, Value>()
  transform?: InputTransform
  private readonly readers = new Map<string, (FlatNode | undefined)[]>()

  constructor(
    readonly graph: FlatGraph,
    input: MapShape,
    last: boolean,
  ) {
    const isRead = (name: string, by?: FlatNode) => {
      const known = this.readers.get(name)
      if (known) known.push(by)
      else this.readers.set(name, [by])
    }
    for (const node of graph.nodes) for (const name of node.inputs) isRead(name, node)
    for (const name of graph.outputs) isRead(name)
    for (const [name, constant] of graph.constants) this.values.set(name, { kind: 'constant', constant })
    this.pieces.push({ id: 0, op: 'input', attrs: {}, inputs: [], shape: input, weights: {}, from: {} })
    this.values.set(graph.input.name, { kind: 'maps', piece: 0, ...(last && { last: true as const }) })
  }

  shapeOf({ piece }: { readonly piece: number }): Shape {
    return this.pieces[piece].shape
  }

  /** What an operator reads at a place, or undefined where it is left out. */
  value(node: FlatNode, place: number): Value | undefined {
    const name = node.inputs[place]
    return name === undefined || name === '' ? undefined : this.values.get(name)
  }

  /** A tensor that is computed; refuses what is known beforehand. */
  maps(node: FlatNode, place = 0): MapsValue {
    const value = this.value(node, place)
    if (value?.kind !== 'maps') throw new NoRule('it does not read the feature maps of another layer')
    if (value.pads && node.type !== 'Conv') throw new NoRule('only a convolution may follow padding')
    return value
  }

  /** The same as a map with its channels where rules expect them. */
  map(node: FlatNode, place = 0): MapsValue {
    const value = this.maps(node, place)
    if (value.flat || !isMap(this.shapeOf(value))) throw new NoRule('it reads a vector but needs a map')
    if (value.last) throw new NoRule('its channels come last')
    return value
  }

  constant(node: FlatNode, place: number): Constant | undefined {
    const value = this.value(node, place)
    return value?.kind === 'constant' ? value.constant : undefined
  }

  /** Few numbers that are known: axes, a shape, a bound. */
  numbers(node: FlatNode, place: number): readonly number[] | undefined {
    const value = this.value(node, place)
    if (value?.kind === 'numbers') return value.values
    return value?.kind === 'constant' ? value.constant.few : undefined
  }

  /** Whether a single operator reads this tensor. */
  isReadOnce(name: string): boolean {
    return this.readers.get(name)?.length === 1
  }

  /** The operator that reads all that another gives; undefined where several do, or none. */
  onlyReader({ outputs }: FlatNode): FlatNode | undefined {
    const [by, ...more] = this.readers.get(outputs[0]) ?? []
    return more.length === 0 && outputs.length === 1 ? by : undefined
  }

  /** Adds a node. Throws `NoRule` with the op's own sentence where it does not fit. */
  emit(
    node: FlatNode,
    spec: OpSpec,
    inputs: readonly MapsValue[],
    {
      weights = {},
      from = {},
      keeps,
    }: { weights?: Piece['weights']; from?: Piece['from']; keeps?: MapsValue } = {},
  ): MapsValue {
    const op = opOf(spec)
    const shapes = inputs.map((input) => this.shapeOf(input))
    const problem = op.check?.(shapes, spec.attrs)
    if (problem) throw new NoRule(problem)
    const piece: Piece = {
      id: this.pieces.length,
      op: spec.op,
      attrs: spec.attrs,
      inputs: inputs.map((input) => input.piece),
      shape: op.shape(shapes, spec.attrs),
      weights,
      tensor: node.outputs[0],
      node,
      from,
    }
    this.pieces.push(piece)
    const { last, flat, order } = keeps ?? {}
    return {
      kind: 'maps',
      piece: piece.id,
      ...(last && { last }),
      ...(flat && { flat }),
      ...(order && { order }),
    }
  }

  /** Changes a piece that only this operator reads: what was two in the file is one here. */
  amend(piece: number, change: Partial<Omit<Piece, 'id'>>): void {
    this.pieces[piece] = { ...this.pieces[piece], ...change }
  }

  /** A value that stands as a row in the file, as a row here. */
  row(node: FlatNode, value: MapsValue): MapsValue {
    const shape = this.shapeOf(value)
    if (!value.flat || !isMap(shape)) return value
    const row = this.emit(node, { kind: 'op', op: 'flatten', attrs: {} }, [value])
    this.amend(row.piece, { tensor: undefined })
    return extent(shape).some((side) => side > 1) && !value.last ? { ...row, order: shape } : row
  }

  /** The sides that the file sees, the image alone in its batch. */
  sides(value: MapsValue): readonly number[] {
    const shape = this.shapeOf(value)
    if (!isMap(shape)) return [1, shape[0]]
    const [height, width, depth] = asMap(shape)
    if (value.flat) return [1, height * width * depth]
    return value.last ? [1, height, width, depth] : [1, depth, height, width]
  }

  channels(value: { readonly piece: number }): number {
    return channels(this.shapeOf(value))
  }
}

/** A whole number among the attributes of an operator. */
export function int(node: FlatNode, name: string, otherwise: number): number {
  return node.attributes.get(name)?.i ?? otherwise
}

export function float(node: FlatNode, name: string, otherwise: number): number {
  return node.attributes.get(name)?.f ?? otherwise
}

export function ints(node: FlatNode, name: string): readonly number[] | undefined {
  const found = node.attributes.get(name)
  return found ? (found.ints ?? []) : undefined
}

export function word(node: FlatNode, name: string): string | undefined {
  const found = node.attributes.get(name)?.s
  return found && new TextDecoder().decode(found)
}
