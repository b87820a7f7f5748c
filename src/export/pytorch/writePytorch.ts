import type { Graph, GraphNode } from '../../nn/graph'
import { asMap, formatShape } from '../../nn/shape'
import { type Helper, helpers } from './helpers'
import { name } from './python'
import { type Written, writers } from './writers'

/** What keeps a network out of a program, in a sentence for the reader. */
class PytorchError extends Error {}

/**
 * A PyTorch program that builds the network, channels first, one line a node. Run by itself it counts its parameters
 * and compares them with the count of the graph. Maps are unrolled channels first, as PyTorch does.
 * @throws {PytorchError} when the network does not fit together
 */
export function writePytorch(graph: Graph): string {
  const [issue] = graph.issues
  if (issue) throw new PytorchError(`The network does not fit together: ${issue.node}: ${issue.message}.`)
  const written = new Map<string, Written>(graph.nodes.map((node) => [node.id, writers[node.op](node)]))
  const used = [...new Set([...written.values()].flatMap(({ helper }) => (helper ? [helper] : [])))]
  return `${[header(graph), ...used.map((helper: Helper) => helpers[helper]), classOf(graph, written), check(graph)].join('\n\n\n')}\n`
}

function header({ architecture, totals }: Graph): string {
  const { title, input } = architecture
  return `"""${title}, input ${formatShape(input, 'chw')}: ${totals.trainable} trained parameters. Written by Layerwise."""

import torch
import torch.nn.functional as F
from torch import nn`
}

function classOf(graph: Graph, written: ReadonlyMap<string, Written>): string {
  const modules = sections(graph.nodes, ({ id }) => {
    const made = written.get(id)!.module
    return made === undefined ? [] : [`self.${name(id)} = ${made}`]
  })
  const variables = variablesOf(graph)
  const calls = sections(
    graph.nodes.filter(({ id }) => id !== graph.input),
    ({ id, inputs }) => {
      const value = written.get(id)!.value(
        inputs.map((input) => variables.get(input)!),
        `self.${name(id)}`,
      )
      return [`${variables.get(id)} = ${value}`]
    },
  )
  const results = graph.outputs.map((id) => variables.get(id)).join(', ')
  return [
    `class ${className(graph)}(nn.Module):`,
    '    def __init__(self):',
    '        super().__init__()',
    ...modules,
    '',
    '    def forward(self, image):',
    ...calls,
    `        return ${results}`,
  ].join('\n')
}

/** Lines for the nodes, a comment where a stage begins. */
function sections(
  nodes: readonly GraphNode[],
  linesOf: (node: GraphNode) => readonly string[],
): readonly string[] {
  let last = ''
  return nodes.flatMap((node) => {
    const lines = linesOf(node).map((line) => `        ${line}`)
    const stage = node.id.split('/')[0]
    if (lines.length === 0 || stage === last || stage === node.id) return lines
    last = stage
    return [`        # ${stage}`, ...lines]
  })
}

/** A tensor that only the next node reads is `x`; all others have names, so that they outlive it. */
function variablesOf(graph: Graph): ReadonlyMap<string, string> {
  return new Map(
    graph.nodes.map(({ id }, i) => {
      if (id === graph.input) return [id, 'image']
      const readers = graph.readers(id)
      const next = graph.nodes[i + 1]?.id
      const isPassing = readers.length === 1 && readers[0] === next && !graph.outputs.includes(id)
      return [id, isPassing ? 'x' : name(id)]
    }),
  )
}

function className({ architecture }: Graph): string {
  const words = architecture.title.replace(/\(.*\)/, '').match(/[A-Za-z0-9]+/g) ?? ['Network']
  const joined = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('')
  return /^\d/.test(joined) ? `Network${joined}` : joined
}

function check(graph: Graph): string {
  const [height, width, depth] = asMap(graph.architecture.input)
  return `if __name__ == "__main__":
    network = ${className(graph)}().eval()
    parameters = sum(parameter.numel() for parameter in network.parameters())
    assert parameters == ${graph.totals.trainable}, parameters
    print(parameters, "parameters")
    with torch.no_grad():
        result = network(torch.randn(1, ${depth}, ${height}, ${width}))
    for tensor in result if isinstance(result, tuple) else [result]:
        print(tuple(tensor.shape))`
}
