import { build } from '../../nn/build'
import type { Graph } from '../../nn/graph'
import type { MapShape } from '../../nn/shape'
import { seq, type Spec } from '../../nn/spec'
import type { Mistake } from '../judge'

/** A question with its answer, counted from a network that was made for it. */
export interface Exercise {
  readonly ask: string
  readonly answer: number
  readonly unit: string
  readonly mistakes: readonly Mistake[]
  /** The arithmetic, line by line. */
  readonly worked: readonly string[]
}

export type Make = (random: () => number) => Exercise

/** An architecture of its own around a body, built. */
export function network(input: MapShape, ...body: readonly Spec[]): Graph {
  return build({ id: 'exercise', title: 'Exercise', input, body: seq(...body) })
}

/** Mistakes that give something else than the answer, the first of each value. */
export function distinct(answer: number, mistakes: readonly Mistake[]): readonly Mistake[] {
  return mistakes.filter(
    ({ value }, i) => value !== answer && mistakes.findIndex((other) => other.value === value) === i,
  )
}
