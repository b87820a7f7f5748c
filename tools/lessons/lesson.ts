import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { modules, own } from '../../content/course'
import { nearest } from '../../src/architectures/nearest'
import { checkLesson } from '../../src/lessons/check'
import { courseLists } from '../../src/lessons/description'
import { parseArguments, UsageError } from '../arguments'
import { root } from '../packages.mjs'
import { type FileProblem, folderProblems, knownOf, lessonFiles, listed } from './known'
import { readLesson } from './read'
import { skeleton } from './skeleton'
import { syntaxProblem } from './syntax'

export const usage = `Usage: npm run lesson -- new <name> [--module ${own.id}] [--title "…"]
       npm run lesson -- check [name]`

/** Begins a lesson, or tells what is wrong with one, or with all; 1 when it cannot. */
export function main([task, ...args]: readonly string[]): number {
  try {
    if (task === 'new') return begin(args)
    if (task === 'check') return check(args)
    throw new UsageError(usage)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(error.message)
    return 1
  }
}

function begin(args: readonly string[]): number {
  const { name, options } = parseArguments(args, [])
  const { module = own.id, title, ...others } = options
  if (name === undefined || Object.keys(others).length > 0) throw new UsageError(usage)
  const file = fileFor(name, module)
  mkdirSync(dirname(resolve(root, file)), { recursive: true })
  writeFileSync(resolve(root, file), skeleton(title ?? titleOf(name)), { flag: 'wx' })
  console.log(`Wrote ${file}: two slides, to be made your own.

Next:
  npm run dev                       shows it while you write: #/course/${name}
  npm run lesson -- check ${name}   says what is wrong with it, with line and nearest name; so does the build
  npm run build                     makes the site in dist/
Everything that a lesson may say stands in docs/instructors.md.`)
  return 0
}

/** Where a lesson of this name comes to stand: behind the others of its module. */
function fileFor(name: string, module: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  if (name !== plain)
    throw new UsageError(
      `"${name}" is no name for a lesson: it becomes an address, so it has small letters, digits and hyphens` +
        (plain ? `, such as ${plain}.` : '.'),
    )
  if (courseLists.some((list) => list === name))
    throw new UsageError(`"${name}" is the address of a list of the course; give the lesson another name.`)
  const folders = [...modules, own].map(({ id }) => id)
  if (!folders.includes(module)) {
    const [near] = nearest(module, folders)
    throw new UsageError(
      `There is no module "${module}"${near ? `; did you mean ${near}?` : '.'} There are ${[...modules, own]
        .map(({ id, title }) => `${id} (${title})`)
        .join(', ')}.`,
    )
  }
  const lessons = lessonFiles(root)
  const same = lessons.find(({ id }) => id === name)
  if (same) throw new UsageError(`There is a lesson "${name}" already: ${same.file}. Nothing was written.`)
  const last = Math.max(0, ...lessons.filter((each) => each.module === module).map(({ place }) => place))
  return `content/${module}/${last + 1}-${name}.mdx`
}

const titleOf = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')

function check(args: readonly string[]): number {
  const { name, options } = parseArguments(args, [])
  if (Object.keys(options).length > 0) throw new UsageError(usage)
  const lessons = lessonFiles(root)
  const ids = lessons.map(({ id }) => id)
  if (name !== undefined && !ids.includes(name)) {
    const [near] = nearest(name, ids)
    throw new UsageError(`There is no lesson "${name}"${near ? `; did you mean ${near}?` : '.'}`)
  }
  const chosen = lessons.filter(({ id }) => name === undefined || id === name)
  const problems = [
    ...folderProblems(root).filter(
      ({ file }) => name === undefined || chosen.some((each) => each.file === file),
    ),
    ...chosen.flatMap(({ file }) => problemsIn(file)),
  ]
  if (problems.length > 0) console.error(listed(problems))
  else console.log(name === undefined ? `${chosen.length} lessons: nothing is wrong.` : 'Nothing is wrong.')
  return problems.length > 0 ? 1 : 0
}

function problemsIn(file: string): readonly FileProblem[] {
  const path = resolve(root, file)
  try {
    const lesson = readLesson(path, existsSync(path) ? readFileSync(path, 'utf8') : '')
    return checkLesson(lesson, knownOf(root)).map((problem) => ({ file, ...problem }))
  } catch (error) {
    return [{ file, ...syntaxProblem(error) }]
  }
}
