import { findEntry, UnknownNetworkError } from '../../architectures/index'
import { formatOption } from '../../architectures/options'
import { fields } from './fields'
import { type GalleryState, galleryStates, type Intent, type Problem, start } from '../state/intent'
import { graphOf, openedTo } from '../state/network'
import { usableBeside, usableOptions, usableUnit } from './usable'

/** The hash of an intent, such as `#/n/resnet18?shortcut=A&open=conv3_x&seed=1`. */
export function writeHash(intent: Intent): string {
  if (intent.gallery !== null)
    return `#/gallery${intent.gallery === 'both' ? '' : `?state=${intent.gallery}`}`
  const graph = graphOf(intent.network, intent.options)
  const pairs: [string, string][] = Object.entries(intent.options).map(([name, value]) => [
    name,
    formatOption(value),
  ])
  for (const [name, field] of Object.entries(fields)) {
    const text = field.write(intent, graph)
    if (text !== undefined) pairs.push([name, text])
  }
  return `#/n/${intent.network}?${pairs.map(([name, text]) => `${name}=${escapeText(text)}`).join('&')}`
}

/** Commas, colons and slashes need no escape behind the hash, and ids stay legible without. */
export function escapeText(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')
}

/**
 * The intent of an address. What cannot be used is left out and comes back as a problem with a sentence; an unknown
 * network leaves everything as in `before`, and so does the gallery, from which the reader may come back.
 */
export function readHash(hash: string, before: Intent = start): { intent: Intent; problems: Problem[] } {
  const problems: Problem[] = []
  const [path, query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s)
  if (path === '' || path === '/') return { intent: start, problems }
  if (/^\/gallery\/?$/.test(path)) return readGallery(query, before)
  const name = /^\/n\/([^/]+)\/?$/.exec(path)?.[1]
  if (name === undefined) {
    problems.push({ kind: 'page', sentence: `there is no page "${path}"` })
    return { intent: before, problems }
  }
  const network = decode(name)
  try {
    findEntry(network)
  } catch (error) {
    if (!(error instanceof UnknownNetworkError)) throw error
    problems.push({
      kind: 'network',
      sentence: `there is no network "${network}"`,
      suggestions: error.suggestions,
    })
    return { intent: before, problems }
  }

  const given = query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => part.split(/=(.*)/s).map(decode) as [string, string?])
  const options = usableOptions(
    network,
    given.filter(([key]) => !Object.hasOwn(fields, key)).map(([key, text = '']) => [key, text]),
    problems,
  )
  const graph = graphOf(network, options)
  let intent: Intent = { ...start, network, options }
  const missing: string[] = []
  for (const [key, text = ''] of given) {
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

function readGallery(query: string, before: Intent): { intent: Intent; problems: Problem[] } {
  const problems: Problem[] = []
  let gallery: GalleryState = 'both'
  for (const part of query.split('&').filter((part) => part !== '')) {
    const [key, text = ''] = part.split(/=(.*)/s).map(decode)
    const state = galleryStates.find((each) => each === text)
    if (key === 'state' && state) gallery = state
    else
      problems.push({
        kind: 'other',
        sentence:
          key === 'state'
            ? `the gallery has no state "${text}"; it can be ${galleryStates.join(', ').replace(/, ([^,]*)$/, ' or $1')}`
            : `the gallery has nothing to choose called "${key}"`,
      })
  }
  return { intent: { ...before, gallery }, problems }
}

export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray percent sign: the text as it stands will be named in a sentence.
    return text
  }
}
