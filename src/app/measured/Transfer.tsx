import { count, percent } from '../../ui/format'
import { amountsOf, spreadOf, type TransferReport } from './transfer'

/** The errors of every way by the number of images, mean and spread over the seeds. */
export function Transfer({ report }: { readonly report: TransferReport }) {
  const { title, source, target, trunk, ways, testImages, date, machine } = report
  return (
    <section aria-label={`Transfer with ${title}`}>
      <h3>Transfer with {title}</h3>
      <p>
        A trunk that tells {source.join(', ')} apart ({percent(trunk.error)} wrong) learns {target.join(', ')}
        : from scratch, or from what it knows.
      </p>
      <div className="zoo-scroll" role="region" aria-label={`Errors of transfer with ${title}`} tabIndex={0}>
        <table className="zoo">
          <thead>
            <tr>
              <th scope="col">Images a class</th>
              {ways.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {amountsOf(report).map((each) => (
              <tr key={each}>
                <th scope="row">{count(each)}</th>
                {ways.map(({ name }) => {
                  const spread = spreadOf(report, name, each)
                  return (
                    <td key={name}>
                      {spread ? (
                        <>
                          <b>{percent(spread.mean)}</b>{' '}
                          <span className="soft small-text">
                            {percent(spread.least)} to {percent(spread.most)}
                          </span>
                        </>
                      ) : (
                        'not run'
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small-text soft">
        Test errors on {count(testImages)} images: the mean over the seeds, the smallest and the largest.{' '}
        {date}, {machine}. Repeat it with <code>tools/training/transfer.py</code>.
      </p>
    </section>
  )
}
