import { families, presets } from '../architectures/index'
import { graphOf } from '../architectures/built'
import type { Graph } from '../nn/graph'
import { kindOf } from './about'
import { questions } from './attributes'
import type { ReadStep, Use } from './check'
import { partsOf, type StepDescription } from './description'
import { unknown } from './kinds'
import { type Network, numbers } from './numbers'

type Say = (message: string) => void

/** What a slide says of a picture; nobody sees it where there is none. */
const ofPicture = ['focus', 'expand', 'colour', 'scale', 'links', 'beside', 'table'] as const

/** Attributes of a slide that are right by themselves and do nothing beside the others. */
export function checkSuiting({ attributes, uses }: ReadStep, graph: Graph | undefined, say: Say): void {
  const step = attributes as unknown as StepDescription
  const { id, network, show, beside, options } = step
  if (typeof id === 'string' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    say(`id of <Step> is "${id}"; an address has lowercase letters, digits and hyphens`)
  for (const name of ofPicture) {
    if (step[name] === undefined) continue
    if (show !== undefined) say(`${name} cannot be seen where a lab is shown`)
    else if (network === undefined) say(`${name} needs a network`)
  }
  for (const name of ['image', 'options'] as const)
    if (step[name] !== undefined && network === undefined && show === undefined)
      say(`${name} needs a network`)
  if (beside !== undefined && beside === network && options === undefined)
    say(`beside is "${beside}", the network itself`)
  checkReveal(step, uses, say)
  for (const part of String(step.teaches ?? '').split(/\s+/))
    if (part.includes('/')) checkPart(part, graph, say)
}

function checkReveal(step: StepDescription, uses: readonly Use[], say: Say): void {
  if (typeof step.reveal !== 'string') return
  const parts = partsOf(step)
  if (new Set(parts).size < parts.length) say('reveal names a part twice')
  if (parts.includes('figure') && step.network === undefined && step.show === undefined)
    say('reveal names the figure, but the slide has none')
  if (parts.includes('question') && !uses.some(({ name }) => questions.has(name)))
    say('reveal names the question, but the slide asks none')
}

/** `googlenet/inception`: a part or an op that the network, or one of its family, has, if only with the slide's options. */
function checkPart(name: string, own: Graph | undefined, say: Say): void {
  const [of, part] = name.split('/')
  const named = families.find(({ id }) => id === of)?.presets.map(({ id }) => id) ?? [of]
  const graphs = named.filter((id) => presets.some((preset) => preset.id === id)).map((id) => graphOf(id))
  const parts = [...graphs, ...(own ? [own] : [])].flatMap(({ groups, nodes }) => [
    ...groups.filter(({ parent }) => parent !== null).map((group) => kindOf(group.name)),
    ...nodes.map(({ op }) => op),
  ])
  if (graphs.length > 0 && !parts.includes(part)) say(unknown(`part of ${of}`, part, [...new Set(parts)]))
}

/** Words that have to stand in them, or there is nothing to see. */
const speaking = new Set(['Notes', 'Ref', 'Quote', 'Disputed', 'Why', 'Unsolved'])

/** Few elements of HTML have a place in a sentence. */
const inline = ['em', 'strong', 'sub', 'sup', 'kbd', 'br']

/** A name that begins with a small letter would be an element of HTML, and show nothing. */
export function checkElement(name: string, components: readonly string[], say: Say): void {
  const meant = components.find((each) => each.toLowerCase() === name.toLowerCase())
  if (meant) say(`there is no component "${name}"; did you mean ${meant}?`)
  else if (!inline.includes(name))
    say(`<${name}> has no place in a lesson; the only HTML allowed is ${inline.join(', ')}`)
}

/** What its attributes, each right by itself, cannot say together. `graph` is its network, its own or the step's. */
export function checkUseSuiting(use: Use, graph: Graph | undefined, say: Say): void {
  const { name, attributes, text } = use
  if (speaking.has(name) && text.trim() === '') say(`<${name}> says nothing`)
  if (name === 'Count') checkCount(attributes, graph, say)
  if (name === 'Sum' && graph && typeof attributes.at === 'string') checkSum(attributes.at, graph, say)
  if (name === 'Predict') checkMistakes(attributes, say)
  if (name === 'Choice') checkTwice(name, 'options', attributes.options, 'text', say)
  if (name === 'Cloze' && Array.isArray(attributes.blanks))
    for (const blank of attributes.blanks as readonly { options?: unknown }[])
      checkTwice(name, 'a blank', blank?.options, undefined, say)
}

const whole = ['depth', 'convolutions']

function checkCount(
  { of, value, as, at, beside, network, options }: Readonly<Record<string, unknown>>,
  graph: Graph | undefined,
  say: Say,
): void {
  if (value !== undefined) {
    for (const [name, given] of Object.entries({ of, at, beside, network, options }))
      if (given !== undefined) say(`<Count> has a value of its own; leave ${name} out`)
    return
  }
  const counted = typeof of === 'string' ? of : 'params'
  if (as === 'share' || as === 'times')
    say(`<Count as="${as}"> writes a ratio; pass it as value={(n) => … / …}`)
  if (beside !== undefined && as !== 'short')
    say('<Count beside="…"> needs as="short": then both have the same unit')
  if (at !== undefined && whole.includes(counted))
    return say(`${counted} is counted for a whole network; leave at="${String(at)}" out`)
  if (counted === 'channels' && at === undefined) return say('<Count of="channels"> needs at')
  if (!graph) {
    if (network === undefined && at === undefined)
      say('<Count> needs a network, its own or the step’s, or value={(n) => …}')
    return
  }
  if (typeof at === 'string' && !graph.has(at)) return
  const ask = (numbers as unknown as Record<string, (network: Network, at?: string) => unknown>)[counted]
  if (typeof ask !== 'function' || typeof network !== 'string') return
  const given = ask(options ? [network, options as never] : network, at as string | undefined)
  if (!Number.isFinite(given)) say(`<Count of="${counted}"> has no number for ${String(at ?? network)}`)
}

function checkSum(at: string, graph: Graph, say: Say): void {
  const kind = graph.has(at)
  if (kind === undefined) return
  const node = graph.node(kind === 'group' ? graph.group(at).output : at)
  if (node.inputShapes.length < 2) say(`<Sum at="${at}"> is not at a concat: ${node.id} has one input`)
}

/** A mistake is no answer, and two of them are not told apart by one number. */
function checkMistakes({ answer, mistakes }: Readonly<Record<string, unknown>>, say: Say): void {
  if (!Array.isArray(mistakes)) return
  const right = asked(answer)
  const values = (mistakes as readonly { value?: unknown }[]).map((mistake) => asked(mistake?.value))
  if (right !== undefined && values.includes(right))
    say(`mistakes of <Predict> has ${String(right)}, which is the answer`)
  const twice = values.find((value, i) => value !== undefined && values.indexOf(value) !== i)
  if (twice !== undefined) say(`mistakes of <Predict> has ${String(twice)} twice`)
}

function checkTwice(name: string, what: string, given: unknown, field: string | undefined, say: Say): void {
  if (!Array.isArray(given)) return
  const all = given.map((each) => asked(field ? (each as Record<string, unknown>)?.[field] : each))
  const twice = all.find((each, i) => each !== undefined && all.indexOf(each) !== i)
  if (twice !== undefined) say(`${what} of <${name}> has "${String(twice)}" twice`)
}

/** What an attribute says; nothing where asking it fails, which is told elsewhere. */
export function asked(given: unknown): unknown {
  if (typeof given !== 'function') return given
  try {
    return (given as (n: typeof numbers) => unknown)(numbers)
  } catch {
    return undefined
  }
}
