import { describe, expect, it } from 'vitest'
import { companyOf, framedBeside } from './beside'
import { withShapes } from './extent'
import { framed, noInsets, type Pane } from './lens'
import { layout } from './layout'
import { graphOf } from '../architectures/built'
import type { Rect } from './scene'

const pane: Pane = { width: 800, height: 300, insets: noInsets }
const at = (x: number, width = 100): Rect => ({ x, y: 0, width, height: 40 })

/** Left and right end of a rectangle on the page. */
function ends(rect: Rect, { x, k }: { readonly x: number; readonly k: number }) {
  return [rect.x * k + x, (rect.x + rect.width) * k + x] as const
}
const isWhole = (rect: Rect, lens: { readonly x: number; readonly k: number }) =>
  ends(rect, lens)[0] > -1 && ends(rect, lens)[1] < pane.width + 1

describe('a part that is framed', () => {
  it('is as large as ever where nothing is cut', () =>
    expect(framedBeside(at(0), { next: [], others: [at(2000)] }, pane)).toEqual(framed(at(0), pane)))

  it('has its neighbors whole beside it where they have room', () => {
    const neighbors = [at(-250), at(250)]
    expect(neighbors.some((each) => isWhole(each, framed(at(0), pane)))).toBe(false)
    const lens = framedBeside(at(0), { next: neighbors, others: neighbors }, pane, { smallest: 0.9 })
    expect(neighbors.every((each) => isWhole(each, lens))).toBe(true)
    expect(lens.k).toBeGreaterThanOrEqual(0.9)
  })

  it('stands aside rather than cut what follows it, and stays whole', () => {
    const next = at(260, 60)
    const lens = framedBeside(at(0), { next: [next], others: [next] }, pane, { smallest: 1.6 })
    expect(lens.k).toBe(1.6)
    expect(isWhole(next, lens)).toBe(true)
    expect(isWhole(at(0), lens)).toBe(true)
  })

  it('never becomes smaller than it can be read', () => {
    const wide = at(260, 4000)
    expect(
      framedBeside(at(0), { next: [wide], others: [wide] }, pane, { smallest: 1.4 }).k,
    ).toBeGreaterThanOrEqual(1.4)
  })

  it('has for neighbors what its ribbons come from and lead to, and is not cut by what holds it or lies in it', () => {
    const scene = layout(graphOf('googlenet'), { expanded: new Set(['inception_3a']), text: 13 })
    const group = scene.boxes.find(({ id }) => id === 'inception_3a')!
    const { next, others } = companyOf(scene, group)
    const ids = next.map((each) => (each as typeof group).id)
    expect([...new Set(ids)].toSorted()).toEqual(['inception_3b', 'pool2'])
    expect(others).not.toContain(group)
    expect(others).not.toContain(scene.boxes.find(({ id }) => id === 'inception_3a/concat'))
  })

  it('of two that stand below each other is as large as the other one, and shows the pool that follows whole', () => {
    const scene = layout(graphOf('googlenet'), {
      expanded: new Set(['conv1']),
      text: 18,
      direction: 'down',
      reading: 1,
    })
    const group = scene.boxes.find(({ id }) => id === 'conv1')!
    const pool = scene.boxes.find(({ id }) => id === 'pool1')!
    const low: Pane = { width: 620, height: 290, insets: noInsets }
    // As large as ResNet's conv1 in as low a picture: a little more than the pool has room for beside it at its middle.
    const lens = framedBeside(withShapes(scene, group), companyOf(scene, group), low, {
      smallest: 1.0151,
      largest: 1.0151,
    })
    expect(lens.k).toBeCloseTo(1.0151)
    for (const { y, height } of [group, pool]) {
      expect(y * lens.k + lens.y).toBeGreaterThan(0)
      expect((y + height) * lens.k + lens.y).toBeLessThan(290)
    }
  })
})
