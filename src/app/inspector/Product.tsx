import type { Factor } from '../../nn/op'
import { Formula } from './Formula'
import { count } from '../../ui/format'
import './formulas.css'

interface Props {
  readonly factors: readonly Factor[]
  readonly result: number
  readonly unit: string
}

/** A product as on a blackboard: every factor with its name under it. */
export function Product({ factors, result, unit }: Props) {
  const spoken = factors.map((factor) => `${factor.name} ${factor.value}`).join(' times ')
  return (
    <p className="product">
      <span className="visually-hidden">
        {spoken} equals {count(result)} {unit}
      </span>
      <span aria-hidden className="product-row">
        {factors.map((factor, i) => (
          <span key={factor.name} className="factor">
            <span>
              {i > 0 && <span className="times">·</span>}
              {count(factor.value)}
            </span>
            <small>
              <Formula text={factor.symbol} /> {factor.name}
            </small>
          </span>
        ))}
        <span className="factor">
          <b>
            <span className="times">=</span>
            {count(result)}
          </b>
          <small>{unit}</small>
        </span>
      </span>
    </p>
  )
}
