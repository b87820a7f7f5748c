import { textWidth } from './measure'
import { atMost } from './paint'
import type { Label, Rect, Run, Scene } from './scene'
import { isLegible } from './sight'

/** A number of a sum and what it counts, or a question mark and what it waits for. */
export interface Term {
  /** The path that it belongs to, or the node that it comes from. */
  readonly id: string
  readonly words: string
  /** Where all of the sum, or the shape, stands. */
  readonly room: Rect
}

/**
 * The number of a sum, or the question mark, that is seen at a place of the scene; undefined where there is none.
 * @param zoom pixels for one unit of the scene
 */
export function termAt(scene: Scene, x: number, y: number, zoom: number): Term | undefined {
  for (const given of scene.labels) {
    const { room } = given
    if (!given.runs.some(({ of }) => of !== undefined)) continue
    if (y < room.y || y > room.y + room.height) continue
    if (!isLegible(given, scene, { zoom })) continue
    const run = runAt(atMost(given, scene, { zoom }), x)
    if (run?.of === undefined) continue
    const on = run.path === null ? '' : `path ${run.path + 1}: `
    return { id: run.of, words: run.words ?? `${on}${run.text} channels from ${run.of}`, room }
  }
  return undefined
}

function runAt({ runs, x: start, anchor, size, bold }: Label, x: number): Run | undefined {
  const widths = runs.map(({ text }) => textWidth(text, size, bold))
  let at = anchor === 'middle' ? start - widths.reduce((sum, width) => sum + width, 0) / 2 : start
  return runs.find((_, i) => {
    const from = at
    at += widths[i]
    return x >= from && x < at
  })
}
