import { useMemo, useRef, useState } from 'react'
import type { GraphNode } from '../../nn/graph'
import type { Diff } from '../../nn/diff'
import { sharedWeights } from '../../nn/differences'
import { type DepthPlace, isRelu, placeAmong } from '../../nn/steps'
import { measured, percent } from '../../ui/format'
import { type Finished, runLive, useSession } from '../run/session'
import { useStore } from '../state/store'
import { aClass } from '../trained/classWords'
import { ModelCardButton } from '../trained/ModelCardButton'
import type { TrainedSummary } from '../trained/models'
import { trainedOn } from '../trained/said'
import { ranked } from '../../nn/ranked'
import { type Comparison, nodesAt, selectedBeside, withSelected } from './comparison'
import { DepthChart } from './DepthChart'
import { MapPair, useBothRuns } from './MapPair'
import type { Spread } from '../../featuremaps/spread'
import { type Spreads, useSpreads } from './spreads'
import { Key } from './Totals'
import { Answers } from './Answers'
import { WeightsApart } from './WeightsApart'
import { Breakable } from '../../ui/Breakable'

interface Props {
  readonly comparison: Comparison
  readonly names: readonly [left: string, right: string]
}

/** Two runs of the same image: how large the values are along the depth, and the maps of one depth in pairs. */
export function Runs({ comparison, names }: Props) {
  const { diff, steps } = comparison
  const [one, other] = useBothRuns(comparison)
  const chosen = useChosen(comparison)
  const { at, where } = chosen
  const nodes = [chosen.left?.id, chosen.right?.id] as const
  const ids = useMemo(
    () => ({
      left: steps.flatMap((step) => step.left ?? []),
      right: steps.flatMap((step) => step.right ?? []),
    }),
    [steps],
  )
  const left = useSpreads(one?.result.trace, ids.left)
  const right = useSpreads(other?.result.trace, ids.right)
  const own = [useSpreadOf(one, nodes[0], left), useSpreadOf(other, nodes[1], right)] as const
  const [pointed, setPointed] = useState<number | null>(null)
  const maps = useRef<HTMLHeadingElement>(null)

  function pick(step: number): void {
    const { left: node, right: beside } = steps[step]
    const side = node === undefined ? 'right' : 'left'
    const { selected, besideNode } = withSelected(diff, side, (node ?? beside)!, useStore.getState())
    // Walking along the depth opens nothing: what holds the layer is lit instead.
    useStore.getState().explore({ selected, besideNode })
  }

  // Half a step lies between two activations, and either way leads to the next one.
  const place = at + 1 + { at: 0, after: 0.5, before: -0.5 }[where]
  const pickFrom = (value: number) =>
    pick(Math.min(steps.length, Math.max(1, value > place ? Math.ceil(value) : Math.floor(value))) - 1)

  const zeros = (of: 'left' | 'right', id: string, spread: Spread) =>
    isRelu(diff[of].graph.node(id)) ? spread.zeros : null
  const value = (of: 'left' | 'right', spreads: Spreads, read: 'rms' | 'zeros') =>
    steps.map((step) => {
      const id = step[of]
      const spread = id === undefined ? undefined : spreads.get(id)
      if (!spread) return null
      return read === 'rms' ? spread.rms : zeros(of, id!, spread)
    })
  const rms = [value('left', left, 'rms'), value('right', right, 'rms')] as const
  const dead = [value('left', left, 'zeros'), value('right', right, 'zeros')] as const
  const charts = { names, at: place - 1, onPick: pick, onHover: setPointed }
  // The layers whose maps are shown, which may lie between two activations, or those under the pointer.
  const isPointed = pointed !== null && pointed < steps.length
  const readout = (step: number | null) =>
    names.map((name, i) => {
      const side = i === 0 ? 'left' : 'right'
      const id = step === null ? nodes[i] : steps[step][side]
      if (id === undefined) return { side, name, id: null, text: 'no such layer' } as const
      const spread = step === null ? own[i] : (i === 0 ? left : right).get(id)
      const silent = spread ? zeros(side, id, spread) : null
      const text = spread
        ? `RMS ${measured(spread.rms)}${silent === null ? '' : `, ${percent(silent)} zeros`}`
        : 'not run yet'
      return { side, name, id, text } as const
    })
  const depth = depthInWords({ at, where })

  return (
    <div className="runs">
      <Origins runs={[one, other]} names={names} diff={diff} />
      <Answers runs={[one, other]} names={names} />
      {steps.length === 0 ? (
        <p>Neither network has an activation function between its layers.</p>
      ) : (
        <>
          <div className="depth-slider">
            <label htmlFor="depth">Depth</label>
            <input
              id="depth"
              type="range"
              min={where === 'before' ? 0.5 : 1}
              max={where === 'after' && at === steps.length - 1 ? steps.length + 0.5 : steps.length}
              step={0.5}
              value={place}
              aria-valuetext={`${where === 'at' ? '' : `${where} `}activation ${at + 1} of ${steps.length}: ${readout(
                null,
              )
                .map(({ name, text }) => `${name} ${text}`)
                .join('; ')}`}
              onChange={({ target }) => pickFrom(Number(target.value))}
            />
            <span>
              {isPointed ? pointed + 1 : depth} of {steps.length}
            </span>
          </div>
          <dl className="depth-readout small-text">
            {readout(isPointed ? pointed : null).map(({ side, name, id, text }) => (
              <div key={side}>
                <dt>
                  <Key side={side} /> {name}{' '}
                  {id !== null && (
                    <code>
                      <Breakable text={id} />
                    </code>
                  )}
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
              title="Zeros after ReLU"
              axis="share of values that are exactly 0 after their ReLU, for this image"
              left={dead[0]}
              right={dead[1]}
              top={1}
              format={(share) => `${Math.round(share * 100)}%`}
            />
          )}
        </>
      )}
      <h3 ref={maps}>
        Feature maps{' '}
        {steps.length === 0 ? '' : where === 'at' ? `at depth ${depth}` : `${where} depth ${at + 1}`}
      </h3>
      <MapPair comparison={comparison} names={names} chosen={nodes} />
      {(one?.given ?? one?.trained ?? other?.given ?? other?.trained) && (
        <WeightsApart
          comparison={comparison}
          chosen={chosen.left?.id}
          onShow={() => scrollTo(maps.current)}
        />
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
  if (runs.every((run) => run === null)) return <NotRun />
  const seed = runs[0]?.seed ?? chosen
  const models = runs.map((run) => run?.trained)
  const files = runs.map((run) => run?.given?.file)
  if (runs.every((run) => run !== null) && [...models, ...files].every((each) => each === undefined))
    return (
      <p className="origin small-text">
        Random weights, seed {seed}: nothing here is trained. {shared.shared} of the {shared.of} layers with
        weights in {names[0]} have the same name and shape in {names[1]}, and therefore the same weights.
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
                : runs[i]
                  ? `random weights, seed ${seed}.`
                  : 'it has not run on this image yet.'}{' '}
            {model && <ModelCardButton model={model} />}
          </li>
        )
      })}
    </ul>
  )
}

/** Where neither network has run: how both are made to. */
function NotRun() {
  const { phase } = useSession((state) => state.run)
  return (
    <p className="origin small-text">
      Neither network has run on this image yet.{' '}
      {phase === 'offered' && (
        <button type="button" className="link" onClick={runLive}>
          Fetch their weights and run both
        </button>
      )}
    </p>
  )
}

/** To the top of the panel: `scrollIntoView` would move the page around it, too. */
function scrollTo(heading: HTMLElement | null): void {
  const panel = heading?.closest('.inspector-body')
  if (heading && panel)
    panel.scrollTop += heading.getBoundingClientRect().top - panel.getBoundingClientRect().top - 8
}

/** `a cat (93.1%)`: the class of the largest probability. */
function strongest({ result }: Finished, { classes }: TrainedSummary): string {
  const [{ index, value }] = ranked(result.output, 1)
  const name = classes[index]
  return `${name === undefined ? `class ${index}` : aClass(name)} (${percent(value)})`
}

const depthInWords = ({ at, where }: DepthPlace) => (where === 'at' ? String(at + 1) : `${where} ${at + 1}`)

/** How the values of one layer are spread: as it was measured with the others, or by itself. */
function useSpreadOf(run: Finished | null, id: string | undefined, known: Spreads): Spread | undefined {
  const isKnown = id === undefined || known.has(id)
  const alone = useMemo(() => (isKnown ? [] : [id]), [isKnown, id])
  const own = useSpreads(run?.result.trace, alone)
  return id === undefined ? undefined : (known.get(id) ?? own.get(id))
}

/** The depth and the two nodes that the selection means: a group by what leaves it, nothing by the first step. */
function useChosen({ diff, steps }: Comparison): DepthPlace & {
  readonly left: GraphNode | undefined
  readonly right: GraphNode | undefined
} {
  const { expanded, selected, besideOpen, besideNode } = useStore()
  const beside = selectedBeside(diff, { expanded, selected, besideOpen, besideNode })
  return useMemo(() => {
    const [left, right] = nodesAt(diff, [selected, beside])
    if (!left && !right) {
      const [left, right] = nodesAt(diff, [steps[0]?.left, steps[0]?.right])
      return { at: 0, where: 'at', left, right }
    }
    const [side, node] = left ? (['left', left] as const) : (['right', right!] as const)
    return { ...placeAmong(diff, steps, side, node.id), left, right }
  }, [diff, steps, selected, beside])
}
