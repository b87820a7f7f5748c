import { Segmented } from '../../ui/Segmented'
import { Slider } from '../../ui/Slider'

// A number that an option of the kind `among` takes.

interface Props<N extends number> {
  readonly label: string
  readonly of: readonly N[]
  readonly value: N
  readonly onChange: (value: N) => void
  /** What a number is called; itself unless said. */
  readonly name?: (value: N) => string
}

/** A few numbers side by side. */
export function NumberChoice<N extends number>({ label, of, value, onChange, name = String }: Props<N>) {
  return (
    <Segmented
      small
      legend={label}
      value={String(value)}
      choices={of.map((each) => ({ value: String(each), label: name(each) }))}
      onChange={(said) => onChange(Number(said) as N)}
    />
  )
}

/** A slider over a few numbers. */
export function NumberSlider<N extends number>({ label, of, value, onChange, name = String }: Props<N>) {
  return (
    <Slider
      label={label}
      min={0}
      max={of.length - 1}
      value={of.indexOf(value)}
      text={name(value)}
      onChange={(at) => onChange(of[at])}
    />
  )
}
