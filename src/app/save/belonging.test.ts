import { expect, it } from 'vitest'
import { bring, resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import { conv } from '../../nn/ops/conv'
import { graphIn, ofBody, ofFamily } from '../given/network'
import { belongingOf } from './belonging'

const about = { name: 'mine.pth', size: 1, said: [] }
const options = { classes: 7, width: 16 }

it('a network of this site belongs to itself, with its options', () => {
  const graph = build(resolve('cifar-resnet20', options).architecture)
  expect(belongingOf(graph, 'cifar-resnet20', options)).toMatchObject({ network: 'cifar-resnet20', options })
})

it('one that was imported belongs to the family that it was recognized as', () => {
  const own = ofFamily('own-0123456789abcdef', resolve('cifar-resnet20', options), about)
  bring(own)
  const belonging = belongingOf(graphIn(own), own.id, {})!
  expect(belonging).toMatchObject({ network: 'resnet', options })
  const again = build(resolve(belonging.network, belonging.options as never).architecture)
  expect(again.totals).toEqual(graphIn(own).totals)
})

it('one whose layers are its own belongs to none', () => {
  const { architecture, ...like } = resolve('cifar-resnet20')
  const own = ofBody(
    'own-fedcba9876543210',
    { ...architecture, body: conv({ filters: 3, kernel: 3 }) },
    { ...like, architecture },
    about,
  )
  bring(own)
  expect(belongingOf(graphIn(own), own.id, {})).toBeUndefined()
  expect(belongingOf(graphIn(own), 'cifar-resnet20', {})).toBeUndefined()
})
