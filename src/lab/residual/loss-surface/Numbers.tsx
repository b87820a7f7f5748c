import { useState } from 'react'
import { axisOf } from '../../../runtime/training/grid'
import { measured, percent } from '../../../ui/format'
import { TableScroll } from '../../shared/TableScroll'
import type { Quantity } from './levels'
import { shapeOf } from './shape'
import { pair, type Surfaces } from './useSurfaces'

/** Both surfaces in a few numbers. */
export function Shapes({ surfaces }: { readonly surfaces: Surfaces }) {
  return (
    <TableScroll label="Both surfaces in numbers">
      <table className="lab-table">
        <thead>
          <tr>
            <th scope="col">network</th>
            <th scope="col">loss in the middle</th>
            <th scope="col">halfway out</th>
            <th scope="col">at the edge</th>
            <th scope="col">points at most 1 above the lowest</th>
            <th scope="col">directions that lead down</th>
          </tr>
        </thead>
        <tbody>
          {pair.map((kind) => {
            const { center, halfway, edge, basin, falls } = shapeOf(surfaces[kind])
            return (
              <tr key={kind}>
                <th scope="row">{kind}</th>
                <td>{measured(center.loss)}</td>
                <td>{measured(halfway)}</td>
                <td>{measured(edge)}</td>
                <td>{percent(basin)}</td>
                <td>{percent(falls)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** Every point as text, for whoever cannot see the picture or wants the numbers. */
export function Points({ surfaces, quantity }: { readonly surfaces: Surfaces; readonly quantity: Quantity }) {
  const [isOpen, setOpen] = useState(false)
  const say = quantity === 'loss' ? measured : percent
  return (
    <details className="surface-points" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Every point as a table</summary>
      {isOpen &&
        pair.map((kind) => {
          const { side, reach, points } = surfaces[kind]
          const axis = axisOf(side, reach)
          return (
            <TableScroll key={kind} label={`${quantity} at every point, ${kind}`}>
              <table className="lab-table">
                <caption>
                  {quantity}, {kind}: the first direction across, the second down
                </caption>
                <thead>
                  <tr>
                    <td />
                    {axis.map((along) => (
                      <th key={along} scope="col">
                        {placeText(along)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {axis.map((across, row) => (
                    <tr key={across}>
                      <th scope="row">{placeText(across)}</th>
                      {points.slice(row * side, (row + 1) * side).map((point, column) => (
                        <td key={column}>{say(point[quantity])}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        })}
    </details>
  )
}

/** A place along a direction, with the sign that print has. */
export const placeText = (place: number): string => Number(place.toFixed(3)).toString().replace('-', '−')
