import './loss-surface.css'
import { useContext, useMemo, useState } from 'react'
import { measured, percent } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { pairOf } from '../../shared/drawings/networks'
import type { LabProps } from '../../shared/frame'
import { Progress } from '../../shared/Progress'
import { linked } from '../../shared/useTask'
import { Readout } from '../../shared/Readout'
import { SaveNumbers } from '../../shared/SaveNumbers'
import { Still } from '../../shared/still'
import { Key } from './Key'
import { levelsOf } from './levels'
import { Points, placeText, Shapes } from './Numbers'
import { options } from './options'
import { recorded } from './recorded'
import { rowsOf } from './rows'
import { Settings } from './Settings'
import { SurfaceMap } from './Surface'
import { TriedTable } from './Tried'
import { pair, useSurfaces } from './useSurfaces'
import { measuredOn } from './work'

export { options }

/** The loss around two trained networks that differ in their shortcuts, along the same two random directions. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const isStill = useContext(Still)
  const { blocks, norm, shows, reach, run, seed, direction } = value
  const task = useSurfaces(value, run && !isStill)
  // Small, it shows what was found before.
  const result = isStill ? recorded : task.result
  // What is to come has the room of what was found before, here or by us.
  const [last, setLast] = useState(recorded)
  if (result && result !== last) setLast(result)
  const shown = result ?? last
  const levels = useMemo(
    () => levelsOf([...shown.plain.points, ...shown.residual.points], shows),
    [shown, shows],
  )
  const { side } = shown.plain
  const far = (side - 1) / 2
  const within = (at: number) => Math.min(far, Math.max(-far, at))
  const at = [within(value.column), within(value.row)] as const
  const place = (index: number) => (reach * index) / far
  const say = shows === 'loss' ? measured : percent
  const name = (kind: (typeof pair)[number]) =>
    `${kind}, ${pairOf(blocks, norm === 'on')[kind].depth.weighted} layers`
  const there = (kind: (typeof pair)[number]) => shown[kind].points[(at[1] + far) * side + at[0] + far]
  const toCome = result ? undefined : ''
  return (
    <div className="lab-body loss-surface">
      <Settings value={value} onChange={onChange} />
      <div className="lab-controls">
        <Progress task={linked(task, onChange)} begin="Train both and compute" what="steps and points" />
        <span className="surface-tools" data-to-come={toCome}>
          <Segmented
            small
            legend="What is drawn"
            value={shows}
            choices={[
              { value: 'loss', label: 'loss' },
              { value: 'error', label: 'error' },
            ]}
            onChange={(shows) => onChange({ shows })}
          />
          <SaveNumbers name="loss-surface" rows={() => rowsOf(shown)} />
        </span>
      </div>
      <div className="surface-pair">
        {pair.map((kind) => (
          <figure key={kind}>
            <figcaption>{name(kind)}</figcaption>
            {result ? (
              <SurfaceMap
                label={`${shows} around the network, ${kind}: ${say(result[kind].points[far * (side + 1)][shows])} in the middle, ${say(there(kind)[shows])} at the selected point`}
                surface={result[kind]}
                quantity={shows}
                levels={levels}
                at={at}
                onPick={(column, row) => onChange({ column, row })}
              />
            ) : (
              <div className="surface-map surface-empty soft">The trained network will be in the middle.</div>
            )}
          </figure>
        ))}
      </div>
      <div className="surface-found" data-to-come={toCome}>
        <Key levels={levels} quantity={shows} />
        <div className="lab-sliders">
          <Slider
            label="first direction →"
            min={-far}
            max={far}
            value={at[0]}
            text={placeText(place(at[0]))}
            onChange={(column) => onChange({ column })}
          />
          <Slider
            label="second direction ↑"
            min={-far}
            max={far}
            value={at[1]}
            text={placeText(place(at[1]))}
            onChange={(row) => onChange({ row })}
          />
        </div>
        <Readout
          values={pair.map((kind) => [
            `${kind} here: loss, error`,
            `${measured(there(kind).loss)}, ${percent(there(kind).error)}`,
          ])}
        />
        <Shapes surfaces={shown} />
        <Points surfaces={shown} quantity={shows} />
      </div>
      {task.tried.length > 1 && <TriedTable tried={task.tried} />}
      <p className="soft small-text">
        Both networks are trained here on the same drawings (seed {seed}). Each point adds multiples of two
        random directions (seed {direction}) to all kernels; each filter of a direction has the same norm as
        that of the weights, while biases, γ, β and stored statistics stay as they are (Li et al. 2017,
        section 4). Loss and error are measured on {measuredOn} drawings that both learned from. A slice shows
        two of several thousand directions: other seeds look different, and the rest is not seen.
      </p>
    </div>
  )
}
