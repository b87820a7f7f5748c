import { expect, it } from 'vitest'
import { graphOf } from '../state/network'
import { headlineWords } from './headlineWords'

it('the numbers of a headline say how they are counted and what they come to', () => {
  const graph = graphOf('resnet18', {})
  expect(headlineWords(graph, 'parameters')).toBe(
    'What training adjusts: weights, biases, γ and β. As float32 they take 44.6 MiB.',
  )
  expect(headlineWords(graph, 'macs')).toMatch(
    /^1,8\d\d,\d{3},\d{3} multiply-accumulates .*: 3,6\d\d,\d{3},\d{3} FLOPs\.$/,
  )
  expect(headlineWords(graphOf('vgg16', {}), 'parameters')).toMatch(
    /^What training adjusts: weights, biases\. /,
  )
})
