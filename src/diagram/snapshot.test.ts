import { describe, expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { arrange } from './arrange'
import { layout } from './layout'
import { paintScene } from './paint'
import { makePalette } from './palette'
import { recorder } from './recorder.fixture'
import { besideOf, isReadable, lineOf, pageOf, sheetOf, type Sheet, type Snapshot, svgOf } from './snapshot'

const palette = makePalette((name) => (name === 'bg' ? '#fcfbf7' : '#1b1b22'), 'sans-serif')
const caption = { title: 'A network', source: 'https://example.org/' }
const slide = { width: 1920, height: 1080, text: 18 }

function shotOf(id: string, open: 'all' | 'none' = 'none'): Snapshot {
  const graph = build(resolve(id).architecture)
  const expanded = new Set(open === 'all' ? graph.groups.map((group) => group.id) : [])
  const relaid: Snapshot['relaid'] = (page, text = 12) => {
    if (page === 'line') return layout(graph, { expanded, text, direction: 'right' })
    const { line, direction, reading } = arrange(graph, { expanded, text }, page, { everything: true })!
    return layout(graph, { expanded, text, line, direction, reading })
  }
  const scene = relaid({ width: 895, height: 464 })
  return { scene, look: { selected: null, hovered: null }, palette, visible: scene.bounds, zoom: 0.5, relaid }
}

/** The sizes of what is written on a sheet, in its pixels, and how many words its scene has. */
function sizesOn({ pictures: [{ shot, part, zoom }] }: Sheet) {
  const { painter, written } = recorder()
  paintScene(painter, shot.scene, { look: shot.look, palette, visible: part, zoom })
  return written.map(({ size }) => size * zoom)
}

function holdsAll({ pictures: [{ shot, part, zoom }], width, height }: Sheet): boolean {
  const { scene } = shot
  const { bounds } = scene
  const slack = 0.01
  return (
    part.x <= bounds.x + slack &&
    part.y <= bounds.y + slack &&
    part.x + part.width >= bounds.x + bounds.width - slack &&
    part.y + part.height >= bounds.y + bounds.height - slack &&
    width >= part.width * zoom - slack &&
    height >= part.height * zoom
  )
}

describe.each([
  ['resnet18', 'none'],
  ['googlenet', 'none'],
  ['inception-3a', 'all'],
  ['residual-block', 'all'],
] as const)('%s, open: %s', (id, open) => {
  it('fills a slide of 1920×1080 with every word in the size of a lecture hall or more', () => {
    const sheet = pageOf(shotOf(id, open), slide, caption)
    expect([sheet.width, sheet.height]).toEqual([1920, 1080])
    expect(holdsAll(sheet)).toBe(true)
    expect(isReadable(sheet)).toBe(true)
    const sizes = sizesOn(sheet)
    expect(sizes.length).toBeGreaterThan(5)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(17.99)
  })
})

it('holds all of the largest network, however it is laid out', () => {
  const shot = shotOf('resnet152', 'all')
  const sheets = [sheetOf(shot, 'all', caption), lineOf(shot, caption), pageOf(shot, slide, caption)]
  expect(sheets.map(holdsAll)).toEqual([true, true, true])
  // On one line: no ribbon goes back to begin another.
  expect(sheets[1].pictures[0].shot.scene.ribbons.some(({ kind }) => kind === 'wrap')).toBe(false)
  expect(sheets[1].width).toBeGreaterThan(10 * sheets[1].height)
  expect(isReadable(sheets[2])).toBe(false)
})

it('is at the size at which it is read where all of it is saved as it is', () => {
  const sheet = sheetOf(shotOf('resnet18'), 'all', caption)
  expect(isReadable(sheet)).toBe(true)
  expect(Math.min(...sizesOn(sheet))).toBeGreaterThanOrEqual(11.99)
})

it('has two networks side by side with their names, to one scale, each whole', () => {
  const shots = ['cifar-plain20', 'cifar-resnet20'].map((name) => ({ shot: shotOf(name), name }))
  const sheet = besideOf(shots, 'all', caption)
  const [left, right] = sheet.pictures
  expect(right.zoom).toBe(left.zoom)
  expect(left.x + left.part.width * left.zoom).toBeLessThanOrEqual(right.x)
  expect(right.x + right.part.width * right.zoom).toBeLessThanOrEqual(sheet.width)
  for (const { part, zoom, y, shot } of sheet.pictures) {
    expect(part).toEqual(shot.scene.bounds)
    expect(y).toBeGreaterThan(12)
    expect(y + part.height * zoom).toBeLessThan(sheet.height)
  }
  const file = svgOf(
    sheet,
    'serif',
    () => 10,
    () => '',
  )
  for (const { name } of shots) expect(file).toContain(`>${name}</text>`)
  const ids = [...file.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
