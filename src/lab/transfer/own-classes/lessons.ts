import type { Graph, NodeId } from '../../../nn/graph'
import type { WeightValues } from '../../../runtime/training/descent'
import type { WeightSource } from '../../../runtime/weights'
import { type Features, smallInput, type Standard, standardized, standardOf, unfolded } from './features'
import type { Way } from './names'
import type { Shot, Split } from './shots'
import type { Example, Lesson, Taught } from './teach'
import { learningOf, sameNodes, scratchOf, type Trunk, wholeOf } from './trunk'

/** Learning rates that suited the page's drawings and photographs; the momentum is 0.9. */
const rates: Readonly<Record<Way, number>> = { head: 0.5, block: 0.02, scratch: 0.05 }

export interface Setting {
  readonly way: Way
  readonly trunk: Trunk
  readonly classes: number
  readonly steps: number
  readonly seed: number
}

/** A lesson, and what its features were standardized by. */
export interface Prepared {
  readonly lesson: Lesson
  readonly standard?: Standard
}

/**
 * What learns in a way, from these images.
 * @param featuresOf what the trunk gave for an image
 * @param source weights of the trunk
 */
export function prepared(
  { way, trunk, classes, steps, seed }: Setting,
  { train, held }: Split,
  featuresOf: (shot: Shot) => Features,
  source: WeightSource,
): Prepared {
  const graph = learningOf(way, trunk, classes)
  const common = { graph, classes, steps, seed, rate: rates[way] }
  const lessonOf = (read: (shot: Shot) => Float32Array, start?: WeightValues): Lesson => {
    const examples = (shots: readonly Shot[]): readonly Example[] =>
      shots.map((shot) => ({ values: read(shot), label: shot.label }))
    return { ...common, train: examples(train), held: examples(held), ...(start && { start }) }
  }
  switch (way) {
    case 'scratch':
      return { lesson: lessonOf((shot) => smallInput(shot, graph.architecture.input)) }
    case 'head': {
      const standard = standardOf(train.map((shot) => featuresOf(shot).pooled))
      return { lesson: lessonOf((shot) => standardized(featuresOf(shot).pooled, standard)), standard }
    }
    case 'block':
      return { lesson: lessonOf((shot) => featuresOf(shot).entering, startOf(trunk, graph, source)) }
  }
}

/** The weights of the last block as they were trained. */
function startOf(trunk: Trunk, learning: Graph, source: WeightSource): WeightValues {
  const start: Record<string, Float32Array> = {}
  for (const [here, there] of sameNodes(trunk, learning))
    for (const name of Object.keys(learning.node(here).weights))
      start[`${here}.${name}`] = source(there, name)
  return start
}

/** A whole network that has learned. */
export interface Pupil {
  readonly graph: Graph
  /** Every weight, of the trunk and of what learned. */
  readonly weights: WeightSource
}

/** Puts what learned onto its trunk. */
export function pupilOf(
  { way, trunk, classes }: Setting,
  { lesson, standard }: Prepared,
  { weights }: Pick<Taught, 'weights'>,
  source: WeightSource,
): Pupil {
  const learned = (node: NodeId, name: string) => weights[`${node}.${name}`]
  if (way === 'scratch') return { graph: scratchOf(classes), weights: learned }
  const graph = wholeOf(trunk, classes)
  const head = lesson.graph.nodes.findLast(({ weights: { kernel } }) => kernel?.shape.length === 2)!.id
  const [kernel, bias] = [learned(head, 'kernel'), learned(head, 'bias')]
  const scores: Readonly<Record<string, Float32Array>> = standard
    ? unfolded(kernel, bias, standard)
    : { kernel, bias }
  const own = new Map([...sameNodes(trunk, lesson.graph)].map(([here, there]) => [there, here]))
  return {
    graph,
    weights: (node, name) => {
      if (node === trunk.scores) return scores[name]
      const here = way === 'block' ? own.get(node) : undefined
      return here === undefined ? source(node, name) : learned(here, name)
    },
  }
}
