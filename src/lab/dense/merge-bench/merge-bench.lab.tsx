import './merge-bench.css'
import { count } from '../../../ui/format'
import { Slider } from '../../../ui/Slider'
import { type Bench, type Merge, merged, slabs } from './merge'
import { Stack } from './Stack'
import { slabWords } from './words'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'
import { many } from '../../shared/many'

export { options }

/** The same tensors under an addition, as in ResNet, and under a concatenation, as in DenseNet. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const bench = value
  const most = bench.start + bench.layers * bench.made
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Slider
          label="channels of x"
          value={bench.start}
          min={1}
          max={64}
          onChange={(start) => onChange({ start })}
        />
        <Slider
          label="channels of f(x)"
          value={bench.made}
          min={1}
          max={64}
          onChange={(made) => onChange({ made })}
        />
        <Slider
          label="layers"
          value={bench.layers}
          min={1}
          max={7}
          onChange={(layers) => onChange({ layers })}
        />
      </div>
      <Row how="add" bench={bench} most={most} />
      <Row how="concat" bench={bench} most={most} />
      <p className="soft small-text">
        Each slab is a channel; its color shows where its values come from. Each layer f is a 3×3 convolution
        without bias that reads what has been merged so far.
      </p>
    </div>
  )
}

const titles: Readonly<Record<Merge, string>> = {
  add: 'x + f(x): add',
  concat: '[x, f(x)]: concatenate',
}

function Row({ how, bench, most }: { readonly how: Merge; readonly bench: Bench; readonly most: number }) {
  const { channels, weights, problem } = merged(how, bench)
  const formula =
    how === 'add'
      ? `${many(bench.start, 'channel')}, each a sum of ${bench.layers + 1}`
      : `${bench.start} + ${bench.layers}·${bench.made} = ${channels} channels, each unchanged`
  return (
    <section className={problem ? 'merge-row torn' : 'merge-row'} aria-label={titles[how]}>
      <h3>
        {titles[how]}
        <span className="soft small-text">{problem ? 'does not fit' : formula}</span>
      </h3>
      {problem ? (
        <p className="problem" role="status">
          {problem}
        </p>
      ) : (
        <>
          <Stack
            label={formula}
            slabs={slabs(how, bench)}
            most={most}
            wordsOf={(sources, count) => slabWords(sources, count, bench)}
          />
          <Readout
            values={[
              ['channels out', channels],
              ['weights of the layers', count(weights)],
            ]}
          />
        </>
      )}
    </section>
  )
}
