import { models } from 'virtual:models'
import type { Options } from '../../architectures/family'
import { resolve } from '../../architectures/index'
import { networkOf } from '../state/network'
import { start } from '../state/intent'
import { writeHash } from '../route/url'
import { chosen } from './chosen'
import { trainedFor, type TrainedSummary } from './models'
import { inWords } from './said'

/**
 * The trained network that is most like one without trained weights: the same with other options; else one of its
 * family, for images of the same size if there is one, then by the number of parameters. Undefined where the network
 * itself is trained, or none of its family is.
 */
export function nearestTrained(
  network: string,
  options: Options,
  among: readonly TrainedSummary[] = models,
): TrainedSummary | undefined {
  const { graph, resolved } = networkOf(network, options)
  if (trainedFor(graph, among)) return undefined
  const own = among.find((model) => model.network === network)
  if (own) return own
  const [side] = resolved.architecture.input
  const distance = (model: TrainedSummary) => {
    const isOtherSize = resolve(model.network, model.options).architecture.input[0] !== side
    return (isOtherSize ? 1000 : 0) + Math.abs(Math.log(model.values / graph.totals.trainable))
  }
  return among
    .filter((model) => resolve(model.network).family.id === resolved.family.id)
    .toSorted((a, b) => distance(a) - distance(b))
    .at(0)
}

/** What a model of full-size photographs is first shown with where nothing that it has a stored run of is chosen. */
const { image: known } = chosen

/** The address that opens a model with its weights, on the image that is chosen if it is seen at once. */
export function trainedAddress(model: TrainedSummary, image: string = start.image): string {
  const shown = model.looks.includes(image) || !model.looks.includes(known) ? image : known
  return writeHash({ ...start, network: model.network, options: model.options, image: shown })
}

/** `GoogLeNet with BN, ten classes`. */
export function trainedName({ title, options, classes }: TrainedSummary): string {
  return 'classes' in options ? `${title}, ${inWords(classes.length)} classes` : title
}
