import { expect, it } from 'vitest'
import { claims, verdictOf } from './claims'

it('of the six numbers of slide S40, read as “greater than”, two hold', () =>
  expect(claims.map((claim) => [claim.name, verdictOf(claim)])).toEqual([
    ['LeNet', 'exactly'],
    ['AlexNet', 'fewer'],
    ['VGGNet16', 'fewer'],
    ['GoogLeNet', 'more'],
    ['ResNet-18', 'more'],
    ['DenseNet-121', 'fewer'],
  ]))
