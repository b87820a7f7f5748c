import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type {
  LessonProblem,
  Link,
  Phrase,
  ReadFrame,
  ReadLesson,
  ReadStep,
  Use,
} from '../../src/lessons/check'
import { LessonSyntaxError, misplaced, strange, torn } from './syntax.ts'

interface Node {
  readonly type: string
  readonly name?: string | null
  readonly value?: unknown
  readonly depth?: number
  readonly url?: string
  readonly attributes?: readonly Attribute[]
  readonly children?: readonly Node[]
  readonly position?: { readonly start: { readonly line: number }; readonly end: { readonly line: number } }
}

interface Attribute {
  readonly type: string
  readonly name?: string
  readonly value?: null | string | { readonly value: string }
}

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath)

/** Where numbers are quoted, computed or said by the lecturer, and so may be typed. */
const quoting = new Set(['Quote', 'Notes', 'Source'])

/** A lesson's file as data: its steps with what stands in them, and every line number. Throws on broken MDX. */
export function readLesson(path: string, text: string): ReadLesson {
  const [, module, place, id] = /([^/]+)\/(\d+)-([^/]+)\.mdx$/.exec(path) ?? []
  if (!id)
    throw new Error(`${path}: a lesson is named module/number-name.mdx, such as m1/1-mixed-kernels.mdx`)
  const tree = parser.parse(text) as unknown as Node
  const heading = tree.children?.find((node) => node.type === 'heading' && node.depth === 1)
  const steps: ReadStep[] = []
  const frames: ReadFrame[] = []
  const problems: LessonProblem[] = []
  const note = (node: Node, message: string | undefined) =>
    message !== undefined && problems.push({ line: lineOf(node), message })
  const links: Link[] = []
  for (const node of tree.children ?? []) {
    note(node, misplaced(node, node === heading))
    if (node.name === 'Step') steps.push(readStep(node))
    else if (node.name && node.type.startsWith('mdxJsx'))
      frames.push({ name: node.name, text: textOf(node), ...readStep(node) })
  }
  visit(tree as never, (node: Node, index?: number, parent?: Node) => {
    note(node, strange(node))
    const [before, after] = [-1, 1].map((by) => parent?.children?.[(index ?? 0) + by])
    note(node, torn(node, before, after))
    if (node.url !== undefined)
      links.push({ to: node.url, isPicture: node.type === 'image', line: lineOf(node) })
  })
  return {
    id,
    module,
    place: Number(place),
    title: heading ? textOf(heading) : '',
    steps,
    frames,
    links,
    problems,
  }
}

function readStep(step: Node): ReadStep {
  const uses: Use[] = []
  const prose: Phrase[] = []
  const brief: Phrase[] = []
  const read = (within: Node, words: Phrase[]) =>
    visit(within as never, (node: Node) => {
      if (node === within) return
      if (node.type === 'text') words.push({ text: String(node.value), line: lineOf(node) })
      if (!node.type.startsWith('mdxJsx') || !node.name) return
      uses.push({ name: node.name, line: lineOf(node), attributes: attributesOf(node), text: wordsOf(node) })
      if (quoting.has(node.name)) return SKIP
      if (node.name === 'Brief') {
        read(node, brief)
        return SKIP
      }
    })
  read(step, prose)
  return { line: lineOf(step), attributes: attributesOf(step), uses, prose, brief }
}

/** The values of attributes: text, data, or functions that are asked for a number later. */
function attributesOf({ attributes = [], ...node }: Node): Readonly<Record<string, unknown>> {
  const names = attributes.map(({ name }) => name)
  const twice = names.find((name, i) => name !== undefined && names.indexOf(name) !== i)
  if (twice !== undefined) throw new LessonSyntaxError(lineOf(node as Node), `"${twice}" stands twice`)
  return Object.fromEntries(
    attributes.map(({ name, value }) => {
      if (!name)
        throw new LessonSyntaxError(
          lineOf(node as Node),
          '{...spread} cannot be checked; write the attributes out',
        )
      if (value === null || value === undefined) return [name, true]
      return [name, typeof value === 'string' ? value : evaluated(value.value, name, lineOf(node))]
    }),
  )
}

function evaluated(code: string, name: string, line: number): unknown {
  try {
    // The lesson's own source, at build time, as MDX itself would run it.
    return new Function(`return (${code})`)()
  } catch (error) {
    throw new LessonSyntaxError(
      line,
      `the value of "${name}" is neither data nor a function: ${String(error)}`,
    )
  }
}

function lineOf({ position }: Pick<Node, 'position'>): number {
  return position?.start.line ?? 0
}

/** The words that stand in a node. */
function wordsOf({ children = [] }: Node): string {
  return children.map(textOf).join('')
}

/** The words of a node; what is computed stands as one digit. */
function textOf(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineMath' || node.type === 'math') return String(node.value)
  if (node.type === 'mdxJsxTextElement' && !node.children?.length) return '0'
  return wordsOf(node)
}
