import { expect, it } from 'vitest'
import { lessonPictures, modules } from '../../content/course'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
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

it('no picture is given to a lesson that does not exist', () => {
  expect(Object.keys(lessonPictures).filter((id) => !lessons.some((lesson) => lesson.id === id))).toEqual([])
})
