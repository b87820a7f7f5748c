import { graphOf } from '../../../architectures/built'
import type { Graph, GraphNode } from '../../../nn/graph'
import { ruleOf } from '../../../nn/explained'
import { count } from '../../../ui/format'
import { audit, type Audited, near, printed as readPrinted } from '../../workbench/table-audit/audit'

/** K of the printed table, in all rows but the first; its M is a million. */
export const K = 1024

/** What K is in a row: the first one fits a layer only where it is a thousand. */
const kOf = ({ at }: Pick<Printed, 'at'>): 1000 | typeof K => (at === 'conv1' ? 1000 : K)
const M = 1e6

/** The numbers of filters that the table lists, by its columns. */
export const widths = ['1×1', '3×3 reduce', '3×3', '5×5 reduce', '5×5', 'pool proj'] as const
export const columns = ['output', 'depth', ...widths, 'params', 'ops'] as const
export type Column = (typeof columns)[number]

/** A row as the lecture prints it (slide S12); `params` in K, `ops` in M. */
interface Printed {
  readonly row: string
  /** The group or the layer that the row speaks of. */
  readonly at: string
  readonly output: readonly [height: number, width: number, channels: number]
  readonly depth: number
  readonly filters?: readonly (number | null)[]
  readonly params?: number
  readonly ops?: number
}

const printed: readonly Printed[] = [
  { row: 'conv 7×7/2', at: 'conv1', output: [112, 112, 64], depth: 1, params: 2.7, ops: 34 },
  { row: 'max pool', at: 'pool1', output: [56, 56, 64], depth: 0 },
  {
    row: 'conv 3×3/1',
    at: 'conv2',
    output: [56, 56, 192],
    depth: 2,
    filters: [null, 64, 192],
    params: 112,
    ops: 360,
  },
  { row: 'max pool', at: 'pool2', output: [28, 28, 192], depth: 0 },
  block('3a', [28, 28, 256], [64, 96, 128, 16, 32, 32], 159, 128),
  block('3b', [28, 28, 480], [128, 128, 192, 32, 96, 64], 380, 304),
  { row: 'max pool', at: 'pool3', output: [14, 14, 480], depth: 0 },
  block('4a', [14, 14, 512], [192, 96, 208, 16, 48, 64], 364, 73),
  block('4b', [14, 14, 512], [160, 112, 224, 24, 64, 64], 437, 88),
  block('4c', [14, 14, 512], [128, 128, 256, 24, 64, 64], 463, 100),
  block('4d', [14, 14, 528], [112, 144, 288, 32, 64, 64], 580, 119),
  block('4e', [14, 14, 832], [256, 160, 320, 32, 128, 128], 840, 170),
  { row: 'max pool', at: 'pool4', output: [7, 7, 832], depth: 0 },
  block('5a', [7, 7, 832], [256, 160, 320, 32, 128, 128], 1072, 54),
  block('5b', [7, 7, 1024], [384, 192, 384, 48, 128, 128], 1388, 71),
  { row: 'avg pool', at: 'avgpool', output: [1, 1, 1024], depth: 0 },
  { row: 'linear', at: 'fc/fc', output: [1, 1, 1000], depth: 1, params: 1000, ops: 1 },
]

function block(
  name: string,
  output: Printed['output'],
  filters: readonly number[],
  params: number,
  ops: number,
): Printed {
  return { row: `block ${name}`, at: `inception_${name}`, output, depth: 2, filters, params, ops }
}

/** One number of the table beside what counting gives. */
export interface Cell {
  /** As printed: `463K`. */
  readonly said: string
  /** As counted, written the same way. */
  readonly counted: string
  /** The count in words and numbers. */
  readonly how: string
  /** What its K stands for. */
  readonly units?: string
  /** How far the printed number is off, as a share of the counted one. */
  readonly off: number
}

/** A row of cells; those that the table leaves empty are missing. */
export interface Row {
  readonly at: string
  readonly row: string
  readonly cells: Readonly<Partial<Record<Column, Cell>>>
}

/** Whether a printed number is another one than the counted. */
export const differs = ({ off }: Cell) => Math.abs(off) > near

/** The table as text, without its column of depths: a heading, then a row a line, between cells a bar. */
export function printedTable(): string {
  const head = ['type', 'output size', ...widths.map((name) => `#${name}`), 'params', 'ops']
  const lines = printed.map(({ row, output, filters, params, ops }) => [
    row,
    output.join('×'),
    ...widths.map((_, i) => String(filters?.[i] ?? '')),
    params === undefined ? '' : `${params}K`,
    ops === undefined ? '' : `${ops}M`,
  ])
  return [head, ...lines].map((cells) => cells.join(' | ')).join('\n')
}

/** The nodes of the layer or the group. */
function nodesAt(graph: Graph, at: string): readonly GraphNode[] {
  return graph.has(at) === 'node' ? [graph.node(at)] : graph.group(at).nodes.map((id) => graph.node(id))
}

const weightsOf = (nodes: readonly GraphNode[]) => nodes.reduce((sum, { params }) => sum + params.weights, 0)
const macsOf = (nodes: readonly GraphNode[]) => nodes.reduce((sum, { macs }) => sum + macs, 0)
const kernelOf = ({ weights }: GraphNode) => weights.kernel.shape.join('·')

function paramsCell(said: number, weights: number, how: string, k: number = K): Cell {
  return {
    said: `${said}K`,
    counted: `${(weights / k).toFixed(1)}K`,
    how,
    units: `K is ${k}, and biases are left out`,
    off: (said * k) / weights - 1,
  }
}

function opsCell(said: number, macs: number, how: string): Cell {
  return { said: `${said}M`, counted: `${(macs / M).toFixed(1)}M`, how, off: (said * M) / macs - 1 }
}

/** A whole number is right or wrong; how far off a wrong one is still tells. */
function exactly(said: number, counted: number, how: string): Cell {
  return { said: String(said), counted: String(counted), how, off: said / counted - 1 }
}

export function rowsOf(graph: Graph = graphOf('googlenet')): readonly Row[] {
  return printed.map((row) => ({ at: row.at, row: row.row, cells: cellsOf(row, nodesAt(graph, row.at)) }))
}

function cellsOf(row: Printed, nodes: readonly GraphNode[]): Row['cells'] {
  const layers = nodes.filter(({ weights }) => weights.kernel)
  const weights = weightsOf(layers)
  const macs = macsOf(layers)
  return {
    output: outputCell(row, nodes),
    depth: depthCell(row, layers),
    ...(row.filters && filterCells(row.filters, layers)),
    ...(row.params !== undefined && {
      params: paramsCell(
        row.params,
        weights,
        `${layers.map(kernelOf).join(' + ')} = ${count(weights)} weights`,
        kOf(row),
      ),
    }),
    ...(row.ops !== undefined && {
      ops: opsCell(
        row.ops,
        macs,
        `${count(weights)} weights, each used once at ${positionsOf(row)} = ${count(macs)} multiply-accumulates; M is a million`,
      ),
    }),
  }
}

const positionsOf = ({ output: [height, width] }: Printed) =>
  height * width === 1 ? 'one position' : `each of ${height}·${width} positions`

/** What gives the output its size: the last layer that can change it. */
function outputCell({ output }: Printed, nodes: readonly GraphNode[]): Cell {
  const last = nodes.findLast(({ op }) => !['relu', 'lrn'].includes(op))!
  const shape = last.shape.length === 3 ? last.shape : [1, 1, ...last.shape]
  const [said, counted] = [output.join('×'), shape.join('×')]
  const how = ruleOf(last).join('; ')
  return { said, counted, how, off: said === counted ? 0 : 1 }
}

/** Layers with weights on the longest way through the row. */
function depthCell({ depth }: Printed, layers: readonly GraphNode[]): Cell {
  const onPath = (index: number) => layers.filter(({ path }) => (path?.index ?? 0) === index).length
  const counted = Math.max(0, ...layers.map(({ path }) => onPath(path?.index ?? 0)))
  const how = counted === 0 ? 'no layer with weights' : 'layers with weights on the longest path'
  return { ...exactly(depth, counted, how), off: depth === counted ? 0 : 1 }
}

function filterCells(
  filters: NonNullable<Printed['filters']>,
  layers: readonly GraphNode[],
): Partial<Record<Column, Cell>> {
  // The stem's two convolutions stand in the columns of the second path.
  const inOrder = layers[0].path ? layers : [undefined, ...layers]
  return Object.fromEntries(
    filters.flatMap((said, i) => {
      const layer = inOrder[i]
      if (said === null || !layer) return []
      const channels = layer.shape[layer.shape.length - 1]
      const kernel = layer.weights.kernel.shape
      const how = `${layer.id} has ${channels} filters of ${kernel.slice(0, 3).join('×')}`
      return [[widths[i], exactly(said, channels, how)]]
    }),
  )
}

/** The sum of a column, in units. */
export function sums(graph: Graph = graphOf('googlenet')): Readonly<Record<'params' | 'ops', Cell>> {
  const nodes = printed.filter(({ params }) => params !== undefined).flatMap(({ at }) => nodesAt(graph, at))
  const [weights, macs] = [weightsOf(nodes), macsOf(nodes)]
  const add = (of: 'params' | 'ops') => printed.reduce((sum, row) => sum + (row[of] ?? 0), 0)
  return {
    params: paramsCell(add('params'), weights, `all rows together: ${count(weights)} weights`),
    ops: opsCell(add('ops'), macs, `all rows together: ${count(macs)} multiply-accumulates`),
  }
}

/** A row's two numbers against each other: every weight is used once at each position of the map. */
interface Ratio {
  readonly row: string
  readonly params: string
  readonly ops: string
  /** Height times width of the output. */
  readonly positions: number
  /** Positions that the printed numbers imply. */
  readonly implied: number
  readonly verdict: Audited['verdict']
}

export function ratios(): readonly Ratio[] {
  return printed
    .filter(({ params, ops }) => params !== undefined && ops !== undefined)
    .map(({ row, at, params, ops, output }) => {
      const said = { params: `${params}K`, ops: `${ops}M` }
      const positions = output[0] * output[1]
      const { ratio, verdict } = audit({
        name: row,
        params: readPrinted(said.params, kOf({ at }))!,
        macs: readPrinted(said.ops, K)!,
        positions,
      })
      return { row, ...said, positions, implied: ratio, verdict }
    })
}

/** A row is inconsistent with itself when its two numbers imply other positions than its map has, beyond their rounding. */
export function isInconsistent({ verdict }: Ratio): boolean {
  return verdict === 'wrong'
}

/** The two numbers that the table prints for a row: parameters in K, operations in M. */
export function printedRow(at: string): { readonly params: number; readonly ops: number } {
  const { params, ops } = printed.find((row) => row.at === at)!
  return { params: params!, ops: ops! }
}
