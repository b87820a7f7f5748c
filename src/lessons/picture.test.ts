import { expect, it } from 'vitest'
import { lessonPictures, modules } from '../../content/course'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import type { Group } from '../nn/graph'
import { lessons } from './course'
import { pictureOf } from './picture'

const pictures = lessons.map((lesson) => ({ id: lesson.id, ...pictureOf(lesson) }))

it('every lesson and every module has a picture of a network that exists, and of groups that it has', () => {
  for (const { network, open } of [...pictures, ...modules.map(({ picture }) => picture)]) {
    const graph = build(resolve(network).architecture)
    for (const id of open === 'all' ? [] : open) expect(graph.has(id), `${network}: ${id}`).toBe('group')
  }
})

it('no two lessons have the same picture', () => {
  const said = pictures.map(({ network, open }) => `${network} ${String(open)}`)
  expect(said.filter((each, i) => said.indexOf(each) !== i)).toEqual([])
})

/** What a picture looks like from afar: its boxes in order, without names and numbers, equal neighbours as one. */
function lookOf({ network, open }: (typeof pictures)[number]): string {
  const graph = build(resolve(network).architecture)
  // Paths and the network have no boxes of their own.
  const isOpen = ({ id, level }: Group) =>
    open === 'all' || open.includes(id) || level === 'path' || level === 'network'
  const boxes = graph.nodes.map((node) => {
    const closed = graph.groups.find((group) => !isOpen(group) && group.nodes.includes(node.id))
    return closed ? closed.level : node.op
  })
  return boxes.filter((box, i) => box !== boxes[i - 1]).join()
}

it('no two lessons have pictures that look alike from afar', () => {
  const byLook = new Map<string, string[]>()
  for (const picture of pictures) {
    const look = lookOf(picture)
    byLook.set(look, [...(byLook.get(look) ?? []), picture.id])
  }
  expect([...byLook.values()].filter(({ length }) => length > 1)).toEqual([])
})

it('no picture is given to a lesson that does not exist', () => {
  expect(Object.keys(lessonPictures).filter((id) => !lessons.some((lesson) => lesson.id === id))).toEqual([])
})
