import { describe, expect, it } from 'vitest'
import { build } from './build'
import { conv } from './ops/conv'
import { maxPool } from './ops/pooling'
import { pixel, sightOf, throughAxis } from './receptive'
import { seq } from './spec'

describe('what one output sees of the image', () => {
  const axis = { kernel: 7, stride: 2, dilation: 1, before: 3, after: 3 }
  const reach = throughAxis(pixel[0], axis, 112)

  it('behind a 7×7 window of stride 2 with padding 3 starts at 2·index − 3', () =>
    expect(sightOf(reach, 56, 224)).toEqual({
      first: 109,
      last: 115,
      inside: { first: 109, last: 115 },
      beyond: 0,
    }))

  it('is cut at both edges of the image, and says how much of it is padding', () => {
    expect(sightOf(reach, 0, 224)).toEqual({ first: -3, last: 3, inside: { first: 0, last: 3 }, beyond: 3 })
    expect(sightOf(reach, 111, 224)).toEqual({
      first: 219,
      last: 225,
      inside: { first: 219, last: 223 },
      beyond: 2,
    })
  })

  it('may be larger than the image', () =>
    expect(sightOf({ size: 100, stride: 8, start: -46 }, 1, 32)).toEqual({
      first: -38,
      last: 61,
      inside: { first: 0, last: 31 },
      beyond: 68,
    }))

  it('is nothing of the image where the window lies in the padding alone', () =>
    expect(sightOf({ size: 1, stride: 1, start: -2 }, 0, 8)).toMatchObject({ inside: null, beyond: 1 }))

  it('after a pooling of 3×3 with stride 2 and padding 1 is 11 pixels, four apart', () => {
    const graph = build({
      id: 'two',
      title: 'Two windows',
      input: [224, 224, 3],
      body: seq(
        conv({ filters: 4, kernel: 7, stride: 2, pad: 3 }),
        maxPool({ kernel: 3, stride: 2, pad: 1 }),
      ),
    })
    const [vertical] = graph.node(graph.outputs[0]).receptiveField
    // By hand: output 1 pools rows 1 … 3 of the convolution, which see −1 … 9 of the image.
    expect(sightOf(vertical, 1, 224)).toMatchObject({ first: -1, last: 9, beyond: 1 })
  })
})
