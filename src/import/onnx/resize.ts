import { bilinear, upsample } from '../../nn/ops/upsampling'
import { isMap } from '../../nn/shape'
import type { FlatNode } from './flat'
import { int, NoRule, type Translator, type Value, word } from './translator'
import { square } from './windows'

/** How many times larger an operator makes each side of a tensor. */
function scalesOf(node: FlatNode, to: Translator, sides: readonly number[]): readonly number[] {
  const scales = to.numbers(node, node.type === 'Upsample' ? 1 : 2) ?? node.attributes.get('scales')?.floats
  if (scales && scales.length > 0) return scales
  const sizes = to.numbers(node, 3)
  if (!sizes || sizes.length !== sides.length) throw new NoRule('its output size is computed by the file')
  return sizes.map((size, i) => size / sides[i])
}

/** For a whole scale these are one: the value whose area an output lies in. */
const nearest = [
  'asymmetric floor',
  'half_pixel round_prefer_floor',
  'half_pixel round_prefer_ceil',
  'pytorch_half_pixel round_prefer_floor',
  'tf_half_pixel_for_nn floor',
]

/** `Resize`, and `Upsample` as it was called up to opset 9. */
export function resize(node: FlatNode, to: Translator): Value {
  const x = to.maps(node)
  if (x.flat || !isMap(to.shapeOf(x))) throw new NoRule('it makes a vector longer')
  const all = scalesOf(node, to, to.sides(x))
  const [down, across] = x.last ? all.slice(1, 3) : all.slice(2, 4)
  const others = x.last ? [all[0], all[3]] : all.slice(0, 2)
  if (others.some((scale) => scale !== 1)) throw new NoRule('it changes the number of channels')
  if (![down, across].every((scale) => Number.isInteger(scale) && scale >= 1))
    throw new NoRule(
      `it makes the map ${down} times as high and ${across} times as wide, and only whole-number factors are supported here`,
    )
  if (int(node, 'antialias', 0) === 1) throw new NoRule('it smooths the map first')
  const scale = square([down, across])
  const mode = word(node, 'mode') ?? 'nearest'
  const isOld = node.type === 'Upsample' || to.graph.opset < 11
  const places = isOld ? 'asymmetric' : (word(node, 'coordinate_transformation_mode') ?? 'half_pixel')
  if (mode === 'nearest') {
    const rounding = isOld ? 'floor' : (word(node, 'nearest_mode') ?? 'round_prefer_floor')
    if (!nearest.includes(`${places} ${rounding}`))
      throw new NoRule(`its values are chosen by ${places}, ${rounding}`)
    return to.emit(node, upsample({ scale }), [x], { keeps: x })
  }
  if (mode !== 'linear') throw new NoRule(`its mode is ${mode}`)
  // PyTorch's half pixels differ from others only where the output has one row.
  const isHalf = places === 'half_pixel' || places === 'pytorch_half_pixel'
  if (!isHalf && places !== 'align_corners') throw new NoRule(`its values lie at ${places} places`)
  return to.emit(node, bilinear({ scale, corners: !isHalf }), [x], { keeps: x })
}
