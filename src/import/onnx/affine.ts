import { layerScale } from '../../nn/ops/layerNorm'
import { scaleShift } from '../../nn/ops/normalization'
import { isMap } from '../../nn/shape'
import type { Constant, FlatNode } from './flat'
import { type MapsValue, NoRule, type Translator, type Value } from './translator'

/** A bias that stands after its layer as an operator of its own, or undefined where it is something else. */
export function biased(node: FlatNode, to: Translator): Value | undefined {
  const { x, name, constant } = sides(node, to)
  if (x?.kind !== 'maps' || !constant || !to.isReadOnce(name)) return undefined
  const piece = to.pieces[x.piece]
  const isBare = piece.attrs.bias === false && piece.tensor === name
  if (!isBare || count(constant) !== to.channels(x) || !perChannel(constant, to, x)) return undefined
  to.amend(x.piece, {
    attrs: { ...piece.attrs, bias: true },
    weights: { ...piece.weights, bias: () => constant.tensor.read() },
    from: { ...piece.from, bias: constant },
    tensor: node.outputs[0],
  })
  return x
}

/** A number per channel that is added, taken away, multiplied or divided by. */
export function affineRule(node: FlatNode, to: Translator): Value {
  const { x, name, constant, swapped } = sides(node, to)
  if (!constant || !x) throw new NoRule('both of its inputs are computed')
  const divides = node.type === 'Div'
  if (swapped && (divides || node.type === 'Sub'))
    throw new NoRule('it divides a constant by a layer, or subtracts a layer from one')
  if (x.kind === 'channel') {
    const [by] = constant.few ?? []
    if (constant.few?.length !== 1) throw new NoRule('its values are not one per channel')
    if (node.type === 'Mul') return { ...x, scale: x.scale * by, shift: x.shift * by }
    if (divides) return { ...x, scale: x.scale / by, shift: x.shift / by }
    return { ...x, shift: x.shift + (node.type === 'Sub' ? -by : by) }
  }
  if (x.kind !== 'maps' || x.flat || !isMap(to.shapeOf(x)))
    throw new NoRule('it changes a vector by constants')
  const depth = to.channels(x)
  const isOne = count(constant) === 1
  if (!isOne && !(count(constant) === depth && perChannel(constant, to, x)))
    throw new NoRule('its values are not one per channel')
  const all = async () => {
    const values = await constant.tensor.read()
    return isOne ? new Float32Array(depth).fill(values[0]) : values
  }
  const scales = divides || node.type === 'Mul'
  const coefficient = async () => {
    if (!scales) return new Float32Array(depth).fill(1)
    return divides ? (await all()).map((value) => 1 / value) : await all()
  }
  const bias = async () => {
    if (scales) return new Float32Array(depth)
    return node.type === 'Sub' ? (await all()).map((value) => -value) : await all()
  }
  const piece = to.pieces[x.piece]
  const isScale = [scaleShift, layerScale].some(({ definition }) => definition.name === piece.op)
  if (!scales && isScale && piece.tensor === name && to.isReadOnce(name)) {
    to.amend(x.piece, {
      op: scaleShift.definition.name,
      weights: {
        ...piece.weights,
        bias: async () => {
          const [more, before] = [await bias(), await piece.weights.bias?.()]
          return more.map((value, i) => value + (before?.[i] ?? 0))
        },
      },
      tensor: node.outputs[0],
    })
    return x
  }
  // One learned factor per channel, and nothing else.
  if (node.type === 'Mul' && !isOne)
    return to.emit(node, layerScale(), [x], {
      weights: { coefficient },
      from: { coefficient: constant },
      keeps: x,
    })
  return to.emit(node, scaleShift(), [x], {
    weights: { coefficient, bias },
    from: { coefficient: constant },
    keeps: x,
  })
}

function sides(node: FlatNode, to: Translator) {
  const [first, second] = [to.value(node, 0), to.value(node, 1)]
  const swapped = first?.kind === 'constant'
  const x = swapped ? second : first
  const other = swapped ? first : second
  return {
    x,
    name: node.inputs[swapped ? 1 : 0],
    constant: other?.kind === 'constant' ? other.constant : undefined,
    swapped,
  }
}

function count({ shape }: Constant): number {
  return shape.reduce((product, side) => product * side, 1)
}

/** Whether the values of a constant meet the channels, as broadcasting goes. */
function perChannel({ shape }: Constant, to: Translator, x: MapsValue): boolean {
  const rank = to.sides(x).length
  const axis = rank === 4 && !x.last ? 1 : rank - 1
  const at = axis - (rank - shape.length)
  return shape.every((side, i) => (i === at ? side === to.channels(x) : side === 1))
}
