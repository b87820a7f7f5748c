import { LightErrors } from '../../recorded/LightErrors'
import type { ShiftReport } from '../../recorded/shift'
import { count } from '../../ui/format'

/** One network in other light than it was trained in. */
export function Shift({ report }: { readonly report: ShiftReport }) {
  const { title, testImages, statisticsImages, date, machine } = report
  return (
    <section aria-label={`${title} in other light`}>
      <h3>{title} in other light</h3>
      <p>
        The test images are made darker and brighter than any training image. Nothing is trained: the network
        is tested as it is, and then again with new means and variances in its batch normalizations.
      </p>
      <LightErrors report={report} />
      <p className="small-text soft">
        Test errors on {count(testImages)} images; new statistics from {count(statisticsImages)} training
        images in the same light, without their labels. {date}, {machine}. Repeat it with{' '}
        <code>tools/training/shift.py</code>.
      </p>
    </section>
  )
}
