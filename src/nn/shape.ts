/** A feature map as [height, width, channels]; the batch is implicit and channels come last. */
export type MapShape = readonly [height: number, width: number, channels: number]

/** A vector of units, as a dense layer gives it. */
export type VectorShape = readonly [units: number]

export type Shape = MapShape | VectorShape

/** How a shape is written: height first as in the lecture, or channels first as in PyTorch. */
export type AxisOrder = 'hwc' | 'chw'

export function isMap(shape: Shape): shape is MapShape {
  return shape.length === 3
}

/** Number of values of one image's tensor. */
export function volume(shape: Shape): number {
  return isMap(shape) ? shape[0] * shape[1] * shape[2] : shape[0]
}

/** Channels of a map, units of a vector: the thickness of a ribbon. */
export function channels(shape: Shape): number {
  return isMap(shape) ? shape[2] : shape[0]
}

/** Height and width; a vector is one point. */
export function extent(shape: Shape): readonly [height: number, width: number] {
  return isMap(shape) ? [shape[0], shape[1]] : [1, 1]
}

/** Every shape as [height, width, channels]; a vector of n units is 1×1×n. */
export function asMap(shape: Shape): MapShape {
  return [...extent(shape), channels(shape)]
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((side, axis) => side === b[axis])
}

/** That a shape stays as it is, in letters. */
export function unchanged(shape: Shape): readonly string[] {
  return [isMap(shape) ? 'H′ = H, W′ = W, C′ = C' : 'N′ = N']
}

/** A written name as it is said: `3×3 conv` is a 3 by 3 one. */
export function spoken(text: string): string {
  return text.replaceAll(/(\d)×(?=\d)/g, '$1 by ')
}

/** `112×112×64`, or `64×112×112` with channels first; a vector is its number of units. */
export function formatShape(shape: Shape, order: AxisOrder = 'hwc'): string {
  if (!isMap(shape)) return String(shape[0])
  const [height, width, depth] = shape
  return (order === 'hwc' ? [height, width, depth] : [depth, height, width]).join('×')
}
