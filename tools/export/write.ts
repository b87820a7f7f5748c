import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { presets } from '../../src/architectures/index'
import { buildSmall } from '../../src/architectures/smallest'
import { busyWeights, random } from '../../src/export/onnx/agreement.fixture'
import { onnxParts } from '../../src/export/onnx/writeOnnx'
import { kerasTensors } from '../../src/export/keras/tensors'
import { writeKeras } from '../../src/export/keras/writeKeras'
import { writePytorch } from '../../src/export/pytorch/writePytorch'
import { torchTensors } from '../../src/export/pytorch/tensors'
import type { Parts } from '../../src/export/tensors'
import { modelParts } from '../../src/export/tfjs/writeTfjs'
import { writeHdf5 } from '../../src/export/weights/hdf5'
import { writeSafetensors } from '../../src/export/weights/safetensors'
import { volume } from '../../src/nn/shape'
import { forward, start } from '../import/forward'

const usage = 'Usage: node tools/run.mjs tools/export/write.ts <folder> [preset …]'

/**
 * Writes networks in every format with weights in which nothing is idle, an image and what the site computes of it, for
 * `check.py` to compare; small ones of every family unless presets are named.
 */
export async function main([folder, ...named]: string[]): Promise<number> {
  if (folder === undefined) throw new Error(usage)
  await start()
  const wanted = presets.filter(({ id }) => (named.length === 0 ? true : named.includes(id)))
  for (const { id } of wanted) {
    const graph = buildSmall(id, {})
    if (graph.totals.trainable > 70e6) continue
    const weights = busyWeights(graph)
    const image = random(volume(graph.architecture.input), id)
    const to = join(folder, id)
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
    for (const [name, parts] of modelParts(graph, weights)) await save(join(to, name), parts)
    const shapes = graph.outputs.map((node) => graph.node(node).shape)
    writeFileSync(join(to, 'shapes.json'), JSON.stringify({ input: graph.architecture.input, shapes }))
    console.log(id)
  }
  return 0
}

async function save(path: string, parts: Parts): Promise<void> {
  const file = createWriteStream(path)
  for await (const part of parts) if (!file.write(part)) await once(file, 'drain')
  file.end()
  await once(file, 'close')
}
