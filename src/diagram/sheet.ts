import { zoomIdentity, type ZoomTransform } from 'd3'
import { paintScene } from './paint'
import { canvasPainter } from './painter'
import type { Rect, Scene } from './scene'
import type { Sight } from './sight'
import { contextOf } from '../ui/canvas'

/** The canvas that a scene is painted on, once for each frame in which something changed. */
export interface Sheet {
  readonly canvas: HTMLCanvasElement
  readonly context: CanvasRenderingContext2D
  /** Paints with the next frame. */
  ask(): void
  /** The part of a scene that is seen. */
  visible(): Rect
  turn(transform: ZoomTransform): void
  destroy(): void
}

/** What is painted; null before there is anything. */
export type Subject = () => { readonly scene: Scene; readonly sight: Omit<Sight, 'visible' | 'zoom'> } | null

export function createSheet(root: HTMLElement, subject: Subject): Sheet {
  const canvas = document.createElement('canvas')
  canvas.className = 'sheet'
  canvas.setAttribute('aria-hidden', 'true')
  root.append(canvas)
  const context = contextOf(canvas)
  let transform = zoomIdentity
  let frame = 0

  function visible(): Rect {
    const { x, y, k } = transform
    return { x: -x / k, y: -y / k, width: root.clientWidth / k, height: root.clientHeight / k }
  }

  function paint(): void {
    frame = 0
    const ratio = window.devicePixelRatio || 1
    const width = Math.round(root.clientWidth * ratio)
    const height = Math.round(root.clientHeight * ratio)
    if (width === 0 || height === 0) return
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
    }
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.globalAlpha = 1
    context.clearRect(0, 0, width, height)
    const now = subject()
    if (!now) return
    const { x, y, k } = transform
    context.setTransform(k * ratio, 0, 0, k * ratio, x * ratio, y * ratio)
    const painter = canvasPainter(context, now.sight.palette.font)
    paintScene(painter, now.scene, { ...now.sight, visible: visible(), zoom: k })
  }

  return {
    canvas,
    context,
    visible,
    ask: () => void (frame ||= requestAnimationFrame(paint)),
    turn(next) {
      transform = next
      frame ||= requestAnimationFrame(paint)
    },
    destroy() {
      cancelAnimationFrame(frame)
      canvas.remove()
    },
  }
}
