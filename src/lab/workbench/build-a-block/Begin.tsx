import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import type { LabProps } from '../../shared/frame'
import type { options } from './options'
import { samples } from './samples'

/** Where no challenge asks for anything: blocks to begin with, and how many stand one after the other. */
export function Begin({
  value: { block, times },
  onChange,
  onTake,
}: LabProps<typeof options> & { readonly onTake: (block: string) => void }) {
  return (
    <div className="block-begin">
      <p>Begin with a block from a paper and change it, or build your own piece by piece.</p>
      <Segmented
        small
        legend="Block to begin with"
        value={Object.entries(samples).find(([, sample]) => sample.block === block)?.[0] ?? null}
        onChange={(name) => onTake(samples[name as keyof typeof samples].block)}
        choices={Object.entries(samples).map(([value, { name }]) => ({ value, label: name }))}
      />
      <Slider
        label="one after the other"
        min={1}
        max={6}
        value={times}
        onChange={(times) => onChange({ times })}
      />
    </div>
  )
}
