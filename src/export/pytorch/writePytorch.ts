import type { Graph } from '../../nn/graph'
import { asMap, formatShape } from '../../nn/shape'
import {
  className,
  classOf,
  helpersOf,
  joined,
  type Line,
  plain,
  textOf,
  writtenBy,
} from '../program/program'
import { type Helper, helpers } from './helpers'
import { writers } from './writers'

export interface PytorchOptions {
  /** A .safetensors file beside the program with the weights that it takes. */
  readonly weights?: string
}

/**
 * A PyTorch program that builds the network, channels first, one line a node. Run by itself it counts its parameters
 * and compares them with the count of the graph. Maps are unrolled channels first, as PyTorch does.
 * Throws a `ProgramError` when the network does not fit together.
 */
export function writePytorch(graph: Graph, options?: PytorchOptions): string {
  return textOf(pytorchLines(graph, options))
}

/** The same line by line, each with its layer. */
export function pytorchLines(graph: Graph, { weights }: PytorchOptions = {}): readonly Line[] {
  const written = writtenBy<Helper>(graph, writers)
  return joined([
    plain(header(graph, weights)),
    ...helpersOf(written).map((helper) => plain(helpers[helper])),
    classOf(graph, written, { base: 'nn.Module', forward: 'forward(self, image)', helpers }),
    plain(check(graph, weights)),
  ])
}

function header({ architecture, totals }: Graph, weights?: string): string {
  const { title, input } = architecture
  return `"""${title}, input ${formatShape(input, 'chw')}: ${totals.trainable} trained parameters. Written by Layerwise."""

import torch
import torch.nn.functional as F
${weights === undefined ? '' : 'from safetensors.torch import load_file\n'}from torch import nn`
}

function check(graph: Graph, weights?: string): string {
  const [height, width, depth] = asMap(graph.architecture.input)
  const load =
    weights === undefined ? '' : `    network.load_state_dict(load_file(${JSON.stringify(weights)}))\n`
  return `if __name__ == "__main__":
    network = ${className(graph, helpers)}().eval()
    parameters = sum(parameter.numel() for parameter in network.parameters())
    assert parameters == ${graph.totals.trainable}, parameters
    print(parameters, "parameters")
${load}    with torch.no_grad():
        result = network(torch.randn(1, ${depth}, ${height}, ${width}))
    for tensor in result if isinstance(result, tuple) else [result]:
        print(tuple(tensor.shape))`
}
