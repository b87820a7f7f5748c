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
