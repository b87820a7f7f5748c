import { build } from '../../../nn/build'
import type { Graph } from '../../../nn/graph'
import { conv } from '../../../nn/ops/conv'
import { type Spec, seq } from '../../../nn/spec'
import { K, printedRow } from '../table-one/rows'

/** A first layer that could stand behind the printed row: stride 2 on 224×224×3. */
export type Candidate =
  | { readonly kind: 'plain'; readonly kernel: number; readonly filters: number }
  /** `multiplier` kernels for each colour, then 1×1 over all of them. */
  | {
      readonly kind: 'separable'
      readonly kernel: number
      readonly multiplier: number
      readonly filters: number
    }

export interface Found {
  readonly graph: Graph
  /** `7·7·3·64`, or two such products. */
  readonly product: string
  readonly weights: number
  readonly macs: number
  readonly shape: readonly number[]
  /** What of the printed row it agrees with. */
  readonly fits: Readonly<Record<'kernel' | 'channels' | 'weights' | 'macs', boolean>>
}

/** What the first row of table 1 says of its layer; the two counts are rounded. */
export const said = { kernel: 7, channels: 64, ...printedRow('conv1') } as const

/** Whether a count is printed as this many K; the table does not say whether K is 1000 or 1024. */
const isThousands = (count: number, printed: number) =>
  [1000, K].some((thousand) => Math.abs(count / thousand - printed) <= 0.05)

function bodyOf(candidate: Candidate): Spec {
  const { kernel, filters } = candidate
  const strided = { kernel, stride: 2, pad: (kernel - 1) / 2, bias: false }
  return candidate.kind === 'plain'
    ? conv({ ...strided, filters })
    : seq(
        conv({ ...strided, filters: 3 * candidate.multiplier, groups: 3 }, 'depthwise'),
        conv({ filters, kernel: 1, bias: false }, 'pointwise'),
      )
}

/** Counted as for every network, and held against the first row of table 1. */
export function countOf(candidate: Candidate): Found {
  const graph = build({
    id: 'candidate',
    title: 'A first layer',
    input: [224, 224, 3],
    body: bodyOf(candidate),
  })
  const { params, macs } = graph.totals
  const layers = graph.nodes.filter(({ weights }) => weights.kernel)
  const { shape } = graph.node(graph.outputs[0])
  return {
    graph,
    product: layers.map(({ weights }) => weights.kernel.shape.join('·')).join(' + '),
    weights: params.weights,
    macs,
    shape,
    fits: {
      kernel: candidate.kernel === said.kernel,
      channels: shape[shape.length - 1] === said.channels,
      weights: isThousands(params.weights, said.params),
      macs: Math.round(macs / 1e6) === said.ops,
    },
  }
}
