import { luma } from '../../../runtime/input'
import type { Pixels } from '../../../runtime/types'

/** A grey picture, row by row, 0 to 255. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly values: Float32Array
}

/** The brightness of every pixel. */
export function greyOf({ width, height, data }: Pixels): Grey {
  const values = Float32Array.from({ length: width * height }, (_, i) =>
    luma.reduce((sum, share, c) => sum + share * data[4 * i + c], 0),
  )
  return { width, height, values }
}

export const tasks = ['mean', 'edges'] as const

/** What the window does: the mean under it, or right half minus left half. */
export type Task = (typeof tasks)[number]

/** The weights of a window of side k, row by row; they sum to 1, or to 0 for edges. */
export function kernelOf(task: Task, side: number): readonly number[] {
  const middle = (side - 1) / 2
  return Array.from({ length: side * side }, (_, i) => {
    if (task === 'mean') return 1 / (side * side)
    const column = i % side
    return column === middle ? 0 : Math.sign(column - middle) / (side * Math.max(1, middle))
  })
}

/** The window on every pixel; the edge is repeated outwards. A window of one pixel has no two halves and passes the picture on. */
export function convolve({ width, height, values }: Grey, task: Task, side: number): Grey {
  if (side === 1) return { width, height, values }
  const kernel = kernelOf(task, side)
  const reach = (side - 1) / 2
  const result = new Float32Array(values.length)
  const within = (at: number, size: number) => Math.min(size - 1, Math.max(0, at))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let j = 0; j < side; j++)
        for (let i = 0; i < side; i++)
          sum +=
            kernel[j * side + i] *
            values[within(y + j - reach, height) * width + within(x + i - reach, width)]
      result[y * width + x] = task === 'edges' ? 128 + sum : sum
    }
  return { width, height, values: result }
}
