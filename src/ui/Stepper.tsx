import { Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import './stepper.css'

interface Props {
  readonly id: string
  /** The name of what is set, for the buttons. */
  readonly name: string
  readonly text: string
  readonly onCommit: (text: string) => void
  /** Absent where the value has no next one. */
  readonly onStep?: (by: number) => void
  /** Its sentence, range or unit, and whether the text is wrong. */
  readonly described: { readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: boolean }
}

/** How far Page Up and Page Down go. */
const page = 10

const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: page, PageDown: -page }

/**
 * A number that is typed or stepped. Typing takes effect with Enter or when the field is left, so that half a number
 * is not a value; Escape forgets it. `data-settled` says that nothing is half typed, so that undo is the page's.
 */
export function Stepper({ id, name, text, onCommit, onStep, described }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    if (draft !== null && draft !== text) onCommit(draft)
    setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit()
    else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
    } else if (onStep && draft === null && steps[event.key] !== undefined) {
      event.preventDefault()
      onStep(steps[event.key])
    }
  }
  return (
    <span className="number-field">
      {onStep && (
        <button
          type="button"
          className="button icon small"
          aria-label={`${name}: one less`}
          onClick={() => onStep(-1)}
        >
          <Minus aria-hidden size={14} />
        </button>
      )}
      <input
        id={id}
        className="input"
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={draft ?? text}
        data-settled={draft === null || undefined}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
        {...described}
      />
      {onStep && (
        <button
          type="button"
          className="button icon small"
          aria-label={`${name}: one more`}
          onClick={() => onStep(1)}
        >
          <Plus aria-hidden size={14} />
        </button>
      )}
    </span>
  )
}
