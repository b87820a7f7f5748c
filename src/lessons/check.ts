import { slips } from '../../content/slips/index'
import { graphOf } from '../architectures/built'
import { families, presets, UnknownNetworkError } from '../architectures/index'
import { nearest } from '../architectures/nearest'
import { OptionError } from '../architectures/options'
import type { Graph } from '../nn/graph'
import { ops } from '../nn/ops'
import { quantityIds } from '../nn/quantities'
import { lectureSlides, slidesOf, type StepDescription, stepAttributes } from './description'
import { type Network, numbers } from './numbers'
import { questions, vocabulary } from './words'

/** A component in a lesson's source, with its attributes as values. */
export interface Use {
  readonly name: string
  readonly line: number
  readonly attributes: Readonly<Record<string, unknown>>
}

/** Text that a reader reads. */
export interface Phrase {
  readonly text: string
  readonly line: number
}

export interface ReadStep {
  readonly line: number
  readonly attributes: Readonly<Record<string, unknown>>
  readonly uses: readonly Use[]
  readonly prose: readonly Phrase[]
}

export interface ReadLesson {
  readonly id: string
  readonly module: string
  readonly place: number
  readonly title: string
  readonly steps: readonly ReadStep[]
}

/** What is wrong with a lesson, for its author. */
export interface LessonProblem {
  readonly line: number
  readonly message: string
}

/** Names that lessons may use and that other folders own. */
export interface Known {
  readonly labs: readonly string[]
  readonly images: readonly string[]
}

const colours: readonly string[] = ['path', 'family', ...quantityIds]

/** Everything that would show a reader a hole: unknown names with the nearest ones, and what a slide lacks. */
export function checkLesson(lesson: ReadLesson, known: Known): readonly LessonProblem[] {
  const problems: LessonProblem[] = []
  const say = (line: number, message: string) => problems.push({ line, message })
  if (!lesson.title) say(1, 'the lesson begins with its title: # Title')
  if (lesson.steps.length === 0) say(1, 'a lesson has at least one <Step>')
  const ids = new Set<string>()
  for (const step of lesson.steps) {
    const id = String(step.attributes.id)
    if (ids.has(id)) say(step.line, `there are two steps with the id "${id}"`)
    ids.add(id)
    problems.push(...checkStep(step, known))
  }
  return problems
}

function checkStep(step: ReadStep, known: Known): readonly LessonProblem[] {
  const problems: LessonProblem[] = []
  const say = (message: string, line = step.line) => problems.push({ line, message })
  const given = step.attributes as unknown as StepDescription
  for (const name of Object.keys(step.attributes))
    if (!(name in stepAttributes)) say(unknown('attribute of <Step>', name, Object.keys(stepAttributes)))
  for (const [name, need] of Object.entries(stepAttributes))
    if (need === 'needed' && !(name in step.attributes)) say(`<Step> needs ${name}="…"`)
  if (slidesOf(given).some((slide) => !(slide >= 1 && slide <= lectureSlides)))
    say(`slides="${given.slides}" names a slide that the lecture has not: they are S1 to S${lectureSlides}`)
  const teachable = [...Object.keys(ops), ...families.map(({ id }) => id)]
  for (const name of (given.teaches ?? '').split(/\s+/).filter(Boolean))
    if (!teachable.includes(name)) say(unknown('op or family', name, teachable))
  if (given.show !== undefined && !known.labs.includes(given.show))
    say(unknown('lab', given.show, known.labs))
  if (given.image !== undefined && !known.images.includes(given.image))
    say(unknown('image', given.image, known.images))
  const graph = given.network === undefined ? undefined : networkFor(given.network, given.options, say)
  if (given.beside !== undefined) networkFor(given.beside, {}, say)
  if (given.colour !== undefined && !colours.includes(given.colour))
    say(unknown('colouring', given.colour, colours))
  if (graph) {
    const opened = Array.isArray(given.expand) ? (given.expand as readonly string[]) : []
    for (const at of [given.focus, ...opened]) if (at !== undefined) checkNode(graph, at, say)
  } else if (given.focus !== undefined) say('focus needs a network')
  if (!step.uses.some(({ name }) => questions.has(name)))
    say(`a slide asks something: one of ${[...questions].map((name) => `<${name}>`).join(', ')}`)
  if (!step.uses.some(({ name }) => name === 'Notes')) say('a slide has <Notes> for the lecturer')
  for (const use of step.uses) checkUse(use, graph, (message) => say(message, use.line))
  return problems
}

function checkUse(use: Use, graph: Graph | undefined, say: (message: string) => void): void {
  if (!/^[A-Z]/.test(use.name)) return
  if (!vocabulary.includes(use.name)) return say(unknown('component', use.name, vocabulary))
  if (use.name === 'Slip' && !slips.some(({ e }) => e === use.attributes.e))
    say(`there is no slip ${String(use.attributes.e)} in content/slips`)
  const { network, options, at, ...rest } = use.attributes
  const own = typeof network === 'string' ? networkFor(network, options, say) : graph
  if (typeof at === 'string' && use.name !== 'Source') {
    if (own) checkNode(own, at, say)
    else say(`<${use.name} at="${at}"> needs a network, its own or the step's`)
  }
  for (const [name, value] of Object.entries(rest)) checkFunctions(value, `${name} of <${use.name}>`, say)
}

/** Functions that lessons hand over are asked once with the real networks. */
function checkFunctions(value: unknown, what: string, say: (message: string) => void): void {
  if (typeof value === 'function') {
    try {
      const result: unknown = value(numbers)
      const fine = typeof result === 'string' || (typeof result === 'number' && Number.isFinite(result))
      if (!fine) say(`${what} gives ${String(result)}, neither a number nor a text`)
    } catch (error) {
      say(`${what}: ${error instanceof Error ? error.message : String(error)}`)
    }
  } else if (value !== null && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) checkFunctions(part, `${key} in ${what}`, say)
}

function networkFor(name: string, options: unknown, say: (message: string) => void): Graph | undefined {
  try {
    return graphOf(name, (options ?? {}) as Extract<Network, readonly unknown[]>[1])
  } catch (error) {
    if (error instanceof UnknownNetworkError)
      say(unknown('network', name, [...presets.map(({ id }) => id), ...families.map(({ id }) => id)]))
    else if (error instanceof OptionError) say(error.message)
    else throw error
    return undefined
  }
}

function checkNode(graph: Graph, at: string, say: (message: string) => void): void {
  if (graph.has(at)) return
  const names = [...graph.groups.map(({ id }) => id), ...graph.nodes.map(({ id }) => id)].filter(Boolean)
  say(unknown(`node of ${graph.architecture.title}`, at, names))
}

function unknown(kind: string, name: string, names: readonly string[]): string {
  const near = nearest(name, names)
  return `there is no ${kind} "${name}"${near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''}`
}
