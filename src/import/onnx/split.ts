import { channelShuffle, channelSlice } from '../../nn/ops/channels'
import { volume } from '../../nn/shape'
import type { FlatNode } from './flat'
import { int, ints, type MapsValue, NoRule, type Translator, type Value } from './translator'

// Channels that are parted, regrouped and taken in turn, as ShuffleNet does.

/** Which side of a tensor holds the channels; undefined where they stand among its positions. */
function channelSide(to: Translator, x: MapsValue): number | undefined {
  if (x.flat && volume(to.shapeOf(x)) > to.channels(x)) return undefined
  return x.last && !x.flat ? to.sides(x).length - 1 : 1
}

/** Whether a side that an operator names, from the front or from behind, is that of the channels. */
export function isOfChannels(to: Translator, x: MapsValue, axis: number): boolean {
  return (axis < 0 ? axis + to.sides(x).length : axis) === channelSide(to, x)
}

/** Some neighboring channels of a tensor, from one to before another, as `tensor` of the file. */
function some(
  node: FlatNode,
  to: Translator,
  x: MapsValue,
  from: number,
  end: number,
  tensor: string,
): Value {
  return to.emit({ ...node, outputs: [tensor] }, channelSlice({ from, to: end }), [x], { keeps: x })
}

/** What is left where an operator cuts the channels at bounds that count from behind where they are negative. */
export function cut(node: FlatNode, to: Translator, x: MapsValue, from: number, end: number): Value {
  const depth = to.channels(x)
  const within = (bound: number) => Math.min(depth, Math.max(0, bound < 0 ? bound + depth : bound))
  const [first, last] = [within(from), within(end)]
  return first === 0 && last === depth ? x : some(node, to, x, first, last, node.outputs[0])
}

/** The operator Split along the channels: a tensor for each part. */
export function split(node: FlatNode, to: Translator): Value {
  const x = to.maps(node)
  if (!isOfChannels(to, x, int(node, 'axis', 0))) throw new NoRule('it splits a map')
  const depth = to.channels(x)
  const even = Math.ceil(depth / node.outputs.length)
  const equal = node.outputs.map((_, i) => Math.min(even, depth - i * even))
  const sizes = ints(node, 'split') ?? to.numbers(node, 1) ?? equal
  const isWhole = sizes.length === node.outputs.length && sizes.reduce((sum, size) => sum + size, 0) === depth
  if (!isWhole || sizes.some((size) => size < 1)) throw new NoRule('its parts are not those of its channels')
  let from = 0
  const parts = sizes.map((size, i) => some(node, to, x, from, (from += size), node.outputs[i]))
  node.outputs.forEach((name, i) => to.values.set(name, parts[i]))
  return parts[0]
}

/**
 * The groups of a channel shuffle that begins with a Reshape to `sides`: a Transpose swaps groups and members, and another
 * Reshape lays them together. Undefined where it is something else.
 */
export function shuffledGroups(
  node: FlatNode,
  to: Translator,
  x: MapsValue,
  sides: readonly number[],
): number | undefined {
  const turn = to.onlyReader(node)
  const together = turn?.type === 'Transpose' ? to.onlyReader(turn) : undefined
  const perm = turn && ints(turn, 'perm')
  if (together?.type !== 'Reshape' || perm?.length !== sides.length) return undefined
  // A side of one value may stand anywhere.
  const before = sides.map((_, i) => i).filter((i) => sides[i] !== 1)
  const after = perm.map((i) => before.indexOf(i)).filter((i) => i >= 0)
  const side = channelSide(to, x)
  const at = side === 1 ? 0 : before.length - 2
  const swapped = before.map((_, i) => (i === at ? at + 1 : i === at + 1 ? at : i))
  const [groups, members] = [sides[before[at]], sides[before[at + 1]]]
  const isShuffle = side !== undefined && groups * members === to.channels(x)
  return isShuffle && after.join() === swapped.join() ? groups : undefined
}

export function shuffle(node: FlatNode, to: Translator, x: MapsValue, groups: number): MapsValue {
  return to.emit(node, channelShuffle({ groups }), [x], { keeps: x })
}
