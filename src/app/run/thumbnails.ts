import { useEffect, useState } from 'react'
import type { Graph, GroupId, NodeId } from '../../nn/graph'
import { isMap } from '../../nn/shape'
import { later } from '../../ui/later'
import type { Pixels } from '../../runtime/types'
import { asSeen, type Picture, tryPrepare } from '../image/image'
import { useLive } from '../image/live'
import { usePictures } from '../image/pictures'
import type { Finished } from './session'
import { smallMap } from '../trained/look'
import type { StoredRun } from '../trained/useFirstLook'

/** More pictures than this are neither seen nor worth their reading time. */
const most = 90

/** How values become pictures: fetched after the page is there, while the first values are on their way. */
export const painting = later(() => import('./painting'))

type Painting = Awaited<ReturnType<typeof painting>>

/** Small pictures of what the visible nodes gave, filled in while the page is otherwise idle. */
export function useThumbnails(
  graph: Graph,
  expanded: ReadonlySet<GroupId>,
  finished: Finished | null,
  /** What is shown until there is a run. */
  stored: StoredRun | null = null,
): ReadonlyMap<NodeId, CanvasImageSource> | undefined {
  const picture = usePictures((state) => (useLive.getState().live ? null : state.picture))
  const [shown, setShown] = useState<ReadonlyMap<NodeId, CanvasImageSource>>()
  const [made] = useState(() => ({ of: finished, pictures: new Map<NodeId, CanvasImageSource>() }))

  // What does not come now is asked for again with the first values.
  useEffect(() => void painting().catch(() => {}), [])

  useEffect(() => {
    let current = true
    const leave = () => {
      current = false
    }
    if (made.of !== finished) {
      made.of = finished
      made.pictures = new Map()
    }
    if (finished?.graph !== graph) {
      if (!stored) return setShown(undefined)
      const nodes = visible(graph, expanded)
      void painting().then(
        (made) => current && setShown(storedPictures(made, stored, nodes, graph, picture)),
        () => {},
      )
      return leave
    }
    const { trace } = finished.result
    const wanted = visible(graph, expanded)
      .filter((id) => trace.nodes.has(id) && isMap(graph.node(id).shape))
      .slice(0, most)
      .filter((id) => !made.pictures.has(id))
    const add = async (id: NodeId) => {
      const read = isPhoto(graph, id) ? null : trace.read(id)
      const [{ mosaic, photo }, values] = await Promise.all([painting(), read])
      const picture = values
        ? mosaic(smallMap(values))
        : photo(asSeen(finished.pixels, graph.node(id).shape[2]!))
      if (current && picture) made.pictures.set(id, picture)
    }
    const fill = async () => {
      // Before the run of the next frame takes these values away.
      if (useLive.getState().live) await Promise.all(wanted.map(add))
      else for (const id of wanted) if (current) await add(id)
    }
    // A newer run makes reading this one impossible, and then brings pictures of its own.
    void fill()
      .catch(() => {})
      .then(() => current && setShown(new Map(made.pictures)))
    return leave
  }, [graph, expanded, finished, stored, made, picture])

  return shown
}

/** Small pictures of a stored run, and the image as it is chosen. */
function storedPictures(
  { mosaic, photo }: Painting,
  { maps }: StoredRun,
  nodes: readonly NodeId[],
  graph: Graph,
  image: Picture | null,
): ReadonlyMap<NodeId, CanvasImageSource> {
  const pictures = new Map<NodeId, CanvasImageSource>()
  for (const id of nodes.slice(0, most)) {
    const activation = maps.get(id)
    const own = isPhoto(graph, id) ? chosen(graph, image) : undefined
    const picture = own ? photo(own) : activation && !isPhoto(graph, id) && mosaic(activation)
    if (picture) pictures.set(id, picture)
  }
  return pictures
}

/** The chosen image as a network would get it; stored runs are of the middle of an image. */
function chosen(graph: Graph, image: Picture | null): Pixels | undefined {
  const [height, width, channels] = graph.architecture.input
  const pixels = image && tryPrepare(image, width, height, 'crop')
  return pixels ? asSeen(pixels, channels) : undefined
}

/** Whether a node gives the image itself, in colours or in grey. */
export function isPhoto(graph: Graph, id: NodeId): boolean {
  return id === graph.input && graph.node(id).shape[2]! <= 3
}

/** Nodes that are on screen: those in no closed group, and the ends of the closed ones. */
function visible(graph: Graph, expanded: ReadonlySet<GroupId>): readonly NodeId[] {
  const walk = (id: string): readonly NodeId[] => {
    if (graph.has(id) === 'node') return [id]
    const group = graph.group(id)
    return id === '' || group.level === 'path' || expanded.has(id)
      ? group.children.flatMap(walk)
      : [group.output]
  }
  return walk('')
}
