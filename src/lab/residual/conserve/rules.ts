import { graphOf } from '../../../architectures/built'
import { channels as channelsOf } from '../../../nn/shape'

/** What happens from one stage to the next. */
export interface Rules {
  /** Half the height and half the width. */
  readonly halve: boolean
  /** Twice the channels. */
  readonly double: boolean
}

export const kernel = 3

const network = graphOf('resnet18')

/** The four stages, by the names of the network that the lecture speaks of. */
export const stageNames = network.groups
  .filter(({ level, id }) => level === 'stage' && id.endsWith('_x'))
  .map(({ id }) => id)

/** One 3×3 convolution inside a stage, with as many filters as it reads channels, and what it costs. */
export interface Stage {
  readonly name: string
  readonly side: number
  readonly channels: number
  readonly weights: number
  readonly macs: number
}

/** The stages under the rules, from the first stage of ResNet-18 on. */
export function stagesOf({ halve, double }: Rules): readonly Stage[] {
  const { shape } = network.group(stageNames[0])
  const [firstSide, firstChannels] = [shape[0], channelsOf(shape)]
  return stageNames.map((name, i) => {
    const side = halve ? firstSide / 2 ** i : firstSide
    const channels = double ? firstChannels * 2 ** i : firstChannels
    const weights = kernel * kernel * channels * channels
    return { name, side, channels, weights, macs: side * side * weights }
  })
}

/** What one step multiplies: positions of the map, channels that are read, filters. */
export function factorsOf({ halve, double }: Rules) {
  const times = double ? 2 : 1
  const positions = halve ? 1 / 4 : 1
  return { positions, inputs: times, filters: times, weights: times * times, macs: positions * times * times }
}

/** `¼`, `2`: a factor as one writes it. */
export function written(factor: number): string {
  return factor === 1 / 4 ? '¼' : factor === 1 / 2 ? '½' : String(factor)
}

/** A convolution of a stage: inside it, the first one, which reads fewer channels, or the projection beside. */
export interface Part {
  readonly id: string
  readonly kind: 'inside' | 'first' | 'projection'
  readonly macs: number
}

/** The convolutions of a stage of ResNet-18, counted. */
export function partsOf(stage: string): readonly Part[] {
  return network.group(stage).nodes.flatMap((id) => {
    const { macs, inputShapes, shape } = network.node(id)
    if (macs === 0) return []
    const kind = id.includes('/shortcut/')
      ? 'projection'
      : channelsOf(inputShapes[0]) < channelsOf(shape)
        ? 'first'
        : 'inside'
    return [{ id, kind, macs } as const]
  })
}

export function macsOf(stage: string): number {
  return network.group(stage).totals.macs
}
