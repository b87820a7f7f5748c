import { type ComponentType, useCallback, useMemo } from 'react'
import { HiddenReadouts } from './hidden'
import { type Given, type LabOptions, type LabText, type LabValue, readLab, writeLab } from './schema'

/** What a lab is handed: the value of each of its options, and a way to set some of them. */
export interface LabProps<S extends LabOptions> {
  readonly value: LabValue<S>
  readonly onChange: (change: Partial<LabValue<S>>) => void
}

/** What a file `<name>.lab.tsx` exports. */
export interface LabModule {
  readonly Lab: ComponentType<LabProps<never>>
  readonly options: LabOptions
}

export interface FrameProps {
  /** What the slide gives. */
  readonly with: Given
  /** What the reader set, as an address has it. */
  readonly said: LabText
  readonly onSay: (change: (before: LabText) => LabText) => void
  /** Readouts that wait for an answer. */
  readonly hides?: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()

/** A lab whose values are texts outside of it, so that they can stand in an address and outlive a slide. */
export function framed({ Lab, options }: LabModule): ComponentType<FrameProps> {
  const Any = Lab as unknown as ComponentType<LabProps<LabOptions>>
  return function Framed({ with: given, said, onSay, hides = none }: FrameProps) {
    const { value, problems } = useMemo(() => readLab(options, given, said), [given, said])
    const onChange = useCallback(
      (change: Partial<LabValue<LabOptions>>) =>
        onSay((before) => {
          const { value } = readLab(options, given, before)
          return writeLab(options, given, { ...value, ...change })
        }),
      [given, onSay],
    )
    return (
      <HiddenReadouts value={hides}>
        {problems.map((problem) => (
          <p key={problem} className="problem" role="alert">
            {problem}
          </p>
        ))}
        <Any value={value} onChange={onChange} />
      </HiddenReadouts>
    )
  }
}
