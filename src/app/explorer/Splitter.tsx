import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { keep, recall } from '../../ui/storage'

/** In per cent of the page: the graph always keeps more than a third. */
const smallest = 20
const largest = 62
const usual = 30

export function useInspectorSize() {
  return useSize('layerwise:inspector', usual)
}

/** A share of the page in per cent, which this browser remembers, or this tab. */
export function useSize(key: string, usual: number, most = largest, span?: Parameters<typeof keep>[2]) {
  const [size, setSize] = useState(() => within(Number(recall(key, span) ?? usual), usual, most))
  return [
    size,
    (next: number) => {
      setSize(within(next, usual, most))
      keep(key, String(within(next, usual, most)), span)
    },
  ] as const
}

function within(size: number, usual: number, most: number): number {
  return Number.isFinite(size) ? Math.max(smallest, Math.min(most, Math.round(size))) : usual
}

interface Props {
  readonly size: number
  readonly onSize: (size: number) => void
  /** What it sizes, as in "the inspector", and the id of that. */
  readonly of?: string
  readonly controls?: string
  /** What is sized lies below, however wide the page. */
  readonly below?: boolean
  /** The most that it may take. */
  readonly most?: number
  /** What a double click goes back to. */
  readonly start?: number
}

/** The line between the graph and what lies beside or below it; it is dragged, or moved with the arrow keys. */
export function Splitter({
  size,
  onSize,
  of = 'the inspector',
  controls = 'inspector',
  below,
  most = largest,
  start = usual,
}: Props) {
  function drag(event: PointerEvent<HTMLDivElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const main = event.currentTarget.parentElement!.getBoundingClientRect()
    // On narrow pages the inspector lies below the graph, elsewhere at its inline end.
    const lower = getComputedStyle(event.currentTarget).cursor === 'row-resize'
    const end = document.dir === 'rtl' ? event.clientX - main.left : main.right - event.clientX
    onSize(lower ? ((main.bottom - event.clientY) / main.height) * 100 : (end / main.width) * 100)
  }

  function press(event: KeyboardEvent) {
    const grow = ['ArrowLeft', 'ArrowUp'].includes(event.key)
    if (!grow && !['ArrowRight', 'ArrowDown'].includes(event.key)) return
    event.preventDefault()
    onSize(size + (grow ? 2 : -2))
  }

  return (
    <div
      className={below ? 'splitter below' : 'splitter'}
      role="separator"
      tabIndex={0}
      aria-label={`Size of ${of}`}
      aria-orientation={below ? 'horizontal' : 'vertical'}
      aria-controls={controls}
      aria-valuemin={smallest}
      aria-valuemax={most}
      aria-valuenow={size}
      aria-valuetext={`${size} percent`}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
      onDoubleClick={() => onSize(start)}
    />
  )
}
