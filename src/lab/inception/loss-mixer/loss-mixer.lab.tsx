import './loss-mixer.css'
import { graphOf } from '../../../architectures/built'
import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { total } from './mix'
import { Reach } from './Reach'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { most, options } from './options'

export { options }

/** The main output, and the auxiliary classifiers in the order of the network. */
const names = ['main loss', 'auxiliary loss 1', 'auxiliary loss 2'] as const
const keys = ['main', 'helper1', 'helper2'] as const

/** What GoogLeNet minimizes in training: three losses, two of them weighted, and how far down each of them teaches. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { main, helper1, helper2, weight, mode } = value
  const losses = [main, helper1, helper2] as const
  const trains = mode === 'train'
  const graph = graphOf('googlenet', { aux: trains })
  const shares = trains ? losses.map((loss, i) => (i === 0 ? loss : weight * loss)) : [losses[0]]
  // At inference nothing is learned.
  const weights = trains ? [1, weight, weight] : [0]
  const all = trains ? total(losses, weight) : losses[0]
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Mode"
          value={mode}
          choices={[
            { value: 'train', label: 'Training' },
            { value: 'eval', label: 'Inference' },
          ]}
          onChange={(mode) => onChange({ mode })}
        />
      </div>
      <div className="loss-sliders">
        {losses.slice(0, shares.length).map((loss, i) => (
          <Slider
            key={names[i]}
            label={names[i]}
            min={0}
            max={most}
            step={0.1}
            value={loss}
            text={loss.toFixed(1)}
            onChange={(loss) => onChange({ [keys[i]]: loss })}
          />
        ))}
        {trains && (
          <Slider
            label="weight of the auxiliary losses"
            min={0}
            max={1}
            step={0.05}
            value={weight}
            text={weight.toFixed(2)}
            onChange={(weight) => onChange({ weight })}
          />
        )}
      </div>
      <div className="loss-bar" aria-hidden>
        {shares.map((share, i) => (
          <span key={names[i]} className={`loss-${i}`} style={{ flexGrow: share }}>
            {share.toFixed(2)}
          </span>
        ))}
      </div>
      <Readout
        values={[
          [
            trains ? 'minimized' : 'loss of the answer; nothing is minimized',
            trains
              ? `${losses[0].toFixed(1)} + ${weight.toFixed(2)} · (${losses[1].toFixed(1)} + ${losses[2].toFixed(1)}) = ${all.toFixed(2)}`
              : all.toFixed(2),
          ],
          ['parameters', count(graph.totals.trainable)],
        ]}
      />
      <Reach graph={graph} weights={weights} names={names} />
      <p className="soft">
        Sums, counts and reach are computed from the graph; the losses are set by you, not measured. Guessing
        among a thousand classes has a loss of {Math.log(1000).toFixed(1)}.
      </p>
    </div>
  )
}
