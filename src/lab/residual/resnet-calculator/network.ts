import { graphOf } from '../../../architectures/built'
import { resolve } from '../../../architectures/index'
import { opOf } from '../../../nn/ops'
import { formatShape } from '../../../nn/shape'

/** What stands between the first convolution and the classifier. */
export interface Plan {
  readonly kind: 'basic' | 'bottleneck'
  /** Blocks in each of the four stages. */
  readonly blocks: readonly number[]
}

/** So many blocks a stage may have. */
export const mostBlocks = 48

export const stageNames = ['conv2_x', 'conv3_x', 'conv4_x', 'conv5_x'] as const

/** A network that has a name of its own. */
export interface Known extends Plan {
  readonly id: string
  readonly title: string
}

/** The five of the paper's table 1, as the presets have them. */
export const known: readonly Known[] = ['resnet18', 'resnet34', 'resnet50', 'resnet101', 'resnet152'].map(
  (id) => {
    const { options, architecture } = resolve(id)
    const { blocks, block } = options as { readonly blocks: readonly number[]; readonly block: Plan['kind'] }
    return { id, title: architecture.title, blocks, kind: block }
  },
)

/** The rule of the names. What is shown is counted from the graph; a test holds both together. */
export function ruleOf({ kind, blocks }: Plan): number {
  return 1 + (kind === 'basic' ? 2 : 3) * blocks.reduce((sum, many) => sum + many, 0) + 1
}

/** The known network that is built by this plan. */
export function knownAs({ kind, blocks }: Plan): Known | undefined {
  return known.find((one) => one.kind === kind && one.blocks.every((many, stage) => many === blocks[stage]))
}

export interface Counted {
  /** Layers with weights on the longest path. */
  readonly depth: number
  /** Layers with weights on a shortcut. */
  readonly projections: number
  /** Layers in a block. */
  readonly layers: number
  readonly convolutions: number
  readonly params: number
  readonly macs: number
  /** What leaves each stage: `28×28×128`. */
  readonly shapes: readonly string[]
  /** Whether the first block of a stage has a projection beside it. */
  readonly projects: readonly boolean[]
}

/** Everything that follows from a plan, counted from the graph that it builds. */
export function countedOf({ kind, blocks }: Plan): Counted {
  const graph = graphOf('resnet', { block: kind, blocks })
  const weighted = graph.nodes.filter((node) => opOf(node).counts === 'weighted')
  const around = weighted.filter(({ id }) => id.includes('/shortcut/'))
  const inBlock = weighted.filter(({ id }) => id.startsWith(`${stageNames[0]}/block`))
  const first = inBlock.filter(({ id }) => id.split('/')[1] === inBlock[0].id.split('/')[1])
  return {
    depth: graph.depth.weighted,
    projections: around.length,
    layers: first.filter((node) => !around.includes(node)).length,
    convolutions: graph.convModules,
    params: graph.totals.trainable,
    macs: graph.totals.macs,
    shapes: stageNames.map((name) => formatShape(graph.group(name).shape)),
    projects: stageNames.map((name) => around.some(({ id }) => id.startsWith(`${name}/`))),
  }
}

/** `ResNet-26`, and what to make of it: whether the paper calls a network so. */
export function nameOf(plan: Plan, depth: number): { readonly title: string; readonly says: string } {
  const own = knownAs(plan)
  if (own) return { title: own.title, says: 'One of the paper’s five networks.' }
  const twin = known.find((one) => ruleOf(one) === depth)
  return {
    title: `ResNet-${depth}`,
    says: twin
      ? `As deep as the paper’s ${twin.title} yet different: the number alone cannot tell them apart.`
      : 'Named by the same rule, but the paper has no such network.',
  }
}

/** `1 + 2·(2 + 2 + 2 + 2) + 1`: the first convolution, the blocks, the classifier. */
export function sumOf({ blocks }: Plan, { layers, projections }: Counted, withProjections: boolean): string {
  const aside = withProjections ? ` + ${projections}` : ''
  return `1 + ${layers}·(${blocks.join(' + ')})${aside} + 1`
}
