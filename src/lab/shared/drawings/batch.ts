import type { Batch } from '../../../runtime/training/batch'
import { type Drawings, shapes, side } from './drawings'

/** Drawings as a network learns from them. */
export const batchOf = ({ pixels, labels }: Drawings): Batch => ({
  images: pixels,
  shape: [labels.length, side, side, 1],
  labels,
  classes: shapes.length,
})
