import { select } from 'd3'
import { withSum } from './extent'
import type { Box, Rect, Scene } from './scene'

/** Words for a part, by its id. */
type Words = (id: string) => string | undefined

/** The parts of a picture as elements: what pointers, keys and screen readers meet, where the canvas shows it. */
export interface Items {
  show(scene: Scene): void
  /** Tells what the color of a part says to those who do not see it. */
  describe(words: Words | undefined): void
  /** Marks what is selected for those who do not see it. */
  select(id: string | null): void
  /** The one that Tab reaches. */
  activate(id: string | null, focus: boolean): void
  /** Puts them where the picture is: pixels from the corner, and pixels for one unit. */
  place(x: number, y: number, k: number): void
}

/** @param root the element with the role of a tree */
export function createItems(root: HTMLElement): Items {
  const world = select(root).append('div').attr('class', 'items').attr('role', 'none')
  let order: readonly Box[] = []
  let selected: string | null = null
  let active: string | null = null
  let described: Words | undefined
  const describing = (box: Box) => described?.(box.id) ?? null
  const element = (id: string | null) =>
    id === null ? null : world.node()!.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)

  return {
    show(scene) {
      order = readingOrder(scene)
      world
        .selectAll<HTMLDivElement, Box>('div')
        .data(order, (box) => box.id)
        .join((enter) =>
          enter
            .append('div')
            .attr('role', 'treeitem')
            .attr('data-id', (box) => box.id),
        )
        .order()
        .attr('class', (box) => `box ${box.kind}`)
        .attr('aria-level', (box) => box.depth + 1)
        .attr('aria-label', (box) => box.words)
        .attr('aria-expanded', (box) =>
          box.kind === 'frame' ? 'true' : box.kind === 'group' ? 'false' : null,
        )
        .attr('aria-selected', (box) => String(box.id === selected))
        .attr('aria-description', describing)
        .attr('tabindex', (box) => (box.id === active ? 0 : -1))
        .each(function (box) {
          const { x, y, width, height } = targetOf(box)
          this.style.cssText = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`
        })
    },
    describe(words) {
      if (words === described) return
      described = words
      world.selectAll<HTMLDivElement, Box>('div').attr('aria-description', describing)
    },
    select(id) {
      if (id === selected) return
      element(selected)?.setAttribute('aria-selected', 'false')
      element(id)?.setAttribute('aria-selected', 'true')
      selected = id
    },
    activate(id, focus) {
      element(active)?.setAttribute('tabindex', '-1')
      active = id
      const now = element(id)
      now?.setAttribute('tabindex', '0')
      if (focus) now?.focus({ preventScroll: true })
    },
    place(x, y, k) {
      world.style('transform', `translate(${x}px,${y}px) scale(${k})`)
    },
  }
}

/** Where a box can be pressed: an open group only at its name. */
export function targetOf(box: Box): Rect {
  if (box.kind !== 'frame' || box.labels.length === 0) return box
  const { room } = box.labels[0]
  return {
    x: box.x,
    y: box.y,
    width: room.x + room.width + 12 - box.x,
    height: room.y + room.height + 6 - box.y,
  }
}

/** What is to be in sight where a box is looked at: of an open group its name, of a join its sum, too. */
export function boundsOf(box: Box, scene: Scene): Rect {
  return box.kind === 'join' ? withSum(scene, box) : targetOf(box)
}

/** In the order of the flow, each group before what is in it. */
function readingOrder(scene: Scene): readonly Box[] {
  return [...scene.boxes].sort((a, b) => a.place - b.place || a.depth - b.depth)
}
