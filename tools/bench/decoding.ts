import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resolve } from '../../src/architectures/index'
import { build } from '../../src/nn/build'
import { storedWeights } from '../../src/runtime/trained/decode'
import { readManifest } from '../../src/runtime/trained/manifest'
import { unpack } from '../../src/runtime/trained/unpack'
import { root } from '../packages.mjs'

const turns = 5

/** Milliseconds until the published weights of ResNet-18 are numbers, and of its largest weight, in Node: medians. */
export async function decoding(): Promise<{ readonly all: number; readonly largest: number }> {
  const folder = join(root, 'public/models/imagenette-resnet18')
  const manifest = readManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const { buffer } = await unpack(new Uint8Array(readFileSync(join(folder, manifest.file))), manifest)
  const graph = build(resolve('resnet18', { classes: 10 }).architecture)
  const runs = Array.from({ length: turns }, () => {
    const weights = storedWeights(graph, manifest, buffer)
    const each = graph.nodes.flatMap(({ id, weights: all }) =>
      Object.keys(all).map((name) => {
        const from = performance.now()
        weights(id, name)
        return performance.now() - from
      }),
    )
    return { all: each.reduce((sum, time) => sum + time, 0), largest: Math.max(...each) }
  })
  const median = (of: 'all' | 'largest') =>
    runs.map((run) => run[of]).sort((a, b) => a - b)[Math.floor(turns / 2)]
  return { all: median('all'), largest: median('largest') }
}
