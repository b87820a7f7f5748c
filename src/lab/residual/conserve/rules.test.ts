import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { factorsOf, macsOf, partsOf, stageNames, stagesOf } from './rules'

const macs = (halve: boolean, double: boolean) => stagesOf({ halve, double }).map((stage) => stage.macs)

describe('one 3×3 convolution from stage to stage', () => {
  it('costs the same with half the side and twice the channels, and has four times the weights', () => {
    expect(macs(true, true)).toEqual([115_605_504, 115_605_504, 115_605_504, 115_605_504])
    const weights = stagesOf({ halve: true, double: true }).map((stage) => stage.weights)
    expect(weights).toEqual([36_864, 147_456, 589_824, 2_359_296])
  })

  it('is what the network has inside each of its stages', () => {
    const graph = graphOf('resnet18')
    for (const { name, side, channels, weights, macs } of stagesOf({ halve: true, double: true })) {
      const conv = graph.node(`${name}/block2/conv1`)
      expect([conv.shape, conv.params.weights, conv.macs]).toEqual([[side, side, channels], weights, macs])
    }
  })

  it.each([
    [true, true, 1, 4],
    [true, false, 1 / 4, 1],
    [false, true, 4, 4],
    [false, false, 1, 1],
  ])('halved: %s, doubled: %s: costs change by %d, weights by %d', (halve, double, cost, weights) => {
    expect(factorsOf({ halve, double })).toMatchObject({ macs: cost, weights })
    const stages = stagesOf({ halve, double })
    for (let i = 1; i < stages.length; i++) {
      expect(stages[i].macs / stages[i - 1].macs).toBe(cost)
      expect(stages[i].weights / stages[i - 1].weights).toBe(weights)
    }
  })
})

describe('the stages of ResNet-18', () => {
  it('cost 462,422,016 and three times 411,041,792', () =>
    expect(stageNames.map(macsOf)).toEqual([462_422_016, 411_041_792, 411_041_792, 411_041_792]))

  it.each(stageNames)('%s: its convolutions are all that costs', (stage) =>
    expect(partsOf(stage).reduce((sum, part) => sum + part.macs, 0)).toBe(macsOf(stage)),
  )

  it('later stages are three and a half convolutions and an eighteenth', () => {
    const whole = stagesOf({ halve: true, double: true })[1].macs
    const shares = partsOf('conv3_x').map(({ kind, macs }) => [kind, macs / whole])
    expect(shares).toEqual([
      ['first', 1 / 2],
      ['inside', 1],
      ['projection', 1 / 18],
      ['inside', 1],
      ['inside', 1],
    ])
  })
})
