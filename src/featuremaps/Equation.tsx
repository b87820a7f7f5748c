import type { ReactNode } from 'react'
import type { Arithmetic, Patch } from '../nn/unit'
import { count, exacter } from '../ui/format'
import { partName, type Source } from './source'
import { inside, maximumOf, roundingOf, sentenceOf, withNumbers } from './terms'

/** Parts of a sum that are named in the large line; the rest is one number. */
const namedParts = 4

interface EquationProps {
  readonly arithmetic: Arithmetic
  readonly ordered: readonly Patch[]
  readonly sources: readonly Source[]
  /** Shows one of the parts; without it they only stand there. */
  readonly onPick?: (patch: Patch) => void
}

/** `0.41 + (−0.13) + … = 1.874` with what each part is below it, the result in large type. */
export function Equation({ arithmetic, ordered, sources, onPick }: EquationProps) {
  const { operation, bias, divisor, result, formula, letters } = arithmetic
  const total = <b className="equation-total">{exacter(result)}</b>
  const parts: (readonly [name: string, value: number, of?: Patch])[] = []
  if (operation === 'sum') {
    const named = ordered.length <= namedParts + 1 ? ordered : ordered.slice(0, namedParts)
    for (const patch of named) parts.push([partName(patch, sources), patch.subtotal, patch])
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
        {parts.map(([name, value, of], i) => (
          <Part
            key={name}
            sign={i === 0 ? '' : operation === 'sum' ? '+' : '·'}
            name={name}
            onPick={of && onPick && (() => onPick(of))}
          >
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
  onPick,
  children,
}: {
  readonly sign: string
  readonly name: string
  readonly onPick?: () => void
  readonly children: ReactNode
}) {
  return (
    <span className="equation-part">
      <span>
        {sign && <span className="equation-sign">{sign} </span>}
        <b className="equation-number">{children}</b>
      </span>
      {onPick ? (
        <button type="button" className="link small-text" onClick={onPick}>
          {name}
        </button>
      ) : (
        <span className="small-text soft">{name}</span>
      )}
    </span>
  )
}
