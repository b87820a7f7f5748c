import type { Statistics } from '../../nn/statistics'
import { count, measured } from '../../ui/format'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import './weights.css'

const bars = loadable(() => import('../../ui/Histogram').then((m) => m.Histogram))

interface Props {
  readonly statistics: Statistics
  /** What the values are, in the plural. */
  readonly of: string
}

/** How values are spread: in figures, in words and as bars. */
export function Spread({ statistics, of }: Props) {
  const { min, max, mean, deviation, zeros, nan, infinite, histogram } = statistics
  const finite = statistics.count - nan - infinite
  const isConstant = finite > 0 && min === max
  return (
    <>
      {isConstant ? (
        <p>
          All {count(finite)} {nan + infinite > 0 ? 'finite ' : ''}
          {of} are {measured(min)}.
        </p>
      ) : (
        finite > 0 && (
          <dl className="facts">
            <Fact name="smallest and largest" value={`${measured(min)} and ${measured(max)}`} />
            <Fact name="mean" value={measured(mean)} />
            <Fact name="standard deviation" value={measured(deviation)} />
          </dl>
        )
      )}
      {nan + infinite > 0 && (
        <p className="fault">
          {[nan > 0 && `${count(nan)} are not a number`, infinite > 0 && `${count(infinite)} are infinite`]
            .filter(Boolean)
            .join(' and ')}
          {finite > 0 ? '; they are left out of these figures.' : '; there is nothing to average.'}
        </p>
      )}
      {!isConstant && histogram.counts.length > 0 && (
        <>
          <Part
            name="The histogram"
            of={bars}
            with={{ of, ...histogram }}
            waiting={<div className="histogram-room" />}
          />
          {zeros > 0 && (
            <p className="small-text soft">
              The {count(zeros)} {of} that are exactly 0 are not in the bars.
            </p>
          )}
        </>
      )}
    </>
  )
}

export function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
