import { describe, expect, it } from 'vitest'
import { graphOf } from './built'
import { hiddenNumbers, isHidden } from '../nn/hidden'

const googlenet = graphOf('googlenet')

describe('while a block is hidden', () => {
  const hidden = hiddenNumbers(googlenet, ['inception_4d'])

  it('so is the concat that it ends in, and the pool that passes its channels on', () => {
    expect(hidden.get('inception_4d')).toBe('all')
    expect(hidden.get('inception_4d/concat')).toBe('all')
    expect(hidden.get('inception_4e/p4/pool')).toBe('all')
  })

  it('the weights of what reads it would tell; its own output does not', () => {
    const readers = googlenet.nodes.filter(({ inputs }) => inputs.includes('inception_4d/concat'))
    const convolutions = readers.filter(({ op }) => op === 'conv').map(({ id }) => hidden.get(id))
    expect(convolutions).toEqual(['inputs', 'inputs', 'inputs'])
    expect(isHidden('inputs', 'parameters')).toBe(true)
    expect(isHidden('inputs', 'output')).toBe(false)
    expect(isHidden('inputs', 'field')).toBe(false)
  })

  it('its paths, which the question names, and all other blocks are seen', () => {
    expect(hidden.get('inception_4d/p2')).toBeUndefined()
    expect(hidden.get('inception_4c')).toBeUndefined()
    expect(hidden.get('inception_4e')).toBeUndefined()
  })
})

it('a stage is hidden with the layer that it ends in', () => {
  const hidden = hiddenNumbers(graphOf('resnet18'), ['conv1/conv'])
  expect([hidden.get('conv1'), hidden.get('maxpool')]).toEqual(['all', 'all'])
})

it('nothing is hidden where nothing is named, or nothing of this network', () =>
  expect(hiddenNumbers(googlenet, ['conv9']).size).toBe(0))
