import { measured } from '../../../ui/format'
import { inPowers } from '../../shared/powers'
import { LineName } from '../../../ui/LineName'
import { look } from '../../../ui/look'
import { firstToLast, type Quantity } from './flow'
import { type Answer, pair, type Paired } from './job'

interface Props {
  readonly flows?: Answer['flows']
  readonly quantity: Quantity
  /** Which network stands out in the picture; null while both are alike. */
  readonly lit: Paired | null
  readonly onLight: (kind: Paired | null) => void
}

/** The loss, and the ends of the picture in numbers, for each network beside its mark. */
export function FlowTable({ flows, quantity, lit, onLight }: Props) {
  const cells = (kind: Paired): readonly number[] | undefined => {
    if (!flows) return undefined
    const { loss, layers } = flows[kind]
    return [
      layers[0][quantity],
      layers[layers.length - 2][quantity],
      firstToLast(flows[kind], quantity),
      loss,
    ]
  }
  return (
    <table className="lab-table flow-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">network</span>
          </th>
          <th scope="col">first conv</th>
          <th scope="col">last conv</th>
          <th scope="col">first ÷ last</th>
          <th scope="col">loss</th>
        </tr>
      </thead>
      <tbody>
        {pair.map((kind) => (
          <tr key={kind}>
            <th scope="row">
              <LineName
                sign={<Mark kind={kind} />}
                name={kind}
                isLit={lit === kind}
                onLight={flows ? (isLit) => onLight(isLit ? kind : null) : null}
              />
            </th>
            {(cells(kind) ?? [NaN, NaN, NaN, NaN]).map((value, i) => (
              <td key={i}>{flows ? inPowers(measured(value)) : '–'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How a network is drawn in the picture. */
function Mark({ kind }: { readonly kind: Paired }) {
  const { colour, dash } = look[kind]
  return (
    <svg aria-hidden width="30" height="12" viewBox="0 0 30 12">
      <path d="M0 6H30" stroke={colour} strokeWidth="1.5" strokeDasharray={dash} />
      {kind === 'plain' ? (
        <rect x="11.5" y="2.5" width="7" height="7" fill="var(--surface)" stroke={colour} strokeWidth="1.5" />
      ) : (
        <circle cx="15" cy="6" r="4" fill={colour} />
      )}
    </svg>
  )
}
