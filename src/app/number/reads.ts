import { useEffect, useMemo, useState } from 'react'
import { arithmeticOf, hasColumns, readingOf } from '../../nn/arithmetic'
import { afterwards } from '../../nn/afterwards'
import type { Graph, GraphNode, NodeId } from '../../nn/graph'
import type { Weight } from '../../nn/op'
import type { Activation, Trace } from '../../nn/trace'
import { size } from '../../nn/totals'
import { type Arithmetic, readable, type Unit, type WeightAt } from '../../nn/unit'
import { isOf } from '../run/isOf'
import type { Finished } from '../run/session'

/** Of a weight with more values only the column of one output channel is fetched: VGG's fc6 has 103 million. */
const many = 1_000_000

/** What a node computes from and what it computed. */
export interface Read {
  readonly node: GraphNode
  readonly output: Activation
  readonly inputs: readonly Activation[]
  readonly weights: Readonly<Record<string, WeightAt>>
  /** The channel whose columns `weights` has; null where they have all. */
  readonly channel: number | null
}

interface Question {
  readonly finished: Finished | null
  readonly nodes: readonly GraphNode[]
  readonly column: number | null
}

interface Answer {
  readonly of: Question
  readonly reads: readonly Read[] | string
}

/**
 * Reads nodes of a run, what they read and their weights. A sentence where one cannot be read; null until all are
 * here.
 * @param nodes the same list as long as it is the same question
 */
function useReads(
  finished: Finished | null,
  nodes: readonly GraphNode[],
  { channel }: Pick<Unit, 'channel'>,
): readonly Read[] | string | null {
  const [found, setFound] = useState<Answer | null>(null)
  const isByColumn = nodes.some((node) => Object.values(node.weights).some(isFetchedByColumn))
  const column = isByColumn ? channel : null
  // Another object for every other question.
  const question = useMemo((): Question => ({ finished, nodes, column }), [finished, nodes, column])

  useEffect(() => {
    const { finished, nodes, column } = question
    if (!finished || !nodes.every((node) => isOf(finished, node))) return
    let current = true
    const answer = (reads: readonly Read[] | string) => current && setFound({ of: question, reads })
    readAll(finished.result.trace, nodes, column).then(answer, (error: unknown) =>
      answer(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      current = false
    }
  }, [question])
  if (found?.of === question) return found.reads
  // Of another column everything but the weights is the same.
  const isLike = found?.of.finished === finished && found.of.nodes === nodes
  return isLike && typeof found.reads !== 'string' ? found.reads : null
}

/**
 * Reads a layer of a run, and what goes on with its values at their own place as far as that was kept; as `useReads`.
 */
export function useLayer(
  graph: Graph,
  node: GraphNode,
  finished: Finished | null,
  unit: Pick<Unit, 'channel'>,
): readonly Read[] | string | null {
  const nodes = useMemo(() => {
    const after = afterwards(graph, node)
    const kept = finished?.result.trace.nodes
    const end = after.findIndex(({ id, inputs }) => [id, ...inputs].some((each) => !kept?.has(each)))
    return [node, ...(end < 0 ? after : after.slice(0, end))]
  }, [graph, node, finished])
  return useReads(finished, nodes, unit)
}

/** Whether the weights of a channel are among those that were read. */
export function hasColumn(read: Pick<Read, 'channel'>, { channel }: Pick<Unit, 'channel'>): boolean {
  return read.channel === null || read.channel === channel
}

/** One value of what was read, written out; undefined for the network's input, which is given. */
export function writtenOut({ node, inputs, weights }: Read, unit: Unit): Arithmetic | undefined {
  return arithmeticOf(
    node,
    unit,
    inputs.map(({ shape, values }) => readable(shape, values)),
    weights,
  )
}

/** The value that the run gave. */
export function valueOf({ output }: Pick<Read, 'output'>, unit: Unit): number {
  return readable(output.shape, output.values).at(unit)
}

const isFetchedByColumn = (weight: Weight) => hasColumns(weight) && size(weight) > many

/** @param column the output channel of which weights with very many values are read */
export async function readAll(
  trace: Trace,
  nodes: readonly GraphNode[],
  column: number | null,
): Promise<readonly Read[]> {
  const isGone = nodes.flatMap(({ id, inputs }) => [id, ...inputs]).some((id) => !trace.nodes.has(id))
  if (isGone)
    throw new Error(
      'This device has too little memory to keep every layer of this network, so the numbers that this one was made from are gone.',
    )
  // The output of one is the input of the next.
  const asked = new Map<NodeId, Promise<Activation>>()
  const read = (id: NodeId) => {
    const values = asked.get(id) ?? trace.read(id)
    asked.set(id, values)
    return values
  }
  return Promise.all(nodes.map((node) => readOne(trace, node, column, read)))
}

async function readOne(
  trace: Trace,
  node: GraphNode,
  column: number | null,
  read: (id: NodeId) => Promise<Activation>,
): Promise<Read> {
  const named = Object.entries(node.weights)
  const [output, inputs, weights] = await Promise.all([
    read(node.id),
    Promise.all(node.inputs.map(read)),
    Promise.all(
      named.map(async ([name, weight]) => {
        if (column === null || !isFetchedByColumn(weight))
          return readingOf(await trace.weights(node.id, name))
        const columns = weight.shape[weight.shape.length - 1]
        return readingOf(await trace.weights(node.id, name, column), columns)
      }),
    ),
  ])
  return {
    node,
    output,
    inputs,
    weights: Object.fromEntries(named.map(([name], i) => [name, weights[i]] as const)),
    channel: column,
  }
}
