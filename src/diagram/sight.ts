import type { Look } from './look'
import { smallestText } from './measure'
import type { Palette } from './palette'
import type { Rect, Scene } from './scene'

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
  /** What has just come and how far it has appeared, from 0 to 1. */
  readonly fresh?: { readonly ids: ReadonlySet<string>; readonly alpha: number }
}

/** No text is ever smaller on the screen than the smallest of the theme. */
export function isLegible(label: { readonly size: number }, scene: Scene, { zoom }: Sight): boolean {
  return label.size * zoom >= leastText(scene) - 0.01
}

/** Pixels on the screen; a theme that asks for large text means all of it. */
export function leastText({ text }: Pick<Scene, 'text'>): number {
  return text < 18 ? Math.min(text, smallestText) : text
}

export function meets(rect: Rect, seen: Rect, more = 0): boolean {
  return (
    rect.x - more < seen.x + seen.width &&
    rect.x + rect.width + more > seen.x &&
    rect.y - more < seen.y + seen.height &&
    rect.y + rect.height + more > seen.y
  )
}
