import { pointer, select } from 'd3'
import type { GroupId, NodeId } from '../nn/graph'
import { createCamera } from './camera'
import { drawBoxes, drawLabels, drawRibbons, drawTensors, type Motion } from './draw'
import { createGradients } from './gradients'
import { createLegend } from './legend'
import { readable, smallestOnScreen } from './measure'
import { neighbour } from './navigate'
import { createPictures } from './pictures'
import type { Box, Scene } from './scene'

export interface DiagramEvents {
  select(id: NodeId | GroupId): void
  toggle(id: GroupId): void
  hover(id: NodeId | GroupId | null): void
  /** The reader moved the picture; what follows a `place` is not reported. */
  move?(place: Place): void
}

/** The middle of what is seen, as a point of the scene, and how large a unit of it is on the screen. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly k: number
}

/** How something differs from what it is compared with. */
export type Mark = 'changed' | 'added' | 'removed'

/** What of a scene is lit, beyond where it stands. */
export interface Look {
  readonly selected: string | null
  readonly hovered: string | null
  /** Nodes and groups that differ from what they are compared with. */
  readonly marks?: ReadonlyMap<string, Mark>
  /** Where given, everything but these nodes and groups steps back. */
  readonly lit?: ReadonlySet<string>
  /** Nodes that a run has finished. */
  readonly progress?: ReadonlySet<NodeId>
  /** A first picture of what a node gives. */
  readonly thumbnails?: ReadonlyMap<NodeId, CanvasImageSource>
}

export interface DiagramView {
  update(scene: Scene, look: Look): void
  /** Shows everything; `readable` rather shows its beginning than text that is too small. */
  fit(options?: { readable?: boolean; onlyIfUntouched?: boolean }): void
  zoomTo(id: string): void
  zoomBy(factor: number): void
  /** Shows a place, such as the one at which another picture stands. */
  place(place: Place): void
  destroy(): void
}

/** Opening and closing takes this long, in milliseconds. */
const opening = 250

/** Beyond this many parts a change is shown at once. */
const mostMoving = 1500

/** Text of titles and stage names is this much larger than the smallest; beyond it everything is left out. */
const larger = [0, 1, 3, 12]

/** Draws scenes into a container. React never touches what is inside. */
export function createDiagramView(container: HTMLElement, on: DiagramEvents): DiagramView {
  const svg = select(container)
    .append('svg')
    .attr('class', 'diagram')
    .attr('role', 'tree')
    .attr('aria-label', 'Network')
  const world = svg.append('g').attr('role', 'none')
  const gradients = createGradients(svg.node()!)
  const layer = (name: string) => world.append('g').attr('class', name).attr('role', 'none')
  const under = layer('under')
  const ribbons = layer('ribbons')
  const lines = layer('ribbons lines')
  const tensors = layer('tensors')
  const over = layer('over')
  const labels = layer('labels')
  const legend = createLegend(container)
  const pictures = createPictures()
  const camera = createCamera(svg.node()!, (transform, byHand) => {
    if (byHand) on.move?.(camera.place())
    world.attr('transform', transform.toString())
    svg.attr('data-hidden', hiddenAt(transform.k))
    legend.zoom(transform.k)
  })
  const still = window.matchMedia('(prefers-reduced-motion: reduce)')
  let scene: Scene | null = null
  let look: Look = { selected: null, hovered: null }
  let active: string | null = null

  /** How many levels of text are too small at a zoom. */
  function hiddenAt(k: number): number {
    const smallest = scene?.text ?? 12
    return larger.filter((more) => (smallest + more) * k < smallestOnScreen).length
  }

  function boxOf(id: string | null): Box | undefined {
    return scene?.boxes.find((box) => box.id === id)
  }

  /** The box under an event, and whether it is a place that acts. */
  function targetOf(event: Event): { readonly id: string; readonly box: Box | undefined } | null {
    const target = event.target as Element
    const ribbon = target.closest<SVGElement>('[data-from]')
    if (ribbon) {
      // Ribbons pass over closed groups; what is seen there is the group.
      const closed = closedAt(pointer(event, world.node()))
      return closed ? { id: closed.id, box: closed } : { id: ribbon.dataset.from!, box: undefined }
    }
    const element = target.closest<SVGElement>('.box')
    if (!element) return null
    const box = boxOf(element.dataset.id!)
    if (box?.kind === 'frame' && !target.closest('.header')) return null
    return box ? { id: box.id, box } : null
  }

  function closedAt([x, y]: readonly [number, number]): Box | undefined {
    return scene?.boxes.find(
      (box) =>
        box.kind === 'group' && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
    )
  }

  function act(box: Box): void {
    if (box.kind === 'group' || box.kind === 'frame') on.toggle(box.id)
    else on.select(box.id)
  }

  function activate(id: string | null, focus: boolean): void {
    active = id
    const boxes = world.selectAll<SVGGElement, Box>('g.box')
    boxes.attr('tabindex', (box) => (box.id === active ? 0 : -1))
    const box = boxOf(id)
    if (!focus || !box) return
    boxes
      .filter((each) => each.id === id)
      .node()
      ?.focus({ preventScroll: true })
    camera.reveal(box.kind === 'frame' ? { ...box, width: 200, height: 40 } : box)
  }

  svg
    .on('click', (event: MouseEvent) => {
      const target = targetOf(event)
      if (!target) return
      if (!target.box) return on.select(target.id)
      activate(target.box.id, false)
      act(target.box)
    })
    .on('pointerover', (event: PointerEvent) => on.hover(targetOf(event)?.id ?? null))
    .on('pointerleave', () => on.hover(null))
    .on('focusin', (event: FocusEvent) => {
      const id = (event.target as Element).closest<SVGElement>('.box')?.dataset.id
      if (id !== undefined && id !== active) activate(id, false)
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

  function draw(next: Scene): void {
    const before = scene
    const parts = next.boxes.length + next.ribbons.length + next.labels.length
    const moves = before !== null && !still.matches && parts < mostMoving
    const motion: Motion = { duration: moves ? opening : 0 }
    const focused = container.contains(document.activeElement)
    scene = next
    gradients.turn(next.direction)
    svg.attr('data-hidden', hiddenAt(camera.transform().k))
    drawBoxes(under, next.boxes.filter(isUnder), motion)
    drawBoxes(
      over,
      next.boxes.filter((box) => !isUnder(box)),
      motion,
    )
    const drawn = next.ribbons.filter((ribbon) => ribbon.kind !== 'arc' && ribbon.kind !== 'wrap')
    drawRibbons(ribbons, drawn, motion)
    drawRibbons(
      lines,
      next.ribbons.filter((ribbon) => !drawn.includes(ribbon)),
      motion,
    )
    drawLabels(labels, next.labels, motion)
    legend.show(next.legend)
    const change = before && toggled(before, next)
    if (change) camera.hold(change[0].entry, change[1].entry, change[1], motion.duration)
    const stays = boxOf(active) ? active : (next.links[0]?.from ?? null)
    activate(stays, focused && change !== undefined)
  }

  return {
    update(next, nextLook) {
      look = nextLook
      const fresh = next !== scene
      const moves = scene !== null && !still.matches
      if (fresh) draw(next)
      drawTensors(tensors, next.tensors, pictures(look.thumbnails), {
        duration: fresh && moves ? opening : 0,
      })
      world
        .selectAll<SVGGElement, Box>('g.box')
        .classed('selected', (box) => box.id === look.selected)
        .classed('hovered', (box) => box.id === look.hovered)
        .classed('done', (box) => look.progress?.has(box.id) ?? false)
        .classed('marked', (box) => look.marks?.has(box.id) ?? false)
        .classed('dimmed', (box) => look.lit !== undefined && !look.lit.has(box.id))
        .attr('aria-selected', (box) => String(box.id === look.selected))
      world
        .selectAll<SVGElement, { readonly from?: string; readonly id: string }>('.ribbon, .tensor')
        .classed('selected', (part) => (part.from ?? part.id) === look.selected)
        .classed('hovered', (part) => (part.from ?? part.id) === look.hovered)
    },
    fit({ readable: asText = false, onlyIfUntouched = false } = {}) {
      if (scene && !(onlyIfUntouched && camera.touched()))
        camera.frame(scene.bounds, {
          smallest: asText ? readable : undefined,
          down: asText && scene.direction === 'down',
        })
    },
    zoomTo(id) {
      const box = boxOf(id)
      if (box) camera.frame(box, { largest: 1.6, duration: still.matches ? 0 : opening })
    },
    zoomBy: camera.zoomBy,
    place: camera.goTo,
    destroy() {
      camera.destroy()
      legend.destroy()
      svg.remove()
    },
  }
}

function isUnder(box: Box): boolean {
  return box.kind === 'frame' || box.kind === 'group'
}
