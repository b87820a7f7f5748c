import type * as Badges from './badge'
import type { Look } from './look'
import { offEnds, smallestText } from './measure'
import type { Painter } from './painter'
import type { Palette } from './palette'
import type { Box, Label, Rect, Scene } from './scene'

/** How a scene is seen. */
export interface Sight {
  readonly look: Look
  readonly palette: Palette
  /** The part of the scene that is seen. */
  readonly visible: Rect
  /** Pixels for one unit of the scene. */
  readonly zoom: number
  /** The box that has the focus of the keyboard. */
  readonly focused?: string | null
  /** What draws the signs of marks; fetched with the first of them. */
  readonly badges?: typeof Badges
  /** What has just come and how far it has appeared, from 0 to 1. */
  readonly fresh?: { readonly ids: ReadonlySet<string>; readonly alpha: number }
}

/** No text is ever smaller on the screen than the smallest of the theme. */
export function isLegible(
  label: { readonly size: number },
  scene: Scene,
  { zoom }: Pick<Sight, 'zoom'>,
): boolean {
  return label.size * zoom >= leastText(scene) - 0.01
}

/** A name in a box may use up the margin that it has there, and no more than this. */
const mostGrown = 1.4

/** Room that stays free at both sides of a grown name, in pixels at scale 1. */
const breath = 1.5

/** The height that one word needs, in its size: capitals and digits are seven tenths high, and the rest is margin. */
const tight = (word: string) => (/[gjpqy]/.test(word) ? 1.05 : 0.95)

/**
 * The label in a size that can be read: its own, or, from somewhat farther away, the smallest on the screen where the
 * box has room for that; farther away its short form. Undefined where even that has no room.
 */
export function readableIn(
  box: Box,
  label: Label,
  scene: Scene,
  sight: Sight,
  painter: Pick<Painter, 'widthOf'>,
): Label | undefined {
  if (isLegible(label, scene, sight)) return label
  if (box.labels.length > 1) return undefined
  const size = leastText(scene) / sight.zoom
  const grown = size / label.size
  const widthOf = (text: string) => painter.widthOf(text, { size, bold: label.bold })
  const ends = box.kind === 'layer' ? offEnds * size : breath
  const hasRoom = (width: number) => width + 2 * ends <= box.width + 0.01
  const width = widthOf(label.runs.map((run) => run.text).join(''))
  const middle = box.x + box.width / 2
  if (grown <= mostGrown && hasRoom(width) && label.room.height * grown <= box.height)
    return {
      ...label,
      size,
      x: label.anchor === 'middle' ? label.x : middle - width / 2,
      // The baseline goes down by what the letters above their middle gain.
      y: label.y + (size - label.size) * 0.36,
      room: {
        x: middle - width / 2,
        y: label.room.y - (label.room.height * (grown - 1)) / 2,
        width,
        height: label.room.height * grown,
      },
    }
  const { short } = label
  if (short === undefined || !hasRoom(widthOf(short))) return undefined
  const height = size * tight(short)
  if (height > box.height) return undefined
  return {
    ...label,
    runs: [{ text: short, path: null }],
    size,
    anchor: 'middle',
    x: middle,
    y: box.y + box.height / 2 + size * 0.36,
    room: {
      x: middle - widthOf(short) / 2,
      y: box.y + (box.height - height) / 2,
      width: widthOf(short),
      height,
    },
  }
}

/** No text in a theme for the wall of a lecture hall is smaller, in pixels on the screen. */
const smallestOnWall = 18

/** Pixels on the screen; a theme that asks for large text gets it. */
export function leastText(scene: Pick<Scene, 'text' | 'reading'>): number {
  const text = scene.text * scene.reading
  return text < smallestOnWall - 0.01 ? Math.min(text, smallestText) : smallestOnWall
}

export function meets(rect: Rect, seen: Rect, more = 0): boolean {
  return (
    rect.x - more < seen.x + seen.width &&
    rect.x + rect.width + more > seen.x &&
    rect.y - more < seen.y + seen.height &&
    rect.y + rect.height + more > seen.y
  )
}
