import type { Graph, GroupId, NodeId } from '../nn/graph'
import type { Family } from '../nn/op'
import type { AxisOrder } from '../nn/shape'
import type { RibbonShape } from './outline'

export type Direction = 'right' | 'down'

/** What of a graph is shown, and how. */
export interface LayoutView {
  /** Groups that stand open; a group inside a closed one stays closed. */
  readonly expanded: ReadonlySet<GroupId>
  readonly order?: AxisOrder
  readonly direction?: Direction
  /** How channels become thickness; `auto` takes the square root where the range is wide. */
  readonly scale?: 'linear' | 'sqrt' | 'auto'
  /** Another network that shares the scale, so that equal thickness means equal channels in both. */
  readonly beside?: Graph
  /** Blocks that are alike and closed stand as one box; unless said otherwise they do. */
  readonly rolls?: boolean
  /** `all` draws each connection within an open dense block as a line of its own: L(L+1)/2 of them. */
  readonly links?: 'flow' | 'all'
  /** Size of the smallest text in pixels on the screen, at least 12. */
  readonly text?: number
  /**
   * The zoom at which the picture is read, 1 unless said: below 1 text is laid out so much larger that it has its
   * size on the screen although everything around it is smaller.
   */
  readonly reading?: number
  /** No line is longer than this where it can be broken, in pixels at scale 1; unlimited unless said. */
  readonly line?: number
  /** For a page on which paths have no room beside each other: the words of a layer and of a shape stand one below the other. */
  readonly slim?: boolean
  /**
   * For a page where not all words have room: names alone are laid out for the zoom at which the picture is read, all
   * other words of closed groups and layers of the main line for full size, and seen from near.
   */
  readonly brief?: boolean
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Rect extends Point {
  readonly width: number
  readonly height: number
}

/** A piece of a line of text; `path` is the colour it is set in. */
export interface Run {
  readonly text: string
  readonly path: number | null
  /** The sign that something can be opened or closed. */
  readonly mark?: true
  /** The path that a term of a sum belongs to, or the node that it comes from. */
  readonly of?: NodeId | GroupId
  /** What it means, where that is not the number of channels that come from `of`. */
  readonly words?: string
}

/** One line of text; `x`, `y` is the end of its baseline that `anchor` names. */
export interface Label extends Point {
  readonly id: string
  readonly kind: 'title' | 'detail' | 'chip' | 'shape' | 'sum' | 'note' | 'issue'
  readonly runs: readonly Run[]
  /** What is shown where all of it has no room. */
  readonly short?: string
  readonly anchor: 'start' | 'middle'
  readonly size: number
  readonly bold: boolean
  /** The room it takes, measured on the safe side. */
  readonly room: Rect
  /** The node or group that it speaks of. */
  readonly of: string
}

/** Everything a reader can point at. */
export interface Box extends Rect {
  readonly id: NodeId | GroupId
  /** `layer` a chip, `join` where paths meet, `group` a closed group, `frame` an open one. */
  readonly kind: 'layer' | 'join' | 'group' | 'frame'
  /** Where it comes in the order of the flow; a group comes with the first of its nodes. */
  readonly place: number
  /** How many open groups it stands in. */
  readonly depth: number
  readonly parent: GroupId
  readonly family: Family | null
  /** The path on which a layer stands, counted from 0; null on the main line and for what is no layer. */
  readonly path: number | null
  readonly level: 'network' | 'stage' | 'block' | 'path' | null
  /** Stands for several that are alike. */
  readonly stack: boolean
  /** A chip of an activation or a normalization, which is drawn small. */
  readonly small: boolean
  /** Its sentence for a screen reader. */
  readonly words: string
  /** Asks for its numbers until a question is answered. */
  readonly hidden?: true
  /** What does not fit here or inside. */
  readonly issue: string | null
  /** Inside it, on its own or below. */
  readonly labels: readonly Label[]
  /** Channels of a concat by path, from the first edge to the last, as shares of its height. */
  readonly segments: readonly Segment[]
  /** Where the ribbon enters; stays under the pointer when the box opens. */
  readonly entry: Point
}

export interface Segment extends Rect {
  readonly path: number | null
  readonly channels: number
}

/**
 * `flow` along the line, `fan` from a tensor to the paths that read it, `skip` a way around, `strip` channels within
 * a stack, `strand` the groups of a convolution, `torn` what does not fit; `arc`, `link` and `wrap` are lines, not areas.
 */
export type RibbonKind = 'flow' | 'fan' | 'skip' | 'strip' | 'strand' | 'torn' | 'arc' | 'link' | 'wrap'

export interface Ribbon {
  readonly id: string
  readonly kind: RibbonKind
  readonly shape: RibbonShape
  /** Colour of its path, counted from 0; null for the main line. */
  readonly path: number | null
  readonly channels: number
  readonly from: string
  readonly to: string
  /** What a way around is, for those who point at it. */
  readonly words: string | undefined
  /** Points along the middle of a skip. */
  readonly centre: readonly Point[]
}

/** A tensor drawn to scale: the face is height × width, the depth grows lightly with channels. */
export interface Tensor extends Rect {
  readonly id: NodeId
  readonly depth: number
  /** Where all its channels are shown from near, in reading order along the strips of the ribbon. */
  readonly mosaic: Mosaic | null
}

export interface Mosaic extends Rect {
  readonly columns: number
}

/**
 * Arcs for ways around in a closed box, dotted lines to the next line, a colour for each path, lines within a dense
 * block, strands of a grouped convolution, and what is torn.
 */
export type Sign = 'arc' | 'wrap' | 'path' | 'link' | 'strand' | 'torn'

export interface Legend {
  readonly scale: 'linear' | 'sqrt'
  /** Numbers of channels and how thick their ribbons are, in pixels at scale 1. */
  readonly samples: readonly { readonly channels: number; readonly px: number }[]
  /** Longer vectors are drawn with this many units; null when none is cut. */
  readonly cut: number | null
  /** What else is drawn that needs a word. */
  readonly signs: readonly Sign[]
}

/** A network as boxes and ribbons: plain data, ready to be drawn. */
export interface Scene {
  readonly direction: Direction
  /** Size of the smallest text, in units of the scene. */
  readonly text: number
  /** The zoom at which that text has the size that the theme asks for. */
  readonly reading: number
  readonly boxes: readonly Box[]
  readonly ribbons: readonly Ribbon[]
  /** Labels that belong to no box. */
  readonly labels: readonly Label[]
  readonly tensors: readonly Tensor[]
  /** Which visible box feeds which. */
  readonly links: readonly { readonly from: string; readonly to: string }[]
  readonly bounds: Rect
  readonly legend: Legend
}
