import type { Arithmetic, Patch, Unit } from '../nn/unit'
import { exacter } from '../ui/format'
import { colourOf, type Scale } from './colour'
import { placeOf, type Source } from './source'
import type { Scales } from './UnitScales'

interface RowsProps {
  readonly arithmetic: Arithmetic
  readonly shown: readonly Patch[]
  readonly scales: Scales
  readonly sources: readonly Source[]
  readonly onStep: (input: number, unit: Unit) => void
}

/** One row for every value where a window is a single one: a dense layer, a 1×1 convolution, a sum of paths. */
export function UnitRows({ arithmetic, shown, scales, sources, onStep }: RowsProps) {
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
