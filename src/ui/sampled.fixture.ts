import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether long sweeps run whole (`npm test -- all`) or a sample of them. */
    all: boolean
    /** The number of the day whose sample is taken; `LAYERWISE_DAY` brings one back. */
    day: number
  }
}

/**
 * The cases that a run tries: all of them in `npm test -- all`, or else `count` drawn by the number of the day, so that
 * another sample is tried each day and the name of the test tells which.
 */
export function sampled<T>(from: readonly T[], count = 400): { name: string; chosen: readonly T[] }[] {
  if (inject('all')) return [{ name: `all ${from.length}`, chosen: from }]
  const day = inject('day')
  // A step that shares no factor with the length visits every case once before any comes again.
  const step = coprimeTo(from.length, Math.max(1, Math.floor(from.length * 0.618)))
  const chosen = Array.from({ length: count }, (_, i) => from[((day * count + i) * step) % from.length])
  return [{ name: `${count} of ${from.length}, sample ${day}`, chosen }]
}

function coprimeTo(length: number, near: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  let step = near
  while (divisor(step, length) !== 1) step++
  return step
}

/** Of a family of like cases, those of the day: one in `every`, each of them once in so many days. */
export function today<T>(family: readonly T[], every = 3): readonly T[] {
  return inject('all') ? family : family.filter((_, i) => (i + inject('day')) % every === 0)
}
