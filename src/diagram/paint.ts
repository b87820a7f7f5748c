import { stripOf } from '../nn/dependencies'
import { paintFarNames, paintFarWords } from './farNames'
import { outlineOf, roomOf } from './outline'
import type { ChipColours, Palette, PathColours } from './palette'
import type { Painter, Style } from './painter'
import { step } from './path'
import { textWidth } from './measure'
import type { Box, Label, Rect, Ribbon, Scene, Tensor } from './scene'
import { isLegible, leastText, meets, readableIn, type Sight } from './sight'

/** A closed group is so much paler than a layer with the same share. */
const closedShare = 0.85

/** Text grows with the picture up to so many times its size. */
const largestText = 2

/** What is not lit is this faint. */
const dim = 0.22

/** Pixels for one channel from which its picture says something. */
const legibleTile = 7

/** A scene from the ground up. */
export function paintScene(painter: Painter, scene: Scene, sight: Sight): void {
  const { visible } = sight
  const boxes = scene.boxes.filter((box) => meets(box, visible))
  const isUnder = (box: Box) => box.kind === 'frame' || box.kind === 'group'
  for (const box of boxes) if (isUnder(box)) paintBox(painter, box, scene, sight)
  for (const ribbon of scene.ribbons)
    if (meets(roomOf(ribbon, scene.direction), visible)) paintRibbon(painter, ribbon, scene, sight)
  for (const tensor of scene.tensors) if (meets(tensor, visible, 400)) paintTensor(painter, tensor, sight)
  for (const box of boxes) if (!isUnder(box)) paintBox(painter, box, scene, sight)
  for (const label of scene.labels)
    if (isLegible(label, scene, sight) && meets(label.room, visible))
      paintLabel(painter, label, scene, sight, inkOf(label, sight.palette))
  for (const box of boxes) if (isUnder(box)) paintTitle(painter, box, scene, sight)
  const badges = sight.badges?.badgesOf(boxes, scene, sight) ?? []
  const names = paintFarNames(painter, scene, boxes.filter(isUnder), sight, badges)
  paintFarWords(
    painter,
    scene,
    boxes.filter(({ kind }) => kind === 'layer'),
    sight,
    [...names, ...badges],
    (grown) => paintBox(painter, grown, scene, sight),
  )
  for (const box of boxes) sight.badges?.paintBadge(painter, box, scene, sight)
}

/** How strongly something is seen: newcomers fade in, what is not lit steps back. */
function presence(id: string, of: string, { look, fresh }: Sight): number {
  const faint = look.lit !== undefined && !look.lit.has(of) && !look.lit.has(id) ? dim : 1
  return fresh?.ids.has(id) ? faint * fresh.alpha : faint
}

/** A ribbon is lit with what it joins; of a tensor in which one path is meant, the strip of that path alone. */
function ribbonPresence({ id, kind, path, from, to }: Ribbon, sight: Sight): number {
  const { lit } = sight.look
  const leaves = kind === 'flow' || kind === 'strip'
  const joined = lit?.has(stripOf(to, null)) ? to : leaves && lit?.has(stripOf(from, null)) ? from : null
  if (joined !== null) return presence(id, stripOf(joined, path), sight)
  return presence(id, lit?.has(to) ? from : to, sight)
}

/** Lines stay visible from far away. */
function thin(width: number, { zoom }: Sight): number {
  return Math.max(width, 0.7 / zoom)
}

function paintRibbon(painter: Painter, ribbon: Ribbon, scene: Scene, sight: Sight): void {
  const { palette, look } = sight
  const outline = outlineOf(ribbon, scene.direction)
  const path = ribbon.path === null ? null : palette.paths[ribbon.path]
  const related = look.hovered !== null && (ribbon.from === look.hovered || ribbon.to === look.hovered)
  const alpha = ribbonPresence(ribbon, sight)
  switch (ribbon.kind) {
    case 'arc':
      return painter.path(outline, {
        stroke: ribbon.shape.form === 'tear' ? palette.error : (path?.line ?? palette.error),
        width: thin(3, sight),
        alpha,
      })
    case 'link':
      return painter.path(outline, {
        stroke: related ? (path?.full ?? palette.ink) : (path?.line ?? palette.wrap),
        width: thin(related ? 3 : 1.4, sight),
        alpha: related || look.hovered === null ? alpha : alpha * 0.6,
      })
    case 'wrap':
      return painter.path(outline, {
        stroke: palette.wrap,
        width: thin(2, sight),
        dash: [1, 6],
        alpha,
      })
    case 'torn':
      return painter.path(outline, {
        fill: palette.torn,
        stroke: palette.error,
        dash: [4, 3],
        width: thin(1, sight),
        alpha: alpha * 0.9,
      })
    default:
      return painter.path(outline, {
        fill: ribbonFill(ribbon, path, scene, sight, related),
        ...outlineOfPath(ribbon.path, sight),
        alpha: ribbon.kind === 'skip' && path ? alpha * palette.skipAlpha : alpha,
      })
  }
}

/** A line around a ribbon, where its colour does not say which path it is. */
function outlineOfPath(path: number | null, sight: Sight): Style {
  const { outline } = sight.palette
  if (!outline) return {}
  const dashes = path === null ? [] : outline.dashes[path % outline.dashes.length]
  return {
    stroke: outline.colour,
    width: thin(1, sight),
    dash: dashes.map((length) => length / sight.zoom),
  }
}

function ribbonFill(
  ribbon: Ribbon,
  path: PathColours | null,
  scene: Scene,
  sight: Sight,
  related: boolean,
): NonNullable<Style['fill']> {
  const { palette, look } = sight
  const { colouring } = look
  const hovered = related && ribbon.from === look.hovered && ribbon.kind !== 'fan'
  if (colouring?.by === 'amount') {
    const share = colouring.flows ? colouring.shares.get(ribbon.from) : undefined
    return share === undefined ? (hovered ? palette.plainStrand : palette.plain) : palette.amount(share)
  }
  if (colouring?.by === 'family') {
    const family = colouring.of(ribbon.from)
    if (family === null) return palette.plain
    return hovered ? palette.families[family].softLine : palette.families[family].flow
  }
  if (path === null)
    return ribbon.kind === 'strand' || hovered
      ? palette.plainStrand
      : ribbon.kind === 'fan'
        ? palette.plainFan
        : palette.plain
  if (ribbon.kind === 'fan') {
    const { x, y, width, height } = roomOf(ribbon, scene.direction)
    const across = scene.direction === 'right'
    return {
      from: palette.plain,
      to: path.flow,
      start: [x, y],
      end: across ? [x + width, y] : [x, y + height],
    }
  }
  if (hovered) return path.hovered
  if (ribbon.kind === 'strip') return path.strip
  return ribbon.kind === 'skip' || ribbon.kind === 'strand' ? path.skip : path.flow
}

function paintBox(painter: Painter, box: Box, scene: Scene, sight: Sight): void {
  const { palette, look } = sight
  const alpha = presence(box.id, box.id, sight)
  const corner = cornerOf(box)
  const share = look.colouring?.by === 'amount' ? look.colouring.shares.get(box.id) : undefined
  const body = bodyOf(box, share, sight)
  // What shows through faint segments is paper.
  const style = { ...body, ...(box.segments.length > 0 && { fill: palette.paper }), alpha }
  if (box.stack) for (const by of [8, 4]) painter.rect(shifted(box, by), corner, style)
  painter.rect(box, corner, style)
  if (look.frozen?.has(box.id))
    painter.path(look.frozen.lines(box), { stroke: palette.soft, width: thin(1, sight), alpha })
  for (const part of box.segments) {
    const [fill, ink] =
      part.path === null
        ? [palette.plainSegment, palette.onChip]
        : [palette.paths[part.path].full, palette.onPath]
    const hasOwn = look.lit?.has(stripOf(box.id, null)) ?? false
    const strip = stripOf(box.id, part.path)
    const own = hasOwn ? presence(box.id, strip, sight) : alpha
    painter.rect(part, 0, {
      fill,
      stroke: palette.paper,
      width: 0.8,
      alpha: own,
    })
    const text = String(part.channels)
    // The number repeats what the sum below says, where the bar has room for it.
    const fits = part.height >= scene.text + 3 && part.width >= textWidth(text, scene.text, true)
    if (fits && isLegible({ size: scene.text }, scene, sight)) {
      const size = scene.text * Math.min(1, grownBy(scene, sight))
      const [x, y] = [part.x + part.width / 2, part.y + part.height / 2 + size / 3]
      // The number beside the one that is meant is compared with it.
      const isBeside = hasOwn && !look.lit!.has(strip)
      painter.text(text, x, y, {
        size,
        bold: true,
        anchor: 'middle',
        fill: isBeside ? palette.soft : ink,
        alpha: isBeside ? alpha : own,
      })
    }
  }
  if (box.kind === 'layer' || box.kind === 'join') {
    const ink =
      share !== undefined
        ? palette.onAmount(share)
        : box.small
          ? chipOf(box, sight).softText
          : box.path !== null && look.colouring?.by !== 'family'
            ? palette.onPath
            : palette.onChip
    for (const label of box.labels) {
      const shown = readableIn(box, label, scene, sight, painter)
      if (shown) paintLabel(painter, shown, scene, sight, ink)
    }
  }
  paintRing(painter, box, corner, sight)
}

/** The name of a group lies over the ribbons that pass it. */
function paintTitle(painter: Painter, box: Box, scene: Scene, sight: Sight): void {
  const { palette, look } = sight
  const share =
    box.kind === 'group' && look.colouring?.by === 'amount' ? look.colouring.shares.get(box.id) : undefined
  for (const label of box.labels)
    if (isLegible(label, scene, sight))
      paintLabel(
        painter,
        label,
        scene,
        sight,
        share === undefined ? inkOf(label, palette) : palette.onAmount(share * closedShare),
      )
}

/** A layer has the color of its path, unless colors stand for what layers do. */
function chipOf({ family, path }: Box, { palette, look }: Sight): ChipColours {
  if (look.colouring?.by === 'family') return palette.families[family ?? 'merge']
  return path === null ? palette.mainLine : palette.paths[path].chip
}

function bodyOf(box: Box, share: number | undefined, sight: Sight): Style {
  const { palette, look } = sight
  const hovered = look.hovered === box.id
  const line = thin(1, sight)
  switch (box.kind) {
    case 'frame':
      return {
        fill: palette.frame,
        stroke: box.issue ? palette.error : hovered ? palette.soft : palette.frameLine,
        width: hovered ? line * 2 : line,
      }
    case 'group':
      return {
        fill: share === undefined ? palette.surface : palette.amount(share * closedShare),
        stroke: box.issue ? palette.error : hovered ? palette.soft : palette.groupLine,
        width: hovered || box.issue ? line * 1.5 : line,
      }
    default: {
      const chip = chipOf(box, sight)
      if (share !== undefined) return { fill: palette.amount(share), stroke: palette.faceLine, width: line }
      if (box.small) return { fill: chip.soft, stroke: hovered ? chip.full : chip.softLine, width: line }
      return { fill: chip.full, ...(hovered && { stroke: palette.ink, width: line * 1.5 }) }
    }
  }
}

/** What is selected, reached, different or focused has a ring of its own, told apart by more than colour. */
function paintRing(painter: Painter, box: Box, corner: number, sight: Sight): void {
  const { look, palette, focused } = sight
  const ring = (stroke: string, width: number, out: number, dash?: readonly number[]) =>
    painter.rect(grown(box, out), corner + out, { stroke, width: thin(width, sight), dash })
  const isChip = box.kind === 'layer' || box.kind === 'join'
  if (isChip && box.issue) ring(palette.error, 1.6, 1.5)
  if (look.progress?.has(box.id)) ring(palette.accent, 1.5, 0)
  const mark = look.marks?.get(box.id)
  if (mark) ring(palette.mark, 2, 3, mark === 'changed' ? [6, 4] : undefined)
  if (look.selected === box.id) ring(isChip ? palette.ink : palette.accent, 2.5, isChip ? 1.5 : 0)
  if (focused === box.id) ring(palette.focus, 3, 4)
}

function paintTensor(painter: Painter, tensor: Tensor, sight: Sight): void {
  const { palette, look, zoom } = sight
  const alpha = presence(tensor.id, tensor.id, sight)
  const { mosaic } = tensor
  if (mosaic && (mosaic.width / mosaic.columns) * zoom >= legibleTile) {
    const maps = look.maps?.(tensor.id, mosaic.columns)
    if (maps) {
      painter.rect(grown(mosaic, 0.6), 0, { fill: palette.paper, alpha })
      painter.image(maps, mosaic, alpha)
      return
    }
  }
  const { x, y, width: w, height: h, depth: d } = tensor
  const hovered = look.hovered === tensor.id
  const line = {
    stroke: hovered ? palette.accent : palette.faceLine,
    width: thin(hovered ? 2 : 1, sight),
    alpha,
  }
  painter.path(
    [
      ...[step.move, x, y, step.line, x + d, y - d, step.line, x + d + w, y - d],
      ...[step.line, x + d + w, y - d + h, step.line, x + w, y + h, step.line, x, y + h, step.close],
      ...[step.move, x + w, y, step.line, x + w + d, y - d],
    ],
    { fill: palette.side, ...line },
  )
  painter.rect(tensor, 0, { fill: palette.face, ...line })
  const picture = look.thumbnails?.get(tensor.id)
  if (picture) painter.image(picture, tensor, alpha)
}

function paintLabel(painter: Painter, given: Label, scene: Scene, sight: Sight, ink: string): void {
  const { palette } = sight
  const alpha = presence(given.id, given.of, sight)
  const label = atMost(given, scene, sight)
  const style = { size: label.size, bold: label.bold, alpha }
  const text = label.runs.map((run) => run.text).join('')
  if (label.runs.every((run) => run.path === null && !run.mark))
    return painter.text(text, label.x, label.y, {
      ...{ ...style, anchor: label.anchor, fill: ink },
      // On a narrow page a shape stands on its own ribbon, whose edges would run through the digits.
      ...(label.kind === 'shape' && scene.direction === 'down' && { rim: palette.paper }),
    })
  // Runs in several colours are set one after the other, so the line starts where its middle asks for.
  let x = label.anchor === 'middle' ? label.x - textWidth(text, label.size, label.bold) / 2 : label.x
  for (const run of label.runs) {
    const fill =
      run.path !== null ? palette.paths[run.path].text : run.mark && ink === palette.ink ? palette.soft : ink
    painter.text(run.text, x, label.y, { ...style, fill })
    x += painter.widthOf(run.text, style)
  }
}

/** How many times larger text may get before it has its largest size on the screen. */
function grownBy({ reading }: Scene, { zoom }: Pick<Sight, 'zoom'>): number {
  return (largestText * reading) / zoom
}

/** From near, text stays as large as text is read, in the place that it has. */
export function atMost(label: Label, scene: Scene, sight: Pick<Sight, 'zoom'>): Label {
  // What is left for a nearer view is laid out small, and never shown smaller than it is read.
  const part = Math.max(grownBy(scene, sight), leastText(scene) / (label.size * sight.zoom))
  if (part >= 1) return label
  const { room } = label
  const start = label.anchor === 'middle' ? label.x : label.x + ((1 - part) * room.width) / 2
  return { ...label, size: label.size * part, x: start, y: label.y - (1 - part) * label.size * 0.35 }
}

function inkOf(label: Label, palette: Palette): string {
  if (label.kind === 'issue') return palette.error
  return label.kind === 'detail' ? palette.soft : palette.ink
}

function cornerOf(box: Box): number {
  if (box.kind === 'layer') return Math.min(box.height / 2, 14)
  if (box.kind === 'join') return box.segments.length ? 3 : box.width / 2
  return 10
}

export function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

function shifted({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x + by, y: y + by, width, height }
}
