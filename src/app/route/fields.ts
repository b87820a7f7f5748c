import { findEntry } from '../../architectures/index'
import { directions } from '../../nn/dependencies'
import type { Graph } from '../../nn/graph'
import { rollsOf } from '../../nn/rolls'
import { isMap } from '../../nn/shape'
import { backends } from '../../runtime/types'
import { panels, readSort, writeSort } from '../../table/sort'
import { readEdits, writeEdits } from '../../nn/edits'
import {
  besideTabs,
  colours,
  fits,
  flows,
  type Intent,
  largestSeed,
  linkings,
  ownImage,
  scales,
  start,
  weightings,
} from '../state/intent'
import { canOpen } from '../state/network'

/** Reads a part of the intent from text, or says why not; `write` gives undefined where the start value is meant. */
interface Field {
  readonly read: (text: string, graph: Graph) => Partial<Intent> | string
  readonly write: (intent: Intent, graph: Graph) => string | undefined
}

function oneOf<
  K extends
    | 'trace'
    | 'flow'
    | 'scale'
    | 'links'
    | 'colour'
    | 'besideTab'
    | 'fit'
    | 'axes'
    | 'table'
    | 'backend'
    | 'weights',
>(name: K, word: string, values: readonly NonNullable<Intent[K]>[]): Field {
  return {
    read: (text) =>
      values.some((value) => value === text)
        ? { [name]: text }
        : `there is no ${word} "${text}"; it can be ${values.join(', ').replace(/, ([^,]*)$/, ' or $1')}`,
    write: (intent) => (intent[name] === start[name] ? undefined : (intent[name] ?? undefined)),
  }
}

/** The file that a network was read from, so that a link says which one is needed; nothing follows from it. */
const fileOf = (name: 'network' | 'beside'): Field => ({
  read: () => ({}),
  write: ({ [name]: id }) => {
    const file = id === null ? undefined : findEntry(id).file
    return file && `${file.name},${file.size}`
  },
})

/** Everything behind the `?` but the options of the network, which have the names of their schema. */
export const fields = {
  file: fileOf('network'),
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
  weights: oneOf('weights', 'choice of weights', weightings),
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
      const [, id, ...rest] = /^([^,]+),(-?[\d.]+),(-?[\d.]+),([\d.]+)(?:,([\d.]+))?$/.exec(text) ?? []
      const [x, y, k, size = 1] = rest.filter((part) => part !== undefined).map(Number)
      if (id === undefined || ![x, y, k, size].every(Number.isFinite) || k <= 0 || size <= 0)
        return `at cannot be ${text}: it takes a box, two distances and a zoom, such as conv1,0,0,2`
      return { at: { id, x, y, k, ...(rest[3] !== undefined && { size }) } }
    },
    write: ({ at }) =>
      at === null
        ? undefined
        : [
            at.id,
            Math.round(at.x),
            Math.round(at.y),
            Number(at.k.toPrecision(3)),
            ...(at.size === undefined ? [] : [Number(at.size.toPrecision(3))]),
          ].join(','),
  },
  table: oneOf('table', 'table', panels),
  sort: {
    read(text) {
      const sort = readSort(text)
      return sort ? { sort } : `a table has no column "${text.replace(/^-/, '')}" to sort by`
    },
    write: ({ sort }) => (sort === null ? undefined : writeSort(sort)),
  },
  backend: oneOf('backend', 'backend', backends),
  // What these name is looked up when all are read.
  beside: {
    read: (text) => ({ beside: text === '' ? null : text }),
    write: ({ beside }) => beside ?? undefined,
  },
  besideFile: fileOf('beside'),
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
