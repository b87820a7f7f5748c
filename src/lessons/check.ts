import { graphOf } from '../architectures/built'
import { UnknownNetworkError } from '../architectures/index'
import { OptionError } from '../architectures/options'
import { practices } from '../exercises/practice'
import { labOptions, labReadouts } from '../lab/options'
import { labProblems } from '../lab/shared/schema'
import type { Graph } from '../nn/graph'
import { questions, vocabulary } from './attributes'
import { mixed, type StepDescription } from './description'
import { checkFields, unknown } from './kinds'
import { linkProblem } from './links'
import type { Network } from './numbers'
import { asked, checkElement, checkSuiting, checkUseSuiting } from './suits'
import { wordsIn } from './words'

/** A component in a lesson's source, with its attributes as values. */
export interface Use {
  readonly name: string
  readonly line: number
  readonly attributes: Readonly<Record<string, unknown>>
  /** The words that it encloses. */
  readonly text: string
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
  /** What stands in its `<Brief>`, which is not part of the prose. */
  readonly brief: readonly Phrase[]
}

/** What stands beside the steps of a lesson: how a module begins and ends. */
export interface ReadFrame extends ReadStep {
  readonly name: string
  readonly text: string
}

/** Where words or a picture of a lesson lead, as it is written. */
export interface Link {
  readonly to: string
  readonly isPicture: boolean
  readonly line: number
}

export interface ReadLesson {
  readonly id: string
  readonly module: string
  readonly place: number
  readonly title: string
  readonly steps: readonly ReadStep[]
  readonly frames: readonly ReadFrame[]
  readonly links: readonly Link[]
  /** What is wrong with the way it is written. */
  readonly problems: readonly LessonProblem[]
}

/** What is wrong with a lesson, for its author. */
export interface LessonProblem {
  readonly line: number
  readonly message: string
}

/** Names that lessons may use and that other folders own. */
export interface Known {
  readonly images: readonly string[]
  /** Recorded trainings. */
  readonly runs: readonly string[]
  /** Whether the site has a file of this path. */
  readonly hasFile?: (path: string) => boolean
  /** All lessons with the ids of their steps. */
  readonly lessons?: readonly { readonly id: string; readonly steps: readonly string[] }[]
}

/** Everything that would show a reader a hole: unknown names with the nearest ones, and what a slide lacks. */
export function checkLesson(lesson: ReadLesson, known: Known): readonly LessonProblem[] {
  const problems = [...lesson.problems]
  const say = (line: number, message: string) => problems.push({ line, message })
  for (const link of lesson.links) {
    const problem = linkProblem(link, known)
    if (problem !== undefined) say(link.line, problem)
  }
  if (!lesson.title) say(1, 'the lesson begins with its title: # Title')
  if (lesson.steps.length === 0) say(1, 'a lesson needs at least one <Step>')
  const ids = new Set<string>()
  for (const step of lesson.steps) {
    const id = String(step.attributes.id)
    if (ids.has(id)) say(step.line, `there are two steps with the id "${id}"`)
    if (id === mixed.id)
      say(
        step.line,
        `a step cannot have the id "${id}": that is the place of the question that ends a lesson`,
      )
    ids.add(id)
    problems.push(...checkStep(step, known))
  }
  for (const { uses, ...frame } of lesson.frames)
    for (const use of [frame, ...uses]) checkUse(use, undefined, known, (message) => say(use.line, message))
  checkFrames(lesson, say)
  checkMixed(lesson, known, say)
  return problems.toSorted((a, b) => a.line - b.line)
}

/** How a module begins stands before the first slide, and what remained open after the last. */
function checkFrames({ frames, steps }: ReadLesson, say: (line: number, message: string) => void): void {
  for (const name of ['Why', 'Unsolved']) {
    const [first, second] = frames.filter((frame) => frame.name === name)
    if (second) say(second.line, `there are two <${name}>`)
    if (!first || steps.length === 0) continue
    if (name === 'Why' && first.line > steps[0].line)
      say(first.line, '<Why> has to come before the first step')
    if (name === 'Unsolved' && first.line < steps.at(-1)!.line)
      say(first.line, '<Unsolved> has to come after the last step')
  }
}

/** The question that ends a lesson is one, stands at its end and takes what slides teach that there are. */
function checkMixed(
  { frames }: ReadLesson,
  known: Known,
  say: (line: number, message: string) => void,
): void {
  for (const frame of frames.filter(({ name }) => name === 'Mixed')) {
    if (frame !== frames.at(-1)) say(frame.line, '<Mixed> comes only once, at the end of a lesson')
    if (frame.uses.filter(({ name }) => questions.has(name)).length !== 1)
      say(frame.line, '<Mixed> has to ask exactly one question')
    for (const key of String(frame.attributes.of).split(/\s+/)) {
      const problem = linkProblem({ to: `#/course/${key}`, line: frame.line, isPicture: false }, known)
      if (problem !== undefined) say(frame.line, problem)
    }
  }
}

/** A brief is read from the last row while somebody speaks. */
const briefWords = 45

function checkBrief(
  { uses, prose }: Pick<ReadStep, 'uses' | 'prose'>,
  say: (message: string, line?: number) => void,
): void {
  const briefs = uses.filter(({ name }) => name === 'Brief')
  for (const { line, text } of briefs) {
    const words = wordsIn(text)
    if (words === 0) say('<Brief> says nothing', line)
    if (words > briefWords) say(`<Brief> has ${words} words; at most ${briefWords} fit on a wall`, line)
  }
  if (briefs.length > 1) say('a slide has only one <Brief>', briefs[1].line)
  if (briefs.length === 0) say('a slide needs a <Brief> for the room')
  else if (prose.some(({ line, text }) => line < briefs[0].line && text.trim() !== ''))
    say('<Brief> opens its step: nothing comes before it', briefs[0].line)
}

function checkStep(step: ReadStep, known: Known): readonly LessonProblem[] {
  const problems: LessonProblem[] = []
  const say = (message: string, line = step.line) => problems.push({ line, message })
  const given = step.attributes as unknown as StepDescription
  problems.push(
    ...checkAttributes({ name: 'Step', ...step }, known).map((message) => ({ line: step.line, message })),
  )
  const graph = networkFor(given.network, given.options, say)
  if (given.show !== undefined && Object.hasOwn(labOptions, given.show))
    for (const problem of labProblems(labOptions[given.show], given.with ?? {}))
      say(`${given.show}: ${problem}`)
  else if (given.with !== undefined) say('with={{ … }} sets up a lab; name that lab as show="…"')
  if (graph) {
    const opened = Array.isArray(given.expand) ? (given.expand as readonly string[]) : []
    for (const at of [given.focus, ...opened]) if (typeof at === 'string') checkNode(graph, at, say)
  }
  checkSuiting(step, graph, say)
  if (given.kind === undefined) checkTeaching(step, say)
  checkAsked(step.uses, say)
  for (const use of step.uses) {
    if (use.name === 'Step' || use.name === 'Why' || use.name === 'Unsolved' || use.name === 'Mixed') {
      say(`<${use.name}> cannot be inside a <Step>; is a </Step> missing above it?`, use.line)
      continue
    }
    const tell = (message: string) => say(message, use.line)
    // A network that does not exist is said once; what stands on it is looked at when its name is right.
    if (given.network !== undefined && !graph) {
      if (isComponent(use, tell)) checkAttributes(use, known).forEach(tell)
      continue
    }
    checkUse(use, graph, known, tell)
    if (Array.isArray(use.attributes.hides))
      checkHides(use.attributes.hides as readonly unknown[], given, graph, tell)
  }
  return problems
}

/** What a slide has that teaches something; a title or a break needs none of it. */
function checkTeaching(
  { attributes, uses, prose }: ReadStep,
  say: (message: string, line?: number) => void,
): void {
  if (attributes.goal === undefined) say('<Step> needs goal')
  if (!uses.some(({ name }) => questions.has(name)))
    say(`a slide needs a question: one of ${[...questions].map((name) => `<${name}>`).join(', ')}`)
  if (!uses.some(({ name }) => name === 'Notes')) say('a slide needs <Notes> for the lecturer')
  checkBrief({ uses, prose }, say)
}

/** What stands on a component of the vocabulary: nothing unknown, nothing missing, each of its kind. */
function checkAttributes(
  { name, attributes }: Pick<Use, 'name' | 'attributes'>,
  known: Known,
): readonly string[] {
  return checkFields(attributes, vocabulary[name], { of: `<${name}>`, known, word: 'attribute' })
}

/** An exercise is of the kind that its slide practices. */
function checkPractice(
  { of, kind }: Readonly<Record<string, unknown>>,
  say: (message: string) => void,
): void {
  const practice = Object.entries(practices).find(([name]) => name === of)?.[1]
  if (practice && typeof kind === 'string' && practice.kind !== kind)
    say(`<Practice of="${String(of)}"> asks for ${practice.kind}, but its slide practices ${kind}`)
}

/** An answer is kept by the words of its question, so no two questions of a slide begin alike. */
function checkAsked(uses: readonly Use[], say: (message: string, line?: number) => void): void {
  const seen = new Set<string>()
  for (const { name, line, attributes } of uses) {
    if (!questions.has(name)) continue
    const ask = name === 'Practice' ? attributes.of : asked(attributes.ask ?? attributes.text)
    if (typeof ask !== 'string') continue
    const key = `${name === 'Practice' ? name : ''}#${ask.slice(0, 60)}`
    if (seen.has(key)) say(`two questions on the slide begin with "${ask.slice(0, 60)}"`, line)
    seen.add(key)
  }
}

/** Whether it is a component of the vocabulary; what else it should be is said. */
function isComponent({ name }: Use, say: (message: string) => void): boolean {
  if (!/^[A-Z]/.test(name)) checkElement(name, Object.keys(vocabulary), say)
  else if (!Object.hasOwn(vocabulary, name)) say(unknown('component', name, Object.keys(vocabulary)))
  else return true
  return false
}

function checkUse(use: Use, graph: Graph | undefined, known: Known, say: (message: string) => void): void {
  if (!isComponent(use, say)) return
  const { name, attributes } = use
  checkAttributes(use, known).forEach(say)
  const { network, options, at } = attributes
  const own = network === undefined ? graph : networkFor(network, options, say)
  if (typeof at === 'string' && name !== 'Source') {
    if (own) checkNode(own, at, say)
    else if (network === undefined) say(`<${name} at="${at}"> needs a network, its own or the step's`)
  }
  checkUseSuiting(use, own, say)
  if (name === 'Practice') checkPractice(attributes, say)
  if (name === 'Cloze' && typeof attributes.text === 'string' && Array.isArray(attributes.blanks)) {
    const gaps = attributes.text.split('{}').length - 1
    if (gaps !== attributes.blanks.length)
      say(`<Cloze> has ${gaps} gaps {} in its text and ${attributes.blanks.length} blanks`)
  }
}

/** The network of a name; what is wrong with the name itself is told with the other attributes. */
function networkFor(name: unknown, options: unknown, say: (message: string) => void): Graph | undefined {
  if (typeof name !== 'string') return undefined
  try {
    return graphOf(name, (options ?? {}) as Extract<Network, readonly unknown[]>[1])
  } catch (error) {
    if (error instanceof OptionError) say(error.message)
    else if (!(error instanceof UnknownNetworkError)) throw error
    return undefined
  }
}

/** What a question hides is a readout of the slide's lab, or a node of one of its networks. */
function checkHides(
  hides: readonly unknown[],
  { show, beside }: StepDescription,
  graph: Graph | undefined,
  say: (message: string) => void,
): void {
  if (show === undefined && !graph) return say('hides needs a lab or a network in which to hide something')
  if (show !== undefined && !Object.hasOwn(labOptions, show)) return
  for (const name of hides) {
    if (typeof name !== 'string') continue
    if (show !== undefined) {
      const readouts = (Object.hasOwn(labReadouts, show) && labReadouts[show]) || []
      if (!readouts.includes(name)) say(unknown(`readout of ${show}`, name, readouts))
    } else if (beside === undefined || !networkFor(beside, undefined, say)?.has(name))
      checkNode(graph!, name, say)
  }
}

function checkNode(graph: Graph, at: string, say: (message: string) => void): void {
  if (graph.has(at)) return
  const names = [...graph.groups.map(({ id }) => id), ...graph.nodes.map(({ id }) => id)].filter(Boolean)
  say(unknown(`node of ${graph.architecture.title}`, at, names))
}
