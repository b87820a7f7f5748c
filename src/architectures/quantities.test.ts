import { describe, expect, it } from 'vitest'
import { build } from '../nn/build'
import { quantities, quantityIds } from '../nn/quantities'
import { stagesOf } from '../nn/summary'
import { resolve } from './index'

const graphOf = (id: string) => build(resolve(id).architecture)
const resnet18 = graphOf('resnet18')
const { parameters, macs, memory, field } = quantities

describe('the first convolution of ResNet-18', () => {
  const conv1 = resnet18.nodes.find((node) => node.family === 'convolution')!.id

  it('has 7·7·3·64 = 9,408 parameters', () => expect(parameters.of(resnet18, conv1)).toBe(9_408))

  it('takes 112·112·64·147 = 118,013,952 multiply-accumulates', () =>
    expect(macs.of(resnet18, conv1)).toBe(118_013_952))

  it('gives 112·112·64 values of 4 bytes', () => expect(memory.of(resnet18, conv1)).toBe(112 * 112 * 64 * 4))

  it('sees 7 pixels', () => expect(field.of(resnet18, conv1)).toBe(7))
})

describe('the input', () => {
  it('takes memory and nothing else, and sees nothing', () =>
    expect(quantityIds.map((id) => quantities[id].of(resnet18, 'input'))).toEqual([
      0,
      0,
      224 * 224 * 3 * 4,
      null,
    ]))
})

describe('the whole of a network', () => {
  it('has the counts of its reference', () => {
    expect(parameters.of(resnet18, '')).toBe(11_689_512)
    expect(macs.of(resnet18, '')).toBe(1_814_073_344)
    expect(memory.of(resnet18, '')).toBe(resnet18.memory.all * 4)
    expect(field.of(resnet18, '')).toBe(435)
  })

  it.each(['lenet5', 'googlenet', 'resnet152', 'densenet121', 'vgg16'])(
    'is the sum of its stages and of its layers: %s',
    (id) => {
      const graph = graphOf(id)
      for (const quantity of quantityIds.map((each) => quantities[each]).filter(({ adds }) => adds)) {
        const sum = (ids: readonly string[]) =>
          ids.reduce((total, part) => total + quantity.of(graph, part)!, 0)
        expect(sum([graph.input, ...stagesOf(graph).map((part) => part.id)])).toBe(quantity.of(graph, ''))
        expect(sum(graph.nodes.map((node) => node.id))).toBe(quantity.of(graph, ''))
      }
    },
  )
})

it('an id that the network lacks is a mistake', () =>
  expect(() => parameters.of(resnet18, 'nowhere')).toThrow())
