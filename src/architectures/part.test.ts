import { expect, it } from 'vitest'
import { graphOf } from './built'
import { partOf } from '../nn/part'

it.each([
  ['resnet34', 'conv3_x/block1'],
  ['resnet34', 'conv3_x/block2'],
  ['googlenet', 'inception_3a'],
  ['resnext50-32x4d', 'conv4_x/block1'],
  ['densenet121', 'denseblock2'],
])('a part of %s, %s, is counted alone as it is there', (name, id) => {
  const whole = graphOf(name)
  const part = partOf(whole, id)
  expect(part.issues).toEqual([])
  expect(part.groups.filter(({ parent }) => parent === '').map(({ level }) => level)).toHaveLength(1)
  const inside = whole.nodes.filter((node) => node.id.startsWith(`${id}/`))
  const alone = part.nodes.filter(({ op }) => op !== 'input')
  expect(alone.map(({ label, shape, params, macs }) => ({ label, shape, params, macs }))).toEqual(
    inside.map(({ label, shape, params, macs }) => ({ label, shape, params, macs })),
  )
})

it('what is no part of a network is refused', () => {
  expect(() => partOf(graphOf('resnet34'), 'conv9_x')).toThrow()
})
