import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { countsOf, examples } from './counts'

describe('the parameters of one layer', () => {
  it('of GoogLeNet’s first are 9,408 weights and 64 biases, as in the network itself', () => {
    expect(countsOf(examples[0].layer)).toEqual({ weights: 9_408, biases: 64, params: 9_472 })
    expect(graphOf('googlenet').group('conv1').totals.trainable).toBe(9_472)
  })

  it('of a 7×7 that reads all of VGG’s last map are those of its first fully connected layer', () =>
    expect(countsOf(examples[3].layer).params).toBe(graphOf('vgg16').group('fc6').totals.trainable))

  it('are fewer by one for each filter without biases', () =>
    expect(countsOf({ ...examples[2].layer, bias: false }).params).toBe(12_288))
})
