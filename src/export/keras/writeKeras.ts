import type { Graph } from '../../nn/graph'
import { formatShape } from '../../nn/shape'
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

export interface KerasOptions {
  /** A .weights.h5 file beside the program with the weights that it takes. */
  readonly weights?: string
}

/**
 * A Keras 3 program that builds the network, channels last, one line a node; it runs on every backend. Run by itself it
 * counts its parameters and compares them with the count of the graph.
 * Throws a `ProgramError` when the network does not fit together.
 */
export function writeKeras(graph: Graph, options?: KerasOptions): string {
  return textOf(kerasLines(graph, options))
}

/** The same line by line, each with its layer. */
export function kerasLines(graph: Graph, { weights }: KerasOptions = {}): readonly Line[] {
  const written = writtenBy<Helper>(graph, writers)
  const used = helpersOf(written)
  const needsNumpy = used.some((helper) => helpers[helper].includes('np.'))
  return joined([
    plain(header(graph, needsNumpy)),
    ...used.map((helper) => plain(helpers[helper])),
    classOf(graph, written, { base: 'keras.Model', forward: 'call(self, image, training=None)', helpers }),
    plain(check(graph, weights)),
  ])
}

function header({ architecture, totals }: Graph, needsNumpy: boolean): string {
  const { title, input } = architecture
  const imports = [
    'import keras',
    ...(needsNumpy ? ['import numpy as np'] : []),
    'from keras import layers, ops',
  ]
  return `"""${title}, input ${formatShape(input)}: ${totals.trainable} trained parameters. Written by Layerwise."""

${imports.join('\n')}`
}

function check(graph: Graph, weights?: string): string {
  const load = weights === undefined ? '' : `    network.load_weights(${JSON.stringify(weights)})\n`
  return `if __name__ == "__main__":
    network = ${className(graph, helpers)}()
    image = keras.random.normal((1, ${graph.architecture.input.join(', ')}))
    network(image)
    parameters = sum(weight.numpy().size for weight in network.trainable_weights)
    assert parameters == ${graph.totals.trainable}, parameters
    print(parameters, "parameters")
${load}    result = network(image)
    for tensor in result if isinstance(result, (list, tuple)) else [result]:
        print(tuple(tensor.shape))`
}
