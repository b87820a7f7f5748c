import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { freshIn, type Given, useGiven } from '../given/given'
import type { Graph } from '../../nn/graph'
import { ownImage } from '../state/intent'
import { nearestTrained, trainedAddress, trainedName } from '../trained/nearest'
import { ModelCardButton } from '../trained/ModelCardButton'
import { isTrainedUnchanged, trainedFor, type TrainedSummary } from '../trained/models'
import { originOf } from '../trained/said'
import { networkOf } from '../state/network'
import { usePictures } from '../image/pictures'
import { isDrawn, samples } from '../image/samples'
import { useSession } from '../run/session'
import { useStore } from '../state/store'
import { areProbabilities } from './top'

/** Says of which weights the values are, wherever values are shown. */
export function WeightsLine() {
  const finished = useSession((state) => state.finished)
  const { trained, given } = finished ?? {}
  if (given) return <GivenLine given={given} graph={finished!.graph} seed={finished!.seed} />
  return trained ? <TrainedLine model={trained} /> : <RandomWeights />
}

/** What the model behind a prediction was trained on. */
export function TrainedLine({ model }: { readonly model: TrainedSummary }) {
  const image = useStore((state) => state.image)
  // Known before it has come, so that nothing moves then.
  const isSampleDrawn = samples.some((sample) => sample.id === image && isDrawn(sample))
  const isDrawing = usePictures(({ picture }) => picture?.isDrawing ?? isSampleDrawn)
  return (
    <p className="origin trained small-text">
      {originOf(model, isDrawing)} <ModelCardButton model={model} />
    </p>
  )
}

interface GivenLineProps {
  readonly given: Given
  readonly graph: Graph
  readonly seed: number
}

/** The file that the reader brought, and what it lacks. */
function GivenLine({ given, graph, seed }: GivenLineProps) {
  const { id, file, matched, wanted } = given
  const fresh = useMemo(() => freshInWords(graph, given), [graph, given])
  const lacking = wanted - matched
  const fault = useGiven(({ faults }) => faults[id])
  return (
    <p className="origin trained small-text">
      Your weights: {file}, read on this device.
      {lacking > 0 && ` ${lacking} of ${wanted} are not in it and stay random.`}
      {fresh &&
        ` Your change gives ${fresh} new random weights, seed ${seed}; all others come from the file.`}
      {fault !== undefined && <strong> {fault}</strong>}
    </p>
  )
}

/** The layers of a changed network that have new weights: the first by their names. */
function freshInWords(graph: Graph, given: Given): string | undefined {
  const names = freshIn(graph, given).map(({ node }) => node)
  if (names.length === 0) return undefined
  const [shown, more] = [names.slice(0, 3), names.length - 3]
  const last = more > 0 ? `${more} more ${more === 1 ? 'layer' : 'layers'}` : shown.pop()!
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last
}

function RandomWeights() {
  const finished = useSession((state) => state.finished)
  const chosen = useStore((state) => state.seed)
  const outputs = finished && !areProbabilities(finished.result.output) ? 'outputs' : 'probabilities'
  const misfit = useMisfit()
  return (
    <p className="origin small-text">
      {misfit && `${misfit} `}
      Random weights, seed {finished?.seed ?? chosen}: no training, so the {outputs} mean nothing and the
      patterns are due to chance. The arithmetic of every layer is real. <NearestTrained />
    </p>
  )
}

/** Leads from a network that is not trained to the one most like it that is. */
function NearestTrained() {
  const { network, options, weights, image } = useStore(
    useShallow(({ network, options, weights, image }) => ({ network, options, weights, image })),
  )
  const nearest = useMemo(
    () => (weights === 'trained' ? nearestTrained(network, options) : undefined),
    [network, options, weights],
  )
  return (
    nearest && (
      <>
        A trained network:{' '}
        <a className="link" href={trainedAddress(nearest, image === ownImage ? undefined : image)}>
          {trainedName(nearest)}
        </a>
        .
      </>
    )
  )
}

/** Why trained weights, though chosen and there for the unchanged network, do not run; null where they do. */
export function useMisfit(): string | null {
  return useStore(({ network, options, edits, weights }) => {
    if (weights !== 'trained' || !isTrainedUnchanged(network)) return null
    const { graph, resolved } = networkOf(network, options, edits)
    if (trainedFor(graph)) return null
    return `The trained weights belong to ${resolved.architecture.title} without these changes.`
  })
}
