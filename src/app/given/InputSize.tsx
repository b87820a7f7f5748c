import { useId, useMemo, useState } from 'react'
import { OptionError } from '../../architectures/options'
import type { MapShape } from '../../nn/shape'
import { Stepper } from '../../ui/Stepper'
import type { Opened } from './open'
import { onlySize, sizeForm, sizeIn } from './size'

interface Props {
  readonly opened: Opened
  readonly value: MapShape
  readonly onChange: (value: MapShape) => void
}

/** Height and width of the image, which a reader may choose where the weights of the files fit any; otherwise why not. */
export function InputSize({ opened, value, onChange }: Props) {
  const id = useId()
  const fixed = useMemo(() => onlySize(opened), [opened])
  const [refused, setRefused] = useState<{ readonly text: string; readonly sentence: string } | null>(null)
  const said = `${value[0]}×${value[1]}`
  if (fixed !== undefined)
    return (
      <>
        {said} is the only possible size: {fixed}.
      </>
    )
  const commit = (text: string) => {
    try {
      onChange(sizeIn(opened, text))
      setRefused(null)
    } catch (error) {
      if (!(error instanceof OptionError)) throw error
      setRefused({ text, sentence: error.message })
    }
  }
  return (
    <div className="given-size">
      <label className="visually-hidden" htmlFor={id}>
        Height and width of the image
      </label>
      <Stepper
        id={id}
        name="Height and width"
        text={refused?.text ?? said}
        onCommit={commit}
        described={{ 'aria-describedby': `${id}-about`, 'aria-invalid': refused !== null }}
      />
      <span
        id={`${id}-about`}
        className={refused ? 'fault small-text' : 'soft small-text'}
        role={refused ? 'alert' : undefined}
      >
        {refused ? `Not accepted: ${refused.sentence}.` : `${sizeForm}.`}
      </span>
    </div>
  )
}
