import './pool-rounding.css'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { chain, pooled, roundings, windows } from './chain'
import { Row } from './Row'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** The side that the last average pool of GoogLeNet needs. */
const last = 7

/** One pool, three ways to treat the edge, and what becomes of it after four of them. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { rounding, size } = value
  const sizes = chain(size, 4, rounding)
  const end = sizes[sizes.length - 1]
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="What happens at the edge"
          value={rounding}
          onChange={(rounding) => onChange({ rounding })}
          choices={roundings.map(([value, label]) => ({ value, label }))}
        />
        <Slider
          label="pixels in a row"
          value={size}
          min={96}
          max={128}
          onChange={(size) => onChange({ size })}
        />
      </div>
      <Row size={size} windows={windows(size, rounding)} />
      <p className="arithmetic" role="status">
        {rounding === 'ceil' ? '⌈' : '⌊'}({size}
        {rounding === 'pad' ? ' + 2·1' : ''} − 3)/2{rounding === 'ceil' ? '⌉' : '⌋'} + 1 ={' '}
        <strong>{pooled(size, rounding)}</strong>
      </p>
      <table className="lab-table rounding-chain">
        <caption>Four such pooling layers in sequence, as in GoogLeNet</caption>
        <thead>
          <tr>
            <th scope="col">at the edge</th>
            {['in', '1st', '2nd', '3rd', '4th'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roundings.map(([value, label]) => (
            <tr key={value} aria-current={value === rounding || undefined}>
              <th scope="row">{label}</th>
              {chain(size, 4, value).map((side, i) => (
                <td key={i}>{side}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {end < last
          ? `The last map is ${end}×${end}: a ${last}×${last} average pool no longer fits.`
          : end === last
            ? `The last map is ${last}×${last}: the average pool covers it exactly.`
            : `The last map is ${end}×${end}: a ${last}×${last} average pool does not cover all of it.`}
      </p>
    </div>
  )
}
