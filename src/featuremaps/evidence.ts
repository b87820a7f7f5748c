import { type AveragingHead, classActivation } from '../nn/classActivation'
import { type Ranked, ranked } from '../nn/ranked'
import { asMap } from '../nn/shape'
import type { Activation, Trace } from '../nn/trace'

/** What one channel of the last feature maps adds to the score of a class. */
export interface Part extends Ranked {
  /** Its weight for the class, and its own map, row by row; missing in a stored run, which keeps neither. */
  readonly drawn?: { readonly weight: number; readonly map: Float32Array }
}

/** What the score of one class is made of: its class activation map, whose mean with the bias is the score. */
export interface Evidence {
  /** Row by row. */
  readonly map: Float32Array
  readonly height: number
  readonly width: number
  readonly bias: number
  /** As the network computed it. */
  readonly score: number
  /** The channels that add most to the mean of the map, for or against. */
  readonly strongest: readonly Part[]
}

type Run = Pick<Trace, 'read' | 'weights'>

/** Channels that are named one by one. */
const listed = 5

/** Reads what a class's score is made of from a finished run. */
export async function evidenceOf(run: Run, head: AveragingHead, index: number): Promise<Evidence> {
  const [maps, weights, bias, scores] = await Promise.all([
    run.read(head.maps),
    run.weights(head.scores, 'kernel', index),
    head.hasBias ? run.weights(head.scores, 'bias') : undefined,
    run.read(head.scores),
  ])
  return evidenceFrom(maps, weights, bias?.[index] ?? 0, scores.values[index])
}

/** Reads from a finished run what the scores of all its classes are made of, for whoever runs again before one is asked for. */
export async function allEvidenceOf(run: Run, head: AveragingHead): Promise<(index: number) => Evidence> {
  const [maps, kernel, bias, scores] = await Promise.all([
    run.read(head.maps),
    run.weights(head.scores, 'kernel'),
    head.hasBias ? run.weights(head.scores, 'bias') : undefined,
    run.read(head.scores),
  ])
  const classes = scores.values.length
  return (index) => {
    const column = kernel.filter((_, at) => at % classes === index)
    return evidenceFrom(maps, column, bias?.[index] ?? 0, scores.values[index])
  }
}

function evidenceFrom(
  maps: Pick<Activation, 'values' | 'shape'>,
  weights: Float32Array,
  bias: number,
  score: number,
): Evidence {
  const { map, height, width, channels } = classActivation(maps.values, maps.shape, weights)
  const strongest = ranked(channels.map(Math.abs), listed).map(({ index: k }) => ({
    index: k,
    value: channels[k],
    drawn: { weight: weights[k], map: channelOf(maps, k) },
  }))
  return { map, height, width, bias, score, strongest }
}

/** The map of one channel, row by row. */
function channelOf({ values, shape }: Pick<Activation, 'values' | 'shape'>, channel: number): Float32Array {
  const [height, width, depth] = asMap(shape)
  return Float32Array.from({ length: height * width }, (_, at) => values[at * depth + channel])
}

export const mean = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
