import { useMemo, useState } from 'react'
import type { Graph, NodeId } from '../../nn/graph'
import { isMap } from '../../nn/shape'
import { usePaced } from './paced'
import { Sheets } from './sheets'
import { isPhoto, painting } from './thumbnails'

/** Pictures that are kept; a screen has fewer at a size at which they are asked for. */
const most = 24

/** All channels of a node in so many columns; undefined until they are there. */
type MapsOf = (node: NodeId, columns: number) => CanvasImageSource | undefined

/** The feature maps of the last run, read when the picture is near enough to show them. */
export function useMaps(graph: Graph): MapsOf | undefined {
  const finished = usePaced((state) => state.finished)
  const run = finished?.graph === graph ? finished : null
  const [arrived, setArrived] = useState(0)
  const store = useMemo(
    () => ({ of: run, sheets: new Sheets<HTMLCanvasElement>(most), asked: new Set<string>() }),
    [run],
  )

  return useMemo(() => {
    if (!run) return undefined
    const { trace } = run.result
    const read = async (node: NodeId, columns: number) => {
      const [{ sheetOf }, values] = await Promise.all([painting(), trace.read(node)])
      const picture = sheetOf(values, columns)
      if (!picture) return
      // Those that were let go of may be asked for again.
      for (const name of store.sheets.add(sheetName(node, columns), picture)) store.asked.delete(name)
      setArrived((count) => count + 1)
    }
    return (node, columns) => {
      // A photo is seen as it is, not as its colours one beside the other.
      if (isPhoto(graph, node)) return undefined
      const name = sheetName(node, columns)
      const found = store.sheets.get(name)
      if (!found && !store.asked.has(name) && trace.nodes.has(node) && isMap(graph.node(node).shape)) {
        store.asked.add(name)
        read(node, columns).catch(() => {})
      }
      return found
    }
    // A picture that has arrived makes the answer another one, so that it is painted.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [run, store, graph, arrived])
}

/** The columns depend on how the picture flows: one node may have a sheet for each. */
const sheetName = (node: NodeId, columns: number) => `${node} in ${columns}`
