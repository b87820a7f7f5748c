import { easeCubicInOut, pointer, select, timer, type Timer } from 'd3'
import type { GroupId, NodeId } from '../nn/graph'
import { type Aim, createCamera, type Place } from './camera'
import { createItems, targetOf } from './items'
import { createLegend } from './legend'
import type { Look, Mark } from './look'
import { readable } from './measure'
import { createMinimap } from './minimap'
import { passage } from './motion'
import { neighbour } from './navigate'
import { outlineOf, roomOf } from './outline'
import { paletteOf, type Palette } from './palette'
import { isOn } from './painter'
import { createSheet } from './sheet'
import type { Box, Rect, Scene } from './scene'
import type { Snapshot } from './snapshot'

export interface DiagramEvents {
  select(id: NodeId | GroupId): void
  toggle(id: GroupId): void
  hover(id: NodeId | GroupId | null): void
  /** The reader moved the picture; what follows a `place` is not reported. */
  move?(place: Place): void
  /** The picture has come to rest somewhere; null where it is as it was first shown. */
  rest?(aim: Aim | null): void
}

export interface DiagramView {
  update(scene: Scene, look: Look): void
  /** The theme has changed. */
  recolour(): void
  /** The page has another size. */
  resize(): void
  /** Shows everything; `readable` rather shows its beginning than text that is too small. */
  fit(options?: { readable?: boolean; onlyIfUntouched?: boolean; largest?: number }): void
  /** Of the part of the page that the scene has, without the legend, in pixels. */
  height(): number
  /** The scale at which everything would fill the page, however it is seen now. */
  fitting(): number | null
  /** Shows a box as large as it fits, and stays there when the page changes its size. */
  zoomTo(id: string): void
  /** Shows a box as large as it fits at first, and again when the page changes its size. */
  frame(id: string, still: boolean): void
  /** Moves as little as needed to bring a box into sight, with room around it: a share of the page. */
  reveal(id: string, room?: number): void
  zoomBy(factor: number): void
  /** Shows a place, such as the one at which another picture stands. */
  place(place: Place): void
  /** The picture as it is now; null before there is one. */
  snapshot(): Snapshot | null
  /** Shows what stood in the middle once; false where there is no such box. */
  aim(aim: Aim): boolean
  /** What stands in the middle, told by the nearest box that `counts`; null where there is none. */
  aimed(counts: (id: NodeId | GroupId) => boolean): Aim | null
  destroy(): void
}

/** Opening and closing takes this long, in milliseconds. */
const opening = 250

/** Beyond this many parts a change is shown at once. */
const mostMoving = 1500

/** A picture that has not moved for so long, in milliseconds, is at rest. */
const resting = 300

/** A finger that rests this long, in milliseconds, selects a group without opening it. */
const longPress = 500

/** Draws scenes into a container. React never touches what is inside. */
export function createDiagramView(container: HTMLElement, on: DiagramEvents): DiagramView {
  const root = document.createElement('div')
  root.className = 'diagram'
  root.setAttribute('role', 'tree')
  root.setAttribute('aria-label', 'Network')
  container.append(root)
  let scene: Scene | null = null
  /** What is painted: the scene, or one on its way to it. */
  let shown: Scene | null = null
  let fresh: { readonly ids: ReadonlySet<string>; readonly alpha: number } | undefined
  let look: Look = { selected: null, hovered: null }
  let active: string | null = null
  let focused: string | null = null
  let palette: Palette = paletteOf(container)
  let motion: Timer | undefined

  const sheet = createSheet(
    root,
    () => shown && { scene: shown, sight: { look, palette, focused, ...(fresh && { fresh }) } },
  )
  const items = createItems(root)
  const legend = createLegend(container)
  const minimap = createMinimap(root, (place) => {
    camera.goTo(place)
    on.move?.(camera.place())
  })
  const camera = createCamera(root, (transform, byHand) => {
    items.place(transform.x, transform.y, transform.k)
    sheet.turn(transform)
    legend.zoom(transform.k)
    minimap.show(sheet.visible(), transform.k)
    if (byHand) minimap.appear()
    if (byHand) on.move?.(camera.place())
    clearTimeout(rest)
    rest = setTimeout(() => on.rest?.(camera.touched() ? aimed() : null), resting)
  })
  let rest: ReturnType<typeof setTimeout> | undefined
  const still = window.matchMedia('(prefers-reduced-motion: reduce)')
  const duration = () => (still.matches ? 0 : opening)

  function boxOf(id: string | null): Box | undefined {
    return scene?.boxes.find((box) => box.id === id)
  }

  function aimed(counts: (id: NodeId | GroupId) => boolean = () => true): Aim | null {
    const { x, y, k } = camera.place()
    let nearest: Box | undefined
    let least = Infinity
    for (const box of scene?.boxes ?? []) {
      if (box.kind === 'frame' || !counts(box.id)) continue
      const distance = Math.hypot(middle(box).x - x, middle(box).y - y)
      if (distance < least) [nearest, least] = [box, distance]
    }
    return nearest ? { id: nearest.id, x: x - middle(nearest).x, y: y - middle(nearest).y, k } : null
  }

  /** What is under a pointer: a box that acts, or the tensor of a ribbon. */
  function targetAt(event: MouseEvent): { readonly id: string; readonly box: Box | undefined } | null {
    const id = (event.target as Element).closest<HTMLElement>('.box')?.dataset.id
    const box = id === undefined ? undefined : boxOf(id)
    if (box) return { id: box.id, box }
    if (!scene) return null
    const [px, py] = pointer(event, root)
    const [x, y] = camera.transform().invert([px, py])
    const on = ({
      x: left,
      y: top,
      width,
      height,
    }: {
      x: number
      y: number
      width: number
      height: number
    }) => x >= left && x <= left + width && y >= top && y <= top + height
    const face = scene.tensors.find(on)
    if (face) return { id: face.id, box: undefined }
    const { direction } = scene
    sheet.context.setTransform(1, 0, 0, 1, 0, 0)
    const ribbon = scene.ribbons.findLast(
      (each) =>
        !['arc', 'link', 'wrap'].includes(each.kind) &&
        on(roomOf(each, direction)) &&
        isOn(outlineOf(each, direction), x, y, sheet.context),
    )
    return ribbon ? { id: ribbon.from, box: undefined } : null
  }

  function act(box: Box): void {
    if (box.kind === 'group' || box.kind === 'frame') on.toggle(box.id)
    else on.select(box.id)
  }

  function activate(id: string | null, focus: boolean): void {
    active = id
    items.activate(id, focus)
    const box = boxOf(id)
    if (focus && box) camera.reveal(targetOf(box))
  }

  function setHover(id: string | null): void {
    if (id !== look.hovered) on.hover(id)
  }

  let pressed: ReturnType<typeof setTimeout> | undefined
  let held = false
  const release = () => clearTimeout(pressed)

  select(root)
    .on('click', (event: MouseEvent) => {
      const wasHeld = held
      held = false
      const target = targetAt(event)
      if (!target || wasHeld) return
      if (!target.box) return on.select(target.id)
      activate(target.box.id, false)
      act(target.box)
    })
    .on('pointerdown.press', (event: PointerEvent) => {
      release()
      held = false
      if (event.pointerType === 'mouse') return
      const target = targetAt(event)
      if (!target) return
      pressed = setTimeout(() => {
        held = true
        activate(target.id, false)
        on.select(target.id)
      }, longPress)
    })
    .on('pointermove', (event: PointerEvent) => {
      if (Math.abs(event.movementX) + Math.abs(event.movementY) > 4) release()
      if (event.buttons === 0) setHover(targetAt(event)?.id ?? null)
    })
    .on('pointerup.press', release)
    .on('pointercancel.press', release)
    .on('pointerleave', () => setHover(null))
    .on('focusin', (event: FocusEvent) => {
      const element = (event.target as Element).closest<HTMLElement>('.box')
      const id = element?.dataset.id
      if (id === undefined) return
      if (id !== active) activate(id, false)
      focused = element!.matches(':focus-visible') ? id : null
      sheet.ask()
    })
    .on('focusout', () => {
      focused = null
      sheet.ask()
    })
    .on('keydown', (event: KeyboardEvent) => {
      const box = boxOf(active)
      if (!scene || !box || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Enter' || event.key === ' ') act(box)
      else if (event.key === 'Escape') {
        const open = box.kind === 'frame' ? box : boxOf(box.parent)
        if (!open) return
        active = open.id
        on.toggle(open.id)
      } else {
        const next = neighbour(scene, box.id, event.key)
        if (next === null) return
        activate(next, true)
      }
      event.preventDefault()
      event.stopPropagation()
    })

  /** A group that is open in one scene and closed in the other. */
  function toggled(before: Scene, after: Scene): readonly [Box, Box] | undefined {
    const was = new Map(before.boxes.map((box) => [box.id, box]))
    const found = after.boxes.flatMap((box): [Box, Box][] => {
      const old = was.get(box.id)
      return old && old.kind !== box.kind ? [[old, box]] : []
    })
    return found.find(([, box]) => box.id === active) ?? found[0]
  }

  /** Moves from one scene to another; what is new appears when the others have made room. */
  function move(before: Scene, after: Scene): void {
    const way = passage(before, after)
    const length = duration()
    motion?.stop()
    motion = timer((elapsed) => {
      const part = Math.min(1, elapsed / length)
      shown = part === 1 ? after : way.at(easeCubicInOut(part))
      fresh = part === 1 ? undefined : { ids: way.fresh, alpha: Math.max(0, (part - 0.6) / 0.4) }
      sheet.ask()
      if (part === 1) motion?.stop()
    })
  }

  function draw(next: Scene): void {
    const before = scene
    const parts = next.boxes.length + next.ribbons.length + next.labels.length
    const moves = before !== null && duration() > 0 && parts < mostMoving
    const keepsFocus = root.contains(document.activeElement)
    scene = next
    items.show(next)
    if (moves) move(shown ?? before, next)
    else {
      motion?.stop()
      shown = next
      fresh = undefined
    }
    legend.show(next.legend)
    minimap.draw(next, palette)
    const change = before && toggled(before, next)
    if (change) camera.hold(change[0].entry, change[1].entry, targetOf(change[1]), moves ? opening : 0)
    const stays = boxOf(active) ? active : (next.links[0]?.from ?? null)
    activate(stays, keepsFocus && change !== undefined)
  }

  return {
    update(next, nextLook) {
      look = nextLook
      if (next !== scene) draw(next)
      items.select(look.selected)
      legend.colour(look.colouring, palette)
      legend.mark(marksIn(next, look))
      root.style.cursor = look.hovered === null ? '' : 'pointer'
      sheet.ask()
    },
    recolour() {
      palette = paletteOf(container)
      if (scene) minimap.draw(scene, palette)
      legend.colour(look.colouring, palette)
      sheet.ask()
    },
    resize() {
      minimap.show(sheet.visible(), camera.transform().k)
      sheet.ask()
    },
    fit({ readable: asText = false, onlyIfUntouched = false, largest } = {}) {
      if (scene && !(onlyIfUntouched && camera.touched()))
        camera.frame(scene.bounds, {
          largest,
          smallest: asText ? readable : undefined,
          down: asText && scene.direction === 'down',
        })
    },
    height: () => root.clientHeight,
    fitting: () => scene && camera.fitting(scene.bounds),
    zoomTo(id) {
      const box = boxOf(id)
      if (!scene || !box) return
      camera.frame(withShapes(scene, box), { duration: duration(), asked: true })
    },
    frame(id, still) {
      const box = boxOf(id)
      if (!scene || !box) return
      camera.frame(withShapes(scene, box), { duration: still ? 0 : duration() })
    },
    reveal(id, room) {
      const box = boxOf(id)
      if (box) camera.reveal(targetOf(box), room)
    },
    zoomBy: (factor) => camera.zoomBy(factor, Math.min(150, duration())),
    place: camera.goTo,
    snapshot: () => scene && { scene, look, palette, visible: sheet.visible(), zoom: camera.transform().k },
    aim({ id, x, y, k }) {
      const box = boxOf(id)
      if (box) camera.goTo({ x: middle(box).x + x, y: middle(box).y + y, k })
      return box !== undefined
    },
    aimed,
    destroy() {
      motion?.stop()
      release()
      clearTimeout(rest)
      camera.destroy()
      sheet.destroy()
      legend.destroy()
      root.remove()
    },
  }
}

function middle(box: Box): { readonly x: number; readonly y: number } {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/**
 * A box of what flows down, as wide as it is with the shapes beside the ribbons in it and next to it, so that
 * framing it cuts none of them off.
 */
function withShapes(scene: Scene, box: Box): Rect {
  if (scene.direction !== 'down') return box
  const near = 6 * scene.text
  const beside = scene.labels
    .filter(({ kind, room }) => kind === 'shape' && room.y + room.height > box.y - near)
    .filter(({ room }) => room.y < box.y + box.height + near)
    // Only what stands at the ribbons of this box, not in another column of the page.
    .filter(({ room }) => room.x < box.x + box.width && room.x + room.width > box.x)
    .map(({ room }) => room)
  const left = Math.min(box.x, ...beside.map(({ x }) => x))
  const right = Math.max(box.x + box.width, ...beside.map(({ x, width }) => x + width))
  return { ...box, x: left, width: right - left }
}

/** The kinds of marks that boxes of a scene carry, in a fixed order. */
function marksIn({ boxes }: Scene, { marks }: Look): readonly Mark[] {
  if (!marks || marks.size === 0) return []
  const found = new Set(boxes.map(({ id }) => marks.get(id)))
  return (['changed', 'added', 'removed'] as const).filter((mark) => found.has(mark))
}
