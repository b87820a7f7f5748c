import { useState } from 'react'
import type { Arithmetic, Cell, Patch, Unit } from '../nn/unit'
import { count, exacter } from '../ui/format'
import { Matrix } from './Matrix'
import { placeOf, type Source } from './source'
import { lineOf, termText } from './terms'
import type { Scales } from './UnitScales'

/** Longer sums are written out only when asked for. */
const shortLine = 9

interface CardProps {
  readonly patch: Patch
  readonly arithmetic: Arithmetic
  readonly scales: Scales
  readonly source: Source
  readonly onStep: (unit: Unit) => void
  /** It stands where there is little room. */
  readonly isNarrow?: boolean
}

/** One channel: its window, the kernel and their products side by side, and what they add up to. */
export function PatchCard({ patch, arithmetic, scales, source, onStep, isNarrow }: CardProps) {
  const [pointed, setPointed] = useState<number | null>(null)
  const { cells, subtotal } = patch
  const isWeighted = cells[0]?.weight !== undefined
  const isLargest = arithmetic.operation === 'largest'
  const nameOf = (cell: Cell) =>
    cell.unit === null
      ? 'padding'
      : `${source.id}, ${placeOf(cell.unit, source)}: ${exacter(cell.value)}` +
        (cell.weight === undefined ? '' : `, times ${exacter(cell.weight)} is ${exacter(cell.term)}`) +
        (cell.wins ? ', the largest' : '')
  const shared = { patch, pointed, onPoint: setPointed, isNarrow }
  const cell = pointed === null ? undefined : cells[pointed]
  const line = lineOf(patch)
  return (
    <article className="patch" aria-label={`Channel ${patch.channel}`}>
      <h4>
        channel {patch.channel} <span className="soft">of {source.id}</span>
      </h4>
      <div className="patch-line">
        <Matrix
          {...shared}
          scale={scales.value}
          show="value"
          label={`Window of ${source.id}, channel ${patch.channel}`}
          nameOf={nameOf}
          onStep={onStep}
        />
        {isWeighted && (
          <>
            <span className="patch-sign">×</span>
            <Matrix {...shared} scale={scales.weight} show="weight" label="Weights" />
            <span className="patch-products">
              <span className="patch-sign">=</span>
              <Matrix {...shared} scale={scales.term} show="term" label="Products" />
            </span>
          </>
        )}
        <span className="patch-sum">
          <span className="patch-sign" aria-hidden>
            {isLargest ? '→' : 'Σ'}
          </span>{' '}
          <b>{exacter(subtotal)}</b>
        </span>
      </div>
      <p className="patch-readout small-text" aria-hidden>
        {cell ? (
          cell.unit === null ? (
            'padding: there is no input value here'
          ) : (
            <>
              {placeOf(cell.unit, source)}: <b>{termText(cell)}</b>
              {cell.weight !== undefined && (
                <>
                  {' = '}
                  <b>{exacter(cell.term)}</b>
                </>
              )}
            </>
          )
        ) : (
          <span className="soft" data-not-saved>
            Point at a cell to see its numbers.
          </span>
        )}
      </p>
      {!isLargest &&
        (cells.length <= shortLine ? (
          <p className="patch-text small-text">{line}</p>
        ) : (
          <details className="small-text">
            <summary>
              All {count(cells.length)} {isWeighted ? 'products' : 'values'} written out
            </summary>
            <p className="patch-text">{line}</p>
          </details>
        ))}
    </article>
  )
}
