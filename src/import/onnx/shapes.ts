import { subsamplePad } from '../../nn/ops/reshape'
import { extent, isMap, volume } from '../../nn/shape'
import type { FlatNode } from './flat'
import { cut, isOfChannels, shuffle, shuffledGroups, split } from './split'
import { int, ints, type MapsValue, NoRule, type Translator, type Value, word } from './translator'

type Rule = (node: FlatNode, to: Translator) => Value

function axesOf(node: FlatNode, to: Translator, rank: number): readonly number[] | undefined {
  const axes = ints(node, 'axes') ?? to.numbers(node, 1)
  return axes && [...axes].map((axis) => (axis < 0 ? axis + rank : axis)).sort((a, b) => a - b)
}

const hasOnePosition = (to: Translator, x: MapsValue) => volume(to.shapeOf(x)) === to.channels(x)

/** A value seen as a row. */
function asRow(to: Translator, x: MapsValue): MapsValue {
  return isMap(to.shapeOf(x)) ? { ...x, flat: true } : x
}

const numbers = (values: readonly number[]): Value => ({ kind: 'numbers', values })

/** What changes how the file sees a tensor, and the arithmetic with shapes around it. */
export const shapeRules: Readonly<Record<string, Rule>> = {
  Flatten(node, to) {
    const x = to.maps(node)
    if (int(node, 'axis', 1) !== 1) throw new NoRule('it keeps dimensions other than the batch')
    return asRow(to, x)
  },

  Reshape(node, to) {
    const value = to.value(node, 0)
    const x = value?.kind === 'groups' ? shuffle(node, to, value.of, value.groups) : to.maps(node)
    const target = ints(node, 'shape') ?? to.numbers(node, 1)
    if (!target) throw new NoRule('its shape is computed')
    const from = to.sides(x)
    const sides = target.map((side, i) =>
      side === 0 && int(node, 'allowzero', 0) === 0 ? (from[i] ?? 1) : side,
    )
    const known = sides.filter((side) => side !== -1).reduce((product, side) => product * side, 1)
    const total = from.reduce((product, side) => product * side, 1)
    // A batch of any size stands as −1, and then it is the first.
    const full = sides.map((side) => (side === -1 ? total / known : side))
    if (full.join() === from.join()) return x
    if (full.length === 2 && full[0] === 1 && full[1] === total) return asRow(to, x)
    if (full.length === 4 && hasOnePosition(to, x) && full.filter((side) => side !== 1).length <= 1) {
      const { flat: _, ...map } = x
      return map
    }
    const groups = shuffledGroups(node, to, x, full)
    if (groups !== undefined) return { kind: 'groups', of: x, groups }
    throw new NoRule(`it outputs a tensor of the shape ${full.join('×')}`)
  },

  Squeeze(node, to) {
    const value = to.value(node, 0)
    if (value?.kind === 'channel' || value?.kind === 'numbers') return value
    const x = to.maps(node)
    const axes = axesOf(node, to, 4)
    const wanted = x.last ? '1,2' : '2,3'
    if (!hasOnePosition(to, x) || (axes && axes.join() !== wanted))
      throw new NoRule('it removes other dimensions')
    return asRow(to, x)
  },

  Unsqueeze(node, to) {
    const value = to.value(node, 0)
    if (value?.kind === 'channel' || value?.kind === 'numbers') return value
    if (value?.kind === 'constant' && value.constant.few) return numbers(value.constant.few)
    const x = to.maps(node)
    if (axesOf(node, to, 4)?.join() !== '2,3' || !hasOnePosition(to, x))
      throw new NoRule('it adds other dimensions')
    const { flat: _, ...map } = x
    return map
  },

  Transpose(node, to) {
    const value = to.value(node, 0)
    if (value?.kind === 'constant') return transposed(node, value.constant)
    // The Reshape before it has seen that it swaps groups and members.
    if (value?.kind === 'groups') return value
    const x = to.maps(node)
    const perm = ints(node, 'perm')?.join()
    if (x.flat || !isMap(to.shapeOf(x))) throw new NoRule('it transposes a vector')
    if (perm === '0,1,2,3') return x
    if (perm === '0,2,3,1' && !x.last) return { ...x, last: true }
    if (perm === '0,3,1,2' && x.last) {
      const { last: _, ...first } = x
      return first
    }
    throw new NoRule(`it reorders the dimensions of a map as ${perm}`)
  },

  Pad(node, to) {
    const x = to.map(node)
    const pads = ints(node, 'pads') ?? to.numbers(node, 1)
    if (pads?.length !== 8) throw new NoRule('its sides are computed')
    if (pads.every((side) => side === 0)) return x
    const filler = node.attributes.get('value')?.f ?? to.numbers(node, 2)?.[0] ?? 0
    if ((word(node, 'mode') ?? 'constant') !== 'constant' || filler !== 0)
      throw new NoRule('it pads a map with something other than zeros')
    const [batch, depth, top, left, batchAfter, depthAfter, bottom, right] = pads
    if (batch || depth || batchAfter || pads.some((side) => side < 0))
      throw new NoRule('it adds or removes channels')
    if (depthAfter > 0) {
      if (top || left || bottom || right) throw new NoRule('it adds channels and rows')
      return withChannels(node, to, x, depthAfter)
    }
    return { ...x, pads: [top, right, bottom, left] }
  },

  Shape: (node, to) => numbers(to.sides(to.maps(node))),
  Cast: (node, to) => {
    const value = to.value(node, 0)
    if (!value) throw new NoRule('its input is not known here')
    return value
  },

  Gather(node, to) {
    const value = to.value(node, 0)
    const at = to.numbers(node, 1)
    if (value?.kind === 'numbers' && at)
      return numbers(at.map((i) => value.values[i < 0 ? i + value.values.length : i]))
    if (value?.kind === 'maps' && at?.length === 1 && int(node, 'axis', 0) === 1)
      return { kind: 'channel', piece: value.piece, index: at[0], scale: 1, shift: 0 }
    throw new NoRule('it picks values out of a tensor')
  },

  Slice(node, to) {
    const value = to.value(node, 0)
    const [from, end] = [
      ints(node, 'starts') ?? to.numbers(node, 1),
      ints(node, 'ends') ?? to.numbers(node, 2),
    ]
    const axes = ints(node, 'axes') ?? to.numbers(node, 3)
    const steps = to.numbers(node, 4)
    if (
      value?.kind === 'maps' &&
      !value.last &&
      axes?.join() === '2,3' &&
      steps?.length === 2 &&
      steps[0] === steps[1]
    ) {
      const [height, width] = extent(to.shapeOf(value))
      if (from?.join() !== '0,0' || !end || end[0] < height || end[1] < width)
        throw new NoRule('it crops a map')
      const spec = subsamplePad({ stride: steps[0], filters: to.channels(value) })
      return to.emit(node, spec, [value])
    }
    if (from?.length !== 1 || end?.length !== 1 || (steps && steps[0] !== 1))
      throw new NoRule('it crops a map')
    if (value?.kind === 'numbers') return numbers(value.values.slice(from[0], end[0]))
    if (value?.kind === 'maps' && axes?.length === 1 && isOfChannels(to, value, axes[0])) {
      // A channel of the image, as it is treated before the first layer.
      if (value.piece === 0 && !value.last && end[0] - from[0] === 1)
        return { kind: 'channel', piece: 0, index: from[0], scale: 1, shift: 0 }
      return cut(node, to, value, from[0], end[0])
    }
    throw new NoRule('it crops a map')
  },

  Split: split,

  /** Of shapes, or of the channels of an image that were treated one by one. */
  Concat(node, to) {
    const values = node.inputs.map((_, i) => to.value(node, i))
    const channel = values.map((value) => (value?.kind === 'channel' ? value : undefined))
    const [first] = channel
    if (first && channel.every((each, i) => each?.piece === first.piece && each.index === i)) {
      if (first.piece !== 0 || channel.length !== to.channels(first))
        throw new NoRule('it joins channels that were treated one by one')
      to.transform = {
        scale: channel.map((each) => each!.scale),
        shift: channel.map((each) => each!.shift),
      }
      return { kind: 'maps', piece: 0 }
    }
    const known = node.inputs.map((_, i) => to.numbers(node, i))
    if (known.some((each) => !each)) throw new NoRule('it joins things of different kinds')
    return numbers(known.flatMap((each) => each!))
  },
}

/** Channels of zeros behind a map; together with taking every second pixel it is a shortcut of ResNet's option A. */
function withChannels(node: FlatNode, to: Translator, x: MapsValue, more: number): Value {
  const filters = to.channels(x) + more
  const piece = to.pieces[x.piece]
  if (piece.op !== subsamplePad.definition.name || !to.isReadOnce(node.inputs[0]))
    return to.emit(node, subsamplePad({ stride: 1, filters }), [x])
  const [height, width] = extent(piece.shape)
  to.amend(x.piece, {
    attrs: { ...piece.attrs, filters },
    shape: [height, width, filters],
    tensor: node.outputs[0],
  })
  return x
}

/** A matrix that is turned before it is used. */
function transposed(node: FlatNode, constant: Extract<Value, { kind: 'constant' }>['constant']): Value {
  const [rows, columns] = constant.shape
  if (constant.shape.length !== 2 || (ints(node, 'perm') ?? [1, 0]).join() !== '1,0')
    throw new NoRule('it transposes a kernel')
  const read = async () => {
    const values = await constant.tensor.read()
    const moved = new Float32Array(values.length)
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) moved[c * rows + r] = values[r * columns + c]
    return moved
  }
  const shape = [columns, rows]
  return {
    kind: 'constant',
    constant: { name: constant.name, shape, tensor: { ...constant.tensor, shape, read } },
  }
}
