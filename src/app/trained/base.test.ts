import { models } from 'virtual:models'
import { beforeEach, describe, expect, it } from 'vitest'
import { readHash } from '../route/url'
import { useStore } from '../state/store'
import { baseOf, graphBeside, changedOptions, isChanged } from './base'
import { graphOf } from '../state/network'
import { trainedFor } from './models'
import { trainedAddress } from './nearest'
import { first } from './showpiece'

const ten = models.find(({ network }) => network === 'resnet18')!

describe('changes are counted from', () => {
  it('the network as published, where nothing was chosen', () =>
    expect(baseOf('resnet18', {}).options).toEqual({}))

  it('the trained network, where a reader opened it, and what was changed of it since', () => {
    expect(baseOf('resnet18', ten.options).model).toBe(ten)
    const wider = { ...ten.options, width: 32 }
    expect(changedOptions(wider, baseOf('resnet18', wider).options)).toEqual(['width'])
  })

  it('the trained network, where what sets it apart was changed', () =>
    expect(baseOf('resnet18', { classes: 20 }).model).toBe(ten))

  it('the network as published, where it has its own classes', () =>
    expect(baseOf('resnet18', { shortcut: 'A' }).options).toEqual({}))

  it('the network as published, where none is trained', () =>
    expect(baseOf('vgg16', { classes: 10 }).options).toEqual({}))
})

it('a network beside one with ten classes is the one that was trained with ten, and else as published', () => {
  const plain = models.find(({ network }) => network === 'plain18')!
  expect(trainedFor(graphBeside('plain18', ten.options))).toBe(plain)
  expect(trainedFor(graphBeside('plain18', { ...ten.options, width: 32 }))).toBe(plain)
  expect(graphBeside('plain18', {})).toBe(graphOf('plain18'))
  expect(graphBeside('vgg16', ten.options)).toBe(graphOf('vgg16'))
})

it('no trained network has changes when it opens', () => {
  expect(isChanged(first)).toBe(false)
  for (const model of models) {
    const { intent } = readHash(trainedAddress(model))
    expect(isChanged(intent), model.id).toBe(false)
  }
})

describe('a trained network that was changed', () => {
  beforeEach(() => useStore.setState({ ...first, network: 'resnet18', options: ten.options }))
  const now = () => useStore.getState()

  it('goes back to the trained one, and not to its thousand classes', () => {
    now().setOption('width', 32)
    expect(isChanged(now())).toBe(true)
    now().resetAll()
    expect(now().options).toEqual(ten.options)
    now().setOption('classes', 20)
    now().resetOptions()
    expect(now().options).toEqual(ten.options)
  })
})
