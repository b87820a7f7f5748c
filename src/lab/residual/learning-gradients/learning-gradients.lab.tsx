import './learning-gradients.css'
import { useContext, useEffect, useMemo, useState } from 'react'
import type { Colouring } from '../../../diagram/look'
import type { Graph } from '../../../nn/graph'
import type { WatchedStep } from '../../../runtime/training/measures'
import { count, measured } from '../../../ui/format'
import { look } from '../../../ui/look'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import type { LabProps } from '../../shared/frame'
import { Readable } from '../../shared/hidden'
import { NetworkPicture } from '../../shared/NetworkPicture'
import { Readout } from '../../shared/Readout'
import { inPowers } from '../../shared/powers'
import { SaveNumbers } from '../../shared/SaveNumbers'
import { Still } from '../../shared/still'
import { useKeptHeight } from '../../shared/useKeptHeight'
import { batchSize } from '../../workbench/train-here/job'
import { LayerChart } from './LayerChart'
import { LossChart } from './LossChart'
import { networkOf, scales, stagesOf } from './networks'
import { mostSteps, options } from './options'
import {
  amountsOf,
  decadesOf,
  type Quantity,
  quantities,
  quantityNames,
  shareOf,
  valueOf,
} from './quantities'
import { lostIn } from './run'
import { rowsOf } from './rows'
import { Settings } from './Settings'
import { Status } from './Status'
import { useLearning } from './useLearning'

export { options }

/** A small network learns step by step, and every step shows what goes back through it and what it changes. */
export function Lab(props: LabProps<typeof options>) {
  const { kind, blocks, norm } = props.value
  const graph = useMemo(() => networkOf(kind, blocks, norm === 'on'), [kind, blocks, norm])
  return (
    <div className="lab-body learning-gradients">
      <Settings {...props} graph={graph} />
      {graph ? (
        <Bench {...props} graph={graph} />
      ) : (
        <p className="problem" role="alert">
          The dense family has no variant without batch normalization here.{' '}
          <button
            type="button"
            className="button small"
            onClick={() => props.onChange({ norm: 'on', steps: 1, at: null })}
          >
            With batch norm
          </button>
        </p>
      )}
    </div>
  )
}

function Bench({ value, onChange, graph }: LabProps<typeof options> & { readonly graph: Graph }) {
  const { colour } = look[value.kind]
  const { rate, seed, start, quantity, show } = value
  const learning = useLearning({ graph, scale: scales[start], rate, seed }, value.steps)
  const { steps, isBusy, pause } = learning
  const at = Math.min(value.at ?? steps.length, steps.length)
  const decades = useMemo(() => decadesIn(steps, quantity), [steps, quantity])
  const step = at > 0 ? steps[at - 1] : undefined
  const colouring = useMemo(
    () => (step && decades ? colouringOf(graph, step, quantity, decades) : undefined),
    [graph, step, quantity, decades],
  )
  const expanded = useMemo(() => stagesOf(graph), [graph])
  const isStill = useContext(Still)
  // Nobody knows how high the first charts will be; those of other settings are as high as the ones before.
  const [isFirst, setFirst] = useState(!isStill)
  useEffect(() => {
    if (step || learning.problem) setFirst(false)
  }, [step, learning.problem])
  const charts = useKeptHeight<HTMLDivElement>(step !== undefined)
  const isOver = steps.length >= mostSteps || lostIn(steps.at(-1)) !== undefined
  const go = (more: number) =>
    onChange({ steps: Math.min(mostSteps, Math.max(1, steps.length) + more), at: null })
  return (
    <>
      <div className="lab-controls">
        {[1, 10, 100].map((more) => (
          <button
            key={more}
            type="button"
            className="button small"
            disabled={isBusy || isOver}
            onClick={() => go(more)}
          >
            {more === 1 ? '1 step' : `${more} steps`}
          </button>
        ))}
        {isBusy && value.steps > 1 ? (
          <button
            type="button"
            className="button primary small"
            onClick={() => void pause().then((done) => onChange({ steps: Math.max(1, done) }))}
          >
            Pause
          </button>
        ) : (
          <button
            type="button"
            className="button primary small"
            disabled={isBusy || isOver}
            onClick={() => onChange({ steps: mostSteps, at: null })}
          >
            Run
          </button>
        )}
        <button
          type="button"
          className="button small"
          disabled={value.steps === 1}
          onClick={() => onChange({ steps: 1, at: null })}
        >
          Reset
        </button>
        <Slider
          label="Shown: step"
          min={1}
          max={Math.max(1, steps.length)}
          value={Math.max(1, at)}
          text={`${Math.max(1, at)} of ${Math.max(1, steps.length)}`}
          onChange={(to) => onChange({ at: to === steps.length ? null : to })}
        />
      </div>
      <Status learning={learning} goal={value.steps} value={value} onChange={onChange} />
      <div className="lab-controls">
        <Segmented
          small
          legend="What is colored and drawn"
          value={quantity}
          choices={quantityNames.map((value) => ({ value, label: quantities[value].name }))}
          onChange={(quantity) => onChange({ quantity })}
        />
        <Segmented
          small
          legend="How it is shown"
          value={show}
          choices={[
            { value: 'both', label: 'both' },
            { value: 'picture', label: 'network' },
            { value: 'chart', label: 'by layer' },
          ]}
          onChange={(show) => onChange({ show })}
        />
        <SaveNumbers
          name="gradients-while-it-learns"
          rows={() => rowsOf(steps)}
          disabled={steps.length === 0}
        />
      </div>
      {show !== 'chart' && (
        <div className="lab-picture">
          <NetworkPicture graph={graph} expanded={expanded} rolls={false} colouring={colouring} />
        </div>
      )}
      {isFirst && <p className="soft lab-loading" aria-busy />}
      <div ref={charts} className="learning-found">
        {show !== 'picture' && (
          <div className="learning-charts">
            {step && decades ? (
              <>
                <LayerChart {...{ graph, steps, at, quantity, decades, colour }} />
                {show === 'both' && <LossChart steps={steps} at={at} colour={colour} />}
              </>
            ) : (
              step && (
                <p>
                  Every {quantities[quantity].noun} is zero, and zero has no place on a logarithmic scale.
                </p>
              )
            )}
          </div>
        )}
        {step && <Ends graph={graph} step={step} quantity={quantity} />}
      </div>
      <p className="soft small-text">
        Norm: the square root of the sum of all squares, taken over the batch for a gradient coming back.
        Computed in this browser with {batchSize} drawings per step, momentum 0.9; weights and drawings are
        random, from seed {seed}. The image is not learned, so no gradient is computed for it.
      </p>
    </>
  )
}

/** The shown step in numbers. */
function Ends({ graph, step, quantity }: { graph: Graph; step: WatchedStep; quantity: Quantity }) {
  const { layers, loss } = step
  // The last layer is the fully connected one.
  const [first, last] = [layers[0], layers[layers.length - 2]].map((layer) => valueOf(step, layer, quantity))
  const { sign } = quantities[quantity]
  return (
    <Readout
      quiet
      values={[
        ['loss', inPowers(measured(loss))],
        [`${sign}, first conv`, inPowers(measured(first))],
        ['last conv', inPowers(measured(last))],
        [
          'first ÷ last',
          <Readable of="first ÷ last">{last === 0 ? '–' : inPowers(measured(first / last))}</Readable>,
        ],
        ['weights', count(graph.totals.trainable)],
      ]}
    />
  )
}

/** The ends of the scale over all steps that were made, so that a color means the same at each of them. */
function decadesIn(steps: readonly WatchedStep[], quantity: Quantity) {
  return decadesOf(
    steps.flatMap((step) =>
      quantity === 'returning'
        ? Object.values(step.returning)
        : step.layers.map((layer) => valueOf(step, layer, quantity)),
    ),
  )
}

function colouringOf(
  graph: Graph,
  step: WatchedStep,
  quantity: Quantity,
  decades: readonly [number, number],
): Colouring {
  const amounts = amountsOf(graph, step, quantity)
  const { name, sign } = quantities[quantity]
  const power = (exponent: number) => inPowers(measured(10 ** exponent))
  const shares = [...amounts].flatMap(([id, value]) =>
    Number.isFinite(value) ? [[id, shareOf(value, decades)] as const] : [],
  )
  return {
    by: 'amount',
    name: `${name}, log scale`,
    shares: new Map(shares),
    least: power(decades[0]),
    most: power(decades[1]),
    flows: quantity === 'returning',
    says(id) {
      const value = amounts.get(id)
      return value === undefined ? undefined : `${sign} ${measured(value)}`
    },
  }
}
