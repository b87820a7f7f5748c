import { expect, it } from 'vitest'
import { graphOf } from '../state/network'
import { traceSentence } from './sentence'

it('a trace is counted: the first convolution needs only the input, the last output feeds nothing', () => {
  const graph = graphOf('resnet18', {})
  const rest = graph.nodes.length - 2
  expect(traceSentence(graph, 'conv1/conv')).toBe(
    `conv needs the input alone, of which its middle value sees 0.1%, and feeds ${rest} operations.`,
  )
  expect(traceSentence(graph, graph.outputs[0])).toMatch(
    new RegExp(
      `needs ${rest} operations back to the input, of which .* sees 100.0%, and feeds nothing: it is an output.$`,
    ),
  )
  expect(traceSentence(graph, graph.input)).toBe(`input needs nothing and feeds ${rest + 1} operations.`)
})

it('a skip is no operation: the sum at its end needs one block more than the block before', () => {
  const graph = graphOf('resnet18', {})
  const needed = (id: string) => Number(/needs (\d+)/.exec(traceSentence(graph, id))?.[1])
  // Two convolutions, two normalizations, one ReLU, and the ReLU after the sum before.
  expect(needed('conv2_x/block2/add') - needed('conv2_x/block1/add')).toBe(7)
})
