import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { deepest, pairOf } from '../drawings/networks'
import { NumberSlider } from '../SomeNumbers'
import { rates } from './settings'

// What the labs that train small networks let a reader set, with the same words in each.

/** A setting and how it is changed; numbers go up to `most`. */
type Field<T> = Readonly<T> & { readonly most?: number; readonly onChange: (change: Partial<T>) => void }

type Norm = 'on' | 'off'

/** @param layers of the network that is meant; those of the plain one of so many blocks unless said */
export function Depth({
  blocks,
  norm,
  most = deepest,
  layers = pairOf(blocks, norm === 'on').plain.depth.weighted,
  onChange,
}: Field<{ blocks: number; norm: Norm }> & { readonly layers?: number }) {
  return (
    <Slider
      label="depth"
      min={1}
      max={most}
      value={blocks}
      text={`${layers} layers`}
      onChange={(blocks) => onChange({ blocks })}
    />
  )
}

export function BatchNorm({ norm, onChange }: Field<{ norm: Norm }>) {
  return (
    <Segmented
      small
      legend="Batch normalization"
      value={norm}
      choices={[
        { value: 'on', label: 'batch norm' },
        { value: 'off', label: 'without' },
      ]}
      onChange={(norm) => onChange({ norm })}
    />
  )
}

export function Rate({ rate, onChange }: Field<{ rate: number }>) {
  return <NumberSlider label="rate" of={rates} value={rate} onChange={(rate) => onChange({ rate })} />
}

export function Seed({ seed, most = 20, onChange }: Field<{ seed: number }>) {
  return <Slider label="seed" min={1} max={most} value={seed} onChange={(seed) => onChange({ seed })} />
}
