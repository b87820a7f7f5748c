import '../../basics/tensor-box/tensor-box.css'
import './stem-stepper.css'
import { useMemo } from 'react'
import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { type StemStep, stemOf } from './steps'
import { Box } from '../../basics/tensor-box/Box'
import { useWidth } from '../../shared/useWidth'
import { Readable } from '../../shared/hidden'
import { TableScroll } from '../../shared/TableScroll'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** GoogLeNet's stem layer by layer: the tensor before and after to one scale, and what each layer costs. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { rounding } = value
  const steps = useMemo(() => stemOf(rounding), [rounding])
  const at = Math.min(value.layer, steps.length - 1)
  const step = steps[at]
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <span className="stem-buttons">
          <button
            type="button"
            className="button"
            disabled={at === 1}
            onClick={() => onChange({ layer: at - 1 })}
          >
            Back
          </button>
          <button
            type="button"
            className="button"
            disabled={at === steps.length - 1}
            onClick={() => onChange({ layer: at + 1 })}
          >
            Next layer
          </button>
        </span>
        <Segmented
          legend="Pooling windows that hang over the edge"
          value={rounding}
          onChange={(rounding) => onChange({ rounding })}
          choices={[
            { value: 'ceil', label: 'pools round up' },
            { value: 'floor', label: 'pools round down' },
          ]}
        />
      </div>
      <Picture before={steps[at - 1]} after={step} largest={steps[0].shape[0]} />
      <p className="arithmetic" role="status">
        <strong>{step.name}</strong>: {step.rule.join('; ')}
      </p>
      <TableScroll label="The layers of the stem">
        <table className="lab-table stem-table">
          <thead>
            <tr>
              <th scope="col">layer</th>
              <th scope="col">output</th>
              <th scope="col">values</th>
              <th scope="col">weights</th>
              <th scope="col">MACs</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ name, shape, values, weights, macs }, i) => (
              <tr key={i} aria-current={i === at ? 'step' : undefined}>
                <th scope="row">
                  {i === 0 ? (
                    name
                  ) : (
                    <button type="button" className="link" onClick={() => onChange({ layer: i })}>
                      {name}
                    </button>
                  )}
                </th>
                <td>{shape.join('×')}</td>
                <td>
                  <Readable of="values">{count(values)}</Readable>
                </td>
                <td>{count(weights)}</td>
                <td>{count(macs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  )
}

/** Both tensors to the scale of the image. */
function Picture({
  before,
  after,
  largest,
}: {
  readonly before: StemStep
  readonly after: StemStep
  readonly largest: number
}) {
  const { ref, width, text } = useWidth<HTMLDivElement>()
  const side = Math.min(width * 0.26, 130)
  const unit = side / largest
  const deep = (channels: number) => (4 + Math.sqrt(channels) * 5) * Math.min(1, side / 160)
  const top = deep(192) * 0.6 + 4
  const box = ({ name, shape, family }: StemStep, left: number) => (
    <Box
      title={name}
      shape={shape}
      unit={unit}
      depth={deep(shape[2])}
      x={left + (side - shape[1] * unit) / 2}
      y={top + (side - shape[0] * unit) / 2}
      text={text}
      colour={`var(--family-${family})`}
    />
  )
  return (
    <div ref={ref}>
      <svg
        className="tensor-picture"
        width={width}
        height={top + side + text * 2.6}
        role="img"
        aria-label={`${before.shape.join(' by ')} becomes ${after.shape.join(' by ')}`}
      >
        {box(before, width * 0.06)}
        {box(after, width * 0.58)}
        <path d={`M ${width * 0.47} ${top + side / 2} h 36 m -9 -7 l 9 7 l -9 7`} className="tensor-arrow" />
      </svg>
    </div>
  )
}
