import type { ImportedNetwork } from './onnx/readOnnx'
import type { WeightFile } from './open'
import { cifar10, type Preprocessing, preparationOf, preprocessingsFor, torchvision } from './preprocessing'
import type { Recognised } from './recognise'

// How an image is prepared as long as nobody chooses otherwise: the page and the command line ask here.

/** What a file of weights says is done to an image, or what is usual for its network. */
export function usualForWeights(
  { graph, preprocessing }: Pick<Recognised, 'graph' | 'preprocessing'>,
  { belonging, preparation }: Pick<WeightFile, 'belonging' | 'preparation'>,
): Preprocessing {
  const [, , channels] = graph.architecture.input
  const said = belonging?.preprocessing ?? preparation
  if (said?.scale.length === channels) return preparationOf(said)
  return channels === 3 ? preprocessing : (preprocessingsFor(channels)[0] ?? preprocessing)
}

/** The same of an ONNX file. Small images were hardly ever trained on as those of ImageNet; our own export does what the page does. */
export function usualForNetwork({
  graph,
  producer,
  said,
}: Pick<ImportedNetwork, 'graph' | 'producer' | 'said'>): Preprocessing {
  const [height, , channels] = graph.architecture.input
  if (said?.preprocessing?.scale.length === channels) return preparationOf(said.preprocessing)
  const [usual = torchvision] = preprocessingsFor(channels)
  return channels === 3 && height === 32 && producer !== 'Layerwise' ? cifar10 : usual
}
