import { describe, expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { arrange, fitOptions } from './arrange'
import { layout } from './layout'
import { clearOf, framed, held, noInsets } from './lens'
import { changeOf } from './change'
import type { Rect } from './scene'

/** The room of the picture in windows of 1280×720 and of 390×844, as the explorer leaves it. */
const pages = [
  ['1280×720', { width: 895, height: 464 }],
  ['390×844', { width: 390, height: 250 }],
] as const

/** Half a pixel is no part of anything. */
const close = 0.5

describe.each(['googlenet', 'resnet18', 'resnet152', 'densenet121', 'inception-3a'])('%s', (id) => {
  const graph = build(resolve(id).architecture)
  const closed = new Set<string>()
  it.each(pages)('shows what was opened, in the room of a window of %s', (_, page) => {
    const pane = { ...page, insets: noInsets }
    const before = arrange(graph, { expanded: closed }, page)!
    const first = layout(graph, { expanded: closed, ...before })
    const start = framed(first.bounds, pane, fitOptions(before))
    const faults: string[] = []
    for (const { id: group } of first.boxes.filter(({ kind }) => kind === 'group')) {
      const expanded = new Set([group])
      const after = arrange(graph, { expanded }, page, { like: before, on: group })!
      const scene = layout(graph, { expanded, ...after })
      const { was, is, seen } = changeOf(first, scene, group)!
      // The reader has brought the box to where it can be clicked: into the lower right corner.
      const box = first.boxes.find((each) => each.id === group)!
      const at = {
        k: start.k,
        x: page.width - start.k * (box.x + 30),
        y: page.height - start.k * (box.y + 20),
      }
      const to = held(was, is, seen, at, pane, after.reading)
      const clear = clearOf(pane)
      const on = (rect: Rect) => ({
        x: to.x + rect.x * to.k,
        y: to.y + rect.y * to.k,
        width: rect.width * to.k,
        height: rect.height * to.k,
      })
      const { x, y, width, height } = on(seen)
      const inside = (from: number, length: number, available: number) =>
        length <= available
          ? from >= -close && from + length <= available + close
          : from >= -close && from <= 17
      if (!inside(x, width, clear.width))
        faults.push(`${group} lies from ${x} to ${x + width} of ${clear.width}`)
      if (!inside(y, height, clear.height))
        faults.push(`${group} lies from ${y} down to ${y + height} of ${clear.height}`)
    }
    expect(faults).toEqual([])
  })
})

it('keeps the clicked box under the pointer where all of it fits anyway', () => {
  const pane = { width: 1000, height: 800, insets: noInsets }
  const seen = { x: 300, y: 200, width: 300, height: 200 }
  const at = { x: 10, y: 20, k: 1 }
  const to = held({ x: 250, y: 150 }, { x: 300, y: 300 }, seen, at, pane, 1)
  expect(to).toEqual({ x: 10 - 50, y: 20 - 150, k: 1 })
})

it('makes what flows down as small as it is known from far where it is whole then, and else shows its beginning to be read', () => {
  const pane = { width: 390, height: 550, insets: noInsets }
  const at = { x: 0, y: 0, k: 1 }
  const zoomFor = (height: number) =>
    held({ x: 0, y: 0 }, { x: 0, y: 0 }, { x: 0, y: 0, width: 300, height }, at, pane, 0.9, 0.3).k
  expect(zoomFor(500)).toBe(1)
  expect(zoomFor(1000)).toBeCloseTo((550 - 32) / 1000, 2)
  expect(zoomFor(5000)).toBe(0.9)
})

it('lets nothing that lies over the picture cover what is brought into sight', () => {
  const pane = { width: 1000, height: 800, insets: { top: 0, right: 0, bottom: 120, left: 0 } }
  const seen = { x: 0, y: 600, width: 100, height: 150 }
  const to = held({ x: 0, y: 0 }, { x: 0, y: 0 }, seen, { x: 100, y: 0, k: 1 }, pane, 1)
  expect(to.y + 750).toBeLessThanOrEqual(800 - 120)
})

it('shows all of a ResNet-18 at first, with every name and shape', () => {
  const graph = build(resolve('resnet18').architecture)
  const page = pages[0][1]
  const how = arrange(graph, { expanded: new Set() }, page)!
  const { bounds } = layout(graph, { expanded: new Set(), ...how })
  const { x, y, k } = framed(bounds, { ...page, insets: noInsets }, fitOptions(how))
  expect(k).toBeGreaterThanOrEqual(how.reading)
  expect(x + k * bounds.x).toBeGreaterThanOrEqual(-1)
  expect(y + k * bounds.y).toBeGreaterThanOrEqual(-1)
  expect(x + k * (bounds.x + bounds.width)).toBeLessThanOrEqual(page.width + 1)
  expect(y + k * (bounds.y + bounds.height)).toBeLessThanOrEqual(page.height + 1)
})
