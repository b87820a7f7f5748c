import './conserve.css'
import { RealStages } from './RealStages'
import { factorsOf, type Rules, stagesOf } from './rules'
import { StageTable } from './StageTable'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const toggles = [
  ['halve', 'halve height and width'],
  ['double', 'double the channels'],
] as const satisfies readonly (readonly [keyof Rules, string])[]

/** What one 3×3 convolution costs from stage to stage, with one rule, with the other, with both. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const rules = value
  return (
    <div className="lab-body conserve">
      <fieldset className="lab-controls">
        <legend className="visually-hidden">From stage to stage</legend>
        {toggles.map(([rule, title]) => (
          <label key={rule} className="conserve-rule">
            <input
              type="checkbox"
              checked={rules[rule]}
              onChange={() => onChange({ [rule]: !rules[rule] })}
            />{' '}
            {title}
          </label>
        ))}
      </fieldset>
      <StageTable stages={stagesOf(rules)} factors={factorsOf(rules)} />
      <RealStages />
    </div>
  )
}
