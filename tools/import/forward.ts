import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Graph, NodeId } from '../../src/nn/graph'
import { execute, upload } from '../../src/runtime/execute'
import { plan } from '../../src/runtime/plan'
import * as tf from '../../src/runtime/tf'
import type { WeightSource } from '../../src/runtime/weights'

const require = createRequire(import.meta.url)

/** Starts TensorFlow.js on WebAssembly in Node, on one thread: its node module starts no workers of its own. */
export async function start(): Promise<void> {
  const core = await import('@tensorflow/tfjs-core')
  const wasm = await import('@tensorflow/tfjs-backend-wasm')
  const folder = join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist')
  core.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  wasm.setWasmPaths(`${folder}/`)
  if (!(await core.setBackend('wasm'))) throw new Error('WebAssembly could not be started.')
}

/**
 * A forward pass with the site's own kernels.
 * @param input the values of one image, [height, width, channels]
 * @param keep nodes whose outputs are wanted; the main output comes always
 */
export async function forward(
  graph: Graph,
  weights: WeightSource,
  input: Float32Array,
  keep: 'all' | readonly NodeId[] = [],
): Promise<ReadonlyMap<NodeId, Float32Array>> {
  const wanted = new Set(keep === 'all' ? graph.nodes.map(({ id }) => id) : [...keep, graph.outputs[0]])
  const prepared = await upload(tf, graph, plan(graph, keep === 'all' ? 'all' : wanted), weights)
  const tensor = tf.tensor(input, [1, ...graph.architecture.input])
  const values = await execute(tf, prepared, tensor, (id) => wanted.has(id))
  const read = new Map<NodeId, Float32Array>()
  for (const [id, value] of values) read.set(id, ((await value.data()) as Float32Array).slice())
  for (const [id, value] of values) if (id !== graph.input) value.dispose()
  tensor.dispose()
  prepared.dispose()
  return read
}
