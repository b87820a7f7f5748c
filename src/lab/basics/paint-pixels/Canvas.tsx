import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { type Mask, paint, stroke } from './brush'
import { contextOf } from '../../../ui/canvas'

interface Props {
  /** What it is when all of it has been computed. */
  readonly children: ReactNode
  readonly height: number
  readonly width: number
  readonly brush: number
  /** Each new object paints everything or nothing. */
  readonly order: { readonly what: 'all' | 'none'; readonly turn: number }
  readonly onPaint: (painted: number) => void
}

type Place = readonly [row: number, column: number]

/** An output map that is computed where it is painted: the map shows through, position by position. */
export function Canvas({ children, height, width, brush, order, onPaint }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const mask = useRef<Mask>(new Uint8Array(height * width))
  /** The order that was carried out last: a canvas that was hidden and is shown again keeps its paint. */
  const obeyed = useRef<Props['order']>(undefined)
  const last = useRef<Place | null>(null)
  const [at, setAt] = useState<Place>([Math.floor(height / 2), Math.floor(width / 2)])

  useEffect(() => {
    if (obeyed.current === order && mask.current.length === height * width) return
    obeyed.current = order
    mask.current = new Uint8Array(height * width).fill(order.what === 'all' ? 1 : 0)
    const pen = contextOf(canvas.current!)
    pen.clearRect(0, 0, width, height)
    if (order.what === 'none') {
      pen.fillStyle = getComputedStyle(canvas.current!).color
      pen.fillRect(0, 0, width, height)
    }
    onPaint(order.what === 'all' ? height * width : 0)
  }, [order, height, width, onPaint])

  function to(place: Place, from: Place) {
    const pen = contextOf(canvas.current!)
    const reach = Math.floor(brush / 2)
    for (const [row, column] of stroke(from, place)) {
      paint(mask.current, width, row, column, brush)
      pen.clearRect(column - reach, row - reach, brush, brush)
    }
    setAt(place)
    onPaint(mask.current.reduce((sum, painted) => sum + painted, 0))
  }

  function placeOf(event: PointerEvent): Place {
    const box = canvas.current!.getBoundingClientRect()
    const along = (value: number, size: number) => Math.max(0, Math.min(size - 1, Math.floor(value * size)))
    return [
      along((event.clientY - box.top) / box.height, height),
      along((event.clientX - box.left) / box.width, width),
    ]
  }

  function press(event: KeyboardEvent) {
    const step = Math.max(1, Math.floor(brush / 2))
    const moves: Readonly<Record<string, Place>> = {
      ArrowUp: [-step, 0],
      ArrowDown: [step, 0],
      ArrowLeft: [0, -step],
      ArrowRight: [0, step],
    }
    if (!(event.key in moves)) return
    event.preventDefault()
    event.stopPropagation()
    const [down, right] = moves[event.key]
    to([Math.max(0, Math.min(height - 1, at[0] + down)), Math.max(0, Math.min(width - 1, at[1] + right))], at)
  }

  return (
    <div className="paint-frame">
      {children}
      <canvas
        ref={canvas}
        width={width}
        height={height}
        tabIndex={0}
        data-keys
        role="application"
        aria-label={`Output map of ${height} by ${width} positions: the arrow keys move the brush and paint`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          last.current = placeOf(event)
          to(last.current, last.current)
        }}
        onPointerMove={(event) => {
          if (last.current === null) return
          const place = placeOf(event)
          to(place, last.current)
          last.current = place
        }}
        onPointerUp={() => (last.current = null)}
        onPointerCancel={() => (last.current = null)}
        onKeyDown={press}
      />
      <span
        className="paint-brush"
        aria-hidden
        style={{
          insetBlockStart: `${((at[0] + 0.5 - brush / 2) / height) * 100}%`,
          insetInlineStart: `${((at[1] + 0.5 - brush / 2) / width) * 100}%`,
          inlineSize: `${(brush / width) * 100}%`,
          blockSize: `${(brush / height) * 100}%`,
        }}
      />
    </div>
  )
}
