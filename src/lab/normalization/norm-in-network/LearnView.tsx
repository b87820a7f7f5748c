import { useMemo, useRef, useState } from 'react'
import { count, measured } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { SaveNumbers } from '../../shared/SaveNumbers'
import { TableScroll } from '../../shared/TableScroll'
import { about } from '../../workbench/train-here/time'
import { batchOf, knownOf, saidOf, useLit } from './images'
import { normsOf } from './models'
import { mostSteps } from './options'
import { changedIn, rightOf, shiftOf } from './statistics'
import { type Ask, useWork } from './useBench'
import { type ViewProps, Waiting } from './view'

/** Small, so that what was learned stays; nothing is said about how well it learns. */
const rate = 0.005

/** Batches that were looked at. */
let batches = 0

const parts = ['kernels and biases', 'γ and β', 'running statistics'] as const

type Part = (typeof parts)[number]

/** A network that has learned on for some steps. */
interface Learned {
  readonly made: number
  /** Numbers whose bits are others than before, of how many. */
  readonly changed: Readonly<Record<Part, readonly [changed: number, of: number]>>
  /** How far the running means have moved, in standard deviations as they were, on average over channels and layers. */
  readonly moved: number
  readonly right: number
}

/** Learns on with a batch: which numbers of the normalizations change, and which stay to the last bit. */
export function LearnView({ value, onChange, model, held, images }: ViewProps) {
  const { light, norms, share, made } = value
  const { graph, classes } = model
  const shown = useLit(images, light)
  const known = knownOf(shown)
  /** What is known of every way to learn on, step by step. */
  const steps = useRef(new Map<string, Learned[]>())
  /** Tells these images from those that were looked at before. */
  const which = useMemo(() => (images ? ++batches : 0), [images])
  /** Seconds that the steps still take. */
  const [left, setLeft] = useState<number>()
  const work = useMemo((): Ask<readonly Learned[]> | null => {
    if (shown.length === 0) return null
    const way = `${norms} ${share} ${light} ${which}`
    const batch = batchOf(shown, graph.architecture.input, classes.length)
    return async (bench, signal, show) => {
      const all = steps.current.get(way) ?? []
      steps.current.set(way, all)
      if (all.length > made) return show(all.slice(0, made + 1))
      const [began, first] = [performance.now(), all.length]
      setLeft(undefined)
      await bench.learnOn(
        way,
        batch,
        { seed: 1, rate, norms, share },
        made,
        signal,
        (step, weights, shares) => {
          const changed = Object.fromEntries(
            parts.map((part) => [part, [0, 0] as [number, number]]),
          ) as Record<Part, [number, number]>
          for (const [key, before] of Object.entries(bench.weights)) {
            const of = changed[partOf(key)]
            of[0] += changedIn(before, weights[key])
            of[1] += before.length
          }
          const moved = normsOf(graph).map((id) =>
            shiftOf(
              { mean: weights[`${id}.mean`] },
              {
                gamma: bench.weights[`${id}.gamma`],
                beta: bench.weights[`${id}.beta`],
                mean: bench.weights[`${id}.mean`],
                variance: bench.weights[`${id}.variance`],
              },
            ),
          )
          all[step] = {
            made: step,
            changed,
            moved: moved.reduce((sum, each) => sum + each, 0) / moved.length,
            right: rightOf(shares, batch.labels),
          }
          show(all.slice(0, step + 1))
          const pace = (performance.now() - began) / 1000 / (step + 1 - first)
          if (step > 0 && !signal.aborted) setLeft(pace * (made - step))
        },
      )
    }
  }, [shown, graph, classes, norms, share, light, which, made])
  const learning = useWork(held, work)
  const all = learning.result
  const last = all?.at(-1)
  const isLearning = learning.isBusy && made > 0 && (last?.made ?? 0) < made
  return (
    <>
      <div className="lab-controls">
        <Segmented
          small
          legend="What happens to the normalizations"
          value={norms}
          choices={[
            { value: 'learn', label: 'everything learns' },
            { value: 'drift', label: 'γ and β frozen' },
            { value: 'frozen', label: 'frozen as a whole' },
          ]}
          onChange={(norms) => onChange({ norms, made: 0 })}
        />
        {[1, 5].map((more) => (
          <button
            key={more}
            type="button"
            className="button small primary"
            disabled={made + more > mostSteps}
            onClick={() => onChange({ made: made + more })}
          >
            {more === 1 ? '1 step' : `${more} steps`}
          </button>
        ))}
        <button
          type="button"
          className="button small"
          disabled={made === 0}
          onClick={() => onChange({ made: isLearning ? (last?.made ?? 0) : 0 })}
        >
          {isLearning ? 'Stop' : 'As trained'}
        </button>
      </div>
      <div className="lab-sliders">
        <Slider
          label="Momentum"
          min={0}
          max={1}
          step={0.05}
          value={share}
          text={share.toFixed(2)}
          onChange={(share) => onChange({ share, made: 0 })}
        />
        <Slider
          label="Light"
          min={0.1}
          max={2}
          step={0.1}
          value={light}
          text={`× ${light.toFixed(1)}`}
          onChange={(light) => onChange({ light, made: 0 })}
        />
      </div>
      <Waiting
        held={held}
        work={learning}
        doing={
          last && last.made < made
            ? `Step ${last.made + 1} of ${made}${left === undefined ? ' …' : `, about ${about(left)} left.`}`
            : undefined
        }
        idle={made === 0 ? 'As trained. Take a step.' : `${made} ${made === 1 ? 'step' : 'steps'} taken.`}
      />
      <TableScroll label="Which numbers have changed">
        <table className="lab-table norm-small-table">
          <thead>
            <tr>
              <th scope="col">after {last?.made === 1 ? '1 step' : `${last?.made ?? 0} steps`}</th>
              <th scope="col">numbers</th>
              <th scope="col">changed in any bit</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part}>
                <th scope="row">{part}</th>
                <td>{last ? count(last.changed[part][1]) : '…'}</td>
                <td>{last ? count(last.changed[part][0]) : '…'}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">running means moved by, in standard deviations</th>
              <td />
              <td>{last ? measured(last.moved) : '…'}</td>
            </tr>
            <tr>
              <th scope="row">correct out of {known}, with running statistics</th>
              <td />
              <td>{last ? (all!.length > 1 ? `${all![0].right} → ${last.right}` : last.right) : '…'}</td>
            </tr>
          </tbody>
        </table>
      </TableScroll>
      <p className="soft small-text">
        Gradient descent at a rate of {rate} on {saidOf(shown, value.images)} at once, in this browser.
        Momentum is the share of the new batch in the running statistics. The network learns from these very
        images, so a correct answer shows only that it has learned them.
        {known < shown.length &&
          ' An image that shows none of its classes contributes no gradient, but it counts in the statistics of the batch.'}
      </p>
      <SaveNumbers
        name="what-changed"
        disabled={!all}
        rows={() => [
          [
            'step',
            ...parts.map((part) => `${part} changed`),
            'running means moved',
            `correct out of ${known}`,
          ],
          ...all!.map((each) => [
            each.made,
            ...parts.map((part) => each.changed[part][0]),
            each.moved,
            each.right,
          ]),
        ]}
      />
    </>
  )
}

function partOf(key: string): Part {
  const name = key.slice(key.lastIndexOf('.') + 1)
  if (name === 'gamma' || name === 'beta') return 'γ and β'
  return name === 'mean' || name === 'variance' ? 'running statistics' : 'kernels and biases'
}
