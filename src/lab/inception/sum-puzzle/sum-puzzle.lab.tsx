import './sum-puzzle.css'
import { type CSSProperties, useMemo } from 'react'
import { graphOf } from '../../../architectures/built'
import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { judge, type Puzzle, puzzleOf, ratioOf, type Verdict, weightsOf } from './puzzle'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options, step } from './options'

export { options }

/** Four paths to fill until their channels add up to those of the block; `blocks` to choose from. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { blocks, block, filled } = value
  const puzzle = useMemo(() => puzzleOf(graphOf('googlenet'), block), [block])
  const verdict = judge(puzzle, filled)
  const sum = filled.reduce((a, b) => a + b, 0)
  const scale = Math.max(sum, puzzle.total)
  return (
    <div className="lab-body sum-puzzle">
      <div className="lab-controls">
        <Segmented
          small
          legend="Block"
          value={block}
          onChange={(next) => onChange({ block: next, filled: options.filled.default })}
          choices={blocks.map((value) => ({ value, label: value }))}
        />
        <b>Reach {puzzle.total} channels</b>
      </div>
      <div className="puzzle-bar" aria-hidden>
        {filled.map((width, i) => (
          <span
            key={i}
            className="puzzle-strip"
            style={
              {
                inlineSize: `${(100 * width) / scale}%`,
                '--strip': `var(--path-${i + 1})`,
                ...(width === 0 && { border: 'none' }),
              } as CSSProperties
            }
          >
            {width > scale / 12 && width}
          </span>
        ))}
        <span
          className="puzzle-goal"
          style={{ insetInlineStart: `calc(${(100 * puzzle.total) / scale}% - 3px)` }}
        />
      </div>
      <p className="puzzle-sum" role="status">
        {filled.join(' + ')} = <b>{sum}</b>. {said(verdict, puzzle, sum)}
      </p>
      <div className="lab-sliders">
        {filled.map((width, i) => (
          <Slider
            key={i}
            label={names[i]}
            value={width}
            min={0}
            max={24 * step}
            step={step}
            onChange={(next) => onChange({ filled: filled.map((old, j) => (j === i ? next : old)) })}
          />
        ))}
      </div>
      <Readout
        values={[
          ['weights of your split', count(weightsOf(puzzle, filled))],
          ['of the paper’s split', count(weightsOf(puzzle, puzzle.widths))],
        ]}
      />
    </div>
  )
}

const names = ['1×1', '3×3', '5×5', 'after the pool'] as const

function said(verdict: Verdict, { total, widths, block }: Puzzle, sum: number): string {
  const ratio = ratioOf(widths).join(' : ')
  if (verdict === 'less') return `${total - sum} are missing.`
  if (verdict === 'more') return `${sum - total} too many.`
  if (verdict === 'sum') return `It adds up, so it could be built. The paper splits it ${ratio}.`
  return `That is block ${block} of the paper, ${ratio}.`
}
