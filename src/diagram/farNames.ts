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
 * where no other name stands already; clear of the signs in corners, where there is such a place.
 */
export function paintFarNames(
  painter: Painter,
  scene: Scene,
  groups: readonly Box[],
  sight: Sight,
  badges: readonly Rect[] = [],
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
    const spot = (hiding: readonly Rect[]) => {
      for (const word of words) {
        const width = painter.widthOf(word, { size, bold: true })
        const around = { taken: [...taken, ...hiding], groups }
        const room = roomFor(scene, box, title, { width, height: size * 1.35 }, around, sight)
        if (room) return { word, room }
      }
    }
    // A short name that is seen tells more than a whole one beneath a badge.
    const first = spot(badges) ?? (badges.length > 0 && spot([]))
    if (!first) continue
    taken.push(first.room)
    paintWord(painter, first.word, first.room, size, sight)
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

/** Between a layer and its word beside it, and at both sides of a word in a pill that grows for it, in pixels. */
const besideLayer = 4
const inPill = 6

/** A pill that grows is so high, in the size of its word. */
const grownHeight = 1.2

/** A layer off the main line grows for its word by no more than this, in units of the scene: its neighbors are close. */
const mostLower = 10

/**
 * From far away a layer that has no room for a word grows for it where that covers nothing but its ribbon; one of the
 * main line else has it above, beside or below itself, short where all of it has no room.
 */
export function paintFarWords(
  painter: Painter,
  scene: Scene,
  layers: readonly Box[],
  sight: Sight,
  names: readonly Rect[],
  pill: (grown: Box) => void,
): void {
  const { zoom, visible } = sight
  const size = leastText(scene) / zoom
  const taken = [...names]
  const gap = besideLayer / zoom
  const others = [...scene.boxes.filter(({ kind }) => kind !== 'frame'), ...scene.tensors]
  const frames = scene.boxes.filter(({ kind }) => kind === 'frame')
  const read = scene.labels.flatMap((label) => (isLegible(label, scene, sight) ? label.room : []))
  for (const box of layers) {
    const [label] = box.labels
    const isMain = box.depth === 0 && !box.small
    // First what costs least: most layers of a large network are far too low.
    if (!label || (!isMain && size * grownHeight > box.height + mostLower)) continue
    if (readableIn(box, label, scene, sight, painter)) continue
    const lies = (room: Rect) =>
      [...taken, ...others, ...read].some((other) => other !== box && meets(other, room, -0.5 / zoom)) ||
      frames.some((frame) => meets(frame, room, -0.5 / zoom) && !holds(frame, room))
    const grown = wordsOf(label)
      .map((text) => grownFor(box, label, text, size, painter, zoom))
      .find((each) => holds(visible, each) && !lies(each))
    if (grown) {
      taken.push(grown)
      pill(grown)
      continue
    }
    if (!isMain) continue
    const passed = scene.direction === 'right' ? passedBy(box, scene) : box
    const covers = (room: Rect) =>
      lies(room) ||
      meets(box, room, -0.5 / zoom) ||
      scene.ribbons.some((each) => each.kind !== 'wrap' && meets(roomOf(each, scene.direction), room))
    const height = size * 1.35
    const roomsFor = (word: string) => {
      const width = painter.widthOf(word, { size, bold: true })
      const y = box.y + (box.height - height) / 2
      // Above and below it a word begins or ends with what is seen rather than be cut off.
      const x = Math.max(
        visible.x,
        Math.min(box.x + (box.width - width) / 2, visible.x + visible.width - width),
      )
      return [
        { word, x, y: passed.y - gap - height, width, height },
        { word, x: box.x + box.width + gap, y, width, height },
        { word, x: box.x - gap - width, y, width, height },
        { word, x, y: passed.y + passed.height + gap, width, height },
      ]
    }
    const room = wordsOf(label)
      .flatMap(roomsFor)
      .find((each) => holds(visible, each) && !covers(each))
    if (!room) continue
    taken.push(room)
    paintWord(painter, room.word, room, size, sight)
  }
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

/** As high as a layer and the ribbons that come to it and leave it to the right. */
function passedBy(box: Box, { ribbons, direction }: Scene): Pick<Rect, 'y' | 'height'> {
  const own = ribbons.filter(({ kind, from, to }) => kind !== 'wrap' && (from === box.id || to === box.id))
  const rooms = [box, ...own.map((each) => roomOf(each, direction))]
  const top = Math.min(...rooms.map(({ y }) => y))
  return { y: top, height: Math.max(...rooms.map(({ y, height }) => y + height)) - top }
}

/** All of what a layer is called, and what it may be called where that has no room. */
function wordsOf({ runs, short }: Label): readonly string[] {
  const word = runs.map(({ text }) => text).join('')
  return short === undefined ? [word] : [word, short]
}

/** A layer that has grown just so much that it holds a word. */
function grownFor(box: Box, label: Label, text: string, size: number, painter: Painter, zoom: number): Box {
  const width = Math.max(box.width, painter.widthOf(text, { size, bold: true }) + (2 * inPill) / zoom)
  const height = Math.max(box.height, size * grownHeight)
  const room = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height }
  const [x, y] = [room.x + width / 2, room.y + height / 2 + size * 0.36]
  const runs = [{ text, path: null }]
  return { ...box, ...room, labels: [{ ...label, runs, size, bold: true, anchor: 'middle', x, y, room }] }
}

interface Around {
  /** What may not be covered, such as names that stand already. */
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
  return holds(visible, room) && !taken.some((other) => meets(other, room, -0.5 / zoom)) ? room : null
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
  if (box.kind === 'group' && scene.direction === 'down') {
    const beside = besideRibbon(box, title, { width, height }, taken, { visible, zoom })
    if (beside || box.depth > 0) return beside
  }
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
  const places = rooms.filter((room) => isFree(room) && isOwn(room))
  const layers = scene.boxes.filter(({ kind, id }) => kind === 'layer' && id.startsWith(`${box.id}/`))
  const isClear = (room: Rect) => !layers.some((other) => meets(other, room, -0.5 / zoom))
  return places.find(isClear) ?? places.at(0) ?? null
}
