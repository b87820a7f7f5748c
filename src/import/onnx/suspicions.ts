import { conv } from '../../nn/ops/conv'
import type { FlatGraph } from './flat'
import type { Piece } from './translator'

/**
 * What looks wrong in a file whose parts fit: convolutions that read the same maps and share one bias. PyTorch's exporter
 * with onnxscript up to 0.5.6 wrote such files (pytorch/pytorch#166797): it gave the second the bias of the first.
 */
export function suspicions(
  pieces: readonly Piece[],
  { producer }: Pick<FlatGraph, 'producer'>,
): readonly string[] {
  const seen = new Map<string, Piece>()
  const shared: Piece[] = []
  for (const piece of pieces) {
    const { kernel, bias } = piece.from
    if (piece.op !== conv.definition.name || !bias) continue
    // Equal tensors that the exporter merged come back under names of their own; these are no mistake.
    const key = `${piece.inputs.join()}|${piece.node?.inputs[2]}`
    const before = seen.get(key)
    if (before && before.from.kernel.name !== kernel.name) shared.push(piece)
    else seen.set(key, piece)
  }
  if (shared.length === 0) return []
  const one = shared[0].from.bias.name
  const many = shared.length === 1 ? 'Two convolutions' : `${shared.length + 1} convolutions`
  const known =
    producer === 'pytorch' ? ' PyTorch 2.9 with onnxscript up to 0.5.6 writes such files by mistake.' : ''
  return [
    `${many} in this file read the same maps and share one bias, ${one}, so its answers are probably wrong.${known} Export it again with a newer onnxscript, or with dynamo=False.`,
  ]
}
