import { type PointerEvent, type ReactNode, useRef } from 'react'

interface Props {
  /** The part of a plane that is shown, in cells. */
  readonly frame: {
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
  }
  readonly className: string
  /** A place was pressed or dragged to, in cells; `ends` where it is let go. */
  readonly onPoint: (row: number, column: number, ends: boolean) => void
  readonly children: ReactNode
}

/** What can be dragged over, told in cells. */
export function Pointed({ frame, className, onPoint, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const last = useRef<readonly [row: number, column: number]>(null)
  const { top, bottom, left, right } = frame
  function tell(event: PointerEvent, ends: boolean) {
    const edge = box.current!.getBoundingClientRect()
    const down = (event.clientY - edge.top) / edge.height
    const across = (event.clientX - edge.left) / edge.width
    last.current = [Math.floor(top + down * (bottom - top)), Math.floor(left + across * (right - left))]
    onPoint(...last.current, ends)
  }
  return (
    <div
      ref={box}
      className={className}
      style={{ aspectRatio: `${right - left} / ${bottom - top}` }}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        tell(event, false)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) tell(event, false)
      }}
      onPointerUp={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) tell(event, true)
      }}
      // The finger scrolls: the window stays where it was last.
      onPointerCancel={() => last.current && onPoint(...last.current, true)}
    >
      {children}
    </div>
  )
}
