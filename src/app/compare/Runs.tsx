import { useMemo, useState } from 'react'
import type { GraphNode } from '../../nn/graph'
import type { Diff } from '../../nn/diff'
import { sharedWeights } from '../../nn/differences'
import { isRelu, stepAt } from '../../nn/steps'
import { measured, percent } from '../../ui/format'
import type { Finished } from '../run/session'
import { useStore } from '../state/store'
import { aClass } from '../trained/classWords'
import { ModelCardButton } from '../trained/ModelCardButton'
import type { TrainedSummary } from '../trained/models'
import { trainedOn } from '../trained/said'
import { ranked } from '../../nn/ranked'
import { type Comparison, nodesAt, selectedBeside, withSelected } from './comparison'
import { DepthChart } from './DepthChart'
import { MapPair, useBothRuns } from './MapPair'
import { type Spreads, useSpreads } from './spreads'
import { Key } from './Totals'
import { WeightsApart } from './WeightsApart'

interface Props {
  readonly comparison: Comparison
  readonly names: readonly [left: string, right: string]
}

/** Two runs of the same image: how large the values are along the depth, and the maps of one depth in pairs. */
export function Runs({ comparison, names }: Props) {
  const { diff, steps } = comparison
  const [one, other] = useBothRuns(comparison)
  const ids = useMemo(
    () => ({
      left: steps.flatMap((step) => step.left ?? []),
      right: steps.flatMap((step) => step.right ?? []),
    }),
    [steps],
  )
  const left = useSpreads(one?.result.trace, ids.left)
  const right = useSpreads(other?.result.trace, ids.right)
  const [pointed, setPointed] = useState<number | null>(null)
  const chosen = useChosen(comparison)
  const at = chosen.at

  function pick(step: number): void {
    const { left: node, right: beside } = steps[step]
    const side = node === undefined ? 'right' : 'left'
    const { selected, besideNode } = withSelected(diff, side, (node ?? beside)!, useStore.getState())
    // Walking along the depth opens nothing: what holds the layer is lit instead.
    useStore.getState().explore({ selected, besideNode })
  }

  const value = (of: 'left' | 'right', spreads: Spreads, read: 'rms' | 'zeros') =>
    steps.map((step) => {
      const id = step[of]
      const spread = id === undefined ? undefined : spreads.get(id)
      if (!spread || (read === 'zeros' && !isRelu(diff[of].graph.node(id!)))) return null
      return spread[read]
    })
  const rms = [value('left', left, 'rms'), value('right', right, 'rms')] as const
  const dead = [value('left', left, 'zeros'), value('right', right, 'zeros')] as const
  const shown = Math.min(pointed ?? at, steps.length - 1)
  const charts = { names, at, onPick: pick, onHover: setPointed }
  const readout = (step: number) =>
    names.map((name, i) => {
      const side = i === 0 ? 'left' : 'right'
      const id = steps[step]?.[side]
      if (id === undefined) return { side, name, id: null, text: 'has none here' } as const
      const [norm, silent] = [rms[i][step], dead[i][step]]
      const text =
        norm === null
          ? 'not run yet'
          : `RMS ${measured(norm)}${silent === null ? '' : `, ${percent(silent)} dead`}`
      return { side, name, id, text } as const
    })

  return (
    <div className="runs">
      <Origins runs={[one, other]} names={names} diff={diff} />
      {steps.length === 0 ? (
        <p>Neither network has an activation function between its layers.</p>
      ) : (
        <>
          <div className="depth-slider">
            <label htmlFor="depth">Depth</label>
            <input
              id="depth"
              type="range"
              min={1}
              max={steps.length}
              value={at + 1}
              aria-valuetext={`activation ${at + 1} of ${steps.length}: ${readout(at)
                .map(({ name, text }) => `${name} ${text}`)
                .join('; ')}`}
              onChange={(event) => pick(Number(event.target.value) - 1)}
            />
            <span>
              {at + 1} of {steps.length}
            </span>
          </div>
          <dl className="depth-readout small-text">
            {readout(shown).map(({ side, name, id, text }) => (
              <div key={side}>
                <dt>
                  <Key side={side} /> {name} {id !== null && <code>{id}</code>}
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <DepthChart
            {...charts}
            title="Norm"
            axis="RMS: the square root of the mean square of all values after an activation"
            left={rms[0]}
            right={rms[1]}
            format={measured}
          />
          {[...dead[0], ...dead[1]].some((share) => share !== null) && (
            <DepthChart
              {...charts}
              title="Dead units"
              axis="share of values that are exactly 0 after their ReLU, for this image"
              left={dead[0]}
              right={dead[1]}
              top={1}
              format={(share) => `${Math.round(share * 100)}%`}
            />
          )}
        </>
      )}
      <h3>Feature maps at this depth</h3>
      <MapPair comparison={comparison} names={names} chosen={[chosen.left?.id, chosen.right?.id]} />
      {(one?.given ?? one?.trained ?? other?.given ?? other?.trained) && (
        <WeightsApart comparison={comparison} runs={[one, other]} chosen={chosen.left?.id} />
      )}
    </div>
  )
}

interface OriginsProps {
  readonly runs: readonly [Finished | null, Finished | null]
  readonly names: readonly [left: string, right: string]
  readonly diff: Diff
}

/** Where the weights of both networks come from. */
function Origins({ runs, names, diff }: OriginsProps) {
  const chosen = useStore((state) => state.seed)
  const shared = useMemo(() => sharedWeights(diff), [diff])
  const seed = runs[0]?.seed ?? chosen
  const models = runs.map((run) => run?.trained)
  const files = runs.map((run) => run?.given?.file)
  if ([...models, ...files].every((each) => each === undefined))
    return (
      <p className="origin small-text">
        Random weights, seed {seed}: nothing here is trained. {shared.shared} of the {shared.of} layers of{' '}
        {names[0]} that have weights have the same name and shape in {names[1]}, and so the same weights.
      </p>
    )
  return (
    <ul className="origin small-text">
      {names.map((name, i) => {
        const model = models[i]
        return (
          <li key={i}>
            {name}:{' '}
            {files[i] !== undefined
              ? `weights of your file ${files[i]}.`
              : model
                ? `${trainedOn(model)}, test error ${percent(model.testError)}; it sees ${strongest(runs[i]!, model)} here.`
                : `random weights, seed ${seed}.`}{' '}
            {model && <ModelCardButton model={model} />}
          </li>
        )
      })}
    </ul>
  )
}

/** `a cat (93.1%)`: the class of the largest probability. */
function strongest({ result }: Finished, { classes }: TrainedSummary): string {
  const [{ index, value }] = ranked(result.output, 1)
  const name = classes[index]
  return `${name === undefined ? `class ${index}` : aClass(name)} (${percent(value)})`
}

/** The depth and the two nodes that the selection means: a group by what leaves it, nothing by the first step. */
function useChosen({ diff, steps }: Comparison): {
  readonly at: number
  readonly left: GraphNode | undefined
  readonly right: GraphNode | undefined
} {
  const { expanded, selected, besideOpen, besideNode } = useStore()
  const beside = selectedBeside(diff, { expanded, selected, besideOpen, besideNode })
  return useMemo(() => {
    const [left, right] = nodesAt(diff, [selected, beside])
    if (!left && !right) {
      const [left, right] = nodesAt(diff, [steps[0]?.left, steps[0]?.right])
      return { at: 0, left, right }
    }
    const at = left ? stepAt(diff, steps, 'left', left.id) : stepAt(diff, steps, 'right', right!.id)
    return { at, left, right }
  }, [diff, steps, selected, beside])
}
