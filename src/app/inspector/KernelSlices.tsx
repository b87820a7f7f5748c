import { useId, useMemo, useState } from 'react'
import { FeatureMaps } from '../../featuremaps/FeatureMaps'
import type { Slices } from './kernels'

interface Props {
  readonly slices: Slices
  readonly title: string
}

/** The weights of one filter, channel by channel of its input, when they are asked for. */
export function KernelSlices({ slices, title }: Props) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  const id = useId()
  const at = Math.min(chosen, slices.count - 1)
  const maps = useMemo(() => (open ? slices.slices(at) : null), [open, slices, at])
  return (
    <div className="slices">
      <button type="button" className="button small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide the weights of one' : 'Show the weights of one'} {slices.one}
      </button>
      {maps && (
        <>
          <p className="option-row">
            <label htmlFor={id}>{slices.one}</label>
            <input
              id={id}
              className="input"
              type="number"
              min={0}
              max={slices.count - 1}
              value={at}
              onChange={(event) => {
                const next = event.target.valueAsNumber
                if (Number.isInteger(next) && next >= 0 && next < slices.count) setChosen(next)
              }}
            />
            <span className="soft">of {slices.count}, counted from 0</span>
          </p>
          <p className="small-text soft">
            {maps.height * maps.width === 1
              ? 'One bar for every input channel.'
              : 'One map for every input channel.'}
          </p>
          <FeatureMaps maps={maps} title={`${title}, ${slices.one} ${at}`} />
        </>
      )}
    </div>
  )
}
