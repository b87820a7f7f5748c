import { pairOf } from '../../shared/drawings/networks'
import { shapeOf } from './shape'
import type { pair, Settings, Surfaces } from './useSurfaces'

type Kind = (typeof pair)[number]

/** What remains of a slice while others are computed. */
export interface Tried extends Readonly<Record<Kind, { readonly middle: number; readonly edge: number }>> {
  /** Another one for other settings. */
  readonly key: string
  readonly settings: Settings
  /** Whose loss is lower at the edge; missing where both are alike. */
  readonly lower?: Kind
}

export function triedOf(settings: Settings, surfaces: Surfaces): Tried {
  const { blocks, norm, steps, seed, direction, side, reach, by } = settings
  const of = (kind: Kind) => {
    const { center, edge } = shapeOf(surfaces[kind])
    return { middle: center.loss, edge }
  }
  const [plain, residual] = [of('plain'), of('residual')]
  return {
    ...{ plain, residual, settings },
    key: [blocks, norm, steps, seed, direction, side, reach, by].join(' '),
    ...(plain.edge !== residual.edge && { lower: plain.edge < residual.edge ? 'plain' : 'residual' }),
  }
}

/** The slices so far and one more, which takes the place of itself. */
export const withTried = (all: readonly Tried[], one: Tried): readonly Tried[] => [
  ...all.filter(({ key }) => key !== one.key),
  one,
]

/** `8 layers, 200 steps, seeds 1 and 2, statistics of the batch`. */
export function wordsOf({ settings: { blocks, norm, steps, seed, direction, reach, by } }: Tried): string {
  const isOn = norm === 'on'
  return [
    `${pairOf(blocks, isOn).plain.depth.weighted} layers`,
    `${steps} steps`,
    `seed ${seed}, directions ${direction}`,
    ...(reach === 1 ? [] : [`reach ${reach}`]),
    isOn ? (by === 'stored' ? 'stored statistics' : 'statistics of the batch') : 'without batch norm',
  ].join(', ')
}
