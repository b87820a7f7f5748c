import { decimals, type Statistics, statisticsOf, unbiasedOf } from './norm'

interface Props {
  readonly values: readonly number[]
  readonly running: Statistics
  /** Batches that the running statistics have taken in. */
  readonly batches: number
  readonly mode: 'train' | 'eval'
}

/** Mean and variance of a channel three times: what normalizes in training, what the running statistics take in, and they. */
export function StatisticsTable({ values, running, batches, mode }: Props) {
  const n = values.length
  const { mean, variance } = statisticsOf(values)
  const rows = [
    {
      name: `batch, divided by n = ${n}`,
      mean: decimals(mean),
      variance: decimals(variance),
      use: mode === 'train' ? 'normalizes now' : 'normalizes in training',
      used: mode === 'train',
    },
    {
      name: `batch, divided by n − 1 = ${n - 1}`,
      mean: decimals(mean),
      variance: n === 1 ? '0/0 → 0' : decimals(unbiasedOf(values)),
      use: 'updates running',
      used: false,
    },
    {
      name: `running, after ${batches} ${batches === 1 ? 'batch' : 'batches'}`,
      mean: decimals(running.mean),
      variance: decimals(running.variance),
      use: mode === 'eval' ? 'normalizes now' : 'normalizes at inference',
      used: mode === 'eval',
    },
  ]
  return (
    <table className="norm-statistics">
      <caption className="visually-hidden">Statistics of the channel</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">mean</th>
          <th scope="col">variance</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i} className={row.used ? 'used' : undefined}>
            <th scope="row">{row.name}</th>
            <td>{row.mean}</td>
            <td>{row.variance}</td>
            <td>{row.use}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
