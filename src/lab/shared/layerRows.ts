import type { Graph } from '../../nn/graph'

/** The layers of a network as lines of a table, with what each costs. */
export function layerRows({ nodes }: Graph): readonly (readonly (string | number)[])[] {
  return [
    ['layer', 'what it is', 'output', 'parameters', 'MACs'],
    ...nodes.map(({ id, label, shape, params, macs }) => [
      ...[id, label, shape.join('×')],
      ...[params.weights + params.biases + params.batchNorm, macs],
    ]),
  ]
}
