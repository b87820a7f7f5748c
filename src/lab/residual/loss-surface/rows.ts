import { gridOf } from '../../../runtime/training/grid'
import { pair, type Surfaces } from './useSurfaces'

/** Every point of both surfaces, a line each. */
export function rowsOf(surfaces: Surfaces): readonly (readonly (string | number)[])[] {
  const lines = pair.flatMap((kind) => {
    const { side, reach, points } = surfaces[kind]
    return gridOf(side, reach).map(([along, across], i) => [
      ...[kind, along, across],
      ...[points[i].loss, points[i].error],
    ])
  })
  return [['network', 'first direction', 'second direction', 'loss', 'error'], ...lines]
}
