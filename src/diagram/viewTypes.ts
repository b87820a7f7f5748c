import type { GroupId, NodeId } from '../nn/graph'
import type { Aim, Place } from './camera'
import type { FrameOptions, Insets } from './lens'
import type { Look } from './look'
import type { Scene } from './scene'
import type { Snapshot } from './snapshot'

/** What a view tells whoever made it. */
export interface DiagramEvents {
  select(id: NodeId | GroupId): void
  toggle(id: GroupId): void
  hover(id: NodeId | GroupId | null): void
  /** The reader moved the picture by hand. */
  move(place: Place): void
  /** The picture has come to rest somewhere. */
  rest(aim: Aim): void
}

/** A scene on a canvas, and what can be asked of it. */
export interface DiagramView {
  update(scene: Scene, look: Look): void
  /** The theme has changed. */
  recolour(): void
  /** The page has another size. */
  resize(): void
  /** What lies over the picture is left out where something is brought into sight. */
  cover(insets: Insets): void
  /** Shows everything, as large as the options allow. */
  fit(options?: FrameOptions): void
  /** How high a box is shown, an open group with all that is in it, in pixels; 0 where there is no such box. */
  heightOf(id: string): number
  /** Of the part of the page that the scene has, without the legend, in pixels. */
  size(): { readonly width: number; readonly height: number }
  /** Tells when that changes, and at first; returns what ends it. */
  onResize(tell: () => void): () => void
  /** The scale at which everything would fill the page, however it is seen now; another scene is that of another arrangement. */
  fitting(of?: Scene): number | null
  /**
   * Shows a box as large as it fits, no smaller and no larger than a scale, and without a movement where it is `still`; a
   * little smaller where it is seen `among` others, which are then not cut off.
   */
  zoomTo(
    id: string,
    options?: {
      readonly still?: boolean
      readonly smallest?: number
      readonly largest?: number
      readonly among?: boolean
    },
  ): void
  /** Moves as little as needed to bring a box into sight, with room around it: a share of the page. */
  /** @param whole an open group with all that is in it */
  reveal(id: string, room?: number, whole?: boolean): void
  /** The same for what was opened or closed, with all that is in it; smaller if it must be. */
  keep(id: string): void
  zoomBy(factor: number): void
  /** Moves by pixels. */
  pan(dx: number, dy: number): void
  /** Shows a place, such as the one at which another picture stands. */
  place(place: Place): void
  /** The picture as it is now; null before there is one. */
  snapshot(): Omit<Snapshot, 'relaid'> | null
  /** Shows what stood in the middle once; false where there is no such box. */
  aim(aim: Aim): boolean
  /** What stands in the middle, told by the nearest box that `counts`; null where there is none. */
  aimed(counts: (id: NodeId | GroupId) => boolean): Aim | null
  destroy(): void
}
