import { relu } from '../nn/ops/activation'
import { conv } from '../nn/ops/conv'
import { batchNorm } from '../nn/ops/normalization'
import { block, branch, identity, repeat, seq, type Spec } from '../nn/spec'

/** The 1×1 of a bottleneck layer gives this many times the growth rate (Huang et al. 2016, section 3). */
const bottleneckFactor = 4

/** `layers` layers that each concatenate `growth` new channels to all that came before. */
export function denseLayers(
  layers: number,
  o: { readonly growth: number; readonly bottleneck: boolean },
): Spec {
  const reduce = seq(batchNorm(), relu(), conv({ filters: bottleneckFactor * o.growth, kernel: 1 }))
  const grow = seq(batchNorm(), relu(), conv({ filters: o.growth, kernel: 3, pad: 1 }))
  const layer = block('layer', branch('concat', identity, o.bottleneck ? seq(reduce, grow) : grow))
  return repeat(layers, () => layer)
}
