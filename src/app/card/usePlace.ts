import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { DiagramHandle } from '../../diagram/Diagram'
import type { Graph, GraphNode } from '../../nn/graph'
import { onTheme } from '../../ui/theme'
import { figureOn } from '../mirror/figure'
import { visibleAs } from '../state/network'
import { useStore } from '../state/store'
import type { Side } from './card'
import { around, type CardPlace, placeOf, type Rect } from './place'

/** In letters' sizes: the width of a card where there is room, and the least. */
const wanted = 36
const least = 24

const nowhere: CardPlace = {
  card: { x: 0, y: 0, width: 0, height: 0 },
  form: 'side',
  shift: { x: 0, y: 0 },
}

/** The element of a layer, or of the closed group that holds it, in one of the pictures of a figure. */
export function layerIn(figure: HTMLElement | null, side: Side, id: string): HTMLElement | null {
  const picture = figure?.querySelector(`.pane.${side}`) ?? figure
  return picture?.querySelector<HTMLElement>(`.diagram [data-id="${CSS.escape(id)}"]`) ?? null
}

/** Where the card of a layer lies; the picture moves where that leaves the layer no room. */
export function usePlace(
  figure: RefObject<HTMLElement | null>,
  diagram: RefObject<DiagramHandle | null>,
  side: Side,
  graph: Graph,
  node: GraphNode,
  open?: ReadonlySet<string>,
): CardPlace {
  const [place, setPlace] = useState(nowhere)
  const [turn, setTurn] = useState(0)
  const now = useRef<Rect | null>(null)
  /** The layer that the picture has moved for: it does so once. */
  const moved = useRef<string | null>(null)
  /** Another value whenever the picture has come to rest. */
  const at = useStore((state) => state.at)
  const onPage = useStore((state) => state.expanded)
  const expanded = open ?? onPage

  useEffect(() => {
    const anew = () => {
      now.current = null
      moved.current = null
      setTurn((count) => count + 1)
    }
    addEventListener('resize', anew)
    const still = onTheme(anew)
    return () => {
      removeEventListener('resize', anew)
      still()
    }
  }, [])

  useLayoutEffect(() => {
    const element = figure.current
    const page = element?.closest('main') ?? document.body
    if (!element) return
    const text = parseFloat(getComputedStyle(document.body).fontSize)
    const layer = layerIn(element, side, visibleAs(graph, expanded, node.id))
    const frame = rectOf(element)
    const words = page.querySelector(':scope > article')
    const next = placeOf({
      page: rectOf(page),
      figure: frame,
      drawn: drawnIn(element, frame),
      words: words && rectOf(words),
      node:
        layer && cut(around([rectOf(layer), ...wordsOf(layer, diagram.current ?? figureOn(side))])!, frame),
      wanted: wanted * text,
      least: least * text,
      now: now.current,
    })
    now.current = next.card
    setPlace((was) => (isSame(was, next) ? was : next))
    const { x, y } = next.shift
    if ((x !== 0 || y !== 0) && moved.current !== node.id) {
      moved.current = node.id
      // Of two pictures beside each other both move, so that partners stay in line.
      const pictures = diagram.current ? [diagram.current] : [figureOn('left'), figureOn('right')]
      for (const picture of pictures) picture?.pan(x, y)
    }
  }, [figure, diagram, side, graph, node, expanded, at, turn])
  return place
}

function isSame(a: CardPlace, b: CardPlace): boolean {
  return (
    a.form === b.form && (['x', 'y', 'width', 'height'] as const).every((key) => a.card[key] === b.card[key])
  )
}

function rectOf(element: Element): Rect {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x, y, width, height }
}

/** Where the words of a layer or group stand, its sum among them, in pixels of the window. */
function wordsOf(layer: HTMLElement, picture: DiagramHandle | null): readonly Rect[] {
  const canvas = layer.closest('.diagram')?.querySelector('canvas')
  const shot = picture?.snapshot()
  if (!canvas || !shot) return []
  const { scene, visible, zoom } = shot
  const { x, y } = rectOf(canvas)
  return [...scene.labels, ...scene.boxes.flatMap((box) => box.labels)]
    .filter(({ of }) => of === layer.dataset.id)
    .map(({ room }) => ({
      x: x + (room.x - visible.x) * zoom,
      y: y + (room.y - visible.y) * zoom,
      width: room.width * zoom,
      height: room.height * zoom,
    }))
}

/** The part of a rectangle that lies in a frame; null where none does. */
function cut(rect: Rect, frame: Rect): Rect | null {
  const x = Math.max(rect.x, frame.x)
  const y = Math.max(rect.y, frame.y)
  const width = Math.min(rect.x + rect.width, frame.x + frame.width) - x
  const height = Math.min(rect.y + rect.height, frame.y + frame.height) - y
  return width > 0 && height > 0 ? { x, y, width, height } : null
}

/** From the first layer or closed group of a picture to the last, as far as they are seen. */
function drawnIn(figure: HTMLElement, frame: Rect): Rect | null {
  const seen = [...figure.querySelectorAll('.diagram .box:not(.frame)')].flatMap(
    (box) => cut(rectOf(box), frame) ?? [],
  )
  return around(seen)
}
