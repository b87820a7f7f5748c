import type { Preprocessing } from './preprocessing'
import type { FileTensor } from './tensors'

/** What a layer of Keras does to an image before the network begins; one number for all channels, or one for each. */
export type PreparingLayer =
  | {
      readonly kind: 'rescaling'
      readonly name: string
      readonly scale: readonly number[]
      readonly offset: readonly number[]
    }
  | {
      readonly kind: 'normalization'
      readonly name: string
      /** Absent where they were learned from images: then they are tensors of the file. */
      readonly mean?: readonly number[]
      readonly variance?: readonly number[]
    }

/** What Keras divides by at the least. */
const least = 1e-7

/** What learned layers of that kind are called among the tensors of a file. */
export const preparingTensors = ({ name }: PreparingLayer): readonly string[] =>
  ['mean', 'variance', 'count'].map((variable) => `${name}/${variable}`)

/** What these layers make of an image's bytes, one after the other; undefined where they do not fit its channels. */
export async function preparationIn(
  layers: readonly PreparingLayer[],
  channels: number,
  tensors: readonly FileTensor[],
): Promise<Pick<Preprocessing, 'scale' | 'shift' | 'order'> | undefined> {
  let scale = Array.from({ length: channels }, () => 1)
  let shift = scale.map(() => 0)
  for (const layer of layers) {
    const read = (variable: string) =>
      tensors.find(({ name }) => name === `${layer.name}/${variable}`)?.read()
    const [factor, offset] =
      layer.kind === 'rescaling'
        ? [layer.scale, layer.offset]
        : affine(layer.mean ?? (await read('mean')), layer.variance ?? (await read('variance')))
    const fits = (list: ArrayLike<number>) => list.length === 1 || list.length === channels
    if (!fits(factor) || !fits(offset)) return undefined
    const of = (list: ArrayLike<number>, c: number) => list[list.length === 1 ? 0 : c]
    shift = shift.map((value, c) => value * of(factor, c) + of(offset, c))
    scale = scale.map((value, c) => value * of(factor, c))
  }
  const isSound = scale.every((value) => value > 0 && Number.isFinite(value)) && shift.every(Number.isFinite)
  return layers.length > 0 && isSound ? { scale, shift, order: 'rgb' } : undefined
}

/** (x − mean) / deviation, as a factor and what is added after it. */
function affine(
  mean: ArrayLike<number> = [],
  variance: ArrayLike<number> = [],
): readonly [factor: readonly number[], offset: readonly number[]] {
  if (mean.length === 0 || variance.length === 0) return [[], []]
  const factor = Array.from(variance, (value) => 1 / Math.max(Math.sqrt(value), least))
  const at = (list: ArrayLike<number>, c: number) => list[list.length === 1 ? 0 : c]
  const length = Math.max(mean.length, variance.length)
  return [factor, Array.from({ length }, (_, c) => -at(mean, c) * at(factor, c))]
}
