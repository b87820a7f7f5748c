import { expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { arrange } from './arrange'

const graphOf = (id: string) => build(resolve(id).architecture)
const closed = { expanded: new Set<string>() }

it('lets a network flow down on a phone that is held upright', () => {
  expect(arrange(graphOf('googlenet'), closed, { width: 390, height: 700 })?.direction).toBe('down')
})

it('breaks a long network into lines on a wide page', () => {
  expect(arrange(graphOf('googlenet'), closed, { width: 1200, height: 800 })?.breaks.length).toBeGreaterThan(
    1,
  )
})

it('leaves a single block on one line', () => {
  const open = { expanded: new Set(['inception']) }
  expect(arrange(graphOf('inception-3a'), open, { width: 1200, height: 800 })?.breaks).toEqual([])
})

it('keeps text readable in a low strip by leaving the network on one line', () => {
  expect(arrange(graphOf('resnet18'), closed, { width: 390, height: 250 })).toEqual({
    direction: 'right',
    breaks: [],
  })
})

it('waits until the page has a size', () => {
  expect(arrange(graphOf('resnet18'), closed, { width: 0, height: 0 })).toBeNull()
})
