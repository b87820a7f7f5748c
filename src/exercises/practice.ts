import {
  convParams,
  convMacs,
  pointwiseParams,
  blockParams,
  stageMacs,
  groupedParams,
  bottleneckParams,
  headParams,
} from './generators/costs'
import type { Exercise, Make } from './generators/exercise'
import { outputSize, concatChannels, denseChannels, denseReads, receptiveField } from './generators/shapes'
import { stream } from './random'

export type { Exercise }

/** What an exercise asks for, in the words of a slide's own questions. */
export const practiceKinds = {
  size: ['pixels'],
  parameters: ['parameters', 'weights'],
  MACs: ['MACs'],
  channels: ['channels'],
  field: ['pixels'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type PracticeKind = keyof typeof practiceKinds

interface Practice {
  readonly kind: PracticeKind
  readonly make: Make
}

/** What can be practiced, by the name that lessons use. */
export const practices = {
  'output-size': { kind: 'size', make: outputSize },
  'conv-params': { kind: 'parameters', make: convParams },
  'pointwise-params': { kind: 'parameters', make: pointwiseParams },
  'block-params': { kind: 'parameters', make: blockParams },
  'conv-macs': { kind: 'MACs', make: convMacs },
  'stage-macs': { kind: 'MACs', make: stageMacs },
  'concat-channels': { kind: 'channels', make: concatChannels },
  'dense-channels': { kind: 'channels', make: denseChannels },
  'dense-reads': { kind: 'channels', make: denseReads },
  'receptive-field': { kind: 'field', make: receptiveField },
  'grouped-params': { kind: 'parameters', make: groupedParams },
  'bottleneck-params': { kind: 'parameters', make: bottleneckParams },
  'head-params': { kind: 'parameters', make: headParams },
} as const satisfies Readonly<Record<string, Practice>>

export type PracticeName = keyof typeof practices

/** The n-th variant of an exercise: the same numbers for everybody, and no end of them. */
export function exercise(name: PracticeName, variant: number): Exercise {
  return practices[name].make(stream(`${name} ${variant}`))
}
