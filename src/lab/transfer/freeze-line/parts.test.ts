import { expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { learning, partsOf } from './parts'

const graph = graphOf('resnet18', { classes: 10 })
const parts = partsOf(graph)

it('the parts are the stages with weights, and hold every parameter', () => {
  expect(parts.map(({ name }) => name)).toEqual(['conv1', 'conv2_x', 'conv3_x', 'conv4_x', 'conv5_x', 'fc'])
  expect(learning(parts, 0)).toEqual({ own: graph.totals.trainable, share: 1 })
})

it('with the head alone 5,130 learn, with conv5_x three quarters of the network', () => {
  expect(learning(parts, 5).own).toBe(512 * 10 + 10)
  expect(learning(parts, 4).share).toBeGreaterThan(0.75)
})
