import './layer-formula.css'
import { useState } from 'react'
import { count } from '../../../ui/format'
import { Slider } from '../../../ui/Slider'
import type { LabProps } from '../../index'
import { countsOf, examples, type Layer } from './counts'
import { Filters } from './Filters'

/** The parameters of one convolution: four factors, the biases, and a picture of what they count. */
export function Lab({ with: given }: LabProps) {
  const [layer, setLayer] = useState<Layer>({ ...examples[0].layer, ...given })
  const set = (part: Partial<Layer>) => setLayer({ ...layer, ...part })
  const { kernel, from, to, bias } = layer
  const { weights, biases, params } = countsOf(layer)
  return (
    <div className="lab-body">
      <div className="lab-controls">
        {examples.map(({ name, layer: example }) => (
          <button
            key={name}
            type="button"
            className="button small"
            aria-pressed={kernel === example.kernel && from === example.from && to === example.to}
            onClick={() => setLayer(example)}
          >
            {name}
          </button>
        ))}
      </div>
      <div className="lab-sliders">
        <Slider
          label="kernel k"
          value={kernel}
          min={1}
          max={11}
          onChange={(value) => set({ kernel: value })}
        />
        <Slider
          label="channels in"
          value={from}
          min={1}
          max={512}
          onChange={(value) => set({ from: value })}
        />
        <Slider label="channels out" value={to} min={1} max={4096} onChange={(value) => set({ to: value })} />
        <label className="layer-bias">
          <input type="checkbox" checked={bias} onChange={() => set({ bias: !bias })} /> a bias for each
          filter
        </label>
      </div>
      <Filters layer={layer} />
      <p className="layer-product" role="status">
        <span className="soft">k · k · in · out{bias && ' + out'} = </span>
        <span className="factor-k">
          {kernel} · {kernel}
        </span>{' '}
        · <span className="factor-in">{from}</span> · <span className="factor-out">{to}</span>
        {bias && (
          <>
            {' '}
            + <span className="factor-out">{biases}</span>
          </>
        )}{' '}
        = <strong>{count(params)}</strong>
      </p>
      <p className="soft">
        {count(weights)} weights
        {bias && ` and ${count(biases)} biases, ${((100 * biases) / params).toFixed(1)}% of all`}. One filter
        alone has {count(kernel * kernel * from)} weights. The size of the image does not occur.
      </p>
    </div>
  )
}
