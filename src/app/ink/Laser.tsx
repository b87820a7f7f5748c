import { type RefObject, useEffect, useRef } from 'react'
import { contextOf } from '../../ui/canvas'
import { useTalk } from '../mirror/talk'

/** The trail of the laser fades in this time, in milliseconds. */
const fading = 700

/** Where somebody points in one of the windows: a dot with a trail that fades. */
export function Laser({ deck }: { readonly deck: RefObject<HTMLElement | null> }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let trail: { readonly x: number; readonly y: number; readonly time: number }[] = []
    let frame = 0
    const paint = () => {
      frame = 0
      const element = canvas.current
      const page = deck.current
      if (!element || !page) return
      const { clientWidth: width, clientHeight: height } = page
      const ratio = devicePixelRatio
      if (element.width !== Math.round(width * ratio)) element.width = Math.round(width * ratio)
      if (element.height !== Math.round(height * ratio)) element.height = Math.round(height * ratio)
      const context = contextOf(element)
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      context.clearRect(0, 0, width, height)
      const { laser } = useTalk.getState()
      const now = performance.now()
      trail = trail.filter(({ time }) => now - time < fading)
      const size = Math.max(4, height / 110)
      context.strokeStyle = context.fillStyle = getComputedStyle(element).color
      context.lineCap = 'round'
      for (let i = 1; i < trail.length; i++) {
        const fresh = 1 - (now - trail[i].time) / fading
        context.globalAlpha = 0.7 * fresh
        context.lineWidth = 1.4 * size * fresh
        context.beginPath()
        context.moveTo(trail[i - 1].x * width, trail[i - 1].y * height)
        context.lineTo(trail[i].x * width, trail[i].y * height)
        context.stroke()
      }
      context.globalAlpha = 1
      if (laser) {
        context.beginPath()
        context.arc(laser.x * width, laser.y * height, size, 0, 2 * Math.PI)
        context.fill()
      }
      if (trail.length > 0) frame = requestAnimationFrame(paint)
    }
    const leave = useTalk.subscribe(({ laser }, before) => {
      if (laser === before.laser) return
      if (laser) trail.push({ ...laser, time: performance.now() })
      frame ||= requestAnimationFrame(paint)
    })
    return () => {
      leave()
      cancelAnimationFrame(frame)
    }
  }, [deck])
  return <canvas ref={canvas} className="laser" aria-hidden />
}
