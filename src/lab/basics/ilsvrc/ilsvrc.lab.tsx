import './ilsvrc.css'
import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Bars } from '../../shared/Bars'
import { Readable } from '../../shared/hidden'
import { googlenet, passes, type Result, sorted, type TableName, tables } from './results'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** The errors of the challenge with what stands behind them: whose they are, how many networks, which data. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { table: name, by, external } = value
  const { results, source } = tables[name]
  const hasExternal = results.some((result) => result.external)
  const shown = sorted(results, by).filter((result) => external || !result.external)
  return (
    <div className="lab-body ilsvrc">
      <div className="lab-controls">
        <Segmented
          legend="Which numbers"
          value={name}
          onChange={(table) => onChange({ table })}
          choices={(Object.keys(tables) as TableName[]).map((value) => ({
            value,
            label: tables[value].title,
          }))}
        />
        <Segmented
          small
          legend="Order"
          value={by}
          onChange={(by) => onChange({ by })}
          choices={[
            { value: 'year', label: 'by year' },
            { value: 'error', label: 'by error' },
          ]}
        />
        <label className="ilsvrc-check">
          <input
            type="checkbox"
            checked={external && hasExternal}
            disabled={!hasExternal}
            onChange={() => onChange({ external: !external })}
          />{' '}
          external data
        </label>
      </div>
      <Bars
        caption="Top-5 error in percent"
        most={20}
        bars={shown.map((result) => ({
          id: result.name,
          name: (
            <>
              {result.name} <span className="soft">{said(result)}</span>
            </>
          ),
          value: result.error,
          text: `${result.error}%`,
          striped: result.external,
        }))}
      />
      <p className="soft small-text">{source}.</p>
      <Grid nets={value.nets} crops={value.crops} onChange={onChange} />
    </div>
  )
}

function said({ year, nets, validation }: Result): string {
  const many = nets === undefined ? '' : nets === 1 ? ', 1 net' : `, ${nets} nets`
  return `${year}${many}${validation ? ', validation' : ''}`
}

/** GoogLeNet alone: what more networks and more crops are worth, and what they cost. */
function Grid({
  nets,
  crops,
  onChange,
}: Pick<LabProps<typeof options>['value'], 'nets' | 'crops'> & Pick<LabProps<typeof options>, 'onChange'>) {
  return (
    <section className="ilsvrc-grid" aria-label="GoogLeNet with more networks and crops">
      <table>
        <caption>GoogLeNet: one architecture, run several times</caption>
        <thead>
          <tr>
            <td />
            {googlenet.crops.map((many) => (
              <th key={many} scope="col">
                {many} {many === 1 ? 'crop' : 'crops'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {googlenet.nets.map((many, r) => (
            <tr key={many}>
              <th scope="row">
                {many} {many === 1 ? 'net' : 'nets'}
              </th>
              {googlenet.errors[r].map((error, c) => (
                <td key={c}>
                  <button
                    type="button"
                    className="button small"
                    aria-pressed={many === nets && googlenet.crops[c] === crops}
                    onClick={() => onChange({ nets: many, crops: googlenet.crops[c] })}
                  >
                    {error.toFixed(2)}%
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status">
        {nets} · {crops} ={' '}
        <Readable of="passes">
          <strong>{count(passes(nets, crops))}</strong>
        </Readable>{' '}
        {passes(nets, crops) === 1 ? 'pass' : 'passes'} for one image.{' '}
        <span className="soft">Szegedy et al. 2014, table 3.</span>
      </p>
    </section>
  )
}
