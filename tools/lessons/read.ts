import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { Phrase, ReadFrame, ReadLesson, ReadStep, Use } from '../../src/lessons/check'

interface Node {
  readonly type: string
  readonly name?: string | null
  readonly value?: unknown
  readonly depth?: number
  readonly attributes?: readonly Attribute[]
  readonly children?: readonly Node[]
  readonly position?: { readonly start: { readonly line: number } }
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
  for (const node of tree.children ?? []) {
    if (node.name === 'Step') steps.push(readStep(node))
    else if (node.name && node.type.startsWith('mdxJsx')) frames.push({ name: node.name, ...readStep(node) })
  }
  return { id, module, place: Number(place), title: heading ? textOf(heading) : '', steps, frames }
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
      uses.push({ name: node.name, line: lineOf(node), attributes: attributesOf(node), text: textOf(node) })
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
  return Object.fromEntries(
    attributes.map(({ name, value }) => {
      if (!name)
        throw new Error(`line ${lineOf(node)}: {...spread} cannot be checked; write the attributes out`)
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
    throw new Error(`line ${line}: the value of "${name}" is neither data nor a function: ${String(error)}`, {
      cause: error,
    })
  }
}

function lineOf({ position }: Pick<Node, 'position'>): number {
  return position?.start.line ?? 0
}

/** The words that a node encloses; what is computed stands as one digit. */
function textOf(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineMath') return String(node.value)
  if (node.type === 'mdxJsxTextElement' && !node.children?.length) return '0'
  return (node.children ?? []).map(textOf).join('')
}
