import { expect, it } from 'vitest'
import { graphOf } from '../state/network'
import { traceSentence } from './sentence'

it('a trace is counted: the first convolution needs only the input, the last output feeds nothing', () => {
  const graph = graphOf('resnet18', {})
  const rest = graph.nodes.length - 2
  expect(traceSentence(graph, 'conv1/conv')).toBe(
    `conv needs only the input and feeds ${rest} later operations. Its middle value sees 0.1% of the input.`,
  )
  expect(traceSentence(graph, graph.outputs[0])).toMatch(
    new RegExp(
      `needs ${rest} earlier operations and feeds nothing: it is an output. Its middle value sees 100.0% of the input.$`,
    ),
  )
  expect(traceSentence(graph, graph.input)).toBe(
    `input needs nothing and feeds ${rest + 1} later operations.`,
  )
})

it('a skip is no operation: the sum at its end needs one block more than the block before', () => {
  const graph = graphOf('resnet18', {})
  const needed = (id: string) => Number(/needs (\d+)/.exec(traceSentence(graph, id))?.[1])
  // Two convolutions, two normalizations, one ReLU, and the ReLU after the sum before.
  expect(needed('conv2_x/block2/add') - needed('conv2_x/block1/add')).toBe(7)
})
