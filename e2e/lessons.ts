import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { modules } from '../content/course'
import { readLesson } from '../tools/lessons/read'

const content = resolve(import.meta.dirname, '../content')

const folders = readdirSync(content)

/** The lessons in the order of the course, read from their files. */
export const lessons = modules.flatMap(({ id }) =>
  (folders.includes(id) ? readdirSync(resolve(content, id)) : [])
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => resolve(content, id, name))
    .map((path) => readLesson(path, readFileSync(path, 'utf8')))
    .sort((a, b) => a.place - b.place),
)

/** Another third of a list each day; all of it in `npm test -- all`. */
export function thirdOf<T>(list: readonly T[]): readonly T[] {
  const day = Math.floor(Date.now() / 86_400_000)
  return process.env.LAYERWISE_ALL ? list : list.filter((_, i) => (i + day) % 3 === 0)
}
