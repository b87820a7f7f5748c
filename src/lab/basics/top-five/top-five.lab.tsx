import { percent } from '../../../ui/format'
import { addressOf } from '../../../ui/held'
import { Slider } from '../../../ui/Slider'
import { Bars } from '../../shared/Bars'
import { Readout } from '../../shared/Readout'
import { rankOf, softmax } from './softmax'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** Scores that were made up for this page; the first class is the true one. */
const made = [
  ['golden retriever', 1.6],
  ['Labrador', 2.6],
  ['cocker spaniel', 2.1],
  ['teddy bear', 1.2],
  ['Irish setter', 2.3],
  ['tennis ball', 0.4],
  ['otter', 0.1],
  ['lion', 0.9],
] as const

/** One photograph of a golden retriever, eight classes, and two ways to call the answer right. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { image, score: own, asked } = value
  const scores = made.map(([, score], i) => (i === 0 ? own : score))
  const shares = softmax(scores)
  const rank = rankOf(scores, 0)
  const order = made.map((_, i) => i).sort((a, b) => rankOf(scores, a) - rankOf(scores, b))
  const verdict = (within: number) => (rank <= within ? 'right' : 'an error')
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <img src={addressOf(`images/${image}.svg`)} alt="A dog in a meadow" width={88} height={88} />
        <Slider
          label="score of the true class"
          value={own}
          min={-1}
          max={4}
          step={0.1}
          text={own.toFixed(1)}
          onChange={(score) => onChange({ score })}
        />
      </div>
      <Bars
        caption="Output of the softmax"
        most={1}
        bars={order.map((i, place) => ({
          id: made[i][0],
          name: (
            <>
              {place + 1}. {i === 0 ? <strong>{made[i][0]} ✓</strong> : made[i][0]}
            </>
          ),
          value: shares[i],
          text: percent(shares[i]),
          colour: i === 0 ? 'var(--path-3)' : place < 5 ? 'var(--accent)' : 'var(--line-strong)',
          striped: place >= 5,
        }))}
        onChoose={(name) => {
          const index = made.findIndex(([each]) => each === name)
          onChange({ asked: index === asked ? null : index })
        }}
        chosen={asked === null ? null : made[asked][0]}
      />
      <p className="small-text">
        {asked === null ? (
          <span className="soft">Choose a class to see how its probability is computed.</span>
        ) : (
          <Share scores={scores} index={asked} />
        )}
      </p>
      <Readout
        values={[
          ['rank of the true class', rank],
          ['counted by top-1', verdict(1)],
          ['counted by top-5', verdict(5)],
        ]}
      />
      <p className="soft small-text">
        These scores are made up to show the rule; the challenge has 1,000 classes.
      </p>
    </div>
  )
}

/** The softmax of one class, written out. */
function Share({ scores, index }: { readonly scores: readonly number[]; readonly index: number }) {
  const power = Math.exp(scores[index])
  const sum = scores.reduce((all, score) => all + Math.exp(score), 0)
  return (
    <>
      <b>{made[index][0]}</b>: e<sup>{scores[index].toFixed(1)}</sup> = {power.toFixed(2)}, divided by{' '}
      {sum.toFixed(2)}, the sum of all eight, is <b>{percent(power / sum)}</b>. More for one class means less
      for the others.
    </>
  )
}
