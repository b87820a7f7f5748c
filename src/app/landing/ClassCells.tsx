import { type CSSProperties, type KeyboardEvent, type RefObject, useState } from 'react'
import { percent } from '../../ui/format'
import type { Classes } from '../inspector/useClasses'
import { classInWords } from '../trained/classWords'
import { useRiverTip } from './useRiverTip'

interface Props {
  readonly names: readonly string[]
  /** From 0 to 1, in the order of the names; null before they are known. */
  readonly values: Float32Array | null
  readonly classes: Classes
  /** In pixels: from the left, and of the middle from the top. */
  readonly x: number
  readonly width: number
  readonly middle: number
  /** Where what a cell says is shown. */
  readonly frame: RefObject<HTMLElement | null>
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }

/** The values at the end, a cell for each class, as full as it is likely; Tab reaches one of them, arrows the others. */
export function ClassCells({ names, values, classes: { asked, ask }, x, width, middle, frame }: Props) {
  const { tell, hide } = useRiverTip(frame)
  const [at, setAt] = useState(0)
  const cell = Math.min(10, (2 * middle * 0.8) / names.length)
  function step(event: KeyboardEvent<HTMLElement>): void {
    if (event.key === 'Escape') return hide()
    if (!Object.hasOwn(steps, event.key)) return
    event.preventDefault()
    const next = Math.max(0, Math.min(names.length - 1, at + steps[event.key]))
    setAt(next)
    event.currentTarget.querySelectorAll('button')[next].focus()
  }
  return (
    <div
      className="river-values"
      role="group"
      aria-label="The classes at the end"
      style={{ insetInlineStart: x, inlineSize: width, insetBlockStart: middle - (cell * names.length) / 2 }}
      onKeyDown={step}
      onPointerLeave={hide}
      onBlur={hide}
    >
      {names.map((name, i) => {
        const said = `${classInWords(name)}${values ? ` ${percent(values[i])}` : ''}`
        return (
          <button
            key={name}
            type="button"
            tabIndex={i === at ? 0 : -1}
            aria-label={said}
            aria-pressed={asked === i}
            disabled={!values}
            style={{ blockSize: cell - 1, '--value': values?.[i] ?? 0 } as CSSProperties}
            onPointerMove={(event) => tell(said, event)}
            onFocus={({ currentTarget }) => {
              setAt(i)
              // A finger or a mouse says where it is.
              if (!currentTarget.matches(':focus-visible')) return
              tell(said, { clientX: currentTarget.getBoundingClientRect().left })
            }}
            onClick={() => ask(i)}
          />
        )
      })}
    </div>
  )
}
