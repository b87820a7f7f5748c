import { once } from 'node:events'
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { loadGraphModel } from '@tensorflow/tfjs-converter'
import { io, tensor } from '@tensorflow/tfjs-core'
import { presets } from '../../src/architectures/index'
import { buildSmall } from '../../src/architectures/smallest'
import { busyWeights, disagreement, random } from '../../src/export/onnx/agreement.fixture'
import { exampleNetworks } from '../../src/export/onnx/examples.fixture'
import { onnxParts } from '../../src/export/onnx/writeOnnx'
import { kerasTensors } from '../../src/export/keras/tensors'
import { writeKeras } from '../../src/export/keras/writeKeras'
import { orderOf } from '../../src/export/pytorch/order'
import { writePytorch } from '../../src/export/pytorch/writePytorch'
import { torchTensors } from '../../src/export/pytorch/tensors'
import type { Parts } from '../../src/export/tensors'
import { modelParts } from '../../src/export/tfjs/writeTfjs'
import { writeHdf5 } from '../../src/export/weights/hdf5'
import { writeSafetensors } from '../../src/export/weights/safetensors'
import { loadWeights } from '../../src/import/onnx/load'
import { readOnnx } from '../../src/import/onnx/readOnnx'
import type { Graph } from '../../src/nn/graph'
import { isMap, volume } from '../../src/nn/shape'
import type { WeightSource } from '../../src/runtime/weights'
import { withFiles } from '../import/file'
import { forward, start } from '../import/forward'

const usage = 'Usage: node tools/run.mjs tools/export/write.ts <folder> [preset | op | file.onnx …]'

/** A network that is written, with what it is called. */
interface Written {
  readonly name: string
  readonly graph: Graph
  readonly weights: WeightSource
}

/**
 * Writes networks in every format with weights in which nothing is idle, an image and what the site computes of it, for
 * `check.py` to compare: small ones of every family and every example of every op, unless some are named, or networks of
 * ONNX files with their own weights. What TensorFlow.js makes of its file is compared at once.
 */
export async function main([folder, ...named]: string[]): Promise<number> {
  if (folder === undefined) throw new Error(usage)
  await start()
  let most = 0
  for await (const written of networks(named)) {
    const apart = await write(join(folder, written.name), written)
    most = Math.max(most, apart)
    console.log(`${written.name}  TensorFlow.js ${apart.toExponential(1)}`)
  }
  console.log(`largest difference in proportion to the largest output: ${most.toExponential(1)}`)
  return most < 1e-3 ? 0 : 1
}

async function* networks(named: readonly string[]): AsyncGenerator<Written> {
  const isWanted = (name: string) => named.length === 0 || named.includes(name)
  for (const { id } of presets) {
    if (!isWanted(id)) continue
    const graph = buildSmall(id, {})
    if (graph.totals.trainable <= 70e6) yield { name: id, graph, weights: busyWeights(graph) }
  }
  for (const [i, { name, graph }] of exampleNetworks().entries())
    if (isWanted(name) && hasOneOrder(graph))
      yield { name: `op-${i}-${name}`, graph, weights: busyWeights(graph) }
  for (const path of named.filter((name) => name.endsWith('.onnx')))
    yield await withFiles([path], async ([model]) => {
      const network = await readOnnx(model, [])
      const { values } = await loadWeights(network)
      const weights: WeightSource = (id, name) => values.get(id)![name]
      return { name: basename(path, '.onnx'), graph: network.graph, weights }
    })
}

/** A map that is unrolled, and then nothing more, comes in the order of its framework. */
function hasOneOrder(graph: Graph): boolean {
  const [output] = graph.outputs
  return isMap(graph.node(output).shape) || orderOf(graph, output) === undefined
}

async function write(to: string, { name, graph, weights: busy }: Written): Promise<number> {
  const image = random(volume(graph.architecture.input), name)
  const weights = await moderate(graph, busy, image)
  mkdirSync(to, { recursive: true })
  const outputs = await forward(graph, weights, image, graph.outputs)
  for (const [i, node] of graph.outputs.entries())
    writeFileSync(join(to, `output${i}.bin`), Buffer.from(outputs.get(node)!.slice().buffer))
  writeFileSync(join(to, 'image.bin'), Buffer.from(image.slice().buffer))
  writeFileSync(join(to, 'network_torch.py'), writePytorch(graph, { weights: 'network.safetensors' }))
  writeFileSync(join(to, 'network_keras.py'), writeKeras(graph, { weights: 'network.weights.h5' }))
  await save(join(to, 'network.safetensors'), writeSafetensors(torchTensors(graph), weights))
  await save(join(to, 'network.weights.h5'), writeHdf5(kerasTensors(graph), weights))
  await save(join(to, 'network.onnx'), onnxParts(graph, weights, { batch: 1 }))
  for (const [file, parts] of modelParts(graph, weights)) await save(join(to, file), parts)
  const shapes = graph.outputs.map((node) => graph.node(node).shape)
  writeFileSync(join(to, 'shapes.json'), JSON.stringify({ input: graph.architecture.input, shapes }))
  const theirs = await inTensorflow(to, graph, image)
  return Math.max(...graph.outputs.map((node, i) => disagreement(outputs.get(node)!, theirs[i])))
}

/**
 * The same weights with smaller ones in the last layers, so that no softmax gives one class everything: whatever comes
 * before it would agree.
 */
async function moderate(graph: Graph, weights: WeightSource, image: Float32Array): Promise<WeightSource> {
  const ends = graph.outputs
    .filter((id) => graph.node(id).op === 'softmax')
    .map((id) => graph.node(id).inputs[0])
  const scores = await forward(graph, weights, image, ends)
  const factors = new Map(
    ends.map((id) => {
      let last = graph.node(id)
      while (Object.keys(last.weights).length === 0 && last.inputs.length > 0)
        last = graph.node(last.inputs[0])
      const most = scores.get(id)!.reduce((sum, value) => Math.max(sum, Math.abs(value)), 0)
      return [last.id, most > 4 ? 4 / most : 1]
    }),
  )
  return (id, weight) => {
    const factor = factors.get(id) ?? 1
    return factor === 1 ? weights(id, weight) : weights(id, weight).map((value) => value * factor)
  }
}

/** What TensorFlow.js computes of the files that were written for it. */
async function inTensorflow(from: string, graph: Graph, image: Float32Array): Promise<Float32Array[]> {
  const { modelTopology, weightsManifest, signature, format } = JSON.parse(
    readFileSync(join(from, 'model.json'), 'utf8'),
  ) as Model
  const numbers = readFileSync(join(from, 'weights.bin'))
  const model = await loadGraphModel(
    io.fromMemory({
      modelTopology,
      signature,
      format,
      weightSpecs: weightsManifest[0].weights,
      weightData: new Uint8Array(numbers).buffer,
    }),
  )
  const input = tensor(image, [1, ...graph.architecture.input])
  const results = model.execute({ [graph.input]: input }, [...graph.outputs])
  const values = (Array.isArray(results) ? results : [results]).map((each) => each.dataSync().slice())
  model.dispose()
  return values as Float32Array[]
}

interface Model {
  readonly modelTopology: object
  readonly weightsManifest: readonly { readonly weights: io.WeightsManifestEntry[] }[]
  readonly signature: object
  readonly format: string
}

async function save(path: string, parts: Parts): Promise<void> {
  const file = createWriteStream(path)
  for await (const part of parts) if (!file.write(part)) await once(file, 'drain')
  file.end()
  await once(file, 'close')
}
