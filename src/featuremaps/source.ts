import { asMap, isMap, type Shape } from '../nn/shape'
import type { Patch, Unit } from '../nn/unit'

/** Where the values of an input come from. */
export interface Source {
  readonly id: string
  /** `path 2 of 4`, where several meet. */
  readonly path?: string
  readonly shape: Shape
}

/** What a part of a sum is called: its channel, or its path where several inputs meet. */
export function partName({ input, channel }: Patch, sources: readonly Source[]): string {
  const { id, path, shape } = sources[input]
  const one = `${isMap(shape) ? 'channel' : 'unit'} ${channel}`
  return path === undefined ? one : `${id} (${path}), ${one}`
}

/** `row 3, column 4, channel 7`; a channel of one position, or a unit, is named by its number. */
export function placeOf({ row, column, channel }: Unit, { shape }: Source): string {
  if (!isMap(shape)) return `unit ${channel}`
  const [height, width] = asMap(shape)
  return height * width === 1 ? `channel ${channel}` : `row ${row}, column ${column}, channel ${channel}`
}
