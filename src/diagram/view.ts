import { pointer, select, timer, type Timer } from 'd3'
import type { GroupId, NodeId } from '../nn/graph'
import { type Aim, createCamera } from './camera'
import { changeOf, seenOf } from './change'
import { companyOf } from './beside'
import { around, withShapes } from './extent'
import { boundsOf, createItems } from './items'
import { eased } from './ease'
import type * as Badges from './badge'
import type * as Going from './going'
import { createLegend } from './legend'
import { type Look, marksIn, markWords, unseenIn } from './look'
import { minimapWhenMoved } from './minimapWhenMoved'
import { isLine, outlineOf, roomOf } from './outline'
import { paletteOf, type Palette } from './palette'
import { isNear, isOn } from './painter'
import { idle, longPress, press, type PressEvent } from './press'
import { whenShown } from '../ui/tipWhenShown'
import { createSheet } from './sheet'
import { later } from '../ui/later'
import { grown } from './paint'
import type { Box, Rect, Ribbon, Scene } from './scene'
import type { Lights } from './signs'
import type { Pointed, Target } from './tell'
import { termAt } from './terms'
import type { DiagramEvents, DiagramView } from './viewTypes'

/** Lines are as wide as this for a pointer, in pixels. */
const touchable = 10

/** Opening and closing takes this long, in milliseconds. */
const opening = 250

/** Beyond this many parts a change is shown at once. */
const mostMoving = 1500

/** What flows down, on a narrow page, is made so small at most where all of it is to be kept in sight. */
const fromFar = 0.3

/** How small a picture becomes to keep all of something in sight: worth more, named from afar, than its first words. */
const farOf = ({ direction, reading }: Scene) => (direction === 'down' ? Math.min(fromFar, reading) : reading)

/** A picture that has not moved for so long, in milliseconds, is at rest. */
const resting = 300

const fetchTell = later(() => import('./tell').then((m) => m.createTell))
const fetchBadges = later(() => import('./badge'))
const fetchGoing = later(() => import('./going'))

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
  /** What an entry of the legend does to it while it is pressed. */
  let lights: Lights | null = null
  let active: string | null = null
  let focused: string | null = null
  let palette: Palette = paletteOf(container)
  let motion: Timer | undefined
  let badges: typeof Badges | undefined

  const sheet = createSheet(
    root,
    () =>
      shown && {
        scene: shown,
        sight: { look: lights?.(shown, look) ?? look, palette, focused, badges, ...(fresh && { fresh }) },
      },
  )
  const items = createItems(root)
  const tip = whenShown<Pointed>(root, fetchTell)
  const legend = createLegend(container, {
    tell(words, beside) {
      if (words === null) return tip.hide()
      const { left, top } = root.getBoundingClientRect()
      const { x, y, width, height } = beside.getBoundingClientRect()
      tip.show({ words, about: { x: x - left, y: y - top, width, height }, scene, look })
    },
    light(given) {
      lights = given
      sheet.ask()
    },
  })
  const minimap = minimapWhenMoved(root, (place) => {
    camera.goTo(place)
    byHand()
  })
  const camera = createCamera(root, (transform, isByHand) => {
    tip.hide()
    items.place(transform.x, transform.y, transform.k)
    sheet.turn(transform)
    legend.zoom(transform.k)
    minimap.show(sheet.visible(), transform.k)
    tellWhole()
    if (isByHand) {
      minimap.appear()
      byHand()
    }
    clearTimeout(rest)
    rest = setTimeout(() => {
      const aim = aimed()
      if (aim) on.rest(aim)
    }, resting)
  })
  /** Says whether all of it is in sight. */
  function tellWhole(): void {
    const { x, y, width, height } = sheet.visible()
    const all = scene?.bounds
    const isWhole =
      all !== undefined &&
      [all.x - x, all.y - y, x + width - all.x - all.width, y + height - all.y - all.height].every(
        (room) => room > -1,
      )
    root.toggleAttribute('data-whole', isWhole)
  }
  const byHand = () => {
    signal({ type: 'camera' })
    on.move(camera.place())
  }
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
    if (!nearest) return null
    return { id: nearest.id, x: x - middle(nearest).x, y: y - middle(nearest).y, k, size: nearest.height }
  }

  /** What is under a pointer: a box that acts, or the tensor of a ribbon. */
  function targetAt(event: MouseEvent): Aimed | null {
    if (!scene) return null
    const { k } = camera.transform()
    const [x, y] = camera.transform().invert(pointer(event, root))
    // A sign lies over the corner of what carries it, and beyond.
    const marked = badges?.badgeAt(scene, look, x, y, k)
    if (marked)
      return { id: marked.id, words: markWords(marked.id, look), about: badges!.badgeOf(marked, scene, k) }
    const id = (event.target as Element).closest<HTMLElement>('.box')?.dataset.id
    const box = id === undefined ? undefined : boxOf(id)
    if (box) return { id: box.id, box, point: { x, y } }
    const on = (rect: Rect) =>
      x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height
    const term = termAt(scene, x, y, k)
    if (term) return { ...term, about: term.room }
    const face = scene.tensors.find(on)
    if (face) return { id: face.id }
    const shape = scene.labels.find(({ kind, room }) => kind === 'shape' && on(room))
    if (shape) return { id: shape.of, shape, about: shape.room }
    const { direction } = scene
    const width = touchable / k
    const isOver = (each: Ribbon, x: number, y: number) => {
      sheet.context.setTransform(1, 0, 0, 1, 0, 0)
      const outline = outlineOf(each, direction)
      return isLine(each) ? isNear(outline, x, y, width, sheet.context) : isOn(outline, x, y, sheet.context)
    }
    const ribbon = scene.ribbons.findLast(
      (each) => on(grown(roomOf(each, direction), width / 2)) && isOver(each, x, y),
    )
    return ribbon
      ? {
          id: ribbon[ribbon.words === undefined ? 'from' : 'to'],
          ribbon,
          about: { x, y, width: 0, height: 0 },
          isOver: (x, y) => isOver(ribbon, x, y),
        }
      : null
  }

  /** Tells what something means, if there is anything to tell. */
  function tell(target: Target | null): void {
    if (target) tip.show({ ...target, scene, look, at: camera.transform() })
    else tip.hide()
  }

  function act(box: Box): void {
    if (box.kind === 'group' || box.kind === 'frame') on.toggle(box.id)
    else on.select(box.id)
  }

  function activate(id: string | null, focus: boolean): void {
    active = id
    items.activate(id, focus)
    const box = boxOf(id)
    if (focus && box) camera.reveal(boundsOf(box, scene!))
  }

  /** Brings a part into sight, a path with all that is on it. */
  function bring(part: string): void {
    if (!scene) return
    const own = scene.boxes.filter(({ id }) => id === part || id.startsWith(`${part}/`))
    if (own.length > 0)
      camera.reveal(around(own.map((box) => boundsOf(box, scene!))), 0, scene.reading, duration())
  }

  function setHover(id: string | null): void {
    if (id !== look.hovered) on.hover(id)
  }

  let pressed = idle
  let waiting: ReturnType<typeof setTimeout> | undefined
  /** Tells the press; true where a click is a part of one. */
  function signal(event: PressEvent): boolean {
    const [next, command] = press(pressed, event)
    pressed = next
    if (command?.do === 'wait') waiting = setTimeout(() => signal({ type: 'time' }), longPress)
    else if (command?.do === 'stop') clearTimeout(waiting)
    else if (command?.do === 'take') {
      activate(command.on, false)
      on.select(command.on)
    }
    return command?.do === 'swallow'
  }
  const signOf = ({ pointerId: pointer, clientX: x, clientY: y }: PointerEvent) => ({ pointer, x, y })

  select(root)
    .on('click', (event: MouseEvent) => {
      const target = targetAt(event)
      if (signal({ type: 'click' }) || !target) return
      // A finger does not hover.
      tell(target)
      if (!target.box) {
        on.select(target.id)
        // A number or a shape may stand far from what it counts.
        return target.ribbon ? undefined : bring(target.id)
      }
      activate(target.box.id, false)
      act(target.box)
    })
    .on('pointerdown.press', (event: PointerEvent) => {
      const isMouse = event.pointerType === 'mouse'
      const on = isMouse ? null : (targetAt(event)?.id ?? null)
      signal({ type: 'down', ...signOf(event), isPrimary: event.isPrimary, isMouse, on })
    })
    .on('pointermove', (event: PointerEvent) => {
      signal({ type: 'move', ...signOf(event) })
      if (event.buttons !== 0) return tip.hide()
      const target = targetAt(event)
      setHover(target?.id ?? null)
      tell(target)
    })
    .on('pointerup.press', (event: PointerEvent) => void signal({ type: 'up', pointer: event.pointerId }))
    .on(
      'pointercancel.press',
      (event: PointerEvent) => void signal({ type: 'cancel', pointer: event.pointerId }),
    )
    // A screen reader or the browser's search brings an element into sight by scrolling: the picture goes there.
    .on('scroll', () => {
      const { scrollLeft, scrollTop } = root
      if (scrollLeft === 0 && scrollTop === 0) return
      root.scrollTo({ left: 0, top: 0, behavior: 'instant' })
      camera.pan(-scrollLeft, -scrollTop)
      on.move(camera.place())
    })
    .on('pointerleave', () => {
      tip.hide()
      setHover(null)
    })
    .on('focusin', (event: FocusEvent) => {
      const element = (event.target as Element).closest<HTMLElement>('.box')
      const id = element?.dataset.id
      if (id === undefined) return
      if (id !== active) activate(id, false)
      focused = element!.matches(':focus-visible') ? id : null
      if (focused !== null) tell({ box: boxOf(id) })
      sheet.ask()
    })
    .on('focusout', () => {
      focused = null
      tip.hide()
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
      } else if (!going && event.key.startsWith('Arrow')) load(() => go(event.key))
      else if (!go(event.key)) return
      event.preventDefault()
      event.stopPropagation()
    })

  // Nothing moves, and nobody goes on by keys, before the picture is there.
  let going: typeof Going | undefined
  const load = (then?: () => void) =>
    void fetchGoing().then(
      (part) => {
        going = part
        then?.()
      },
      () => {},
    )
  load()

  /** To where a key goes from the box that keys act on; true where it goes anywhere. */
  const go = (key: string) => {
    const next = going && scene && active !== null ? going.neighbour(scene, active, key) : null
    if (next !== null) activate(next, true)
    return next !== null
  }

  /** Moves from one scene to another; what is new appears when the others have made room. */
  function move(before: Scene, after: Scene, { passage }: typeof Going): void {
    const way = passage(before, after)
    const length = duration()
    motion?.stop()
    motion = timer((elapsed) => {
      const part = Math.min(1, elapsed / length)
      shown = part === 1 ? after : way.at(eased(part))
      fresh = part === 1 ? undefined : { ids: way.fresh, alpha: Math.max(0, (part - 0.6) / 0.4) }
      sheet.ask()
      if (part === 1) motion?.stop()
    })
  }

  function draw(next: Scene): void {
    const before = scene
    const parts = next.boxes.length + next.ribbons.length + next.labels.length
    const moves = before !== null && going && duration() > 0 && parts < mostMoving
    const keepsFocus = root.contains(document.activeElement)
    scene = next
    items.show(next)
    if (moves) move(shown ?? before, next, going!)
    else {
      motion?.stop()
      shown = next
      fresh = undefined
    }
    legend.show(next.legend)
    minimap.draw(next, palette)
    const change = before && changeOf(before, next, active)
    if (change)
      camera.hold(change.was, change.is, change.seen, next.reading, farOf(next), moves ? opening : 0)
    const stays = boxOf(active) ? active : (next.links[0]?.from ?? null)
    activate(stays, keepsFocus && change !== null)
  }

  return {
    update(next, nextLook) {
      const { colouring, marks, saysOfMark } = look
      look = nextLook
      if (look.marks?.size && !badges)
        fetchBadges().then(
          (loaded) => {
            badges = loaded
            sheet.ask()
          },
          // The next look asks again.
          () => {},
        )
      if (next !== scene) draw(next)
      tellWhole()
      items.select(look.selected)
      if (colouring !== look.colouring || marks !== look.marks || saysOfMark !== look.saysOfMark)
        items.describe(unseenIn(look))
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
      tellWhole()
      sheet.ask()
    },
    cover: camera.cover,
    fit(options) {
      if (scene) camera.frame(scene.bounds, options)
    },
    heightOf(id) {
      const box = boxOf(id)
      return scene && box ? withShapes(scene, box).height * camera.transform().k : 0
    },
    size: () => ({ width: root.clientWidth, height: root.clientHeight }),
    onResize(tell) {
      const observer = new ResizeObserver(tell)
      observer.observe(root)
      return () => observer.disconnect()
    },
    fitting: (of) => (of ?? scene) && camera.fitting((of ?? scene)!.bounds),
    zoomTo(id, { still, among, ...options } = {}) {
      const box = boxOf(id)
      if (scene && box)
        camera.frame(
          withShapes(scene, box),
          options,
          still ? 0 : duration(),
          among ? companyOf(scene, box) : undefined,
        )
      else bring(id)
    },
    reveal(id, room, whole = false) {
      const box = boxOf(id)
      if (scene && box)
        camera.reveal(whole ? withShapes(scene, box) : boundsOf(box, scene), room, scene.reading)
    },
    keep(id) {
      const box = boxOf(id)
      if (!scene || !box) return
      camera.reveal(seenOf(scene, box), 0, farOf(scene))
    },
    zoomBy: (factor) => camera.zoomBy(factor, Math.min(150, duration())),
    pan: camera.pan,
    place: camera.goTo,
    snapshot: () => scene && { scene, look, palette, visible: sheet.visible(), zoom: camera.transform().k },
    aim({ id, x, y, k, size }) {
      const box = boxOf(id)
      const larger = box && size ? box.height / size : 1
      if (box) camera.goTo({ x: middle(box).x + x * larger, y: middle(box).y + y * larger, k: k / larger })
      return box !== undefined
    },
    aimed,
    destroy() {
      motion?.stop()
      clearTimeout(waiting)
      clearTimeout(rest)
      camera.destroy()
      sheet.destroy()
      legend.destroy()
      tip.remove()
      root.remove()
    },
  }
}

function middle(box: Box): { readonly x: number; readonly y: number } {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** What is pointed at, and what is selected there. A way around is what it brings to its end: others read its beginning, too. */
interface Aimed extends Target {
  readonly id: string
}
