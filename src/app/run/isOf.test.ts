import { expect, it } from 'vitest'
import { resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import { isOf } from './isOf'

it('a run of one network is none of another, though both have a layer of the same name', () => {
  const [shallow, deep] = ['resnet18', 'resnet34'].map((id) => build(resolve(id).architecture))
  const id = 'conv2_x/block1/add'
  expect([shallow.has(id), deep.has(id)]).toEqual(['node', 'node'])
  expect(isOf({ graph: deep }, deep.node(id))).toBe(true)
  expect(isOf({ graph: deep }, shallow.node(id))).toBe(false)
  expect(isOf({ graph: shallow }, deep.node('conv2_x/block3/add'))).toBe(false)
})
