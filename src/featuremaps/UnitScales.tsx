import type { Arithmetic, Patch } from '../nn/unit'
import { type Scale, scaleOf } from './colour'
import { Legend } from './Legend'

export interface Scales {
  readonly value: Scale
  readonly weight: Scale
  readonly term: Scale
}

/** The scale that the values have on the maps, one for all weights and one for all products. */
export function scalesOf(patches: readonly Patch[], value: Scale): Scales {
  const over = (part: 'weight' | 'term') => {
    let min = Infinity
    let max = -Infinity
    for (const { cells } of patches)
      for (const cell of cells) {
        const value = cell[part]
        if (value === undefined || !Number.isFinite(value)) continue
        min = Math.min(min, value)
        max = Math.max(max, value)
      }
    const range = min <= max ? { min, max } : { min: 0, max: 0 }
    return scaleOf('diverging', range)
  }
  return { value, weight: over('weight'), term: over('term') }
}

export function Legends({
  scales,
  arithmetic,
}: {
  readonly scales: Scales
  readonly arithmetic: Arithmetic
}) {
  const isWeighted = arithmetic.patches[0].cells[0]?.weight !== undefined
  const entries: (readonly [string, Scale])[] = [
    ['values of the input', scales.value],
    ...(isWeighted
      ? ([
          ['weights', scales.weight],
          ['products', scales.term],
        ] as const)
      : []),
  ]
  return (
    <div className="unit-legends">
      {entries.map(([name, scale]) => (
        <div key={name}>
          <span className="small-text soft">{name}</span>
          <Legend scale={scale} scope="layer" />
        </div>
      ))}
    </div>
  )
}
