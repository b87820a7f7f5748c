import './accuracy-scatter.css'
import { useMemo } from 'react'
import { count } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import { Segmented } from '../../../ui/Segmented'
import { chartOf } from './chart'
import { type Dot, dotsOf, front, newRecipe } from './published'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const costs = { params: 'parameters', macs: 'MACs' } as const

/** The same network with another recipe is another dot. */
const keyOf = ({ id, recipe }: Dot) => `${id} ${recipe}`

/** Published accuracy against counted cost; with `draw` the reader marks the front before it is shown. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { cost, draw, recipe, shown } = value
  const marked: ReadonlySet<string> = useMemo(
    () => new Set(value.marked.split(',').filter((key) => key !== '')),
    [value.marked],
  )
  const dots = useMemo(() => dotsOf(recipe), [recipe])
  const best = useMemo(() => front(dots, cost), [dots, cost])
  const picture = useMemo(
    () =>
      chartOf(dots, { key: cost, title: costs[cost] }, (dot) => marked.has(keyOf(dot)), shown ? best : null, {
        // On a slide it takes what room there is; one that asked for more would make all words smaller.
        tall: draw ? 0.36 : 0.46,
      }),
    [dots, cost, marked, shown, best, draw],
  )
  const right = best.filter((dot) => marked.has(keyOf(dot))).length
  const old = dots.find(({ id }) => id === newRecipe.id)!
  return (
    <div className="lab-body accuracy">
      <div className="lab-controls">
        <Segmented
          legend="Cost"
          value={cost}
          onChange={(cost) => onChange({ cost })}
          choices={[
            { value: 'params', label: 'parameters' },
            { value: 'macs', label: 'MACs' },
          ]}
        />
        <label className="accuracy-check">
          <input type="checkbox" checked={recipe} onChange={() => onChange({ recipe: !recipe })} /> ResNet-50,
          new recipe
        </label>
        {draw && (
          <button
            type="button"
            className="button small"
            aria-pressed={shown}
            onClick={() => onChange({ shown: !shown })}
          >
            {shown ? 'Hide the front' : 'Show the front'}
          </button>
        )}
      </div>
      <div className="accuracy-chart">
        <Chart
          label={dots
            .map((dot) => `${dot.name}: ${dot.accuracy}%, ${count(dot[cost])} ${costs[cost]}`)
            .join('; ')}
          draw={picture}
        />
      </div>
      {draw && (
        <fieldset className="accuracy-marks">
          <legend>Which networks does no other beat?</legend>
          {dots.map((dot) => (
            <button
              key={keyOf(dot)}
              type="button"
              className="button small"
              aria-pressed={marked.has(keyOf(dot))}
              onClick={() => onChange({ marked: [...flipped(marked, keyOf(dot))].join(',') })}
            >
              {nameOf(dot)}
            </button>
          ))}
        </fieldset>
      )}
      <p className="small-text" role="status">
        {draw && !shown
          ? 'Mark them, then show the front.'
          : draw
            ? `On the front: ${best.map(nameOf).join(', ')}. You marked ${right} of these ${best.length} and ${marked.size - right} outside the front.`
            : recipe
              ? `ResNet-50: ${old.accuracy}% as first published, ${newRecipe.accuracy}% with a newer recipe and not a single weight more.`
              : 'Top-1 accuracy with one crop, as published with torchvision’s weights. Costs are counted here.'}
      </p>
    </div>
  )
}

const nameOf = ({ name, recipe }: Dot) => (recipe === 'new' ? `${name}, new recipe` : name)

function flipped<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(item)) next.add(item)
  return next
}
