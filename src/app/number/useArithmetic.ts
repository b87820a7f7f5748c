import { useEffect, useMemo, useState } from 'react'
import { arithmeticOf, hasColumns, readingOf } from '../../nn/arithmetic'
import type { GraphNode } from '../../nn/graph'
import type { Weight } from '../../nn/op'
import type { Activation, Trace } from '../../nn/trace'
import { size } from '../../nn/totals'
import { type Arithmetic, readable, type Unit, type WeightAt } from '../../nn/unit'
import { problemOf, useSession } from '../run/session'

/** Of a weight with more values only the column of one output channel is fetched: VGG's fc6 has 103 million. */
const many = 1_000_000

/** What a node computes from and what it computed, once it is here. */
interface Read {
  readonly node: GraphNode
  readonly output: Activation
  readonly inputs: readonly Activation[]
  readonly weights: Readonly<Record<string, WeightAt>>
  /** The channel whose columns `weights` has; null where they have all. */
  readonly channel: number | null
}

/** How a value is made, with the value that the run gave; a sentence where it cannot be said; null while it is read. */
export type Found =
  | { readonly value: number; /** Absent for the network's input. */ readonly arithmetic?: Arithmetic }
  | string
  | null

/** Reads a layer, what it reads and its weights from the last run, and writes one value of it out. */
export function useArithmetic(node: GraphNode, unit: Unit): Found {
  const finished = useSession((state) => state.finished)
  const status = useSession((state) => state.status)
  const problem = useSession((state) => problemOf(state.run))
  const phase = useSession((state) => state.run.phase)
  const [read, setRead] = useState<Read | string | null>(null)
  const channel = Object.values(node.weights).some(isFetchedByColumn) ? unit.channel : null

  useEffect(() => {
    setRead(null)
    if (!finished || finished.graph.has(node.id) !== 'node' || finished.graph.node(node.id) !== node) return
    let current = true
    readAll(finished.result.trace, node, channel).then(
      (all) => current && setRead(all),
      (error: unknown) => current && setRead(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      current = false
    }
  }, [finished, node, channel])

  const found = useMemo(() => {
    if (read === null || typeof read === 'string' || read.node !== node || read.channel !== channel)
      return null
    const inputs = read.inputs.map(({ shape, values }) => readable(shape, values))
    return {
      value: readable(read.output.shape, read.output.values).at(unit),
      arithmetic: arithmeticOf(node, unit, inputs, read.weights),
    }
  }, [read, node, unit, channel])
  if (found) return found
  if (typeof read === 'string') return read
  if (status.state === 'unavailable') return status.reason
  if (phase === 'failed') return problem
  if (phase === 'offered')
    return 'The weights of this network are not here yet: run it live to see the numbers.'
  return phase === 'cancelled' ? 'The run was cancelled, so there are no numbers to show.' : null
}

const isFetchedByColumn = (weight: Weight) => hasColumns(weight) && size(weight) > many

async function readAll(trace: Trace, node: GraphNode, channel: number | null): Promise<Read> {
  const missing = [node.id, ...node.inputs].find((id) => !trace.nodes.has(id))
  if (missing !== undefined)
    throw new Error(
      'This device has too little memory to keep every layer of this network, so the numbers behind this one are gone.',
    )
  const named = Object.entries(node.weights)
  const [output, inputs, weights] = await Promise.all([
    trace.read(node.id),
    Promise.all(node.inputs.map((id) => trace.read(id))),
    Promise.all(
      named.map(async ([name, weight]) => {
        if (channel === null || !isFetchedByColumn(weight))
          return readingOf(await trace.weights(node.id, name))
        const columns = weight.shape[weight.shape.length - 1]
        return readingOf(await trace.weights(node.id, name, channel), columns)
      }),
    ),
  ])
  return {
    node,
    output,
    inputs,
    weights: Object.fromEntries(named.map(([name], i) => [name, weights[i]] as const)),
    channel,
  }
}
