import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { lessonPictures, modules, own } from '../../content/course.ts'
import { needs } from '../../content/needs.ts'
import { lecture90, saidTwice } from '../../content/orders.ts'
import { nearest } from '../../src/architectures/nearest.ts'
import type { Known, LessonProblem } from '../../src/lessons/check'
import { courseLists } from '../../src/lessons/description.ts'

/** A lesson's file by its name alone: `content/m1/2-one-by-one.mdx`. */
interface LessonFile {
  /** From the root of the project, with slashes. */
  readonly file: string
  readonly module: string
  readonly place: number
  readonly id: string
  readonly steps: readonly string[]
}

/** A problem of an author in one of several files. */
export type FileProblem = LessonProblem & { readonly file: string }

/** Folders that lessons may stand in; `talk` has the titles and breaks of talks. */
export const lessonFolders: readonly string[] = [...modules.map(({ id }) => id), own.id, 'talk']

/** What lessons may name and other folders own. */
export function knownOf(root: string): Known {
  return {
    images: ['.svg', '.jpg'].flatMap((type) => namesIn(resolve(root, 'public/images'), type)),
    runs: namesIn(resolve(root, 'public/runs'), '.json'),
    hasFile: (path) => isFile(resolve(root, 'public', path)),
    lessons: lessonFiles(root),
  }
}

/** All lessons, with the ids of their steps. */
export function lessonFiles(root: string): readonly LessonFile[] {
  return filesIn(root).flatMap((file) => {
    const [, module, place, id] = named.exec(file) ?? []
    if (id === undefined) return []
    const steps = [...readFileSync(resolve(root, file), 'utf8').matchAll(/<Step\b[^>]*?\sid="([^"]*)"/g)]
    return [{ file, module, place: Number(place), id, steps: steps.map(([, step]) => step) }]
  })
}

const named = /^content\/([^/]+)\/(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/

function filesIn(root: string): readonly string[] {
  return readdirSync(resolve(root, 'content'), { recursive: true, encoding: 'utf8' })
    .map((file) => `content/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.mdx?$/i.test(file) && file !== 'content/STYLE.md')
    .sort()
}

/** What is wrong with the names and places of lessons, and with the lists of `content` that name some. */
export function folderProblems(root: string): readonly FileProblem[] {
  const lessons = lessonFiles(root)
  return [...filesIn(root).flatMap((file) => nameProblems(file, lessons)), ...listProblems(root, lessons)]
}

function nameProblems(file: string, lessons: readonly LessonFile[]): readonly FileProblem[] {
  const problem = (message: string) => [{ file, line: 1, message }]
  const lesson = lessons.find((each) => each.file === file)
  if (!lesson)
    return problem(
      'nobody reads it: a lesson is named content/<module>/<number>-<name>.mdx, with small letters',
    )
  const { id, module, place } = lesson
  if (!lessonFolders.includes(module)) return problem(unknown('module', module, lessonFolders))
  if (courseLists.some((list) => list === id))
    return problem(`"${id}" is the address of a list of the course; give the lesson another name`)
  const others = lessons.filter((each) => each.file < file)
  const same = others.find((each) => each.id === id)
  if (same) return problem(`${same.file} has the same name, so both would have one address`)
  const beside = others.find((each) => each.module === module && each.place === place)
  return beside ? problem(`${beside.file} has the same number, so nobody knows which comes first`) : []
}

function listProblems(root: string, lessons: readonly LessonFile[]): readonly FileProblem[] {
  const ids = lessons.map(({ id }) => id)
  const slides = lessons.flatMap(({ id, steps }) => steps.map((step) => `${id}/${step}`))
  const lists = [
    { file: 'content/orders.ts', names: [...saidTwice, ...lecture90.map(({ slide }) => slide)], of: slides },
    { file: 'content/needs.ts', names: Object.entries(needs).flat(2), of: [...slides, ...ids] },
    { file: 'content/course.ts', names: Object.keys(lessonPictures), of: ids },
  ]
  return lists.flatMap(({ file, names, of }) =>
    [...new Set(names)]
      .filter((name) => !of.includes(name))
      .map((name) => ({
        file,
        line: lineOf(readFileSync(resolve(root, file), 'utf8'), name),
        message: unknown(of === ids ? 'lesson' : 'slide', name, of),
      })),
  )
}

function lineOf(text: string, name: string): number {
  const at = text.search(new RegExp(`(?<![\\w/-])${name}(?![\\w/-])`))
  return text.slice(0, Math.max(0, at)).split('\n').length
}

function unknown(kind: string, name: string, names: readonly string[]): string {
  const near = nearest(name, names)
  const meant = near.length > 0 ? `did you mean ${near.join(', ')}?` : undefined
  return `there is no ${kind} "${name}"${meant ? `; ${meant}` : names.length < 15 ? `; there are ${names.join(', ')}` : ''}`
}

function namesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}

/** `content/m1/2-one-by-one.mdx:7: there is no …`, one a line. */
export function listed(problems: readonly FileProblem[]): string {
  return problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n')
}

/** A path below the root as problems name it. */
export const fileOf = (root: string, path: string): string => relative(root, path).replaceAll('\\', '/')
