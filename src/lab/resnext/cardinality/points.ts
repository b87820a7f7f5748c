import { graphOf } from '../../../architectures/built'

/** ResNeXt-50 with the 3×3 in `paths` groups of `width` channels each. */
export interface Point {
  readonly paths: number
  readonly width: number
  /** Top-1 error on ImageNet, one 224×224 crop, in percent: the paper of ResNeXt, table 3. */
  readonly error: number
}

export const points: readonly Point[] = [
  { paths: 1, width: 64, error: 23.9 },
  { paths: 2, width: 40, error: 23.0 },
  { paths: 4, width: 24, error: 22.6 },
  { paths: 8, width: 14, error: 22.3 },
  { paths: 32, width: 4, error: 22.2 },
]

/** What such a network costs, counted. */
export function costOf({ paths, width }: Point): { readonly params: number; readonly macs: number } {
  const { totals } = graphOf('resnext50-32x4d', { cardinality: paths, 'group-width': width })
  return { params: totals.trainable, macs: totals.macs }
}
