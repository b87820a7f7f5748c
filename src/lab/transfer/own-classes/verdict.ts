import { allEvidenceOf, type Evidence } from '../../../featuremaps/evidence'
import { averagingHead } from '../../../nn/classActivation'
import type { Engine, Pixels } from '../../../runtime/types'
import type { Pupil } from './lessons'
import { shrunk } from './shots'

/** What a network that has learned says of an image. */
export interface Said {
  /** Probabilities of the classes. */
  readonly shares: Float32Array
  /** What the score of a class is made of. */
  readonly evidence: (index: number) => Evidence
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
  return { shares: output, evidence: await allEvidenceOf(trace, averagingHead(graph)!) }
}
