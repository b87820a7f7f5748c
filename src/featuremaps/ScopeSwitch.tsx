import { Segmented } from '../ui/Segmented'
import type { Scope } from './colour'

interface Props {
  readonly value: Scope
  readonly onChange: (value: Scope) => void
  /** There are two layers beside each other. */
  readonly isPair?: boolean
}

/** What one scale of colors is for. */
export function ScopeSwitch({ value, onChange, isPair = false }: Props) {
  return (
    <Segmented
      small
      legend="One color scale for"
      value={value}
      onChange={onChange}
      choices={[
        ...(isPair ? [{ value: 'both' as const, label: 'both layers' }] : []),
        { value: 'layer', label: isPair ? 'each layer' : 'whole layer' },
        { value: 'channel', label: 'each channel' },
      ]}
    />
  )
}
