import './sum-puzzle.css'
import { type CSSProperties, useMemo, useState } from 'react'
import { graphOf } from '../../../architectures/built'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import type { LabProps } from '../../index'
import { judge, type Puzzle, puzzleOf, ratioOf, type Verdict, type Widths } from './puzzle'

/** Every width of the paper is a multiple of it. */
const step = 16
const nothing: Widths = [0, 0, 0, 0]

/** Four paths to fill until their channels add up to those of the block; `blocks` to choose from. */
export function Lab({ with: given }: LabProps) {
  const { blocks = ['3a', '3b', '4a', '4b', '4c', '4d', '4e', '5a', '5b'] } = given as {
    readonly blocks?: readonly string[]
  }
  const [block, setBlock] = useState(blocks[0])
  const [filled, setFilled] = useState(nothing)
  const puzzle = useMemo(() => puzzleOf(graphOf('googlenet'), block), [block])
  const verdict = judge(puzzle, filled)
  const sum = filled.reduce((a, b) => a + b, 0)
  const scale = Math.max(sum, puzzle.total)
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          small
          legend="Block"
          value={block}
          onChange={(next) => {
            setBlock(next)
            setFilled(nothing)
          }}
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
            onChange={(next) => setFilled(filled.map((old, j) => (j === i ? next : old)))}
          />
        ))}
      </div>
    </div>
  )
}

const names = ['1×1', '3×3', '5×5', 'after the pool'] as const

function said(verdict: Verdict, { total, widths, block }: Puzzle, sum: number): string {
  const ratio = ratioOf(widths).join(' : ')
  if (verdict === 'less') return `${total - sum} are missing.`
  if (verdict === 'more') return `${sum - total} too many.`
  if (verdict === 'sum') return `It adds up, and could be built. The paper splits it ${ratio}.`
  return `That is block ${block} of the paper, ${ratio}.`
}
