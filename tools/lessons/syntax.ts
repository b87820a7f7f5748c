import katex from 'katex'
import type { LessonProblem } from '../../src/lessons/check'

/** What of a node of MDX's tree tells how it is written. */
interface Written {
  readonly type: string
  readonly name?: string | null
  readonly value?: unknown
  readonly depth?: number
  readonly position?: { readonly start: { readonly line: number }; readonly end: { readonly line: number } }
}

/** What stands beside the steps of a lesson. */
const frames = ['Why', 'Unsolved', 'Mixed']
/** A remark of the author, or a text such as a space that must stay. */
const harmless = /^(\s*(\/\*[\s\S]*\*\/\s*)*|'[^']*'|"[^"]*")$/

/** What MDX would take and a reader would see as a hole: code that nobody runs, a formula that cannot be set. */
export function strange({ type, value }: Written): string | undefined {
  const code = String(value ?? '').trim()
  const begins = code.length > 40 ? `${code.slice(0, 40)}…` : code
  switch (type) {
    case 'mdxjsEsm':
      return `a lesson has no code of its own: leave "${begins}" out`
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return harmless.test(code)
        ? undefined
        : `{${begins}} is not computed here; write a number as <Count value={(n) => …} />, a brace as \\{`
    case 'inlineMath':
    case 'math':
      return unset(code)
  }
}

/** What stands at the top of a lesson where nothing but its title, its steps and what begins and ends a module does. */
export function misplaced({ type, name, depth }: Written, isFirst: boolean): string | undefined {
  if (name === 'Step' || (name && frames.includes(name))) return undefined
  if (type === 'heading' && depth === 1) return isFirst ? undefined : 'a lesson begins with its one # Title'
  // What they are is told by `strange`.
  if (type === 'mdxFlowExpression' || type === 'mdxjsEsm') return undefined
  return `${name ? `<${name}>` : 'this text'} stands outside of any <Step>, so no slide shows it`
}

/** What stands in the middle of a sentence. */
const within = ['Count', 'Shape', 'Sum', 'Ref', 'Quote', 'Source', 'Term']

/** A sentence of which one word has a line for itself, which MDX takes for a paragraph of its own. */
export function torn(
  { type, name, position }: Written,
  before: Written | undefined,
  after: Written | undefined,
): string | undefined {
  if (type !== 'mdxJsxFlowElement' || !name || !within.includes(name) || !position) return undefined
  const follows = before?.type === 'paragraph' && before.position?.end.line === position.start.line - 1
  const goesOn = after?.type === 'paragraph' && after.position?.start.line === position.end.line + 1
  return follows || goesOn
    ? `<${name}> has a line for itself and so is a paragraph of its own; write it behind a word of its sentence`
    : undefined
}

/** Why a formula cannot be set, in a sentence. */
function unset(formula: string): string | undefined {
  try {
    katex.renderToString(formula, { strict: 'ignore' })
    return undefined
  } catch (error) {
    const [why] = String((error as Error).message)
      .replace(/^KaTeX parse error: /, '')
      .split(/ at position \d+/)
    return `the formula $${formula}$ cannot be set: ${why}`
  }
}

/** An author's mistake that ends the reading of a file, with its line. */
export class LessonSyntaxError extends Error {
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`line ${line}: ${reason}`)
  }
}

/** What ended the reading of a lesson, as a problem of its author; anything else is thrown on. */
export function syntaxProblem(error: unknown): LessonProblem {
  const { line, place, reason } = error as {
    readonly line?: number
    readonly place?: { readonly line?: number }
    readonly reason?: string
  }
  if (reason === undefined) throw error
  return { line: line ?? place?.line ?? 1, message: reason }
}
