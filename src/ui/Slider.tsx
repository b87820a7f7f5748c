import { type ReactNode, useId } from 'react'

interface Props {
  readonly label: ReactNode
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  /** What the value is called beside the slider and to a screen reader; the number itself unless said. */
  readonly text?: string
  readonly onChange: (value: number) => void
}

/** A native range input with its name and its value beside it. */
export function Slider({ label, value, min, max, step = 1, text = String(value), onChange }: Props) {
  const id = useId()
  return (
    <span className="slider">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <output htmlFor={id}>{text}</output>
    </span>
  )
}
