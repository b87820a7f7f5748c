import { useEffect, useState } from 'react'
import { type Spread, spreadOf } from '../../featuremaps/spread'
import type { NodeId } from '../../nn/graph'
import type { Trace } from '../../nn/trace'

/** The spread of every measured node. */
export type Spreads = ReadonlyMap<NodeId, Spread>

const none: Spreads = new Map()

/** How often the screen hears of new values, in milliseconds. */
const pause = 120

/** Measures nodes of a run one after the other; the answer grows while it works. */
export function useSpreads(trace: Trace | undefined, nodes: readonly NodeId[]): Spreads {
  const [shown, setShown] = useState<{ readonly of: Trace; readonly spreads: Spreads } | null>(null)

  useEffect(() => {
    if (!trace) return
    let current = true
    const measureAll = async () => {
      const spreads = new Map<NodeId, Spread>()
      let last = performance.now()
      for (const node of nodes) {
        if (!trace.nodes.has(node)) continue
        const { values } = await trace.read(node)
        const spread = await spreadOf(values, breathe)
        if (!current) return
        spreads.set(node, spread)
        if (performance.now() - last < pause) continue
        setShown({ of: trace, spreads: new Map(spreads) })
        last = performance.now()
      }
      setShown({ of: trace, spreads })
    }
    // A newer run makes reading this one impossible, and brings values of its own.
    measureAll().catch(() => {})
    return () => {
      current = false
    }
  }, [trace, nodes])

  return shown && shown.of === trace ? shown.spreads : none
}

/** Lets a frame be drawn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
