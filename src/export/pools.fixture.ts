import { build } from '../nn/build'
import type { Graph } from '../nn/graph'

// Pools as loops over the definition, written without a look at `src/nn/ops`: what kernels, printed rules and exported
// files are held against.

export interface Pool {
  readonly op: 'maxPool' | 'avgPool'
  readonly kernel: readonly [vertical: number, horizontal: number]
  readonly stride: readonly [vertical: number, horizontal: number]
  readonly pad: number | 'same' | readonly [top: number, right: number, bottom: number, left: number]
  readonly ceil: boolean
  /** Whether the padding counts in a mean; a maximum has none. */
  readonly countPad?: boolean
}

export interface PoolCase {
  readonly said: string
  readonly pool: Pool
  readonly height: number
  readonly width: number
}

/** One channel, row by row. */
export interface Plane {
  readonly height: number
  readonly width: number
  readonly values: readonly number[]
}

const pads: readonly Pool['pad'][] = [0, 1, 2, 'same', [0, 1, 1, 0], [2, 0, 1, 1], [0, 2, 2, 1]]

/** Every pool of the sweep in which no window lies in the padding alone, and at least one fits. */
export const cases: readonly PoolCase[] = [
  ...sweep(Array.from({ length: 5 }, (_, i) => [i + 1, i + 1] as const)),
  ...sweep([
    [1, 3],
    [3, 2],
  ]),
].filter(({ pool, height, width }) => {
  const [rows, columns] = axesOf(pool, height, width)
  return [rows, columns].every(
    (axis) => Math.max(axis.before, axis.after) < axis.kernel && startsOf(axis).length > 0,
  )
})

function sweep(kernels: readonly Pool['kernel'][]): PoolCase[] {
  const found: PoolCase[] = []
  for (const kernel of kernels)
    for (const stride of [1, 2, 3])
      for (const pad of pads)
        for (const ceil of [false, true])
          for (const of of [
            { op: 'maxPool' },
            { op: 'avgPool', countPad: false },
            { op: 'avgPool', countPad: true },
          ] as const)
            for (let height = 4; height <= 13; height++) {
              // Sides that differ meet other remainders of the stride in one run.
              const width = height % 2 === 0 ? height : 17 - height
              const pool: Pool = { ...of, kernel, stride: [stride, stride], pad, ceil }
              const rest = `${ceil ? ' ceil' : ''}${pool.countPad ? ' counted' : ''} on ${height}×${width}`
              found.push({
                said: `${pool.op} ${kernel.join('×')} /${stride} padding ${String(pad)}${rest}`,
                pool,
                height,
                width,
              })
            }
  return found
}

interface Axis {
  readonly size: number
  readonly kernel: number
  readonly stride: number
  readonly before: number
  readonly after: number
  readonly ceil: boolean
}

function axesOf({ kernel, stride, pad, ceil }: Pool, height: number, width: number): [Axis, Axis] {
  const axis = (size: number, a: 0 | 1): Axis => {
    const base = { size, kernel: kernel[a], stride: stride[a], ceil }
    if (typeof pad === 'number') return { ...base, before: pad, after: pad }
    if (pad !== 'same')
      return { ...base, before: a === 0 ? pad[0] : pad[3], after: a === 0 ? pad[2] : pad[1] }
    // TensorFlow: as many outputs as there are strides in the input, the larger half of the padding behind.
    let total = 0
    const outputs = Math.ceil(size / stride[a])
    while (size + total < (outputs - 1) * stride[a] + kernel[a]) total++
    return { ...base, before: Math.floor(total / 2), after: total - Math.floor(total / 2) }
  }
  return [axis(height, 0), axis(width, 1)]
}

/**
 * Where the windows begin, the first in the padding: all whole ones, and in ceil mode one more, if the others leave
 * something of the padded map and it begins before the padding behind.
 */
function startsOf({ size, kernel, stride, before, after, ceil }: Axis): number[] {
  const starts: number[] = []
  let start = -before
  for (; start + kernel <= size + after; start += stride) starts.push(start)
  const covered = start - stride + kernel
  if (ceil && covered < size + after && start < size) starts.push(start)
  return starts
}

/** A network of nothing but the pool. */
export function graphOf({ op, ...attrs }: Pool, height: number, width: number): Graph {
  return build({ id: 'pool', title: 'Pool', input: [height, width, 1], body: { kind: 'op', op, attrs } })
}

/** The pool by its definition. */
export function poolOf(pool: Pool, plane: Plane): Plane {
  const [rows, columns] = axesOf(pool, plane.height, plane.width)
  const values: number[] = []
  for (const top of startsOf(rows))
    for (const left of startsOf(columns)) {
      let largest = -Infinity
      let sum = 0
      let onMap = 0
      let onPadded = 0
      for (let row = top; row < top + rows.kernel; row++)
        for (let column = left; column < left + columns.kernel; column++) {
          if (row >= plane.height + rows.after || column >= plane.width + columns.after) continue
          onPadded++
          if (row < 0 || column < 0 || row >= plane.height || column >= plane.width) continue
          onMap++
          sum += plane.values[row * plane.width + column]
          largest = Math.max(largest, plane.values[row * plane.width + column])
        }
      values.push(pool.countPad === undefined ? largest : sum / (pool.countPad ? onPadded : onMap))
    }
  return { height: startsOf(rows).length, width: startsOf(columns).length, values }
}

/** Numbers of no order, both signs, the same each time. */
export function planeOf(height: number, width: number): Plane {
  const values = Array.from({ length: height * width }, (_, i) => ((i * 7919 + 13) % 101) / 50 - 1.01)
  return { height, width, values }
}

/** The largest difference, and Infinity where the sizes differ or a value is not finite. */
export function apart(found: Plane, wanted: Plane): number {
  if (found.height !== wanted.height || found.width !== wanted.width) return Infinity
  if (found.values.length !== wanted.values.length) return Infinity
  return found.values.reduce(
    (most, value, i) =>
      Number.isFinite(value) ? Math.max(most, Math.abs(value - wanted.values[i])) : Infinity,
    0,
  )
}
