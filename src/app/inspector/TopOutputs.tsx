import { useMemo } from 'react'
import type { Graph } from '../../nn/graph'
import { opOf } from '../../nn/ops'
import { ranked } from '../../nn/ranked'
import { isMap } from '../../nn/shape'
import { sentence } from '../../runtime/words'
import { count, measured, percent } from '../../ui/format'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { problemOf, useSession } from '../run/session'
import { stopOf } from '../run/stop'
import { classInWords } from '../trained/classWords'
import { useFirstLook } from '../trained/useFirstLook'
import { TrainedLine, WeightsLine } from './WeightsLine'
import { areDistances, areProbabilities, worthShowing } from './top'
import { useClasses } from './useClasses'

// Only those who ask for a class fetch it.
const classAnswer = loadable(() => import('./ClassAnswer').then((m) => m.ClassAnswer))

const shown = 5

/** The strongest outputs as bars; with random weights classes have numbers, because only training gives them a meaning. */
export function TopOutputs({ graph }: { readonly graph: Graph }) {
  const finished = useSession((state) => (state.finished?.graph === graph ? state.finished : null))
  const phase = useSession((state) => state.run.phase)
  const isOffered = phase === 'offered'
  const problem = useSession((state) => problemOf(state.run))
  const status = useSession((state) => state.status)
  const stored = useFirstLook(graph)
  const output = finished?.result.output ?? stored?.output ?? null
  const node = graph.node(graph.outputs[0])
  const named = (stored?.model ?? finished?.given ?? finished?.trained)?.classes
  // A changed network may have another number of classes than its file has names.
  const classes = named?.length === output?.length ? named : undefined
  const top = useMemo(() => {
    if (!output || output.length === 0) return null
    const isShare = areProbabilities(output)
    const isDistance = areDistances(output, node)
    const list = ranked(output, shown, isDistance ? 'smallest' : 'largest')
    return { isShare, isDistance, list: isShare ? worthShowing(list) : list }
  }, [output, node])
  const { asked, ask, shows } = useClasses(graph)
  const name = (isShare: boolean) =>
    isShare ? 'probabilities' : `outputs (${opOf(node).title.toLowerCase()})`

  if (status.state === 'unavailable') return <p>{status.reason}</p>
  if (!output || !top)
    return (
      <p className="soft">
        {output
          ? unreached(graph)
          : phase === 'failed'
            ? problem
            : phase === 'cancelled'
              ? 'Nothing has run yet.'
              : 'It appears once the network has run …'}
      </p>
    )
  if (isMap(node.shape))
    return <p className="soft">This network ends in feature maps; select its last layer to see them.</p>
  const { isShare, isDistance, list } = top
  const called = (index: number) =>
    classes?.[index] === undefined
      ? `${isDistance ? 'digit' : 'class'} ${index}`
      : classInWords(classes[index])
  const most = Math.max(...list.map(({ value }) => Math.abs(value))) || 1
  const others = output.length - list.length
  const rest = 1 - list.reduce((sum, { value }) => sum + value, 0)
  return (
    <>
      {stored ? (
        <>
          <TrainedLine model={stored.model} />
          <p className="small-text">
            {isOffered
              ? 'A stored result for this image. Run the network live to open every layer.'
              : 'Stored result for this image; the live run will replace it.'}
          </p>
        </>
      ) : (
        <WeightsLine />
      )}
      <p className="small-text soft">
        {isDistance
          ? 'The squared distance to the drawing of each digit; the smallest wins.'
          : list.length === 1
            ? `The largest of ${count(output.length)} ${name(isShare)}`
            : others === 0
              ? `All ${list.length} ${name(isShare)}, largest first`
              : `The ${list.length} largest of ${count(output.length)} ${name(isShare)}`}
      </p>
      <ol className="top">
        {list.map(({ index, value }) => (
          <li key={index} className={shows ? 'row-button' : undefined}>
            {shows ? (
              <button
                type="button"
                className="link"
                aria-pressed={shows === 'map' ? asked === index : undefined}
                onClick={() => ask(index)}
              >
                {called(index)}
              </button>
            ) : (
              <span>{called(index)}</span>
            )}
            <span className="share-bar" aria-hidden>
              <span style={{ inlineSize: `${(Math.abs(value) / (isShare ? 1 : most)) * 100}%` }} />
            </span>
            <b>{isShare ? percent(value) : measured(value)}</b>
          </li>
        ))}
      </ol>
      {shows && asked === null && (
        <p className="small-text soft">
          {shows === 'map'
            ? 'Choose a class to see which parts of the image speak for it.'
            : `Choose ${isDistance ? 'a digit' : 'a class'} to see how its value is made.`}
        </p>
      )}
      {asked !== null && (
        <Part name="The class map" of={classAnswer} with={{ graph, index: asked, name: called(asked) }} />
      )}
      {isShare && others > 0 && (
        <p className="small-text soft">
          The other {count(others)} share {rest < 0.001 ? 'less than 0.1%' : percent(rest)}.
        </p>
      )}
      {isShare && !classes && !finished?.given && list[0].value > 0.99 && (
        <p className="small-text">
          With random weights, the scores grow from layer to layer, so softmax picks one class with false
          certainty.
        </p>
      )}
    </>
  )
}

/** Why a run gave no output. */
function unreached(graph: Graph): string {
  const { where, why } = stopOf(graph)!
  return `The run ${where}, so it does not reach the output. ${sentence(why)}`
}
