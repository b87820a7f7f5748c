import type { Graph, GroupId, NodeId } from '../../nn/graph'
import { isMap, type Shape } from '../../nn/shape'
import type { Joins } from './riverWords'

/** A piece of a network's main line: a layer, or a block of layers. */
export interface Part {
  readonly id: NodeId | GroupId
  /** Its last node: the part is computed when that is. */
  readonly output: NodeId
  /** Of what leaves it. */
  readonly shape: Shape
  /** Channels that leave it, by the path that they come from; of one path alone a single number. */
  readonly paths: readonly number[]
  /** Whether its input is added to what it computed. */
  readonly isShortcut: boolean
}

/** The stretch of a network whose maps have one height and width, and the tensor at its end. */
export interface Stretch {
  readonly node: NodeId
  readonly shape: Shape
  readonly parts: readonly Part[]
}

/** A network as a river of tensors: a stretch for each size of its maps, the input first, and what follows the maps. */
export interface River {
  readonly stretches: readonly Stretch[]
  /** The values at the end. */
  readonly output: NodeId
}

export function riverOf(graph: Graph): River {
  const stretches: { node: NodeId; shape: Shape; parts: Part[] }[] = [
    { node: graph.input, shape: graph.node(graph.input).shape, parts: [] },
  ]
  for (const id of mainLine(graph, '')) {
    const part = partOf(graph, id)
    const { shape } = graph.node(part.output)
    if (id === graph.input || !isMap(shape) || shape[0] === 1) continue
    const last = stretches.at(-1)!
    if (stretches.length > 1 && shape[0] === last.shape[0]) {
      last.parts.push(part)
      last.node = part.output
      last.shape = shape
    } else stretches.push({ node: part.output, shape, parts: [part] })
  }
  return { stretches, output: graph.outputs[0] }
}

/** Layers and blocks in their order; a stage of blocks is spoken of by its blocks. */
function mainLine(graph: Graph, group: GroupId): readonly (NodeId | GroupId)[] {
  return graph.group(group).children.flatMap((id) => {
    const isStage =
      graph.has(id) === 'group' &&
      graph
        .group(id)
        .children.some((child) => graph.has(child) === 'group' && graph.group(child).level === 'block')
    return isStage ? mainLine(graph, id) : [id]
  })
}

function partOf(graph: Graph, id: NodeId | GroupId): Part {
  const isGroup = graph.has(id) === 'group'
  const output = isGroup ? graph.group(id).output : id
  const inside = isGroup ? graph.group(id).nodes : [id]
  const merges = inside.map((each) => graph.node(each)).filter(({ inputs }) => inputs.length > 1)
  const { shape } = graph.node(output)
  const channels = shape[2]!
  const widths = (shapes: readonly Shape[]) => shapes.map((shape) => shape[2] ?? 0)
  const last = merges.at(-1)
  const joined = last && widths(last.inputShapes)
  // Channels side by side add up to those that leave; channels that are added stay as many.
  const isConcat = last?.id === output && joined!.reduce((sum, each) => sum + each, 0) === channels
  return {
    id,
    output,
    shape,
    paths: isConcat ? joined! : [channels],
    isShortcut: !isConcat && joined !== undefined && joined.every((each) => each === channels),
  }
}

/** Where a river lies on a page, in pixels. */
export interface Course {
  readonly faces: readonly { readonly node: NodeId; readonly x: number; readonly side: number }[]
  readonly ribbons: readonly Ribbon[]
  /** Where the values at the end stand. */
  readonly end: { readonly x: number; readonly width: number }
  /** The middle of the river, from the top. */
  readonly middle: number
  readonly height: number
}

/** What a part of the network does to the stream, drawn from the end of the part before it to its own. */
export interface Ribbon extends Joins {
  /** The node that it comes from. */
  readonly of: NodeId
  readonly strips: readonly Strip[]
  /** Over the ribbon, where the input of a block is added to what it computed. */
  readonly arc: string | null
}

/** The channels of one path, or all of them. */
export interface Strip {
  /** Counted from 0; null on the main line. */
  readonly path: number | null
  readonly channels: number
  /** Of an SVG path. */
  readonly outline: string
}

/** How much of the width the photo takes, less where the page is narrow, and no more pixels than this. */
const photo = { share: 0.178, narrow: 0.155, most: 160 } as const

/** In pixels. */
const narrow = 480

/** A face shrinks with its height in pixels, though less than those do: 7×7 is still to be seen. */
const shrink = 0.33

/** Thickness of the widest ribbon, as a share of the photo. */
const widest = 0.95

/** A stretch of many parts is longer, though not as many times. */
const crowding = 0.7

/** Bands meet under each other's ends, so that no seam is seen, in pixels. */
const seam = 0.4

/** Between the paths of a block, where it is computed, in pixels. */
const apart = 3

/** Lays a river out for a width; its height follows. */
export function courseOf({ stretches }: River, width: number): Course {
  const first = stretches[0].shape[0]
  const biggest = Math.min(photo.most, width * (width < narrow ? photo.narrow : photo.share))
  const sides = stretches.map(({ shape }) => Math.round(biggest * (shape[0] / first) ** shrink))
  const end = { width: Math.max(6, biggest * 0.09), room: biggest * 0.42 }
  const weights = stretches.map(({ parts }, i) => (i === 0 ? 0 : (parts.length + 1) ** crowding))
  const free = width - sides.reduce((sum, side) => sum + side, 0) - end.room - end.width
  const unit = free / weights.reduce((sum, weight) => sum + weight, 0)
  const most = Math.max(...stretches.map(({ shape }) => shape[2]!))
  const thickness = (channels: number) => biggest * widest * Math.sqrt(channels / most)
  const hasArcs = stretches.some(({ parts }) => parts.some(({ isShortcut }) => isShortcut))
  const above = Math.max(biggest, thickness(most)) / 2 + (hasArcs ? biggest * 0.36 : 8)
  const middle = above
  const faces: { node: NodeId; x: number; side: number }[] = []
  const ribbons: Ribbon[] = []
  let x = 0
  /** Of what the river consists where it was left. */
  let bands: readonly number[] = [stretches[0].shape[2]!]
  let before: Joins['from'] = { id: null, shape: stretches[0].shape }
  stretches.forEach(({ node, parts, shape }, i) => {
    // Parts share the way from the middle of one face to the middle of the next.
    const from = i === 0 ? 0 : x - sides[i - 1] / 2
    const at = x + weights[i] * unit
    const to = at + sides[i] / 2
    parts.forEach((part, k) => {
      const [a, b] = [k, k + 1].map((step) => from + ((to - from) * step) / parts.length)
      const thick = thickness(sum(bands))
      const after = thickness(sum(part.paths))
      // Layers without paths of their own pass the bands on, where they keep the channels apart.
      const now = part.paths.length === 1 && sum(bands) === part.paths[0] ? bands : part.paths
      const spread = part.paths.length > 1 ? apart * (now.length - 1) : 0
      const strips = stripsOf(now, (path, share) => {
        const open = spread === 0 ? 0 : path * apart - spread / 2
        return bandOf(a, b, middle, share, [thick, (thick + after) / 2, after], open)
      })
      bands = now
      const top = middle - Math.max(thick, after) / 2
      const rise = biggest * 0.3
      const arc = `M${r(a)} ${r(top + 2)}C${r(a + (b - a) / 4)} ${r(top - rise)} ${r(b - (b - a) / 4)} ${r(top - rise)} ${r(b)} ${r(top + 2)}`
      const { id, shape, output: of, isShortcut } = part
      ribbons.push({ of, from: before, to: { id, shape }, strips, arc: isShortcut ? arc : null })
      before = { id, shape }
    })
    faces.push({ node, x: at, side: sides[i] })
    x = at + sides[i]
    if (i === stretches.length - 1) {
      const total = thickness(shape[2]!)
      const strips = stripsOf(bands, (_, share) =>
        bandOf(to, x + end.room, middle, share, [total, total * 0.72, end.width], 0),
      )
      ribbons.push({ of: node, from: before, to: null, strips, arc: null })
    }
  })
  const below = Math.max(biggest, thickness(most)) / 2
  return {
    faces,
    ribbons,
    end: { x: x + end.room, width: end.width },
    middle,
    height: above + below + 8,
  }
}

/** One strip for each path, in their order from the top down. */
function stripsOf(
  paths: readonly number[],
  outline: (path: number, share: readonly [start: number, stop: number]) => string,
): readonly Strip[] {
  const all = sum(paths)
  let done = 0
  return paths.map((channels, path) => {
    const share = [done / all, (done += channels) / all] as const
    return { path: paths.length > 1 ? path : null, channels, outline: outline(path, share) }
  })
}

/** A share of a river from one place to another: its edges as cubic curves that leave and arrive level. */
function bandOf(
  a: number,
  b: number,
  middle: number,
  [start, stop]: readonly number[],
  [before, between, after]: readonly [number, number, number],
  open: number,
): string {
  const half = (a + b) / 2
  const edge = (share: number, total: number, by = 0) => middle + (share - 0.5) * total + by
  const curve = (x0: number, y0: number, x1: number, y1: number) =>
    `C${r((x0 + x1) / 2)} ${r(y0)} ${r((x0 + x1) / 2)} ${r(y1)} ${r(x1)} ${r(y1)}`
  const [t0, t1, t2] = [edge(start, before), edge(start, between, open), edge(start, after)]
  const [u0, u1, u2] = [edge(stop, before), edge(stop, between, open), edge(stop, after)]
  return `M${r(a)} ${r(t0)}${curve(a, t0, half, t1)}${curve(half, t1, b, t2)}h${seam}L${r(b + seam)} ${r(u2)}h${-seam}${curve(b, u2, half, u1)}${curve(half, u1, a, u0)}Z`
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** Half a tenth of a pixel is seen by nobody. */
const r = (value: number) => Math.round(value * 10) / 10

/**
 * Which row below the faces the label of each stands in: all in the first where they have room beside each other, else in
 * the first of two in which it stands clear of the one before; undefined where it has no room.
 * @param widths of the labels, and `space` between two, in pixels
 */
export function rowsOf(
  widths: readonly number[],
  faces: Course['faces'],
  space: number,
): readonly (number | undefined)[] {
  const ends = [-Infinity, -Infinity]
  return widths.map((width, i) => {
    const start = faces[i].x + (faces[i].side - width) / 2
    const row = ends.findIndex((end) => end <= start)
    if (row < 0) return undefined
    ends[row] = start + width + space
    return row
  })
}

/** A label stands beside the middle of its face by no more than this, in pixels. */
const mostAside = 24

/**
 * How far each label stands right of the middle of its face, in pixels, so that all are clear of each other in one row and
 * within the page; null where that would lead one too far away.
 * @param widths of the labels, and `space` between two, in pixels
 */
export function shiftsOf(
  widths: readonly number[],
  faces: Course['faces'],
  space: number,
  room: number,
): readonly number[] | null {
  const wanted = widths.map((width, i) => faces[i].x + (faces[i].side - width) / 2)
  let end = -space
  const starts = wanted.map((start, i) => {
    const clear = Math.max(start, end + space)
    end = clear + widths[i]
    return clear
  })
  let limit = room
  for (let i = starts.length - 1; i >= 0; i--) {
    starts[i] = Math.min(starts[i], limit - widths[i])
    limit = starts[i] - space
  }
  const shifts = starts.map((start, i) => start - wanted[i])
  return starts[0] >= 0 && shifts.every((shift) => Math.abs(shift) <= mostAside) ? shifts : null
}
