import { models } from 'virtual:models'
import type { DatasetName } from '../../recorded/datasets'
import { graphOf } from '../../architectures/built'
import type { Options } from '../../architectures/family'
import type { Graph } from '../../nn/graph'
import { computeTheSame } from '../../nn/wiring'
import type { StoredTensor } from '../../runtime/trained/manifest'

/** What the page knows of a model before it fetches anything of it. */
export interface TrainedSummary {
  /** The name of its folder. */
  readonly id: string
  /** The network as it is named in an address. */
  readonly network: string
  /** Options that differ from the network's own. */
  readonly options: Options
  readonly title: string
  /** What it was trained on. */
  readonly data: DatasetName
  /** The names of the outputs, in their order. */
  readonly classes: readonly string[]
  /** Share of the test images that it names wrongly. */
  readonly testError: number
  /** The sample images that a stored run of it lies beside the weights for. */
  readonly looks: readonly string[]
  /** Length of its file. */
  readonly bytes: number
  /** Numbers in its file. */
  readonly values: number
  /** How its kernels are written there. */
  readonly kernels: StoredTensor['type']
}

/** The model whose weights fit a graph, by what the graph computes and not by its name. */
export function trainedFor(
  graph: Graph,
  among: readonly TrainedSummary[] = models,
): TrainedSummary | undefined {
  if (graph.issues.length > 0) return undefined
  const { trainable, params } = graph.totals
  const alike = among.filter(({ values }) => values === trainable + params.running)
  // To compare takes milliseconds for a large network: the very network that a model is of is known without.
  return (
    alike.find((model) => graph.architecture.id === model.network && ownOf(model) === graph) ??
    alike.find((model) => computeTheSame(ownOf(model), graph))
  )
}

const ownOf = ({ network, options }: TrainedSummary) => graphOf(network, options)

/** Whether a network has trained weights as long as nothing of it is changed. */
export function isTrainedUnchanged(network: string, among: readonly TrainedSummary[] = models): boolean {
  return among.some((model) => model.network === network && Object.keys(model.options).length === 0)
}

/** Whether a network has trained weights, unchanged or with options of its own. */
export function isTrained(network: string, among: readonly TrainedSummary[] = models): boolean {
  return among.some((model) => model.network === network)
}
