import { graphOf } from '../../../architectures/built'
import { presets } from '../../../architectures/index'
import type { Kilo } from './audit'
import { type Finding, selfFindings, type Verdict } from './checks'
import { countFindings, partsFor, presetNamed, printedGraph } from './counted'
import { readRows, type Unread } from './read'
import { isStageTable, readStages, stageFindings } from './stages'

/** One line of the result: a row of the table, or one of its networks. */
export interface Judged {
  readonly name: string
  /** What it is held against: `inception_3a`. */
  readonly part?: string
  /** Whether name or place told which part that is. */
  readonly by?: 'name' | 'place'
  /** Against itself. */
  readonly self: readonly Finding[]
  /** Against the count. */
  readonly counted: readonly Finding[]
}

export interface Report {
  readonly kind: 'rows' | 'networks'
  readonly judged: readonly Judged[]
  /** The network whose parts the rows are taken for, where one of them has the name of a part. */
  readonly against?: string
  /** Rows without numbers to test. */
  readonly silent: readonly string[]
  readonly unread: readonly Unread[]
}

/**
 * Everything that a table says, against itself and against the count.
 * @param network the network that its rows are parts of; undefined where nobody said
 */
export function report(text: string, kilo: Kilo, network: string | undefined): Report {
  return isStageTable(text) ? ofNetworks(text, kilo) : ofRows(text, kilo, network)
}

function ofNetworks(text: string, kilo: Kilo): Report {
  const { networks, unread } = readStages(text)
  const judged = networks.map((column) => ({
    name: column.heading,
    ...(column.preset !== undefined && { part: titleOf(column.preset) }),
    ...stageFindings(column, kilo),
  }))
  return { kind: 'networks', judged, silent: [], unread }
}

function ofRows(text: string, kilo: Kilo, network: string | undefined): Report {
  const { entries, silent, unread } = readRows(text, kilo)
  const graph = network === undefined ? undefined : printedGraph(network)
  const parts = graph ? partsFor(graph, entries) : []
  const judged = entries.map((entry, i): Judged => {
    const self = selfFindings(entry, entries.slice(0, i))
    // A row may be a network of its own, as in a table that compares networks.
    const whole = entry.size ? undefined : presetNamed(entry.name)
    const found = whole ? graphOf(whole).group('') : entry.isTotal ? graph?.group('') : parts[i]?.group
    const by = parts[i] && !whole && !entry.isTotal ? parts[i].by : undefined
    return {
      name: entry.name,
      self,
      counted: found ? countFindings(entry, found) : [],
      ...(found && { part: found.id === '' ? titleOf(whole ?? network!) : found.id }),
      ...(by && { by }),
    }
  })
  return {
    kind: 'rows',
    judged,
    ...(parts.some(Boolean) && { against: titleOf(network!) }),
    silent,
    unread,
  }
}

const titleOf = (id: string) => presets.find((each) => each.id === id)?.preset.title ?? id

const gravity: readonly Verdict[] = ['fits', 'rounding', 'twice', 'wrong']

/** The gravest verdict of several findings; undefined where nothing was tested. */
export function worst(findings: readonly Finding[]): Verdict | undefined {
  const found = findings.map(({ verdict }) => gravity.indexOf(verdict))
  return found.length === 0 ? undefined : gravity[Math.max(...found)]
}
