import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { keep, recall } from '../ui/storage'

/** In per cent of the page: the graph always keeps more than a third. */
const smallest = 20
const largest = 62
const usual = 30

const key = 'layerwise:inspector'

export function useInspectorSize() {
  const [size, setSize] = useState(() => within(Number(recall(key) ?? usual)))
  return [
    size,
    (next: number) => {
      setSize(within(next))
      keep(key, String(within(next)))
    },
  ] as const
}

function within(size: number): number {
  return Number.isFinite(size) ? Math.max(smallest, Math.min(largest, Math.round(size))) : usual
}

interface Props {
  readonly size: number
  readonly onSize: (size: number) => void
}

/** The line between graph and inspector; it is dragged, or moved with the arrow keys. */
export function Splitter({ size, onSize }: Props) {
  function drag(event: PointerEvent<HTMLDivElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const main = event.currentTarget.parentElement!.getBoundingClientRect()
    // On narrow pages the inspector lies below the graph, elsewhere at its inline end.
    const below = getComputedStyle(event.currentTarget).cursor === 'row-resize'
    const end = document.dir === 'rtl' ? event.clientX - main.left : main.right - event.clientX
    onSize(below ? ((main.bottom - event.clientY) / main.height) * 100 : (end / main.width) * 100)
  }

  function press(event: KeyboardEvent) {
    const grow = ['ArrowLeft', 'ArrowUp'].includes(event.key)
    if (!grow && !['ArrowRight', 'ArrowDown'].includes(event.key)) return
    event.preventDefault()
    onSize(size + (grow ? 2 : -2))
  }

  return (
    <div
      className="splitter"
      role="separator"
      tabIndex={0}
      aria-label="Size of the inspector"
      aria-orientation="vertical"
      aria-controls="inspector"
      aria-valuemin={smallest}
      aria-valuemax={largest}
      aria-valuenow={size}
      aria-valuetext={`${size} per cent`}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
      onDoubleClick={() => onSize(usual)}
    />
  )
}
