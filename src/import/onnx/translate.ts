import { afterWords, closed, isUnknown } from '../../nn/ops/closed'
import type { MapShape, Shape } from '../../nn/shape'
import { ImportError } from '../error'
import type { FlatGraph, FlatNode } from './flat'
import { rules } from './rules'
import { type InputTransform, type MapsValue, NoRule, type Piece, Translator, type Value } from './translator'

/** The pieces of a network with what reads what; the first is its input. */
export interface Translation {
  readonly input: MapShape
  readonly pieces: readonly Piece[]
  /** Pieces whose tensors leave, the main one first; none that the main one is computed from. */
  readonly outputs: readonly number[]
  readonly transform?: InputTransform
  /** What the reader should know, a sentence each. */
  readonly notes: readonly string[]
}

/** Pixels that a file's free height and width stand for, unless something else is asked for. */
const usual = 224

/** An image larger than this is not shown here. */
const largest = 4096

/**
 * What the operators of a file are here. What has no counterpart becomes a closed piece with a sentence, and all that is
 * computed from it without a known shape goes into the same piece. Throws an `ImportError` where the input is no image.
 */
export function translate(graph: FlatGraph): Translation {
  const notes: string[] = []
  const { shape, last, flat } = inputOf(graph, notes)
  const to = new Translator(graph, shape, last)
  if (flat) to.values.set(graph.input.name, { kind: 'maps', piece: 0, flat: true })
  const lost = new Map<string, number>()
  const beyond: FlatNode[] = []
  let stopped: number | undefined
  const reasons: string[] = []

  for (const node of graph.nodes) {
    if (node.inputs.some((name) => lost.has(name))) {
      beyond.push(node)
      for (const output of node.outputs) lost.set(output, stopped!)
      continue
    }
    const value = tried(node, to)
    if (typeof value !== 'string') {
      to.values.set(node.outputs[0], value)
      continue
    }
    const inputs = node.inputs.flatMap((name) => {
      const value = to.values.get(name)
      return value?.kind === 'maps' ? [value] : value?.kind === 'groups' ? [value.of] : []
    })
    reasons.push(`${node.type} (${node.name}): ${value}`)
    const known = shapeFrom(graph.sides.get(node.outputs[0]))
    const piece = addClosed(to, node, inputs, known ?? (inputs[0] ? to.shapeOf(inputs[0]) : shape), value)
    if (known) to.values.set(node.outputs[0], { kind: 'maps', piece })
    else {
      stopped ??= piece
      for (const output of node.outputs) lost.set(output, piece)
    }
  }
  const after = beyond.map(({ type }) => type)
  if (stopped !== undefined && after.length > 0)
    to.amend(stopped, { attrs: { ...to.pieces[stopped].attrs, beyond: after } })
  if (reasons.length > 0) notes.push(missing(reasons, after))
  const outputs = leaving(graph, to, lost)
  if (outputs.length === 0 || outputs[0] === 0)
    throw new ImportError('No layer of the file leads from its input to its output.')
  return {
    input: shape,
    pieces: to.pieces,
    outputs,
    ...(to.transform && { transform: to.transform }),
    notes,
  }
}

/** What an operator gives, or why it has no counterpart. */
function tried(node: FlatNode, to: Translator): Value | string {
  const rule = Object.hasOwn(rules, node.type) ? rules[node.type] : undefined
  if (!rule) return 'the operator is not known here'
  try {
    return rule(node, to)
  } catch (problem) {
    if (problem instanceof NoRule) return problem.message
    if (problem instanceof ImportError) throw problem
    // A rule reads what the format promises; a damaged file need not keep it.
    return 'its attributes do not follow the format'
  }
}

function addClosed(
  to: Translator,
  node: FlatNode,
  inputs: readonly MapsValue[],
  shape: Shape,
  reason: string,
): number {
  const id = to.pieces.length
  const why = `${node.type} cannot be computed here: ${reason}`
  const { op, attrs } = closed({ title: node.type, why, holds: [node.type], shape })
  to.pieces.push({
    id,
    op,
    attrs,
    inputs: inputs.length > 0 ? inputs.map(({ piece }) => piece) : [0],
    shape,
    weights: {},
    node,
    from: {},
  })
  return id
}

function missing(reasons: readonly string[], beyond: readonly string[]): string {
  const more = reasons.length > 3 ? `, and ${reasons.length - 3} more` : ''
  return `Layerwise cannot compute a part of this file: ${reasons.slice(0, 3).join('; ')}${more}.${afterWords(beyond)}`
}

function leaving(graph: FlatGraph, to: Translator, lost: ReadonlyMap<string, number>): readonly number[] {
  const found = graph.outputs.flatMap((name, i) => {
    const value = to.values.get(name)
    if (value?.kind === 'maps') return [i === 0 ? to.row(lastNode(graph), value).piece : value.piece]
    return lost.has(name) ? [lost.get(name)!] : []
  })
  // Other inputs of a closed piece end beside it.
  const loose = to.pieces.filter((piece) => isUnknown(piece)).flatMap(({ inputs }) => inputs.slice(1))
  const all = [...new Set([...found, ...loose])]
  const inner = ancestors(to.pieces, all[0])
  return all.filter((piece, i) => i === 0 || !inner.has(piece))
}

function lastNode(graph: FlatGraph): FlatNode {
  return graph.nodes.at(-1)!
}

/** A piece and all that it is computed from. */
export function ancestors(
  pieces: readonly Pick<Piece, 'inputs' | 'op'>[],
  of: number | undefined,
): ReadonlySet<number> {
  const seen = new Set(of === undefined ? [] : [of])
  const waiting = [...seen]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const input of readBy(pieces[next]))
      if (!seen.has(input)) {
        seen.add(input)
        waiting.push(input)
      }
  return seen
}

/** What a piece reads in the picture: a closed one only the first of its inputs. */
export function readBy(piece: Pick<Piece, 'inputs' | 'op'>): readonly number[] {
  return isUnknown(piece) ? piece.inputs.slice(0, 1) : piece.inputs
}

/** Our shape of what the file says of a tensor, the batch left out. */
function shapeFrom(sides: readonly (number | undefined)[] | undefined): Shape | undefined {
  const [, a, b, c] = sides ?? []
  if (sides?.length === 4 && a && b && c) return [b, c, a]
  return sides?.length === 2 && a ? [a] : undefined
}

function inputOf(graph: FlatGraph, notes: string[]): { shape: MapShape; last: boolean; flat?: true } {
  const { sides, name } = graph.input
  if (sides.length === 2 && sides[1])
    return { shape: [1, 1, bounded(sides[1], name)], last: false, flat: true }
  if (sides.length !== 4)
    throw new ImportError(
      `The input ${name} has ${sides.length} dimensions; a network on images needs four: batch, channels, height and width.`,
    )
  const [, a, b, c] = sides
  const last = c !== undefined && c <= 4 && !(a !== undefined && a <= 4)
  const [depth, height, width] = last ? [c, a, b] : [a ?? channelsRead(graph), b, c]
  if (height === undefined || width === undefined)
    notes.push(
      `The file leaves height and width open; ${height ?? usual}×${width ?? usual} is used unless you choose another size.`,
    )
  return {
    shape: [bounded(height ?? usual, name), bounded(width ?? usual, name), bounded(depth ?? 3, name)],
    last,
  }
}

function channelsRead(graph: FlatGraph): number | undefined {
  const first = graph.nodes.find(({ type }) => type === 'Conv')
  return first && graph.constants.get(first.inputs[1])?.shape[1]
}

function bounded(side: number, name: string): number {
  if (side > largest)
    throw new ImportError(
      `The input ${name} has a side of ${side.toLocaleString('en')}; the limit here is ${largest}.`,
    )
  return side
}
