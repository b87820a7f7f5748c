import { expect, it } from 'vitest'
import { bring, resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import { conv } from '../../nn/ops/conv'
import { graphIn, ofBody, ofFamily } from '../given/network'
import { belongingOf, fileNameOf } from './belonging'

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

it('one whose layers were changed says what it was made of', () => {
  const { architecture } = resolve('cifar-resnet20', options)
  const graph = build(architecture, { 'conv1/conv': { filters: 8 } })
  const belonging = belongingOf(graph, 'cifar-resnet20', options)
  expect(belonging).toMatchObject({ network: 'cifar-resnet20', options, isChanged: true })
})

it('one whose layers are its own says which network it is like, and one that is like none nothing', () => {
  const { architecture, ...like } = resolve('cifar-resnet20')
  const body = { ...architecture, body: conv({ filters: 3, kernel: 3 }) }
  const [own, foreign] = [
    ofBody('own-fedcba9876543210', body, { ...like, architecture }, about),
    ofBody('own-fedcba9876543211', body, undefined, about),
  ]
  bring(own)
  bring(foreign)
  expect(belongingOf(graphIn(own), own.id, {})).toMatchObject({ network: 'resnet', isChanged: true })
  expect(belongingOf(graphIn(foreign), foreign.id, {})).toBeUndefined()
})

it('files of a network of a file are called like it, without its ending', () => {
  for (const [name, id] of [
    ['flowers.keras', 'own-0000000000000001'],
    ['flowers.weights.h5', 'own-0000000000000002'],
  ]) {
    bring(ofFamily(id, resolve('cifar-resnet20'), { ...about, name }))
    expect(fileNameOf(id)).toBe('flowers')
  }
  expect(fileNameOf('cifar-resnet20')).toBeUndefined()
})
