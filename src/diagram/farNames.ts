import { roomOf } from './outline'
import type { Painter } from './painter'
import type { Box, Label, Rect, Scene } from './scene'
import { isLegible, leastText, meets, readableIn, type Sight } from './sight'

/** A name from far takes no more than this share of the height of its box. */
const mostNamed = 0.4

/** A closed box of what flows down has its name beside its ribbon, and so the most of its height for it. */
const mostBeside = 0.9

/** Pixels between two names on a line, so that they are not read as one word. */
const apart = 6

/**
 * From far away the names of groups stay readable: in the smallest size of the theme, outermost first, and only
 * where no other name stands already.
 */
export function paintFarNames(
  painter: Painter,
  scene: Scene,
  groups: readonly Box[],
  sight: Sight,
): readonly Rect[] {
  const { zoom } = sight
  const size = leastText(scene) / zoom
  const taken: Rect[] = []
  for (const box of [...groups].sort((a, b) => a.depth - b.depth)) {
    const title = box.labels.find((label) => label.kind === 'title')
    if (!title || isLegible(title, scene, sight)) continue
    const name = title.runs
      .filter((run) => !run.mark)
      .map((run) => run.text)
      .join('')
    // Where a name has no room, what tells it from its neighbours may have: 4b of inception_4b.
    const short = name.split('_').at(-1)!
    const words = new Set([name, ...(/\d/.test(short) ? [short] : []), ...shorter(name)])
    for (const word of words) {
      const width = painter.widthOf(word, { size, bold: true })
      const room = roomFor(scene, box, title, { width, height: size * 1.35 }, { taken, groups }, sight)
      if (!room) continue
      taken.push(room)
      paintWord(painter, word, room, size, sight)
      break
    }
  }
  return taken
}

/** Shorter names of a part of DenseNet, which differ from each other; of any other part its number. */
function shorter(name: string): readonly string[] {
  const [, kind, number] = /^(denseblock|transition)(\d+)$/.exec(name) ?? []
  if (kind === undefined) return /\d+$/.exec(name) ?? []
  return kind === 'transition' ? [`trans${number}`, `t${number}`] : [`block${number}`, `b${number}`]
}

function paintWord(painter: Painter, word: string, room: Rect, size: number, { zoom, palette }: Sight): void {
  painter.rect({ ...room, x: room.x - 3 / zoom, width: room.width + 6 / zoom }, 3 / zoom, {
    fill: palette.paper,
    alpha: 0.82,
  })
  painter.text(word, room.x, room.y + size * 1.02, { size, bold: true, fill: palette.ink })
}

/** Between a layer and its word beside it, in pixels. */
const besideLayer = 4

/**
 * From far away a layer of the main line that has no room for a word has it above or beside itself, where that covers
 * nothing.
 */
export function paintFarWords(
  painter: Painter,
  scene: Scene,
  layers: readonly Box[],
  sight: Sight,
  names: readonly Rect[],
): void {
  const { zoom, visible } = sight
  const size = leastText(scene) / zoom
  const taken = [...names]
  const gap = besideLayer / zoom
  for (const box of layers) {
    const [label] = box.labels
    if (box.depth > 0 || box.small || !label || readableIn(box, label, scene, sight, painter)) continue
    const word = label.runs.map(({ text }) => text).join('')
    const [width, height] = [painter.widthOf(word, { size, bold: true }), size * 1.35]
    const y = box.y + (box.height - height) / 2
    const rooms = [
      { x: box.x + (box.width - width) / 2, y: box.y - gap - height, width, height },
      { x: box.x + box.width + gap, y, width, height },
      { x: box.x - gap - width, y, width, height },
    ]
    const isSeen = (room: Rect) =>
      room.x >= visible.x &&
      room.y >= visible.y &&
      room.x + width <= visible.x + visible.width &&
      room.y + height <= visible.y + visible.height
    const covers = (room: Rect) =>
      [...taken, ...scene.boxes, ...scene.tensors].some((other) => meets(other, room, -0.5 / zoom)) ||
      scene.ribbons.some((each) => each.kind !== 'wrap' && meets(roomOf(each, scene.direction), room))
    const room = rooms.find((each) => isSeen(each) && !covers(each))
    if (!room) continue
    taken.push(room)
    paintWord(painter, word, room, size, sight)
  }
}

interface Around {
  /** Where names stand already. */
  readonly taken: readonly Rect[]
  readonly groups: readonly Box[]
}

/** In a box, next to the ribbon that passes it; null where that has no room. */
function besideRibbon(
  box: Box,
  { room: { x } }: Label,
  { width, height }: { readonly width: number; readonly height: number },
  taken: readonly Rect[],
  { visible, zoom }: Pick<Sight, 'visible' | 'zoom'>,
): Rect | null {
  const room = { x, y: box.y + (box.height - height) / 2, width, height }
  if (x + width > box.x + box.width - 2 / zoom || height > box.height * mostBeside) return null
  const isSeen =
    x >= visible.x &&
    x + width <= visible.x + visible.width &&
    room.y >= visible.y &&
    room.y + height <= visible.y + visible.height
  return isSeen && !taken.some((other) => meets(other, room, -0.5 / zoom)) ? room : null
}

/** Where the name of a box is read from far: in it, or else beside it, within what is seen; null where nowhere. */
function roomFor(
  scene: Scene,
  box: Box,
  title: Label,
  { width, height }: { readonly width: number; readonly height: number },
  { taken, groups }: Around,
  { visible, zoom }: Sight,
): Rect | null {
  const isBeside = box.kind === 'group' && box.depth > 0 && scene.direction === 'down'
  if (isBeside) return besideRibbon(box, title, { width, height }, taken, { visible, zoom })
  const fits = width <= box.width && height <= box.height * mostNamed
  // A name may stand out of what it names, but not of what lies within others, where it would seem to name a
  // neighbour, and names may not hide what they name.
  if (box.depth > 0 && !fits) return null
  const wanted =
    box.kind === 'frame' ? [box.x + 4 / zoom, box.x + box.width - width] : [box.x + (box.width - width) / 2]
  const across = wanted.map((x) => Math.max(visible.x, Math.min(x, visible.x + visible.width - width)))
  const [above, below] = [box.y - height, box.y + box.height]
  const levels =
    box.kind === 'group'
      ? [title.room.y, below, above]
      : fits
        ? [box.y, below - height, above]
        : [above, box.y, below]
  const rooms = levels
    .filter((y) => y >= visible.y && y + height <= visible.y + visible.height)
    .flatMap((y) => across.map((x) => ({ x, y, width, height })))
  const isFree = (room: Rect) =>
    !taken.some((other) =>
      meets(other, { ...room, x: room.x - apart / zoom, width: width + (2 * apart) / zoom }, -0.5 / zoom),
    )
  // Above or below its box a name may not stand in another one, as if it were the name of that.
  const isOwn = (room: Rect) =>
    meets(room, box, -0.5 / zoom) ||
    groups.every((other) => other.depth < box.depth || !meets(room, other, -0.5 / zoom))
  return rooms.find((room) => isFree(room) && isOwn(room)) ?? null
}
