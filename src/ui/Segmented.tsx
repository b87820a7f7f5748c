import { type ReactNode, useId } from 'react'

interface Choice<T extends string> {
  readonly value: T
  readonly label: ReactNode
  /** The accessible name where the label is a picture. */
  readonly name?: string
}

interface Props<T extends string> {
  readonly legend: string
  /** Null while none is taken. */
  readonly value: T | null
  readonly choices: readonly Choice<T>[]
  readonly onChange: (value: T) => void
  readonly small?: boolean
}

/** A few choices side by side, at most one of them taken: native radio buttons, so the arrow keys work as everywhere. */
export function Segmented<T extends string>({ legend, value, choices, onChange, small }: Props<T>) {
  const name = useId()
  return (
    <fieldset>
      <legend className="visually-hidden">{legend}</legend>
      <span className={small ? 'segmented small' : 'segmented'}>
        {choices.map((choice) => (
          <label key={choice.value} title={choice.name}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              aria-label={choice.name}
            />
            {choice.label}
          </label>
        ))}
      </span>
    </fieldset>
  )
}
