import type { Hatched } from './look'
import { type Path, step } from './path'
import type { Rect } from './scene'

/** Distance of the lines of a hatched box. */
const apart = 7

/** Nodes and groups with lines across them; only a lab draws them, so no network's page begins with this. */
export function hatched(ids: ReadonlySet<string>): Hatched {
  return { has: (id) => ids.has(id), lines: linesAcross }
}

/** Lines across a box, from below to the right. */
function linesAcross({ x, y, width, height }: Rect): Path {
  const lines: number[] = []
  for (let at = apart; at < width + height; at += apart) {
    lines.push(step.move, x + Math.max(0, at - height), y + Math.min(at, height))
    lines.push(step.line, x + Math.min(at, width), y + Math.max(0, at - width))
  }
  return lines
}
