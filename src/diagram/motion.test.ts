import { describe, expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { layout } from './layout'
import { passage } from './motion'

const graph = build(resolve('googlenet').architecture)
const shut = layout(graph, { expanded: new Set() })
const open = layout(graph, { expanded: new Set(['inception_3a']) })
const way = passage(shut, open)

const boxOf = (scene: typeof shut, id: string) => scene.boxes.find((box) => box.id === id)!

describe('the passage from one picture to the next', () => {
  it('starts where things were and ends where they will be', () => {
    for (const box of way.at(0).boxes) {
      const was = shut.boxes.find(({ id }) => id === box.id)
      if (was) expect([box.x, box.y, box.width, box.height]).toEqual([was.x, was.y, was.width, was.height])
    }
    expect(way.at(1).boxes).toEqual(open.boxes)
    expect(way.at(1).labels).toEqual(open.labels)
  })

  it('is half-way when half of the time has gone, with what stands in a box', () => {
    const [a, b, c] = [shut, way.at(0.5), open].map((scene) => boxOf(scene, 'inception_3b'))
    expect([a.x, a.y]).not.toEqual([c.x, c.y])
    expect(b.x).toBeCloseTo((a.x + c.x) / 2)
    expect(b.y).toBeCloseTo((a.y + c.y) / 2)
    const inset = ({ x, y, labels }: typeof a) => labels.map((label) => [label.x - x, label.y - y])
    inset(b).forEach(([x, y], i) => {
      expect(x).toBeCloseTo(inset(c)[i][0])
      expect(y).toBeCloseTo(inset(c)[i][1])
    })
  })

  it('goes straight: no box is ever outside the way from where it was to where it will be', () => {
    const steps = [0.1, 0.35, 0.6, 0.85].map((t) => way.at(t))
    for (const { id } of open.boxes) {
      const [was, is] = [shut, open].map((scene) => scene.boxes.find((box) => box.id === id))
      if (!was || !is) continue
      for (const step of steps)
        for (const side of ['x', 'y', 'width', 'height'] as const) {
          const now = boxOf(step, id)[side]
          expect(now).toBeGreaterThanOrEqual(Math.min(was[side], is[side]) - 1e-9)
          expect(now).toBeLessThanOrEqual(Math.max(was[side], is[side]) + 1e-9)
        }
    }
  })

  it('names what is new, and nothing else', () => {
    expect(way.fresh.has('inception_3a/p2/conv2')).toBe(true)
    expect(way.fresh.has('inception_3b')).toBe(false)
    expect(way.fresh.has('inception_3a')).toBe(false)
    expect(passage(open, open).fresh.size).toBe(0)
  })

  it('bends every ribbon from its old outline to its new one', () => {
    const shapes = way.at(0.5).ribbons.map(({ shape }) => shape.form)
    expect(shapes).toHaveLength(open.ribbons.length)
    for (const [i, { id }] of open.ribbons.entries())
      expect(shapes[i]).toBe(
        shut.ribbons.some((ribbon) => ribbon.id === id) ? 'outline' : open.ribbons[i].shape.form,
      )
  })
})
