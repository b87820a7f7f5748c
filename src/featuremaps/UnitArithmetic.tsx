import { type ReactNode, useMemo, useState } from 'react'
import type { Arithmetic, Cell, Patch, Unit } from '../nn/unit'
import { asMap, isMap, type Shape } from '../nn/shape'
import { count, exacter } from '../ui/format'
import { colourOf, kindOf, type Scale, scaleOf } from './colour'
import { Legend } from './Legend'
import { Matrix } from './Matrix'
import {
  inside,
  lineOf,
  maximumOf,
  roundingOf,
  sentenceOf,
  strongestFirst,
  termText,
  withNumbers,
} from './terms'
import './unit.css'

/** Where the values of an input come from. */
export interface Source {
  readonly id: string
  /** `path 2 of 4`, where several meet. */
  readonly path?: string
  readonly shape: Shape
}

interface Props {
  readonly arithmetic: Arithmetic
  readonly sources: readonly Source[]
  /** Leads to the value of an input. */
  readonly onStep: (input: number, unit: Unit) => void
}

/** Windows that are drawn at first, rows that are listed at first, and how many more at a time. */
const windowsAtFirst = 4
const windowsMore = 16
const rowsAtFirst = 12
const rowsMore = 100

/** Longer sums are written out only when asked for. */
const shortLine = 9

/** How one value comes about: the sum in large type, and below it every window, kernel and product it is made of. */
export function UnitArithmetic({ arithmetic, sources, onStep }: Props) {
  const [more, setMore] = useState(0)
  const { patches } = arithmetic
  const ordered = useMemo(
    () => (sources.length > 1 ? patches : strongestFirst(patches)),
    [patches, sources.length],
  )
  const isList = patches.every(({ rows, columns }) => rows * columns === 1)
  const [first, step] = isList ? [rowsAtFirst, rowsMore] : [windowsAtFirst, windowsMore]
  const shown = ordered.slice(0, first + more)
  const scales = useMemo(() => scalesOf(patches), [patches])
  const left = ordered.length - shown.length
  return (
    <div className="unit-arithmetic">
      <Equation arithmetic={arithmetic} ordered={ordered} sources={sources} />
      {patches.length > 0 && (
        <section className="unit-patches" aria-label="Where it comes from">
          <div className="unit-patches-head">
            <h3>
              {isList ? 'The values' : patches.length === 1 ? 'The window' : 'The windows'}
              {sources.length === 1 && ordered.length > 1 && ', the strongest first'}
            </h3>
            <p className="small-text soft">
              Choose a value to see how it was made in turn.
              {patches.some((patch) => patch.cells.some(({ unit }) => unit === null)) &&
                ' Hatched cells are padding.'}
            </p>
          </div>
          {patches.some(({ cells }) => cells.length > 1 || patches.length > 1) && (
            <Legends scales={scales} arithmetic={arithmetic} />
          )}
          {isList ? (
            <Rows arithmetic={arithmetic} shown={shown} scales={scales} sources={sources} onStep={onStep} />
          ) : (
            shown.map((patch) => (
              <PatchCard
                key={`${patch.input} ${patch.channel}`}
                patch={patch}
                arithmetic={arithmetic}
                scales={scales}
                source={sources[patch.input]}
                onStep={(unit) => onStep(patch.input, unit)}
              />
            ))
          )}
          {left > 0 && (
            <button type="button" className="button" onClick={() => setMore(more + step)}>
              Show {left <= step ? `the other ${count(left)}` : `${count(step)} more of ${count(left)}`}
            </button>
          )}
        </section>
      )}
    </div>
  )
}

interface Scales {
  readonly value: Scale
  readonly weight: Scale
  readonly term: Scale
}

/** One scale for all values, one for all weights and one for all products. */
function scalesOf(patches: readonly Patch[]): Scales {
  const over = (part: 'value' | 'weight' | 'term') => {
    let min = Infinity
    let max = -Infinity
    for (const { cells } of patches)
      for (const cell of cells) {
        const value = cell[part]
        if (value === undefined || !Number.isFinite(value)) continue
        min = Math.min(min, value)
        max = Math.max(max, value)
      }
    const range = min <= max ? { min, max } : { min: 0, max: 0 }
    return scaleOf(part === 'value' ? kindOf(range) : 'diverging', range)
  }
  return { value: over('value'), weight: over('weight'), term: over('term') }
}

function Legends({ scales, arithmetic }: { readonly scales: Scales; readonly arithmetic: Arithmetic }) {
  const isWeighted = arithmetic.patches[0].cells[0]?.weight !== undefined
  const entries: (readonly [string, Scale])[] = [
    ['values of the input', scales.value],
    ...(isWeighted
      ? ([
          ['weights', scales.weight],
          ['products', scales.term],
        ] as const)
      : []),
  ]
  return (
    <div className="unit-legends">
      {entries.map(([name, scale]) => (
        <div key={name}>
          <span className="small-text soft">{name}</span>
          <Legend scale={scale} scope="layer" />
        </div>
      ))}
    </div>
  )
}

/** Parts of a sum that are named in the large line; the rest is one number. */
const namedParts = 4

interface EquationProps {
  readonly arithmetic: Arithmetic
  readonly ordered: readonly Patch[]
  readonly sources: readonly Source[]
}

/** `0.41 + (−0.13) + … = 1.874` with what each part is below it, the result in large type. */
function Equation({ arithmetic, ordered, sources }: EquationProps) {
  const { operation, bias, divisor, result, formula, letters } = arithmetic
  const total = <b className="equation-total">{exacter(result)}</b>
  const parts: (readonly [string, number])[] = []
  if (operation === 'sum') {
    const named = ordered.length <= namedParts + 1 ? ordered : ordered.slice(0, namedParts)
    for (const patch of named) parts.push([partName(patch, sources), patch.subtotal])
    if (named.length < ordered.length)
      parts.push([
        `the other ${count(ordered.length - named.length)}`,
        ordered.slice(named.length).reduce((sum, { subtotal }) => sum + subtotal, 0),
      ])
    if (bias !== undefined) parts.push(['bias', bias])
  } else if (operation === 'product')
    for (const patch of ordered) parts.push([partName(patch, sources), patch.subtotal])
  const rounding =
    operation === 'sum'
      ? roundingOf(
          parts.map(([, value]) => value),
          result,
        )
      : undefined
  return (
    <section className="equation" aria-label="The arithmetic">
      <p className="equation-line" data-operation={operation}>
        {parts.map(([name, value], i) => (
          <Part key={name} sign={i === 0 ? '' : operation === 'sum' ? '+' : '·'} name={name}>
            {i === 0 ? exacter(value) : inside(value)}
          </Part>
        ))}
        {operation === 'mean' && (
          <>
            <Part sign="" name="the sum">
              {exacter(ordered[0].subtotal)}
            </Part>
            <Part sign="÷" name="values">
              {count(divisor!)}
            </Part>
          </>
        )}
        {operation === 'largest' && (
          <Part sign="" name="the largest">
            {maximumOf(ordered[0])}
          </Part>
        )}
        {operation === 'copy' && ordered[0].cells[0].unit && (
          <Part sign="" name={partName(ordered[0], sources)}>
            {exacter(result)}
          </Part>
        )}
        {formula !== undefined && (
          <Part sign="" name={formula}>
            {withNumbers({ formula, letters })}
          </Part>
        )}
        <span className="equation-part">
          <span>
            <span className="equation-sign">= </span>
            {total}
          </span>
        </span>
      </p>
      <p>{sentenceOf(arithmetic)}</p>
      {rounding && <p className="small-text soft">{rounding}</p>}
      {letters && (
        <dl className="equation-letters">
          {letters.map(({ symbol, meaning, value }) => (
            <div key={symbol}>
              <dt>
                {symbol} <span className="soft">{meaning}</span>
              </dt>
              <dd>{exacter(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

function Part({
  sign,
  name,
  children,
}: {
  readonly sign: string
  readonly name: string
  readonly children: ReactNode
}) {
  return (
    <span className="equation-part">
      <span>
        {sign && <span className="equation-sign">{sign} </span>}
        <b className="equation-number">{children}</b>
      </span>
      <span className="small-text soft">{name}</span>
    </span>
  )
}

/** What a part of a sum is called: its channel, or its path where several inputs meet. */
function partName({ input, channel }: Patch, sources: readonly Source[]): string {
  const { id, path, shape } = sources[input]
  const one = `${isMap(shape) ? 'channel' : 'unit'} ${channel}`
  return path === undefined ? one : `${id} (${path}), ${one}`
}

/** `row 3, column 4, channel 7`; a channel of one position, or a unit, is named by its number. */
function placeOf({ row, column, channel }: Unit, { shape }: Source): string {
  if (!isMap(shape)) return `unit ${channel}`
  const [height, width] = asMap(shape)
  return height * width === 1 ? `channel ${channel}` : `row ${row}, column ${column}, channel ${channel}`
}

interface CardProps {
  readonly patch: Patch
  readonly arithmetic: Arithmetic
  readonly scales: Scales
  readonly source: Source
  readonly onStep: (unit: Unit) => void
}

/** One channel: its window, the kernel and their products side by side, and what they add up to. */
function PatchCard({ patch, arithmetic, scales, source, onStep }: CardProps) {
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
  const shared = { patch, pointed, onPoint: setPointed }
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
            <span className="patch-sign">=</span>
            <Matrix {...shared} scale={scales.term} show="term" label="Products" />
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
            'padding: no value of the input stands here'
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
          <span className="soft">Point at a cell to see its numbers.</span>
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

interface RowsProps {
  readonly arithmetic: Arithmetic
  readonly shown: readonly Patch[]
  readonly scales: Scales
  readonly sources: readonly Source[]
  readonly onStep: (input: number, unit: Unit) => void
}

/** One row for every value where a window is a single one: a dense layer, a 1×1 convolution, a sum of paths. */
function Rows({ arithmetic, shown, scales, sources, onStep }: RowsProps) {
  const { each } = arithmetic
  const isWeighted = shown[0]?.cells[0].weight !== undefined
  const hasTerm = isWeighted || each !== undefined
  return (
    <div className="unit-rows-frame">
      <table className="unit-rows">
        <thead>
          <tr>
            <th scope="col">from</th>
            <th scope="col">value</th>
            {isWeighted && <th scope="col">{each === undefined ? '× weight' : 'c'}</th>}
            {hasTerm && <th scope="col">{each ?? '= product'}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ input, channel, cells: [cell] }) => {
            const { unit } = cell
            const source = sources[input]
            const name = unit ? placeOf(unit, source) : 'nothing: a zero'
            return (
              <tr key={`${input} ${channel}`}>
                <th scope="row">
                  {unit ? (
                    <button type="button" className="link" onClick={() => onStep(input, unit)}>
                      {name}
                    </button>
                  ) : (
                    name
                  )}
                  {(sources.length > 1 || arithmetic.operation === 'copy') && (
                    <span className="soft">
                      {' '}
                      of {source.id}
                      {source.path && `, ${source.path}`}
                    </span>
                  )}
                </th>
                <Coloured value={cell.value} scale={scales.value} />
                {isWeighted && <Coloured value={cell.weight!} scale={scales.weight} />}
                {hasTerm && <Coloured value={cell.term} scale={scales.term} />}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Coloured({ value, scale }: { readonly value: number; readonly scale: Scale }) {
  return (
    <td>
      <span className="swatch" style={{ background: colourOf(value, scale) }} aria-hidden /> {exacter(value)}
    </td>
  )
}
