import type { Weight } from '../../nn/op'
import type { Graph, GraphNode, ReceptiveField } from '../../nn/graph'
import { centre } from '../../nn/receptive'
import type { AxisOrder, Shape } from '../../nn/shape'
import { extent, formatShape, isMap } from '../../nn/shape'
import { size } from '../../nn/totals'
import type { DepthRule } from '../../nn/spec'
import { count } from '../../ui/format'

/** `7×7×3×64 = 9,408`; a single axis is its own product. */
export function weightFormula(weight: Weight): string {
  const sides = weight.shape.join('×')
  return weight.shape.length === 1 ? count(size(weight)) : `${sides} = ${count(size(weight))}`
}

/** What a weight is called as a heading: the four of batch normalization have letters of their own. */
export function weightTitle(name: string, { role }: Weight): string {
  if (role === 'gamma') return 'scale γ'
  if (role === 'beta') return 'shift β'
  return role === 'running' ? `moving ${name}` : name
}

/** What a weight is for, and whether it counts. */
export const roles: Readonly<Record<Weight['role'], string>> = {
  weight: 'trainable',
  bias: 'trainable',
  gamma: 'trainable, scale γ',
  beta: 'trainable, shift β',
  running: 'estimated in training, not counted',
  fixed: 'designed by hand, not counted',
}

export const depthRules: Readonly<Record<DepthRule, string>> = {
  weighted: 'convolutions and fully connected layers on the longest path',
  withPooling: 'convolutions, fully connected and pooling layers on the longest path',
  modules: 'all layers with weights, on any path',
  boxes: 'boxes in a drawing, without activations',
  boxesWithActivations: 'boxes in a drawing, with activations',
}

/** How the depth of a network is counted, in a sentence. */
export const depthWords = ({ architecture }: Graph) =>
  `Counted as in its paper: ${depthRules[architecture.depthRule ?? 'weighted']}.`

/** Why a count is larger than that of the same layers without. */
export const normalizingWords = (parameters: number) =>
  `With batch normalization: ${count(parameters)} of the parameters are its γ and β.`

/** An attribute as text; long tables are counted, not printed. */
export function attribute(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (!Array.isArray(value)) return String(value)
  if (value.some(Array.isArray)) return `a table of ${value.length} rows`
  return value.length <= 6 ? value.join(', ') : `${value.length} values`
}

/** `43×43`, of the field along both axes. */
export function fieldSize(field: ReceptiveField): string {
  return field.map((reach) => reach.size).join('×')
}

/** What the values of a node see, in a sentence or two. */
export function fieldWords({ fields, receptiveField, shape }: GraphNode): string {
  const size = fieldSize(receptiveField)
  const isOne = fields.length === 1
  if (!isMap(shape))
    return isOne
      ? `Every value sees the same ${size} pixels of the input.`
      : `One value sees at most ${size} pixels of the input: those around its original position.`
  const sees = isOne
    ? `One value sees ${size} pixels of the input`
    : `One value sees at most ${size} pixels of the input, and some channels see fewer`
  if (receptiveField.some(({ each }) => each))
    return `${isOne ? `One value sees at most ${size} pixels of the input` : sees}. These fields differ in size or spacing, because not all bins or paths are alike.`
  const [vertical, horizontal] = receptiveField
  if (extent(shape).join() === '1,1') return `${sees}.`
  const apart = [...new Set([vertical.stride, horizontal.stride])]
  return (
    `${sees}; its neighbor’s patch is shifted by ${apart.join('×')} pixel${apart.join() === '1' ? '' : 's'}. ` +
    `The first one is centered at row ${centre(vertical)}, column ${centre(horizontal)}.`
  ).replaceAll('-', '−')
}

export function shapes(list: readonly Shape[], order: AxisOrder): string {
  return list.map((shape) => formatShape(shape, order)).join(' and ')
}
