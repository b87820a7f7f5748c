import { describe, expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { layout } from './layout'
import { neighbour, outside } from './navigate'
import type { LayoutView } from './scene'

const sceneOf = (id: string, open: readonly string[], view: Partial<LayoutView> = {}) =>
  layout(build(resolve(id).architecture), { ...view, expanded: new Set(open) })

describe('arrow keys', () => {
  const scene = sceneOf('inception-3a', ['inception'])

  it('follow the edges along the flow', () => {
    expect(neighbour(scene, 'inception/p2/conv1', 'ArrowRight')).toBe('inception/p2/relu1')
    expect(neighbour(scene, 'inception/p2/relu1', 'ArrowLeft')).toBe('inception/p2/conv1')
  })

  it('step between parallel paths across the flow', () => {
    expect(neighbour(scene, 'inception/p1/conv', 'ArrowDown')).toBe('inception/p2/conv1')
    expect(neighbour(scene, 'inception/p4/pool', 'ArrowUp')).toBe('inception/p3/conv1')
  })

  it('reach the frame above the first path, and the layers from the frame', () => {
    expect(neighbour(scene, 'inception/p1/conv', 'ArrowUp')).toBe('inception')
    expect(neighbour(scene, 'inception', 'ArrowRight')).toBe('inception/p1/conv')
  })

  it('do not leave a group for what happens to lie below it', () => {
    const network = sceneOf('googlenet', ['inception_3a'], { line: 1000 })
    expect(neighbour(network, 'inception_3a/p4/pool', 'ArrowDown')).toBe('inception_3a')
  })

  it('go to the beginning and to the end', () => {
    expect(neighbour(scene, 'inception/concat', 'Home')).toBe('input')
    expect(neighbour(scene, 'input', 'End')).toBe('inception/concat')
  })

  it('turn with the flow', () => {
    const down = sceneOf('inception-3a', ['inception'], { direction: 'down' })
    expect(neighbour(down, 'inception/p2/conv1', 'ArrowDown')).toBe('inception/p2/relu1')
    expect(neighbour(down, 'inception/p1/conv', 'ArrowRight')).toBe('inception/p2/conv1')
  })

  it('leave other keys alone', () => {
    expect(neighbour(scene, 'input', 'a')).toBeNull()
  })

  it('find the open group around a layer', () => {
    const conv = scene.boxes.find((box) => box.id === 'inception/p2/conv1')!
    expect(outside(scene, conv)).toBe('inception')
  })
})
