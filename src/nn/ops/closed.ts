import { defineOp } from '../op'
import { formatShape, type Shape } from '../shape'

export interface ClosedAttrs {
  /** What it is called on screen. */
  readonly title: string
  /** Why it cannot be opened or computed, as a sentence. */
  readonly why: string
  /** The operators of the file that it stands for. */
  readonly holds: readonly string[]
  /** What leaves it. */
  readonly shape: Shape
}

/** How many operators are named before the rest is a number. */
const named = 12

/** A part of a file that has no counterpart here: drawn, and neither computed nor counted. */
export const closed = defineOp<ClosedAttrs>('closed', {
  title: 'Unknown part',
  shortName: 'unknown',
  family: 'reshape',
  defaults: {},

  check: (_, a) => a.why,
  shape: (_, a) => a.shape,
  rule: (_, a) => [`${formatShape(a.shape)} leave it, as the file says`],
  formula: () => [],
  run: (_, [x]) => x,
  label: (a) => a.title,
  explain: (_, a) =>
    `The file has here what Layerwise cannot compute: ${listed(a.holds)}. What comes before it is drawn, counted and ` +
    'computed as always.',
  examples: [],
})

function listed(names: readonly string[]): string {
  const first = names.slice(0, named).join(', ')
  return names.length > named ? `${first} and ${names.length - named} more` : first
}
