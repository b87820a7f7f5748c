import type { Graph } from '../../nn/graph'
import { bytesPerValue, flopsPerMac } from '../../nn/totals'
import { atLeast, bytes, count } from '../../ui/format'
import { depthWords } from '../inspector/words'

export type HeadlineNumber = 'depth' | 'parameters' | 'macs'

/** How a number of a network is counted, and what it comes to. */
export function headlineWords(graph: Graph, of: HeadlineNumber): string {
  const { totals } = graph
  const told = (text: string) => atLeast(text, totals.incomplete)
  switch (of) {
    case 'depth':
      return depthWords(graph)
    case 'parameters': {
      const size = told(bytes(totals.trainable * bytesPerValue))
      return `What training adjusts: weights, biases${totals.params.batchNorm > 0 ? ', γ and β' : ''}. As float32 they take ${size}.`
    }
    case 'macs':
      return `${told(count(totals.macs))} multiply-accumulates of convolutions and fully connected layers, for one image: ${told(count(totals.macs * flopsPerMac))} FLOPs.`
  }
}
