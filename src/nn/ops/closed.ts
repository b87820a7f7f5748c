import { defineOp } from '../op'
import { formatShape, type Shape } from '../shape'

export interface ClosedAttrs {
  /** What it is called on screen. */
  readonly title: string
  /** Why it cannot be opened or computed, as a sentence. */
  readonly why: string
  /** The operators of the file that it stands for. */
  readonly holds: readonly string[]
  /** Operators of the file after it, which are not shown, because their shapes are not known. */
  readonly beyond?: readonly string[]
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
  defaults: { beyond: [] },

  check: (_, a) => a.why,
  shape: (_, a) => a.shape,
  rule: (_, a) => [`output ${formatShape(a.shape)}, according to the file`],
  formula: () => [],
  run: (_, [x]) => x,
  label: (a) => a.title,
  explain: (_, a) =>
    `Layerwise cannot compute this part of the file: ${listed(a.holds)}.${afterWords(a.beyond)} Everything before it ` +
    'is drawn, counted and computed as usual.',
  examples: [],
})

/** Whether it is such a part. */
export function isUnknown({ op }: { readonly op: string }): boolean {
  return op === closed.definition.name
}

/** That operators after it are not shown, as a sentence to be added; nothing where there are none. */
export function afterWords(beyond: readonly string[] = []): string {
  if (beyond.length === 0) return ''
  if (beyond.length === 1) return ` The operator after it, ${beyond[0]}, is not shown.`
  return ` The ${beyond.length} operators after it, ${listed(beyond)}, are not shown.`
}

function listed(names: readonly string[]): string {
  if (names.length > named) return `${names.slice(0, named).join(', ')} and ${names.length - named} more`
  return names.join(', ').replace(/, ([^,]*)$/, ' and $1')
}
