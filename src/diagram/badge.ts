import { type Look, markSigns } from './look'
import type { Painter } from './painter'
import type { Box, Rect, Scene } from './scene'
import { leastText, meets, type Sight } from './sight'

/** So much larger than its sign is a badge. */
const around = 1.4

/** From afar a badge is so high at most beside its box, and goes without its sign where that has no room. */
const mostOfBox = 1.2

/** Between a layer and its badge, in pixels: the ring around the layer lies there. */
const off = 2

/**
 * The round sign of what is marked: as large as the smallest text of the theme asks for, on the screen. A group has it
 * in its corner; a layer or a join is hardly larger than its word or sign, and has it beside itself, clear of what
 * stands around it.
 */
export function badgeOf(box: Box, scene: Scene, zoom: number): Rect {
  const { x, y, width, height, kind } = box
  const size = Math.min((leastText(scene) * around) / zoom, Math.max(height * mostOfBox, 10 / zoom))
  const at = (left: number, top: number): Rect => ({ x: left, y: top, width: size, height: size })
  // A picture fills a narrow pane up to its bounds, beyond which half a badge would be cut off.
  const end = scene.bounds.x + scene.bounds.width + off / zoom
  const corner = at(Math.min(x + width - size / 2, end - size), y - size / 2)
  if (kind !== 'layer' && kind !== 'join') return corner
  const gap = off / zoom
  const [middle, across] = [y + (height - size) / 2, x + (width - size) / 2]
  const beside = [at(x + width + gap, middle), at(x - gap - size, middle)]
  const over = [at(across, y - gap - size), at(across, y + height + gap)]
  const outside = [
    at(x + width, y - size),
    at(x + width, y + height),
    at(x - size, y - size),
    at(x - size, y + height),
  ]
  // The flow passes above and below a layer where it leads down, and beside it where it leads right.
  const places = scene.direction === 'down' ? [...beside, ...outside] : [...over, ...outside]
  return places.find((place) => isClear(place, box, scene, zoom)) ?? places[0]
}

/** Whether a badge there covers nothing that is read. */
function isClear(place: Rect, box: Box, { boxes, labels, tensors }: Scene, zoom: number): boolean {
  const lies = (other: Rect) => meets(other, place, -0.5 / zoom)
  return !(
    boxes.some((other) => other !== box && other.kind !== 'frame' && lies(other)) ||
    labels.some(({ room }) => lies(room)) ||
    tensors.some(lies)
  )
}

/** Where the badges of some boxes lie. */
export function badgesOf(
  boxes: readonly Box[],
  scene: Scene,
  { look: { marks }, zoom }: Pick<Sight, 'look' | 'zoom'>,
): readonly Rect[] {
  if (!marks?.size) return []
  return boxes.flatMap((box) => (marks.has(box.id) ? badgeOf(box, scene, zoom) : []))
}

/** The box whose badge is seen at a place of the scene; of two that meet the one painted last. */
export function badgeAt(scene: Scene, { marks }: Look, x: number, y: number, zoom: number): Box | undefined {
  if (!marks?.size) return undefined
  return scene.boxes.findLast((box) => {
    if (!marks.has(box.id)) return false
    const { x: left, y: top, width } = badgeOf(box, scene, zoom)
    return Math.hypot(x - left - width / 2, y - top - width / 2) <= width / 2
  })
}

export function paintBadge(painter: Painter, box: Box, scene: Scene, { look, palette, zoom }: Sight): void {
  const mark = look.marks?.get(box.id)
  if (!mark) return
  const round = badgeOf(box, scene, zoom)
  const { x, y, width } = round
  painter.rect(round, width / 2, { fill: palette.mark, stroke: palette.paper, width: width / 12 })
  const size = width / around
  if (size * zoom < leastText(scene) - 0.01) return
  painter.text(markSigns[mark].sign, x + width / 2, y + width / 2 + size * 0.36, {
    size,
    bold: true,
    anchor: 'middle',
    fill: palette.onPath,
  })
}
