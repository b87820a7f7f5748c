import { add, dispose, keep, mul, softmax, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core'
import type { GraphNode, NodeId } from '../../nn/graph'
import { disturbed } from './disturb'
import { asStored, type Held, read } from './held'
import type { Glance, NormEdit, Seen } from './measures'
import { type BatchStatistics, normalizedAsStored, statisticsOf } from './normalization'

/**
 * One pass forward, which changes nothing: what comes to the normalizations, and what they make of it.
 * @param images [batch, height, width, channels]
 * @param seed of the noise
 */
export async function look(
  net: Held,
  images: Tensor,
  { by, at, edit, noise = 0 }: Glance,
  seed: number,
): Promise<Seen> {
  const statistics = new Map<NodeId, BatchStatistics>()
  const lent: Tensor[] = []
  const shares = tidy(() => {
    const normalize = (node: GraphNode, x: Tensor) => {
      const found = statisticsOf(x)
      statistics.set(node.id, { mean: keep(found.mean), variance: keep(found.variance) })
      const own = net.of(node.id)
      const { gamma, beta } = edit?.id === node.id ? edited(own, edit) : own
      const used = by === 'batch' ? found : own
      const weights = { gamma, beta, mean: used.mean, variance: used.variance }
      const y = normalizedAsStored(x, weights, node.attrs as { epsilon: number })
      const z = noise > 0 ? disturbed(y, noise, node.id, seed) : y
      if (node.id === at) lent.push(keep(x), keep(z))
      return z
    }
    return softmax(net.scores(images, { normalize }))
  })
  try {
    const norms = await Promise.all(
      [...statistics].map(async ([id, { mean, variance }]) => ({
        id,
        mean: await read(mean),
        variance: await read(variance),
      })),
    )
    const [before, after] = await Promise.all(lent.map(read))
    return { shares: await read(shares), norms, before, after }
  } finally {
    const small = [...statistics.values()].flatMap(({ mean, variance }) => [mean, variance])
    dispose([shares, ...small, ...lent])
  }
}

/**
 * The output of one node, normalized with the stored statistics: [batch, height, width, channels] row by row.
 * @param images [batch, height, width, channels]
 */
export async function outputOf(net: Held, images: Tensor, at: NodeId): Promise<Float32Array> {
  const output = tidy(() => net.output(images, asStored(net), at))
  try {
    return await read(output)
  } finally {
    output.dispose()
  }
}

/** γ and β of a normalization after an edit. */
function edited(
  { gamma, beta }: Readonly<Record<string, Tensor>>,
  { channel, gamma: factor, beta: shift }: NormEdit,
): { readonly gamma: Tensor; readonly beta: Tensor } {
  const channels = gamma.size
  const isMeant = (i: number) => channel === null || channel === i
  const factors = Float32Array.from({ length: channels }, (_, i) => (isMeant(i) ? factor : 1))
  const shifts = Float32Array.from({ length: channels }, (_, i) => (isMeant(i) ? shift : 0))
  return { gamma: mul(gamma, tensor(factors)), beta: add(beta, tensor(shifts)) }
}
