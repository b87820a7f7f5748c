import { useMemo } from 'react'
import type { StepDescription } from '../../lessons/description'
import { ImageSwitch } from '../image/ImageSwitch'
import { graphOf } from '../state/network'

/** The image of a slide, which is that of the lesson or the reader's. */
export function LessonImage({ step }: { readonly step: StepDescription }) {
  const input = useMemo(
    () => (step.network === undefined ? null : graphOf(step.network, step.options ?? {}).architecture.input),
    [step],
  )
  return <ImageSwitch pageOwn="The lesson’s image" input={input} />
}
