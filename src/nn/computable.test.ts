import { expect, it } from 'vitest'
import { build } from './build'
import { computable, stops } from './computable'
import { relu } from './ops/activation'
import { closed } from './ops/closed'
import { conv } from './ops/conv'
import { branch, path, seq, type Spec } from './spec'

const unknown = closed({ title: 'Erf', why: 'Erf cannot be computed here', holds: ['Erf'], shape: [8, 8, 4] })

const graphOf = (body: Spec) => build({ id: 'test', title: 'Test', input: [8, 8, 3], body })

it('a path beside an unknown part is computed, and what reads both is not', () => {
  const graph = graphOf(
    seq(
      conv({ filters: 4, kernel: 1 }, 'first'),
      branch(
        'add',
        path('a', unknown, relu({}, 'behind')),
        path('b', conv({ filters: 4, kernel: 1 }, 'beside')),
      ),
      relu({}, 'last'),
    ),
  )
  expect([...computable(graph)]).toEqual(['input', 'first', 'b/beside'])
  expect(stops(graph).map(({ node }) => node)).toEqual(['a/unknown'])
})

it('all of a network that fits is computed, and nothing stops it', () => {
  const graph = graphOf(seq(conv({ filters: 4, kernel: 3 }), relu()))
  expect(computable(graph).size).toBe(graph.nodes.length)
  expect(stops(graph)).toEqual([])
})
