import { type CSSProperties, type KeyboardEvent, useState } from 'react'
import { percent } from '../../ui/format'
import type { Classes } from '../inspector/useClasses'
import { classInWords } from '../trained/classWords'

interface Props {
  readonly names: readonly string[]
  /** From 0 to 1, in the order of the names; null before they are known. */
  readonly values: Float32Array | null
  readonly classes: Classes
  /** In pixels: from the left, and of the middle from the top. */
  readonly x: number
  readonly width: number
  readonly middle: number
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }

/** The values at the end, a cell for each class, as full as it is likely; Tab reaches one of them, arrows the others. */
export function ClassCells({ names, values, classes: { asked, ask }, x, width, middle }: Props) {
  const [at, setAt] = useState(0)
  const cell = Math.min(10, (2 * middle * 0.8) / names.length)
  function step(event: KeyboardEvent<HTMLElement>): void {
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
            title={said}
            disabled={!values}
            style={{ blockSize: cell - 1, '--value': values?.[i] ?? 0 } as CSSProperties}
            onFocus={() => setAt(i)}
            onClick={() => ask(i)}
          />
        )
      })}
    </div>
  )
}
