import { graphOf } from '../../../architectures/built'
import { UnknownNetworkError } from '../../../architectures/index'
import { OptionError } from '../../../architectures/options'
import { classifier } from '../../../architectures/parts'
import { build } from '../../../nn/build'
import { readEdits } from '../../../nn/edits'
import type { Graph } from '../../../nn/graph'
import { relu } from '../../../nn/ops/activation'
import { conv } from '../../../nn/ops/conv'
import { batchNorm } from '../../../nn/ops/normalization'
import { globalAvgPool, maxPool } from '../../../nn/ops/pooling'
import { block, seq, stage } from '../../../nn/spec'
import { whyUntrainable } from '../../../runtime/training/trainable'
import { leaving, specOf } from '../build-a-block/block'
import { read } from '../build-a-block/notation'

export const simple = ['plain', 'residual', 'dense'] as const

export interface Wanted {
  /** `plain`, `residual`, `dense`, a preset with its options, or `block:` and a block. */
  readonly net: string
  readonly blocks: number
  readonly size: number
  readonly channels: number
  readonly classes: number
}

/** What a network is called: one of the three kinds, or its own name. */
export const titleOf = (net: string, { architecture, depth }: Graph): string =>
  (simple as readonly string[]).includes(net)
    ? `${net[0].toUpperCase()}${net.slice(1)}, ${depth.weighted} layers`
    : `${architecture.title}, ${depth.weighted} layers`

export type Found = { readonly graph: Graph } | { readonly problem: string }

/** The network that is meant, with the input and the classes of the images; a sentence where there is none. */
export function networkOf(wanted: Wanted): Found {
  try {
    const found = meant(wanted)
    if ('problem' in found) return found
    const reason = whyUntrainable(found.graph)
    return reason ? { problem: reason } : found
  } catch (error) {
    if (error instanceof OptionError || error instanceof UnknownNetworkError)
      return { problem: /[.?]$/.test(error.message) ? error.message : `${error.message}.` }
    throw error
  }
}

function meant({ net, blocks, size, channels, classes }: Wanted): Found {
  const frame = { input: [size, size, channels], classes }
  const small = { ...frame, stem: 'cifar', width: 8, blocks: [blocks, blocks, blocks] }
  switch (net) {
    case 'plain':
      return { graph: graphOf('resnet', { ...small, shortcut: 'none' }) }
    case 'residual':
      return { graph: graphOf('resnet', { ...small, shortcut: 'A' }) }
    case 'dense': {
      const layers = [2 * blocks, 2 * blocks, 2 * blocks]
      const options = { growth: 6, 'stem-width': 8, blocks: layers, bottleneck: false, compression: 1 }
      return { graph: graphOf('densenet', { ...frame, ...options, stem: 'cifar' }) }
    }
  }
  if (net.startsWith('block:')) return stackOf(net.slice('block:'.length).trim(), blocks, frame)
  const [id, query = ''] = net.split('?')
  const { edit = '', ...options } = Object.fromEntries(new URLSearchParams(query))
  const own = graphOf(id, { ...options, ...frame })
  const { edits, wrong } = readEdits(edit, own)
  if (wrong.length > 0) return { problem: `${wrong[0]}.` }
  return { graph: edit === '' ? own : build(own.architecture, edits) }
}

/** After these repetitions of a block, counted from 1, height and width are halved. */
const halvings = 2

/** A convolution, the reader's block some times with maps halved twice, then a mean of every map and the classes. */
function stackOf(
  text: string,
  times: number,
  { input, classes }: { readonly input: readonly number[]; readonly classes: number },
): Found {
  const { series, problem } = read(text)
  if (problem) return { problem }
  // What leaves a block enters it, too, so that it can stand any number of times.
  const width = leaving(series, 16)
  let channels = width
  const bodies = Array.from({ length: times }, (_, i) => {
    const body = block('block', specOf(series, channels))
    channels = leaving(series, channels)
    return i < Math.min(halvings, times - 1) ? seq(body, maxPool({ kernel: 2, stride: 2 })) : body
  })
  const stem = stage('conv1', conv({ filters: width, kernel: 3, pad: 1 }), batchNorm(), relu())
  const head = [globalAvgPool({}, 'avgpool'), stage('fc', classifier(classes))]
  return {
    graph: build({
      ...{ id: 'own-stack', title: 'A stack of your blocks' },
      input: input as readonly [number, number, number],
      body: seq(stem, ...bodies, ...head),
    }),
  }
}
