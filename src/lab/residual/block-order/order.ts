import { randomNormal } from 'd3'
import { stream } from '../../../exercises/random'

export type Kind = 'conv' | 'bn' | 'relu' | 'add'
export type Order = readonly Kind[]

export interface Arrangement {
  readonly name: string
  readonly order: Order
  /** Published test error on CIFAR-10 in per cent: ResNet-110 and ResNet-164 (He et al. 2016, arXiv 1603.05027, table 2). */
  readonly errors: readonly [resnet110: number, resnet164: number]
}

/** The arrangements of figure 4 of He et al. 2016. */
export const arrangements: readonly Arrangement[] = [
  { name: 'the block of 2015', order: words('conv bn relu conv bn add relu'), errors: [6.61, 5.93] },
  {
    name: 'normalization after the addition',
    order: words('conv bn relu conv add bn relu'),
    errors: [8.17, 6.5],
  },
  { name: 'ReLU before the addition', order: words('conv bn relu conv bn relu add'), errors: [7.84, 6.14] },
  { name: 'ReLU first', order: words('relu conv bn relu conv bn add'), errors: [6.71, 5.91] },
  { name: 'full pre-activation', order: words('bn relu conv bn relu conv add'), errors: [6.37, 5.46] },
]

function words(text: string): Order {
  return text.split(' ') as Kind[]
}

/** The published arrangement that an order is; undefined where nobody measured it. */
export function arrangementOf(order: Order): Arrangement | undefined {
  return arrangements.find((one) => one.order.join() === order.join())
}

/** What is on the shortcut: every block's input passes what comes after the addition. */
export function onTheWay(order: Order): readonly Kind[] {
  return order.slice(order.indexOf('add') + 1)
}

/** An order with the part at `from` moved to `to`. */
export function moved(order: Order, from: number, to: number): Order {
  const rest = order.filter((_, i) => i !== from)
  return [...rest.slice(0, to), order[from], ...rest.slice(to)]
}

const batch = 64
const features = 16

type Values = readonly Float64Array[]

/** Mean and deviation of a signal. */
export interface Spread {
  readonly mean: number
  readonly deviation: number
}

/**
 * A signal through `blocks` blocks with an order of parts: [64 images][16 features], weights drawn anew for every block
 * (He normal, seeded), normalization over the 64 images. A convolution of one pixel stands for each 3×3.
 */
export function signal(order: Order, blocks: number): readonly Spread[] {
  const random = stream('block order')
  const normal = randomNormal.source(random)(0, 1)
  let x: Values = Array.from({ length: batch }, () => Float64Array.from({ length: features }, normal))
  const spreads = [spreadOf(x)]
  for (let i = 0; i < blocks; i++) {
    const skip = x
    for (const kind of order)
      x =
        kind === 'add' ? x.map((row, n) => row.map((value, c) => value + skip[n][c])) : apply(kind, x, normal)
    spreads.push(spreadOf(x))
  }
  return spreads
}

function apply(kind: Exclude<Kind, 'add'>, x: Values, normal: () => number): Values {
  if (kind === 'relu') return x.map((row) => row.map((value) => Math.max(0, value)))
  if (kind === 'conv') {
    const weights = Array.from({ length: features }, () =>
      Float64Array.from({ length: features }, () => normal() * Math.sqrt(2 / features)),
    )
    return x.map((row) =>
      Float64Array.from(weights, (filter) => filter.reduce((sum, weight, c) => sum + weight * row[c], 0)),
    )
  }
  const statistics = Array.from({ length: features }, (_, c) => {
    const mean = x.reduce((sum, row) => sum + row[c], 0) / batch
    const variance = x.reduce((sum, row) => sum + (row[c] - mean) ** 2, 0) / batch
    return [mean, Math.sqrt(variance + 1e-5)]
  })
  return x.map((row) => row.map((value, c) => (value - statistics[c][0]) / statistics[c][1]))
}

function spreadOf(x: Values): Spread {
  const all = x.flatMap((row) => [...row])
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length
  return { mean, deviation: Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length) }
}
