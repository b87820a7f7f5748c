import type { Graph } from '../../nn/graph'
import { describeInput } from '../../runtime/input'
import { type Given, givenFor, useGiven } from './given'

/** How an image becomes the input of a network, as a sentence: as its file wants it, where its weights are a file's. */
export function usePreparation(graph: Graph): string {
  const given = useGiven(({ all, isOn }) => (isOn ? givenFor(graph, all) : undefined))
  return given && graph.architecture.input[2] in { 1: true, 3: true }
    ? preparedFor(given)
    : describeInput(graph.architecture.input)
}

/** The same of weights of a file. */
export const preparedFor = ({ preprocessing, isUsual }: Pick<Given, 'preprocessing' | 'isUsual'>): string =>
  `The image is prepared ${isUsual ? 'as usual for this kind of file' : 'as you chose for your file'}: ${preprocessing.title}.`
