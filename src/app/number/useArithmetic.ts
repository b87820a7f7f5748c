import { useEffect, useMemo, useState } from 'react'
import { arithmeticOf } from '../../nn/arithmetic'
import type { GraphNode } from '../../nn/graph'
import type { Activation, Trace } from '../../nn/trace'
import { type Arithmetic, readable, type Unit } from '../../nn/unit'
import { useSession } from '../session'

/** What a node computes from and what it computed, once it is here. */
interface Read {
  readonly node: GraphNode
  readonly output: Activation
  readonly inputs: readonly Activation[]
  readonly weights: Readonly<Record<string, Float32Array>>
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
  const problem = useSession((state) => state.problem)
  const phase = useSession((state) => state.phase)
  const [read, setRead] = useState<Read | string | null>(null)

  useEffect(() => {
    setRead(null)
    if (!finished || finished.graph.has(node.id) !== 'node' || finished.graph.node(node.id) !== node) return
    let current = true
    readAll(finished.result.trace, node).then(
      (all) => current && setRead(all),
      (error: unknown) => current && setRead(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      current = false
    }
  }, [finished, node])

  const found = useMemo(() => {
    if (read === null || typeof read === 'string' || read.node !== node) return null
    const inputs = read.inputs.map(({ shape, values }) => readable(shape, values))
    return {
      value: readable(read.output.shape, read.output.values).at(unit),
      arithmetic: arithmeticOf(node, unit, inputs, read.weights),
    }
  }, [read, node, unit])
  if (found) return found
  if (typeof read === 'string') return read
  if (status.state === 'unavailable') return status.reason
  if (phase === 'failed') return problem
  return phase === 'cancelled' ? 'The run was cancelled, so there are no numbers to show.' : null
}

async function readAll(trace: Trace, node: GraphNode): Promise<Read> {
  const missing = [node.id, ...node.inputs].find((id) => !trace.nodes.has(id))
  if (missing !== undefined)
    throw new Error(
      'This device has too little memory to keep every layer of this network, so the numbers behind this one are gone.',
    )
  const names = Object.keys(node.weights)
  const [output, inputs, weights] = await Promise.all([
    trace.read(node.id),
    Promise.all(node.inputs.map((id) => trace.read(id))),
    Promise.all(names.map((name) => trace.weights(node.id, name))),
  ])
  return {
    node,
    output,
    inputs,
    weights: Object.fromEntries(names.map((name, i) => [name, weights[i]] as const)),
  }
}
