import * as v from 'valibot'
import { inception } from '../../../architectures/inceptionBlock'
import { denseLayers } from '../../../architectures/denseBlock'
import { classifier, convNormRelu } from '../../../architectures/parts'
import {
  basicConvolutions,
  bottleneckConvolutions,
  residualBlock,
} from '../../../architectures/residualBlock'
import { compress, transition } from '../../../architectures/transition'
import { build } from '../../../nn/build'
import type { Graph } from '../../../nn/graph'
import { globalAvgPool, maxPool } from '../../../nn/ops/pooling'
import { seq, type Spec, stage } from '../../../nn/spec'
import { recall } from '../../../ui/storage'

interface Field {
  readonly label: string
  readonly start: number
  readonly min: number
  readonly max: number
}

interface Kind {
  readonly title: string
  readonly fields: Readonly<Record<string, Field>>
  readonly spec: (values: Values, from: number) => Spec
  /** Channels that leave. */
  readonly leave: (values: Values, from: number) => number
}

type Values = Readonly<Record<string, number>>

const filters: Field = { label: 'filters', start: 32, min: 1, max: 512 }
const stride: Field = { label: 'stride', start: 1, min: 1, max: 4 }
const path = (label: string, start: number): Field => ({ label, start, min: 1, max: 256 })

/** What a network may be put together from; the blocks are those of the papers. */
export const kinds = {
  conv: {
    title: 'convolution, BN, ReLU',
    fields: {
      filters,
      kernel: { label: 'kernel', start: 3, min: 1, max: 11 },
      stride,
      groups: { label: 'groups', start: 1, min: 1, max: 512 },
    },
    spec: ({ filters, kernel, stride, groups }) =>
      stage('conv', convNormRelu({ filters, kernel, stride, groups, pad: Math.floor((kernel - 1) / 2) })),
    leave: ({ filters }) => filters,
  },
  residual: {
    title: 'residual block',
    fields: { filters, stride },
    spec: ({ filters: to, stride }, from) => {
      const shape = { from, to, stride }
      return residualBlock('residual', shape, basicConvolutions(shape), { order: 'post', shortcut: 'B' })
    },
    leave: ({ filters }) => filters,
  },
  bottleneck: {
    title: 'bottleneck block, grouped',
    fields: {
      filters: { ...filters, start: 64 },
      width: { label: 'width', start: 16, min: 1, max: 512 },
      groups: { label: 'groups', start: 4, min: 1, max: 512 },
      stride,
    },
    spec: ({ filters: to, width, groups, stride }, from) => {
      const shape = { from, to, stride }
      const convolutions = bottleneckConvolutions(shape, width, { groups })
      return residualBlock('bottleneck', shape, convolutions, { order: 'post', shortcut: 'B' })
    },
    leave: ({ filters }) => filters,
  },
  inception: {
    title: 'inception block',
    fields: {
      p1: path('1×1', 16),
      p2: path('3×3', 16),
      p3: path('5×5', 8),
      p4: path('pool', 8),
    },
    spec: ({ p1, p2, p3, p4 }) =>
      inception(
        'inception',
        { p1, p2Reduce: Math.ceil(p2 / 2), p2, p3Reduce: Math.ceil(p3 / 2), p3, p4 },
        { unit: convNormRelu },
      ),
    leave: ({ p1, p2, p3, p4 }) => p1 + p2 + p3 + p4,
  },
  dense: {
    title: 'dense block',
    fields: {
      layers: { label: 'layers', start: 4, min: 1, max: 32 },
      growth: { label: 'k', start: 8, min: 1, max: 64 },
    },
    spec: ({ layers, growth }) => stage('dense', denseLayers(layers, { growth, bottleneck: true })),
    leave: ({ layers, growth }, from) => from + layers * growth,
  },
  transition: {
    title: 'transition',
    fields: { percent: { label: 'keep %', start: 50, min: 5, max: 100 } },
    spec: ({ percent }, from) => transition('transition', compress(from, percent / 100)),
    leave: ({ percent }, from) => compress(from, percent / 100),
  },
  pool: {
    title: 'max pool, halves the map',
    fields: {},
    spec: () => stage('pool', maxPool({ kernel: 2, stride: 2 })),
    leave: (_, from) => from,
  },
} as const satisfies Readonly<Record<string, Kind>>

export type KindName = keyof typeof kinds

export interface Part {
  readonly kind: KindName
  readonly values: Values
}

export const kindOf = (name: KindName): Kind => kinds[name]

export function newPart(kind: KindName): Part {
  const fields = Object.entries(kindOf(kind).fields)
  return { kind, values: Object.fromEntries(fields.map(([name, { start }]) => [name, start])) }
}

/** What the lab begins with: within the budget, and not good yet. */
export const firstParts: readonly Part[] = [
  { kind: 'conv', values: { filters: 16, kernel: 3, stride: 1, groups: 1 } },
  { kind: 'residual', values: { filters: 16, stride: 1 } },
  { kind: 'pool', values: {} },
]

const image = [32, 32, 3] as const
const classes = 10

/** The parts one after the other on a photograph of CIFAR-10, then global average pooling and a classifier. */
export function networkOfParts(parts: readonly Part[]): Graph {
  let from: number = image[2]
  const body = parts.map(({ kind, values }) => {
    const spec = kindOf(kind).spec(values, from)
    from = kindOf(kind).leave(values, from)
    return spec
  })
  return build({
    id: 'own',
    title: 'Your network',
    input: image,
    body: seq(...body, stage('head', globalAvgPool(), classifier(classes))),
  })
}

export const ownKey = 'layerwise:own-network'

/** Most parts that the lab takes. */
export const mostParts = 16

/** What the browser kept of such a network. */
const kept = v.pipe(
  v.array(
    v.union(
      Object.entries(kinds as Readonly<Record<string, Kind>>).map(([kind, { fields }]) =>
        v.object({
          kind: v.literal(kind as KindName),
          values: v.object(
            Object.fromEntries(
              Object.entries(fields).map(([name, { min, max }]) => [
                name,
                v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max)),
              ]),
            ),
          ),
        }),
      ),
    ),
  ),
  v.maxLength(mostParts),
)

/** The parts as an address carries them: `conv:16:3:1:1 residual:16:1 pool`. */
export const textOf = (parts: readonly Part[]): string =>
  parts
    .map(({ kind, values }) =>
      [kind, ...Object.keys(kindOf(kind).fields).map((name) => values[name])].join(':'),
    )
    .join(' ')

/** Reads them back; undefined where they make no sense. */
export function partsOf(text: string): readonly Part[] | undefined {
  const words = text.split(' ').filter((word) => word !== '')
  const parts = words.map((word) => {
    const [kind, ...numbers] = word.split(':')
    const names = Object.hasOwn(kinds, kind) ? Object.keys(kindOf(kind as KindName).fields) : []
    const values = Object.fromEntries(names.map((name, i) => [name, Number(numbers[i])]))
    return numbers.length === names.length ? { kind, values } : null
  })
  const read = v.safeParse(kept, parts)
  return read.success ? read.output : undefined
}

/** The network that the reader built last, on this machine; the first one where there is none that makes sense. */
export function recallParts(stored = recall(ownKey)): readonly Part[] {
  try {
    const read = v.safeParse(kept, JSON.parse(stored ?? ''))
    return read.success ? read.output : firstParts
  } catch {
    return firstParts
  }
}
