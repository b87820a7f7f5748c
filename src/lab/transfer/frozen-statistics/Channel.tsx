import { type ReactNode, useMemo } from 'react'
import { measured } from '../../../ui/format'
import { click } from '../../../ui/pointing'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { GreyCanvas } from '../../shared/GreyCanvas'
import { greyOf } from '../../inception/kernel-zoo/blur'
import { statisticsOf } from '../../normalization/norm-bench/norm'
import { side, usePhoto } from '../../shared/photo'
import { Readout } from '../../shared/Readout'
import { Drift } from './Drift'
import {
  batchOf,
  copiedFrom,
  fed,
  type History,
  lit,
  mapOf,
  meanDifference,
  momentum,
  outputOf,
  weightCount,
} from './drift'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

/** Grey of a value: 0 is in the middle, 2.5 white, −2.5 black. */
const shade = (map: Float32Array) => map.map((value) => 128 + 51 * value)

/** One channel with frozen weights, fed with photos in the learner's light, and its answer to one photo that never changes. */
export function Channel({ children, ...lab }: LabProps<typeof options> & { readonly children: ReactNode }) {
  const car = usePhoto('automobile-1')
  const ship = usePhoto('ship-2')
  const horse = usePhoto('horse-1')
  const dog = usePhoto('dog-1')
  const cat = usePhoto('cat-1')
  const photos = useMemo(() => {
    const all = [car, ship, horse, dog, cat]
    return all.every((photo) => photo instanceof ImageData) ? all.map((photo) => greyOf(photo).values) : null
  }, [car, ship, horse, dog, cat])
  if ([car, ship, horse, dog, cat].includes('missing'))
    return <p className="problem">The drawings could not be loaded.</p>
  return (
    photos && (
      <Fed photos={photos} {...lab}>
        {children}
      </Fed>
    )
  )
}

interface Props extends LabProps<typeof options> {
  /** Grey, `side` wide; the last is never in a batch. */
  readonly photos: readonly Float32Array[]
  readonly children: ReactNode
}

function Fed({ photos: all, children, value, onChange }: Props) {
  const { light, mode } = value
  const { photos, fixed } = useMemo(() => ({ photos: all.slice(0, -1), fixed: all[all.length - 1] }), [all])
  const copied = useMemo(() => copiedFrom(photos, side), [photos])
  const history = useMemo(
    () =>
      value.fed.reduce<History>(
        (before, tenths) => fed(before, batchOf(photos, side, tenths / 10), 1, tenths === 0),
        [copied],
      ),
    [value.fed, photos, copied],
  )
  const values = useMemo(() => batchOf(photos, side, light), [photos, light])
  const batch = useMemo(() => statisticsOf(values), [values])
  const feed = (times: number) => {
    const tenths = mode === 'frozen' ? 0 : Math.round(10 * light)
    onChange({ fed: [...value.fed, ...Array<number>(times).fill(tenths)].slice(0, options.fed.length[1]) })
  }

  const [shown] = photos
  const fresh = useMemo(() => lit(shown, light), [shown, light])
  const map = useMemo(() => mapOf(fixed, side), [fixed])
  const before = useMemo(() => outputOf(map, copied), [map, copied])
  const now = history[history.length - 1]
  const output = useMemo(() => outputOf(map, now), [map, now])
  const pictures = {
    before: useMemo(() => shade(before), [before]),
    now: useMemo(() => shade(output), [output]),
  }
  return (
    <>
      <div className="lab-controls">
        {children}
        <Segmented
          legend="Running statistics"
          value={mode}
          onChange={(mode) => onChange({ mode })}
          small
          choices={[
            { value: 'moving', label: 'weights frozen' },
            { value: 'frozen', label: 'statistics frozen, too' },
          ]}
        />
      </div>
      <Slider
        label="Brightness of the new photos"
        value={light}
        min={0.1}
        max={2}
        step={0.1}
        text={`× ${light.toFixed(1)}`}
        onChange={(light) => onChange({ light })}
      />
      <div className="lab-controls">
        <button type="button" className="button small primary" onClick={() => feed(1)}>
          Next batch
        </button>
        <button type="button" className="button small" onClick={() => feed(10)}>
          Ten batches
        </button>
        <button type="button" className="button small" onClick={() => onChange({ fed: [] })}>
          Copy again
        </button>
      </div>
      <div className="drift-pictures">
        <Picture values={fresh} name="new photo" label={`A new photo, ${light.toFixed(1)} times as bright`} />
        <Picture values={fixed} name="fixed photo" label="The photo that stays the same" />
        <Picture values={pictures.before} name="output, copied" label="Its output as copied" />
        <Picture values={pictures.now} name={`after ${value.fed.length}`} label="Its output now" />
      </div>
      <Drift history={history} batch={batch} />
      <Readout
        values={[
          ['running mean', `${measured(copied.mean)} → ${measured(now.mean)}`],
          ['running variance', `${measured(copied.variance)} → ${measured(now.variance)}`],
          ['weights moved', `0 of ${weightCount}`],
          ['output moved', measured(meanDifference(before, output))],
        ]}
      />
      <p className="soft small-text">
        Computed as you {click}: batches of four photos, momentum {momentum}. Thin lines: statistics of the
        new batches. The output is computed in inference mode; the number is its mean change.
      </p>
    </>
  )
}

function Picture({
  values,
  name,
  label,
}: {
  readonly values: Float32Array
  readonly name: string
  readonly label: string
}) {
  return (
    <figure>
      <GreyCanvas values={values} label={label} />
      <figcaption>{name}</figcaption>
    </figure>
  )
}
