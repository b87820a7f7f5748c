import { models } from 'virtual:models'
import { resolve } from '../../architectures/index'
import { isTrainedUnchanged, type TrainedSummary } from './models'
import { inWords } from './said'

/**
 * What a list says of a network that opens as it was published: its numbers are those of that network, and its weights
 * may be there for fewer classes only. Undefined where none were trained.
 */
export function trainedBadge(network: string, among: readonly TrainedSummary[] = models): string | undefined {
  const own = among.find((model) => model.network === network)
  if (!own || isTrainedUnchanged(network, among)) return own && 'trained'
  return 'classes' in own.options
    ? `trained with ${inWords(own.classes.length)} classes`
    : 'trained with other options'
}

/** The classes of a network as it was published, where its weights are for others: its counts are not those of what opens. */
export function publishedClasses(
  network: string,
  among: readonly TrainedSummary[] = models,
): number | undefined {
  const own = among.find((model) => model.network === network)
  if (!own || !('classes' in own.options) || isTrainedUnchanged(network, among)) return undefined
  return Number(resolve(network).options.classes)
}
