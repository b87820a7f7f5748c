import type { Graph, NodeId } from '../nn/graph'
import type { Tensor, Tf } from '../nn/op'
import { opOf } from '../nn/ops'
import type { Step } from './plan'
import { prepare } from './prepare'
import type { WeightSource } from './weights'

/** Tensors of a step, by the names its kernel knows. */
type StepWeights = Readonly<Record<string, Tensor>>

/** A network on a device: its steps and their weights. Tensors live until `dispose`. */
export interface Prepared {
  readonly graph: Graph
  readonly steps: readonly Step[]
  readonly weights: readonly StepWeights[]
  dispose(): void
}

/** What can stop a long action between two steps; resolves at once or after letting messages in. */
export type Checkpoint = (done: number, node: NodeId) => void | Promise<void>

/** Uploads the weights of all steps. When the checkpoint throws, nothing stays on the device. */
export async function upload(
  tf: Tf,
  graph: Graph,
  steps: readonly Step[],
  source: WeightSource,
  checkpoint: Checkpoint = () => {},
): Promise<Prepared> {
  const weights: StepWeights[] = []
  const dispose = () => weights.forEach((named) => Object.values(named).forEach((tensor) => tensor.dispose()))
  try {
    for (const [i, step] of steps.entries()) {
      const arrays = Object.entries(prepare(step, source))
      const placed: StepWeights = Object.fromEntries(
        arrays.map(([name, { values, shape }]) => [name, tf.tensor(values, [...shape])]),
      )
      const { first } = step
      weights.push(opOf(first).settle?.(tf, placed, first.attrs, first.macs) ?? placed)
      const pause = checkpoint(i + 1, step.node)
      if (pause) await pause
    }
  } catch (error) {
    dispose()
    throw error
  }
  return { graph, steps, weights, dispose }
}

/**
 * One forward pass. Returns the outputs that `keep` names, which the caller disposes; everything else is freed
 * after its last reader. The input stays the caller's.
 * @param input [batch, height, width, channels]
 */
export async function execute(
  tf: Tf,
  { graph, steps, weights }: Prepared,
  input: Tensor,
  keep: (node: NodeId) => boolean,
  checkpoint: Checkpoint = () => {},
): Promise<Map<NodeId, Tensor>> {
  const values = new Map<NodeId, Tensor>([[graph.input, input]])
  const left = new Map<NodeId, number>()
  for (const step of steps) for (const id of step.inputs) left.set(id, (left.get(id) ?? 0) + 1)
  try {
    for (const [i, step] of steps.entries()) {
      const inputs = step.inputs.map((id) => values.get(id)!)
      values.set(
        step.node,
        tf.tidy(() => {
          const output = runStep(tf, step, inputs, weights[i])
          // An addition of one path hands on its input, which is freed after its last reader.
          return inputs.includes(output) ? tf.reshape(output, output.shape) : output
        }),
      )
      for (const id of step.inputs) {
        left.set(id, left.get(id)! - 1)
        if (left.get(id) === 0 && id !== graph.input && !keep(id)) {
          values.get(id)!.dispose()
          values.delete(id)
        }
      }
      const pause = checkpoint(i + 1, step.node)
      if (pause) await pause
    }
  } catch (error) {
    for (const [id, tensor] of values) if (id !== graph.input) tensor.dispose()
    throw error
  }
  for (const [id, tensor] of values)
    if (!keep(id)) {
      if (id !== graph.input) tensor.dispose()
      values.delete(id)
    }
  return values
}

function runStep(tf: Tf, step: Step, inputs: readonly Tensor[], weights: StepWeights): Tensor {
  const op = opOf(step.first)
  if (!op.affine) return op.run(tf, inputs, weights, step.first.attrs, step.activation)
  const [x] = inputs
  const isVector = x.rank === 2
  const scaled: Tensor = tf.fused.depthwiseConv2d({
    // A vector is a map of one pixel.
    x: (isVector ? tf.reshape(x, [x.shape[0], 1, 1, -1]) : x) as never,
    filter: weights.scale as never,
    strides: 1,
    pad: 'valid',
    bias: weights.shift,
    activation: step.activation ?? 'linear',
  })
  return isVector ? tf.reshape(scaled, x.shape) : scaled
}
