import type { Aim } from '../diagram/camera'
import type { Options } from '../architectures/family'
import { findEntry, resolve, UnknownNetworkError } from '../architectures/index'
import { formatOption, OptionError } from '../architectures/options'
import type { Edits } from '../nn/build'
import { directions, type TraceDirection } from '../nn/dependencies'
import { unitProblem } from '../nn/arithmetic'
import type { Graph } from '../nn/graph'
import { quantityIds } from '../nn/quantities'
import { rollsOf } from '../nn/rolls'
import { type AxisOrder, isMap } from '../nn/shape'
import type { Unit } from '../nn/unit'
import { type Backend, backends } from '../runtime/types'
import { levels, readSort, type Sort, type TableLevel, writeSort } from '../table/rows'
import { readEdits, writeEdits } from './edits'
import { canOpen, graphOf, openedTo } from './network'

export const fits = ['crop', 'fit'] as const

/** How an image becomes square: its middle, or all of it with a margin. */
export type Fit = (typeof fits)[number]

export const flows = ['auto', 'right', 'down'] as const
export const scales = ['auto', 'linear', 'sqrt'] as const
export const linkings = ['flow', 'all'] as const
export const colours = ['path', 'family', ...quantityIds] as const

export const besideTabs = ['differences', 'runs'] as const

export type BesideTab = (typeof besideTabs)[number]

export const galleryStates = ['both', 'closed', 'open'] as const

/** How the gallery shows every network. */
export type GalleryState = (typeof galleryStates)[number]

/** What a visitor chose; everything else on the page follows from it. */
export interface Intent {
  readonly network: string
  /** Options that differ from the network's own. */
  readonly options: Options
  /** Attributes of layers that differ from those the options give. */
  readonly edits: Edits
  readonly expanded: ReadonlySet<string>
  /** A node or a group. */
  readonly selected: string | null
  /** One value of the selected layer whose arithmetic is open. */
  readonly unit: Unit | null
  /** A sample's name, or `own` for an image that only this visitor has. */
  readonly image: string
  readonly fit: Fit
  readonly seed: number
  readonly axes: AxisOrder
  /** What is lit of the graph around the selection; null shows all of it alike. */
  readonly trace: TraceDirection | null
  /** Where the picture flows; `auto` follows the page. */
  readonly flow: (typeof flows)[number]
  /** How channels become thickness; `auto` follows the network. */
  readonly scale: (typeof scales)[number]
  /** Whether the connections of dense blocks are drawn one by one. */
  readonly links: (typeof linkings)[number]
  /** What the colours of the picture stand for. */
  readonly colour: (typeof colours)[number]
  /** Where the picture stands; null where it was not moved. */
  readonly at: Aim | null
  /** What the rows of the table are; null while it is closed. */
  readonly table: TableLevel | null
  /** Null: the network's own order. */
  readonly sort: Sort | null
  /** Absent: the runtime decides. */
  readonly backend?: Backend
  /** The network that the first one is compared with. */
  readonly beside: string | null
  /** Groups that are open, though only the network beside has them. */
  readonly besideOpen: ReadonlySet<string>
  /** A node or a group that only the network beside has. */
  readonly besideNode: string | null
  /** What of the comparison stands beside the graphs. */
  readonly besideTab: BesideTab
  /** All networks as pictures, in place of the one; null while it is shown. */
  readonly gallery: GalleryState | null
}

/** Something in an address that could not be used, as a sentence. */
export type Problem =
  | {
      readonly kind: 'network'
      readonly sentence: string
      readonly suggestions: readonly string[]
      /** Where the name stood. */
      readonly field?: 'beside'
    }
  | { readonly kind: 'option'; readonly sentence: string; readonly option: string; readonly text: string }
  /** What a choice of the reader took away, and not the address. */
  | { readonly kind: 'lost'; readonly sentence: string }
  | { readonly kind: 'other'; readonly sentence: string }

export const start: Intent = {
  network: 'resnet18',
  options: {},
  edits: {},
  expanded: new Set(),
  selected: null,
  unit: null,
  image: 'cat-1',
  fit: 'crop',
  seed: 1,
  axes: 'hwc',
  trace: null,
  flow: 'auto',
  scale: 'auto',
  links: 'flow',
  colour: 'path',
  at: null,
  table: null,
  sort: null,
  beside: null,
  besideOpen: new Set(),
  besideNode: null,
  besideTab: 'differences',
  gallery: null,
}

export const largestSeed = 2 ** 31 - 1

/** The image that no address can carry. */
export const ownImage = 'own'

/** Reads a part of the intent from text, or says why not; `write` gives undefined where the start value is meant. */
interface Field {
  readonly read: (text: string, graph: Graph) => Partial<Intent> | string
  readonly write: (intent: Intent, graph: Graph) => string | undefined
}

function oneOf<
  K extends
    'trace' | 'flow' | 'scale' | 'links' | 'colour' | 'besideTab' | 'fit' | 'axes' | 'table' | 'backend',
>(name: K, word: string, values: readonly NonNullable<Intent[K]>[]): Field {
  return {
    read: (text) =>
      values.some((value) => value === text)
        ? { [name]: text }
        : `there is no ${word} "${text}"; it can be ${values.join(', ').replace(/, ([^,]*)$/, ' or $1')}`,
    write: (intent) => (intent[name] === start[name] ? undefined : (intent[name] ?? undefined)),
  }
}

/** Everything behind the `?` but the options of the network, which have the names of their schema. */
export const fields = {
  edit: {
    read(text, graph) {
      const { edits, wrong } = readEdits(text, graph)
      // The good ones are made even when others are not possible.
      return { edits, wrong } as Partial<Intent>
    },
    write: ({ edits }) => writeEdits(edits),
  },
  open: {
    read(text, graph) {
      if (text === 'all') return { expanded: new Set(closable(graph)) }
      const ids = text.split(',').filter((id) => id !== '')
      const unknown = ids.filter((id) => !canOpen(graph, id))
      const expanded = new Set(ids.filter((id) => canOpen(graph, id)))
      // The known ones are opened even when others are not there.
      return unknown.length === 0 ? { expanded } : ({ expanded, missing: unknown } as Partial<Intent>)
    },
    write({ expanded }, graph) {
      const all = closable(graph)
      if (expanded.size === 0) return undefined
      if (all.length > 1 && all.every((id) => expanded.has(id))) return 'all'
      return [...expanded].join(',')
    },
  },
  node: {
    read: (text, graph) =>
      graph.has(text) && text !== '' ? { selected: text } : ({ missing: [text] } as Partial<Intent>),
    write: ({ selected }) => selected ?? undefined,
  },
  // Whether the layer has such a value is looked up when all are read.
  unit: {
    read(text) {
      const numbers = text.split(',').map((part) => (/^\d{1,6}$/.test(part) ? Number(part) : NaN))
      if (numbers.some(Number.isNaN) || (numbers.length !== 1 && numbers.length !== 3))
        return `unit cannot be ${text || 'empty'}: it takes row, column and channel, or the number of a unit`
      const [row, column, channel] = numbers.length === 1 ? [0, 0, numbers[0]] : numbers
      return { unit: { row, column, channel } }
    },
    write({ selected, unit }, graph) {
      if (!unit || selected === null || graph.has(selected) !== 'node') return undefined
      const { row, column, channel } = unit
      return isMap(graph.node(selected).shape) ? [row, column, channel].join(',') : String(channel)
    },
  },
  image: {
    read: (text) => (/^[\w-]{1,40}$/.test(text) ? { image: text } : `"${text}" is not the name of an image`),
    write: ({ image }) => (image === start.image || image === ownImage ? undefined : image),
  },
  fit: oneOf('fit', 'way to fit an image', fits),
  seed: {
    read(text) {
      const seed = Number(text)
      return /^\d+$/.test(text) && seed <= largestSeed
        ? { seed }
        : `seed cannot be ${text || 'empty'}: it takes a whole number from 0 to ${largestSeed}`
    },
    write: ({ seed }) => String(seed),
  },
  axes: oneOf('axes', 'order of axes', ['hwc', 'chw']),
  trace: oneOf('trace', 'trace', directions),
  flow: oneOf('flow', 'direction of the flow', flows),
  scale: oneOf('scale', 'scale of thickness', scales),
  links: oneOf('links', 'way to draw connections', linkings),
  colour: oneOf('colour', 'colouring', colours),
  at: {
    read(text) {
      const [, id, ...rest] = /^([^,]+),(-?[\d.]+),(-?[\d.]+),([\d.]+)$/.exec(text) ?? []
      const [x, y, k] = rest.map(Number)
      if (id === undefined || ![x, y, k].every(Number.isFinite) || k <= 0)
        return `at cannot be ${text}: it takes a box, two distances and a zoom, such as conv1,0,0,2`
      return { at: { id, x, y, k } }
    },
    write: ({ at }) =>
      at === null
        ? undefined
        : [at.id, Math.round(at.x), Math.round(at.y), Number(at.k.toPrecision(3))].join(','),
  },
  table: oneOf('table', 'table', levels),
  sort: {
    read(text) {
      const sort = readSort(text)
      return sort ? { sort } : `a table has no column "${text.replace(/^-/, '')}" to sort by`
    },
    write: ({ sort }) => (sort === null ? undefined : writeSort(sort)),
  },
  backend: oneOf('backend', 'backend', backends),
  // What these three name is looked up when all are read.
  beside: {
    read: (text) => ({ beside: text === '' ? null : text }),
    write: ({ beside }) => beside ?? undefined,
  },
  besideOpen: {
    read: (text) => ({ besideOpen: new Set(text.split(',').filter((id) => id !== '')) }),
    write: ({ beside, besideOpen }) =>
      beside === null || besideOpen.size === 0 ? undefined : [...besideOpen].join(','),
  },
  besideNode: {
    read: (text) => ({ besideNode: text === '' ? null : text }),
    write: ({ beside, besideNode }) => (beside === null ? undefined : (besideNode ?? undefined)),
  },
  besideTab: {
    ...oneOf('besideTab', 'part of a comparison', besideTabs),
    write: ({ beside, besideTab }) =>
      beside === null || besideTab === start.besideTab ? undefined : besideTab,
  },
} satisfies Record<string, Field>

/** Groups that a reader can open. */
export function closable(graph: Graph): readonly string[] {
  const groups = graph.groups.filter((group) => group.level !== 'network').map((group) => group.id)
  return [...groups, ...rollsOf(graph).map((roll) => roll.id)]
}

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
  return `#/n/${intent.network}?${pairs.map(([name, text]) => `${name}=${escape(text)}`).join('&')}`
}

/** Commas, colons and slashes need no escape behind the hash, and ids stay legible without. */
function escape(text: string): string {
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
    problems.push({
      kind: 'other',
      sentence: `there is no page "${path}"; networks are at #/n/<name>, and all of them at #/gallery`,
    })
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
    given.filter(([key]) => !(key in fields)).map(([key, text = '']) => [key, text]),
    problems,
  )
  const graph = graphOf(network, options)
  let intent: Intent = { ...start, network, options }
  const missing: string[] = []
  for (const [key, text = ''] of given) {
    if (!(key in fields)) continue
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

/** The value whose arithmetic is asked for, where the selected layer has it. */
function usableUnit({ network, options, edits, selected, unit }: Intent, problems: Problem[]): Unit | null {
  if (!unit) return null
  const graph = graphOf(network, options, edits)
  const isNode = selected !== null && graph.has(selected) === 'node'
  const problem = isNode ? unitProblem(graph.node(selected).shape, unit) : undefined
  if (isNode && !problem) return unit
  const { row, column, channel } = unit
  problems.push({
    kind: 'other',
    sentence: isNode
      ? `${selected} has no value at row ${row}, column ${column}, channel ${channel}: ${problem}`
      : 'the address names a unit but no layer that it belongs to; add the layer as node=',
  })
  return null
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

/** What of a comparison is there: without its network, nothing. */
function usableBeside(
  { beside, besideOpen, besideNode }: Intent,
  problems: Problem[],
): Pick<Intent, 'beside' | 'besideOpen' | 'besideNode'> {
  const { beside: none, besideOpen: closed, besideNode: nothing } = start
  if (beside === null) return { beside: none, besideOpen: closed, besideNode: nothing }
  try {
    findEntry(beside)
  } catch (error) {
    if (!(error instanceof UnknownNetworkError)) throw error
    problems.push({
      kind: 'network',
      field: 'beside',
      sentence: `there is no network "${beside}" to compare with`,
      suggestions: error.suggestions,
    })
    return { beside: none, besideOpen: closed, besideNode: nothing }
  }
  const graph = graphOf(beside, {})
  const named = besideNode === null ? [...besideOpen] : [...besideOpen, besideNode]
  const missing = named.filter((id) => !graph.has(id) || id === '')
  if (missing.length > 0)
    problems.push({
      kind: 'other',
      sentence: `${graph.architecture.title} has no ${missing.map((id) => `"${id}"`).join(', ')}; the address named it, and it was left out`,
    })
  return {
    beside,
    besideOpen: new Set([...besideOpen].filter((id) => graph.has(id) === 'group' && id !== '')),
    besideNode: besideNode !== null && graph.has(besideNode) ? besideNode : nothing,
  }
}

/** All options that work together; the others become problems beside their controls. */
function usableOptions(
  network: string,
  given: readonly (readonly [string, string])[],
  problems: Problem[],
): Options {
  try {
    return differing(network, resolve(network, Object.fromEntries(given)).options)
  } catch (error) {
    if (!(error instanceof OptionError)) throw error
  }
  // One by one, so that the sentence stands beside the option that is to blame.
  let kept: Record<string, string> = {}
  for (const [option, text] of given) {
    try {
      resolve(network, { ...kept, [option]: text })
      kept = { ...kept, [option]: text }
    } catch (error) {
      if (!(error instanceof OptionError)) throw error
      problems.push({ kind: 'option', option, text, sentence: error.message })
    }
  }
  return differing(network, resolve(network, kept).options)
}

/** Only the options that are not the network's own. */
export function differing(network: string, options: Options): Options {
  const own = resolve(network).options
  return Object.fromEntries(
    Object.entries(options).filter(([name, value]) => formatOption(value) !== formatOption(own[name])),
  )
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray percent sign: the text as it stands will be named in a sentence.
    return text
  }
}
