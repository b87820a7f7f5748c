import './layer-formula.css'
import { count, percent } from '../../../ui/format'
import { Slider } from '../../../ui/Slider'
import { countsOf, examples } from './counts'
import { Filters } from './Filters'
import type { LabProps } from '../../shared/frame'
import { options } from './options'
import { many } from '../../shared/many'

export { options }

/** The parameters of one convolution: four factors, the biases, and a picture of what they count. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const layer = value
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
            onClick={() => onChange(example)}
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
          onChange={(value) => onChange({ kernel: value })}
        />
        <Slider
          label="channels in"
          value={from}
          min={1}
          max={512}
          onChange={(value) => onChange({ from: value })}
        />
        <Slider
          label="channels out"
          value={to}
          min={1}
          max={4096}
          onChange={(value) => onChange({ to: value })}
        />
        <label className="layer-bias">
          <input type="checkbox" checked={bias} onChange={() => onChange({ bias: !bias })} /> a bias per
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
        {bias && ` and ${many(biases, 'bias', 'biases')}, ${percent(biases / params)} of the total`}. One
        filter alone has {count(kernel * kernel * from)} weights. The size of the image does not matter.
      </p>
    </div>
  )
}
