import { graphOf } from '../../../architectures/built'
import { isMap } from '../../../nn/shape'
import { choice, network, oneOf } from '../../shared/schema'

/** The stages of a network that give maps. */
export function stagesOf(name: string): readonly string[] {
  const graph = graphOf(name)
  return graph
    .group('')
    .children.filter(
      (id) => graph.has(id) === 'group' && isMap(graph.group(id).shape) && graph.group(id).shape[0] > 1,
    )
}

export const options = {
  network: network('cifar-resnet20', 'A network with trained weights.'),
  stage: oneOf((given: { network: string }) => stagesOf(given.network), 'The stage whose maps are shown.'),
  picture: choice(['cat-1', 'automobile-1', 'ship-2'], 'cat-1', 'The picture.'),
  weights: choice(['trained', 'random'], 'trained', 'Which weights run.'),
}
