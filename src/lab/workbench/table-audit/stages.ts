import { ownDepth } from '../../../nn/totals'
import { type Kilo, printed, sizeOf } from './audit'
import { cellsOf, outsideBrackets } from './cells'
import type { Finding } from './checks'
import { amountFinding, partsFor, presetNamed, printedGraph } from './counted'
import type { Unread } from './read'

/** A table with a column for each network: what stands in a cell is what a network has in a stage. */
export interface StageTable {
  readonly networks: readonly StageColumn[]
  readonly unread: readonly Unread[]
}

/** One network of such a table. */
export interface StageColumn {
  readonly heading: string
  /** The network here that has this name. */
  readonly preset?: string
  readonly stages: readonly Stage[]
  /** As printed: `3.8×10^9`. */
  readonly macs?: string
}

export interface Stage {
  /** Of a row that goes on with the stage above, the name of that. */
  readonly name: string
  readonly output?: string
  readonly cell: string
  /** Layers with weights, as factors: 2·3 for two convolutions three times. */
  readonly layers: readonly { readonly each: number; readonly times: number }[]
}

/** A heading that names a network by its number of layers. */
const network = /^\s*\d+[\s-]*layers?\s*$|^[a-z]+[\s-]*\d+\s*(\(.*\))?$/i

/** Whether the first line of a table names networks, two or more. */
export function isStageTable(text: string): boolean {
  const [first] = cellsOf(text)
  return first !== undefined && columnsOf(first.cells).length >= 2
}

const columnsOf = (cells: readonly string[]) =>
  cells.flatMap((cell, i) =>
    i > 0 && network.test(cell) && !/output|size|layer\s*name/i.test(cell) ? [i] : [],
  )

/** Reads a table with a column for each network. */
export function readStages(text: string): StageTable {
  const [first, ...rest] = cellsOf(text)
  const columns = columnsOf(first.cells)
  const unread: Unread[] = []
  let name = ''
  const rows = rest.flatMap((row) => {
    const own = row.cells.slice(columns[0])
    const filled = own.filter((cell) => cell !== '')
    const cells = filled.length === 1 ? filled : own
    if (cells.length !== 1 && cells.length !== columns.length) {
      unread.push({
        text: row.text,
        problem: `a row has a cell for each of the ${columns.length} networks, or one for all; this one has ${cells.length}`,
      })
      return []
    }
    name = row.cells[0] || name
    const output = row.cells.slice(1, columns[0]).find((cell) => sizeOf(cell) !== undefined)
    return [{ name, output, cells, text: row.text }]
  })
  const networks = columns.map((at, i): StageColumn => {
    const heading = first.cells[at]
    const own = rows.map((row) => ({ ...row, cell: row.cells[row.cells.length === 1 ? 0 : i] }))
    const macs = own.find((row) => /flop|mac|mult/i.test(row.name))?.cell
    const preset = presetNamed(heading)
    return {
      heading,
      ...(preset !== undefined && { preset }),
      stages: own
        .filter((row) => !/flop|mac|mult/i.test(row.name))
        .map(({ name, output, cell }) => ({ name, ...(output && { output }), cell, layers: layersOf(cell) })),
      ...(macs !== undefined && { macs }),
    }
  })
  return { networks, unread }
}

/** Layers with weights in a cell: convolutions, also in brackets with a factor, and fully connected ones; pools have none. */
export function layersOf(cell: string): Stage['layers'] {
  return outsideBrackets(cell, ';')
    .flatMap((part) => outsideBrackets(part, ','))
    .flatMap((part) => {
      const block = /\[(.*)\]\s*(?:[×x∗*]\s*(\d+))?/.exec(part)
      if (block) return [{ each: convolutionsIn(block[1]), times: Number(block[2] ?? 1) }]
      if (/pool/i.test(part)) return []
      if (/\bfc\b|fully|dense|linear/i.test(part)) return [{ each: 1, times: 1 }]
      return convolutionsIn(part) > 0 ? [{ each: convolutionsIn(part), times: 1 }] : []
    })
}

const convolutionsIn = (text: string) => [...text.matchAll(/\d+\s*[×x∗*]\s*\d+/g)].length

/** What the table says of a network against itself and against the count. */
export function stageFindings(
  { heading, preset, stages, macs }: StageColumn,
  kilo: Kilo,
): { readonly self: readonly Finding[]; readonly counted: readonly Finding[] } {
  const layers = stages.flatMap((stage) => stage.layers)
  const depth = layers.reduce((sum, { each, times }) => sum + each * times, 0)
  const named = Number(/\d+/.exec(heading.replace(/\(.*\)/, ''))?.[0])
  const terms = layers.map(({ each, times }) => (times === 1 ? each : `${each}·${times}`)).join(' + ')
  const self: readonly Finding[] = [
    {
      test: 'total',
      verdict: depth === named ? 'fits' : 'wrong',
      off: depth / named - 1,
      sides: [String(depth), String(named)],
      arithmetic: `${terms} = ${depth} layers with weights; the name says ${named}. ${depth === named ? 'It fits.' : 'The table contradicts the name.'}`,
    },
  ]
  if (preset === undefined) return { self, counted: [] }
  const graph = printedGraph(preset)
  const work = macs === undefined ? undefined : printed(macs, kilo)
  const counted = ownDepth(graph)
  return {
    self,
    counted: [
      ...(work
        ? [amountFinding('macs', macs!, work, graph.totals.macs, `MACs of ${graph.architecture.title}`)]
        : []),
      ...outputs(graph, stages),
      {
        test: 'total',
        verdict: depth === counted ? 'fits' : 'wrong',
        off: depth / counted - 1,
        arithmetic: `Its rows have ${depth} layers with weights. Counted: ${counted} in ${graph.architecture.title}. ${depth === counted ? 'They agree.' : 'The rows contradict the count.'}`,
      },
    ],
  }
}

/** The output sizes of the stages, where a stage of the network has the name; of several rows the last counts. */
function outputs(graph: ReturnType<typeof printedGraph>, stages: readonly Stage[]): readonly Finding[] {
  const last = stages.filter(({ name }, i) => stages[i + 1]?.name !== name)
  const parts = partsFor(graph, last)
  return last.flatMap(({ name, output }, i): readonly Finding[] => {
    const size = output === undefined ? undefined : sizeOf(output)
    const part = parts[i]
    if (!size || part?.by !== 'name') return []
    const [rows, columns] = part.group.shape.length === 3 ? part.group.shape : [1, 1]
    const fits = size.height === rows && size.width === columns
    return [
      {
        test: 'output',
        verdict: fits ? 'fits' : 'wrong',
        off: 0,
        arithmetic: `${name}: printed ${output}, counted ${rows}×${columns}. ${fits ? 'They agree.' : 'The table contradicts the count.'}`,
      },
    ]
  })
}
