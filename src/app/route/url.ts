import { findEntry, UnknownNetworkError } from '../../architectures/index'
import { formatOption } from '../../architectures/options'
import { lacking } from '../given/own'
import { fields } from './fields'
import { type Intent, type Problem, start } from '../state/intent'
import { graphOf, openedTo } from '../state/network'
import { first } from '../trained/showpiece'
import { readRoute, type Said, writeRoute } from './route'
import { usableBeside, usableOptions, usableUnit } from './usable'

/** The hash of an intent, such as `#/n/resnet18?shortcut=A&open=conv3_x&seed=1`. */
export function writeHash(intent: Intent): string {
  const graph = graphOf(intent.network, intent.options)
  const said: [string, string][] = Object.entries(intent.options).map(([name, value]) => [
    name,
    formatOption(value),
  ])
  for (const [name, field] of Object.entries(fields)) {
    const text = field.write(intent, graph)
    if (text !== undefined) said.push([name, text])
  }
  return writeRoute({ page: 'network', network: intent.network, said })
}

/**
 * The intent of an address. What cannot be used is left out and comes back as a problem with a sentence; an unknown
 * network leaves everything as in `before`, and so does a page that shows none, from which the reader may come back.
 */
export function readHash(hash: string, before: Intent = start): { intent: Intent; problems: Problem[] } {
  const problems: Problem[] = []
  const route = readRoute(hash)
  if (route.page === 'unknown') problems.push({ kind: 'page', sentence: `there is no page "${route.path}"` })
  if (route.page === 'gallery')
    problems.push(...route.odd.map((sentence) => ({ kind: 'other' as const, sentence })))
  if (route.page !== 'network') return { intent: before, problems }
  if (route.network === null) return readHash(besideFirst(route.said), before)
  const { network, said } = route
  try {
    findEntry(network)
  } catch (error) {
    if (!(error instanceof UnknownNetworkError)) throw error
    problems.push({
      kind: 'network',
      sentence: lacking(network),
      suggestions: error.suggestions,
    })
    return { intent: before, problems }
  }
  const options = usableOptions(
    network,
    said.filter(([key]) => !Object.hasOwn(fields, key)),
    problems,
  )
  const graph = graphOf(network, options)
  let intent: Intent = { ...start, network, options }
  const missing: string[] = []
  for (const [key, text] of said) {
    if (!Object.hasOwn(fields, key)) continue
    const read: (Partial<Intent> & { missing?: string[]; wrong?: string[] }) | string = fields[
      key as keyof typeof fields
    ].read(text, graph)
    if (typeof read === 'string') problems.push({ kind: 'other', sentence: read })
    else {
      const { missing: unknown = [], wrong = [], ...part } = read
      problems.push(...wrong.map((sentence) => ({ kind: 'other' as const, sentence })))
      missing.push(...unknown)
      intent = { ...intent, ...part }
    }
  }
  if (missing.length > 0)
    problems.push({
      kind: 'other',
      sentence: `${graph.architecture.title} has no ${missing.map((id) => `"${id}"`).join(', ')}; the address named it, and it was left out`,
    })
  // A selected node must be on screen, so whatever holds it is open.
  if (intent.selected !== null)
    intent = { ...intent, expanded: openedTo(graph, intent.expanded, intent.selected) }
  return {
    intent: { ...intent, unit: usableUnit(intent, problems), ...usableBeside(intent, problems) },
    problems,
  }
}

/** Where the explorer opens when nobody names a network. */
export function explorerHash(): string {
  return writeHash(first)
}

/** The hash of the explorer's own network, with something else said of it. */
function besideFirst(said: Said): string {
  const own = readRoute(explorerHash())
  if (own.page !== 'network') throw new Error('The first network has no address.')
  const names = new Set(said.map(([name]) => name))
  return writeRoute({ ...own, said: [...own.said.filter(([name]) => !names.has(name)), ...said] })
}
