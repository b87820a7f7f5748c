import type { Place } from './camera'
import { roomOf } from './outline'
import type { Palette } from './palette'
import type { Rect, Scene } from './scene'
import { contextOf } from '../ui/canvas'

/** Longest side of the map, in pixels. */
const longest = 168

/** A map is of no use where nearly all is seen anyway. */
const enoughSeen = 0.85

export interface Minimap {
  draw(scene: Scene, palette: Palette): void
  /** Frames what is seen. */
  show(visible: Rect, zoom: number): void
  /** Shows it for a while: it is wanted while the picture moves, and in the way of what lies below afterwards. */
  appear(): void
}

/** So long after the last movement, in milliseconds. */
const lingering = 2000

/** The whole network in small, with a frame around what is seen; to drag or press it moves the picture. */
export function createMinimap(root: HTMLElement, go: (place: Place) => void): Minimap {
  const box = document.createElement('div')
  box.className = 'minimap'
  // Keys move the picture by moving the focus; the map repeats what the tree says.
  box.setAttribute('aria-hidden', 'true')
  const canvas = document.createElement('canvas')
  const seen = document.createElement('div')
  seen.className = 'seen'
  box.append(canvas, seen)
  root.append(box)
  let bounds: Rect = { x: 0, y: 0, width: 1, height: 1 }
  let scale = 1
  let zoomed = 1

  const move = (event: PointerEvent) => {
    const corner = canvas.getBoundingClientRect()
    go({
      x: bounds.x + (event.clientX - corner.left) / scale,
      y: bounds.y + (event.clientY - corner.top) / scale,
      k: zoomed,
    })
  }
  box.addEventListener('pointerdown', (event) => {
    event.stopPropagation()
    box.setPointerCapture(event.pointerId)
    move(event)
  })
  box.addEventListener('pointermove', (event) => {
    event.stopPropagation()
    if (box.hasPointerCapture(event.pointerId)) move(event)
  })
  // Or the picture below would take them as its own.
  for (const kind of ['mousedown', 'touchstart', 'click', 'dblclick'])
    box.addEventListener(kind, (event) => event.stopPropagation())

  let fading: ReturnType<typeof setTimeout> | undefined
  const leave = () => {
    if (box.matches(':hover')) fading = setTimeout(leave, lingering)
    else box.classList.remove('shown')
  }

  return {
    appear() {
      clearTimeout(fading)
      box.classList.add('shown')
      fading = setTimeout(leave, lingering)
    },
    draw(scene, palette) {
      bounds = scene.bounds
      scale = Math.min(longest / bounds.width, longest / bounds.height)
      const ratio = window.devicePixelRatio || 1
      const [width, height] = [bounds.width * scale, bounds.height * scale]
      canvas.width = Math.ceil(width * ratio)
      canvas.height = Math.ceil(height * ratio)
      canvas.style.width = `${width}px`
      canvas.style.height = `${height}px`
      const context = contextOf(canvas)
      context.setTransform(
        scale * ratio,
        0,
        0,
        scale * ratio,
        -bounds.x * scale * ratio,
        -bounds.y * scale * ratio,
      )
      const least = 1 / scale
      const fill = ({ x, y, width: w, height: h }: Rect, colour: string) => {
        context.fillStyle = colour
        context.fillRect(x, y, Math.max(w, least), Math.max(h, least))
      }
      for (const each of scene.boxes) if (each.kind === 'frame') fill(each, palette.frameLine)
      for (const ribbon of scene.ribbons) {
        if (ribbon.kind === 'wrap' || ribbon.kind === 'arc' || ribbon.kind === 'link') continue
        const colour = ribbon.path === null ? palette.plain : palette.paths[ribbon.path].flow
        fill(roomOf(ribbon, scene.direction), colour)
      }
      for (const each of scene.boxes)
        if (each.kind !== 'frame') {
          const chip = each.path === null ? palette.mainLine : palette.paths[each.path]
          fill(each, each.family ? chip.full : palette.soft)
        }
    },
    show(visible, zoom) {
      zoomed = zoom
      const left = Math.max(visible.x, bounds.x)
      const top = Math.max(visible.y, bounds.y)
      const right = Math.min(visible.x + visible.width, bounds.x + bounds.width)
      const bottom = Math.min(visible.y + visible.height, bounds.y + bounds.height)
      const part = (Math.max(0, right - left) * Math.max(0, bottom - top)) / (bounds.width * bounds.height)
      box.hidden = part > enoughSeen
      Object.assign(seen.style, {
        left: `${(left - bounds.x) * scale}px`,
        top: `${(top - bounds.y) * scale}px`,
        width: `${Math.max(4, (right - left) * scale)}px`,
        height: `${Math.max(4, (bottom - top) * scale)}px`,
      })
    },
  }
}
