import { arrange, arrangeWordless } from '../../diagram/arrange'
import { layout } from '../../diagram/layout'
import { paintScene } from '../../diagram/paint'
import { canvasPainter } from '../../diagram/painter'
import { paletteOf } from '../../diagram/palette'
import type { Scene } from '../../diagram/scene'
import type { Graph, GroupId } from '../../nn/graph'
import { inTurn } from './turns'
import { contextOf, hasCanvas } from '../../ui/canvas'
import { onTheme } from '../../ui/theme'

/** A small network is not drawn larger than this. */
const largest = 1.6

/**
 * Draws all of a network on a canvas, as the diagram does when everything is to be seen. It is arranged, laid out and
 * painted in turns of their own, since a large network takes long for each. Returns the way out. Without a canvas
 * nothing happens.
 */
export function draw(
  canvas: HTMLCanvasElement,
  graph: Graph,
  expanded: ReadonlySet<GroupId>,
  onDone: () => void,
  /** Without any words, where there is no room to read one. */
  isBare = false,
): () => void {
  if (!hasCanvas()) {
    onDone()
    return () => {}
  }
  const page = { width: canvas.clientWidth, height: canvas.clientHeight }
  const text = parseFloat(getComputedStyle(canvas).fontSize)
  const view = { expanded, direction: 'right', text } as const
  let leave = inTurn(() => {
    const arrangement = isBare
      ? arrangeWordless(graph, view, page)
      : arrange(graph, view, page, { everything: true })
    if (!arrangement) return
    leave = inTurn(() => {
      const laid = layout(graph, { ...view, ...arrangement })
      const scene = isBare ? bare(laid) : laid
      leave = inTurn(() => {
        paint(canvas, scene, page)
        onDone()
      }, canvas)
    }, canvas)
  }, canvas)
  return () => leave()
}

function bare(scene: Scene): Scene {
  return { ...scene, labels: [], boxes: scene.boxes.map((box) => ({ ...box, labels: [] })) }
}

function paint(
  canvas: HTMLCanvasElement,
  scene: Scene,
  page: { readonly width: number; readonly height: number },
): void {
  const ratio = window.devicePixelRatio || 1
  canvas.width = Math.round(page.width * ratio)
  canvas.height = Math.round(page.height * ratio)
  const { bounds } = scene
  const k = Math.min(page.width / bounds.width, page.height / bounds.height, largest)
  const x = (page.width - k * bounds.width) / 2 - k * bounds.x
  const y = (page.height - k * bounds.height) / 2 - k * bounds.y
  const context = contextOf(canvas)
  context.setTransform(k * ratio, 0, 0, k * ratio, x * ratio, y * ratio)
  const palette = paletteOf(canvas)
  paintScene(canvasPainter(context, palette.font), scene, {
    look: { selected: null, hovered: null },
    palette,
    visible: { x: -x / k, y: -y / k, width: page.width / k, height: page.height / k },
    zoom: k,
  })
}

/** Gives the pixels back: a hundred pictures would fill the memory of a phone. */
function wipe(canvas: HTMLCanvasElement): void {
  canvas.width = 0
  canvas.height = 0
}

/** Draws now and whenever the size or the theme changes; returns the way out, which also gives the pixels back. */
export function keepDrawn(canvas: HTMLCanvasElement, start: () => () => void): () => void {
  let stop = () => {}
  let still = () => {}
  let isLeft = false
  const again = () => {
    stop()
    stop = start()
  }
  const size = new ResizeObserver(again)
  // Text that is painted before its font is there stays in another one.
  void document.fonts.ready.then(() => {
    if (isLeft) return
    size.observe(canvas)
    still = onTheme(again)
  })
  return () => {
    isLeft = true
    stop()
    size.disconnect()
    still()
    wipe(canvas)
  }
}
