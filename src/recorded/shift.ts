/** One network on darker and brighter test images than it was trained on, as tools/training/shift.py writes it. */
export interface ShiftReport {
  readonly network: string
  readonly title: string
  readonly testImages: number
  /** Training images, in the same light, from which statistics were taken anew. */
  readonly statisticsImages: number
  readonly date: string
  readonly machine: string
  /** In the order of the light: every pixel times `factor`, cut off at white; shares of wrong answers. */
  readonly points: readonly ShiftPoint[]
}

export interface ShiftPoint {
  readonly factor: number
  /** With the means and variances of the training. */
  readonly kept: number
  /** With means and variances taken anew in this light; every weight as it was. */
  readonly anew: number
}

/** `× 0.25`. */
export const light = ({ factor }: ShiftPoint): string => `× ${factor}`
