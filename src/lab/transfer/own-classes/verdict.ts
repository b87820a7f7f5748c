import { averagingHead, type ClassActivation, classActivation } from '../../../nn/classActivation'
import type { Engine, Pixels } from '../../../runtime/types'
import type { Pupil } from './lessons'
import { shrunk } from './shots'

/** What a network that has learned says of an image. */
export interface Said {
  /** Probabilities of the classes. */
  readonly shares: Float32Array
  /** Where the evidence for the likeliest class lies. */
  readonly activation: ClassActivation
}

/**
 * Runs the whole network, as its export does.
 * @param id another one for other weights
 */
export async function judge(
  engine: Engine,
  { graph, weights }: Pupil,
  id: string,
  image: Pixels,
): Promise<Said> {
  const { trace, output } = await engine.run(
    {
      architecture: graph.architecture,
      image: shrunk(image, graph.architecture.input[0]),
      seed: 1,
      given: { id },
    },
    undefined,
    async (give) => {
      for (const node of graph.nodes)
        for (const name of Object.keys(node.weights))
          await give(node.id, name, Float32Array.from(weights(node.id, name)))
    },
  )
  const head = averagingHead(graph)!
  const best = output.indexOf(Math.max(...output))
  const [maps, column] = await Promise.all([
    trace.read(head.maps),
    trace.weights(head.scores, 'kernel', best),
  ])
  return { shares: output, activation: classActivation(maps.values, maps.shape, column) }
}
