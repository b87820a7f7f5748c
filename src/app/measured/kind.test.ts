import { expect, it } from 'vitest'
import { graphOf } from '../../architectures/built'
import { kindOf } from '../../recorded/kind'
import { runsIn } from '../../../tools/zoo.mjs'

/** How a graph joins: by nothing, by sums, or by concatenations alone, where each layer has the ones before it as input. */
function joinedBy(network: string): string | undefined {
  const graph = graphOf(network)
  const merges = new Set(graph.nodes.filter(({ family }) => family === 'merge').map(({ op }) => op))
  if (merges.size === 0) return 'plain'
  if (merges.has('add')) return 'residual'
  return graph.groups.some(({ id }) => id.startsWith('denseblock')) ? 'dense' : undefined
}

it('the kind of every recorded network, by which its lines are colored, is that of its graph', () => {
  const { runs, fullSize } = runsIn('public/runs') as unknown as Record<
    'runs' | 'fullSize',
    readonly { readonly run: { readonly network: string } }[]
  >
  const networks = [...new Set([...runs, ...fullSize].map(({ run }) => run.network))]
  expect(networks.length).toBeGreaterThan(8)
  expect(networks.map((network) => [network, kindOf(network)])).toEqual(
    networks.map((network) => [network, joinedBy(network)]),
  )
})
