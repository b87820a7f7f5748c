import { models } from 'virtual:models'
import { graphOf } from '../../architectures/built'
import type { Graph } from '../../nn/graph'
import { bytes } from '../../ui/format'

/** A network with trained weights on this site. */
export interface Model {
  /** The folder of its weights. */
  readonly id: string
  readonly title: string
  readonly graph: Graph
  readonly classes: readonly string[]
}

/** A model of this site by its folder; undefined where the site lacks it. */
export function modelOf(id: string): Model | undefined {
  const model = models.find((each) => each.id === id)
  if (!model) return undefined
  const { title, classes, network, options } = model
  return { id, title, classes, graph: graphOf(network, options) }
}

/** What is waited for while its weights are on their way. */
export const fetching = ({ title }: Pick<Model, 'title'>, done: number, of: number): string =>
  `Fetching the weights of ${title}: ${bytes(done)} of ${bytes(of)}`
