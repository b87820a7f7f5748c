import './depth-errors.css'
import { useMemo } from 'react'
import { count, measured, signed } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import { Segmented } from '../../../ui/Segmented'
import { chartOf, error, saidOf } from './chart'
import { type Point, pointsOf, spread, trainImages } from './published'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** The test errors that a paper prints for its networks, over depth or over parameters, and what each network costs. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { axis } = value
  const points = useMemo(pointsOf, [])
  const at = Math.min(value.network, points.length) - 1
  const draw = useMemo(() => chartOf(points, axis, at), [points, axis, at])
  const { depth, params, macs, testError } = points[at]
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <span className="errors-choice">
          ResNet-
          <Segmented
            legend="Network"
            value={String(at)}
            onChange={(chosen) => onChange({ network: Number(chosen) + 1 })}
            choices={points.map((point, i) => ({
              value: String(i),
              label: point.depth,
              name: `ResNet-${point.depth}`,
            }))}
          />
        </span>
        <Segmented
          legend="Errors over"
          value={axis}
          onChange={(axis) => onChange({ axis })}
          choices={[
            { value: 'depth', label: 'depth', name: 'over depth' },
            { value: 'params', label: 'parameters', name: 'over parameters' },
          ]}
        />
      </div>
      <Chart label={saidOf(points, axis)} draw={draw} />
      <div className="errors-figures">
        <Readout
          values={[
            ['depth', depth],
            ['parameters', count(params)],
            ['MACs', count(macs)],
            ['test error', error(testError)],
            beside(points[at], points[at - 1]),
            [
              'images per parameter',
              `${measured(trainImages / params)} ≈ 1/${measured(params / trainImages)}`,
            ],
          ]}
        />
      </div>
      <p className="soft small-text">
        Errors are the paper’s (He et al. 2015b, table 6: CIFAR-10, {count(trainImages)} training images), not
        ours; parameters and MACs are counted. The dot of ResNet-{spread.depth} is the best of five runs, the
        square their mean, {error(spread.mean)}, and the bar ± one standard deviation,{' '}
        {(100 * spread.deviation).toFixed(2)} points.
      </p>
    </div>
  )
}

/** How its error differs from that of the network before it; the first has none. */
function beside(point: Point, before: Point | undefined): readonly [name: string, value: string] {
  if (!before) return ['against a shallower one', 'there is none']
  const difference = signed(100 * (point.testError - before.testError), (size) => size.toFixed(2))
  return [`against ResNet-${before.depth}`, `${difference} points`]
}
