import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { compile } from '@mdx-js/mdx'
import rehypeKatex from 'rehype-katex'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import type { Plugin } from 'vite'
import type { LessonProblem, ReadLesson, ReadStep } from '../../src/lessons/check'
import type { LessonSource, OutlinedStep } from '../../src/lessons/description'
import { wordsIn } from '../../src/lessons/words.ts'
import { fileOf, type FileProblem, folderProblems, knownOf, listed } from './known.ts'
import { siteModules } from '../siteModules.ts'
import { readLesson } from './read.ts'
import { syntaxProblem } from './syntax.ts'
import { markTerms } from './terms.ts'

const outline = '?outline'
const virtual = '\0lesson-outline:'

/**
 * Lessons in MDX. `lesson.mdx` is a component; `lesson.mdx?outline` is its steps without prose, so that the index of
 * the course costs no lesson. What a lesson names and nobody has fails the build, with file, line and the nearest name.
 */
export function lessons(root: string): Plugin[] {
  const check = async () => (await siteModules(root)).check.checkLesson
  /** The lesson, or everything that is wrong with it. */
  const read = async (path: string): Promise<ReadLesson | readonly FileProblem[]> => {
    const told = (problems: readonly LessonProblem[]) =>
      problems.map((problem) => ({ file: fileOf(root, path), ...problem }))
    try {
      const lesson = readLesson(path, readFileSync(path, 'utf8'))
      const problems = (await check())(lesson, knownOf(root))
      return problems.length > 0 ? told(problems) : lesson
    } catch (error) {
      return told([syntaxProblem(error)])
    }
  }
  return [
    {
      name: 'layerwise:lesson-outlines',
      enforce: 'pre',
      buildStart() {
        const problems = folderProblems(root)
        if (problems.length > 0) this.error(listed(problems))
      },
      // An id of its own, or what reads MDX would take the outline for a lesson.
      resolveId(source, importer) {
        if (!source.endsWith(`.mdx${outline}`)) return undefined
        const path = source.slice(0, -outline.length)
        return (
          virtual +
          (path.startsWith('/content/') ? resolve(root, `.${path}`) : resolve(importer ?? root, '..', path))
        )
      },
      async load(id) {
        if (!id.startsWith(virtual)) return undefined
        const path = id.slice(virtual.length)
        this.addWatchFile(path)
        const lesson = await read(path)
        if (!('steps' in lesson)) this.error(listed(lesson))
        return `export default ${JSON.stringify(outlineOf(lesson))}`
      },
    },
    {
      name: 'layerwise:lessons',
      enforce: 'pre',
      async transform(source, id) {
        if (id.startsWith(virtual) || !id.split('?')[0].endsWith('.mdx')) return undefined
        try {
          const { value } = await compile(
            { path: id, value: source },
            { remarkPlugins: [remarkGfm, remarkMath, markTerms], rehypePlugins: [rehypeKatex] },
          )
          return { code: String(value), map: null }
        } catch (error) {
          this.error(listed([{ file: fileOf(root, id), ...syntaxProblem(error) }]))
        }
      },
    },
  ]
}

/** What asks the reader something. */
const questions = new Set(['Predict', 'Choice', 'Order', 'Cloze', 'Practice'])

function outlineOf({ id, module, place, title, steps, frames }: ReadLesson): LessonSource {
  return {
    id,
    module,
    place,
    title,
    steps: steps.map(outlinedStep),
    words: [...steps, ...frames]
      .flatMap(({ prose }) => prose)
      .reduce((sum, { text }) => sum + wordsIn(text), 0),
    questions: [...steps, ...frames].flatMap(({ uses }) => uses).filter(({ name }) => questions.has(name))
      .length,
  }
}

/** A slide as its author wrote it, and what its questions hide; why an answer may be seen concerns nobody who reads it. */
function outlinedStep({ attributes, uses }: ReadStep): OutlinedStep {
  const { seen: _, ...step } = attributes as unknown as OutlinedStep
  const hides = uses.flatMap(({ attributes }) => (attributes.hides ?? []) as readonly string[])
  return hides.length > 0 ? { ...step, hides: [...new Set(hides)] } : step
}
