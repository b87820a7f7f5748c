import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Pixels } from '../../../runtime/types'
import { contextOf } from '../../../ui/canvas'
import { side } from './shots'

const pen = 14
const stride = 12

/** A sheet to draw on, with the pointer, or with the arrow keys while the pen is down. */
export function DrawPad({
  names,
  onAdd,
}: {
  readonly names: readonly string[]
  readonly onAdd: (label: number, pixels: Pixels) => void
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<readonly [number, number]>([side / 2, side / 2])
  const [isDown, setDown] = useState(false)
  const clear = () => {
    const context = contextOf(canvas.current!)
    context.fillStyle = '#fff'
    context.fillRect(0, 0, side, side)
    last.current = [side / 2, side / 2]
  }
  useEffect(clear, [])

  function line(to: readonly [number, number]) {
    const context = contextOf(canvas.current!)
    Object.assign(context, { strokeStyle: '#111', lineWidth: pen, lineCap: 'round' })
    context.beginPath()
    context.moveTo(...last.current)
    context.lineTo(...to)
    context.stroke()
    last.current = to
  }
  function placeOf(event: PointerEvent): readonly [number, number] {
    const box = canvas.current!.getBoundingClientRect()
    return [((event.clientX - box.left) / box.width) * side, ((event.clientY - box.top) / box.height) * side]
  }
  function press(event: KeyboardEvent) {
    if (event.key === ' ') setDown(!isDown)
    const move = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key]
    if (!move && event.key !== ' ') return
    event.preventDefault()
    if (!move) return
    const to = last.current.map((at, i) => Math.max(0, Math.min(side, at + stride * move[i]))) as [
      number,
      number,
    ]
    if (isDown) line(to)
    else last.current = to
  }
  return (
    <div className="own-pad">
      <canvas
        ref={canvas}
        width={side}
        height={side}
        tabIndex={0}
        data-keys
        role="application"
        aria-label={`Sheet to draw on. The space bar ${isDown ? 'lifts' : 'sets down'} the pen, the arrow keys move it.`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          last.current = placeOf(event)
          line(last.current)
        }}
        onPointerMove={(event) => event.buttons > 0 && line(placeOf(event))}
        onKeyDown={press}
      />
      <div className="lab-controls">
        {names.map((name, label) => (
          <button
            key={label}
            type="button"
            className="button small"
            onClick={() => {
              const { data } = contextOf(canvas.current!).getImageData(0, 0, side, side)
              onAdd(label, { width: side, height: side, data })
              clear()
            }}
          >
            Add to “{name}”
          </button>
        ))}
        <button type="button" className="button small quiet" onClick={clear}>
          Clear the sheet
        </button>
      </div>
    </div>
  )
}
