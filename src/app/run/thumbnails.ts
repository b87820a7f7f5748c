import { useEffect, useState } from 'react'
import { createStamp } from '../../featuremaps/draw'
import { kindOf, scaleOf } from '../../featuremaps/colour'
import { channelRanges, mapsOf, wholeRange } from '../../featuremaps/maps'
import type { Graph, GroupId, NodeId } from '../../nn/graph'
import { isMap } from '../../nn/shape'
import type { Activation } from '../../nn/trace'
import type { Pixels } from '../../runtime/types'
import { asSeen, type Picture, tryPrepare } from '../image/image'
import { useLive, usePaced } from '../image/live'
import { usePictures } from '../image/pictures'
import type { Finished } from './session'
import { smallMap } from '../trained/look'
import type { StoredRun } from '../trained/useFirstLook'

/** More pictures than this are neither seen nor worth their reading time. */
const most = 90

/** Channels of a small picture: a square of them. */
const side = 2

/** Small pictures of what the visible nodes gave, filled in while the page is otherwise idle. */
export function useThumbnails(
  graph: Graph,
  expanded: ReadonlySet<GroupId>,
  newest: Finished | null,
  /** What is shown until there is a run. */
  stored: StoredRun | null = null,
): ReadonlyMap<NodeId, CanvasImageSource> | undefined {
  const finished = usePaced(newest)
  const picture = usePictures((state) => (useLive.getState().live ? null : state.picture))
  const [shown, setShown] = useState<ReadonlyMap<NodeId, CanvasImageSource>>()
  const [made] = useState(() => ({ of: finished, pictures: new Map<NodeId, CanvasImageSource>() }))

  useEffect(() => {
    if (made.of !== finished) {
      made.of = finished
      made.pictures = new Map()
    }
    if (finished?.graph !== graph)
      return setShown(stored ? storedPictures(stored, visible(graph, expanded), graph, picture) : undefined)
    let current = true
    const { trace } = finished.result
    const wanted = visible(graph, expanded)
      .filter((id) => trace.nodes.has(id) && isMap(graph.node(id).shape))
      .slice(0, most)
      .filter((id) => !made.pictures.has(id))
    const add = async (id: NodeId) => {
      const picture = isPhoto(graph, id)
        ? photo(asSeen(finished.pixels, graph.node(id).shape[2]!))
        : mosaic(smallMap(await trace.read(id)))
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
    return () => {
      current = false
    }
  }, [graph, expanded, finished, stored, made, picture])

  return shown
}

/** Small pictures of a stored run, and the image as it is chosen. */
function storedPictures(
  { maps }: StoredRun,
  nodes: readonly NodeId[],
  graph: Graph,
  image: Picture | null,
): ReadonlyMap<NodeId, CanvasImageSource> {
  const pictures = new Map<NodeId, CanvasImageSource>()
  for (const id of nodes.slice(0, most)) {
    const activation = maps.get(id)
    const picture = isPhoto(graph, id) ? chosen(graph, image) : activation && mosaic(activation)
    if (picture) pictures.set(id, picture)
  }
  return pictures
}

/** The chosen image as a network would get it; stored runs are of the middle of an image. */
function chosen(graph: Graph, image: Picture | null): HTMLCanvasElement | undefined {
  const [height, width, channels] = graph.architecture.input
  const pixels = image && tryPrepare(image, width, height, 'crop')
  return pixels ? photo(asSeen(pixels, channels)) : undefined
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

/** The image itself, as the network gets it. */
function photo({ data, width, height }: Pixels): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0)
  return canvas
}

/** The first few channels in a square, all on one scale. */
function mosaic(activation: Activation): HTMLCanvasElement | undefined {
  const maps = mapsOf(activation.values, activation.shape)
  const columns = maps.channels >= side * side ? side : 1
  const canvas = document.createElement('canvas')
  const tile = Math.max(12, Math.min(40, maps.width))
  canvas.width = columns * tile
  canvas.height = columns * tile
  const context = canvas.getContext('2d')
  if (!context) return undefined
  const whole = wholeRange(channelRanges(maps))
  const scale = scaleOf(kindOf(whole), whole)
  const stamp = createStamp(maps)
  context.imageSmoothingEnabled = maps.width > tile
  for (let i = 0; i < columns * columns; i++)
    context.drawImage(
      stamp(i, scale),
      (i % columns) * tile,
      Math.floor(i / columns) * tile,
      tile - (columns > 1 ? 1 : 0),
      tile - (columns > 1 ? 1 : 0),
    )
  return canvas
}
