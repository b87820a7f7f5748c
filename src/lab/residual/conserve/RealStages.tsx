import { count } from '../../../ui/format'
import { macsOf, type Part, partsOf, stageNames } from './rules'

/** The one that reads fewer channels comes first in a stage; the projection, which stands beside, is drawn last. */
const order: readonly Part['kind'][] = ['first', 'inside', 'projection']

const words: Readonly<Record<Part['kind'], string>> = {
  first: 'the first convolution, which reads half as many channels',
  inside: '3×3 convolution',
  projection: 'the projection',
}

const title = 'The stages of ResNet-18, MACs counted'

const most = Math.max(...stageNames.map(macsOf))

/** The stages of ResNet-18 as they are counted, a piece for every convolution. */
export function RealStages() {
  const later = partsOf(stageNames[1])
  const whole = later.find(({ kind }) => kind === 'inside')!.macs
  const of = (kind: Part['kind']) => later.filter((part) => part.kind === kind)
  return (
    <section className="conserve-real" aria-label={title}>
      <strong>{title}</strong>
      <ul>
        {stageNames.map((stage) => (
          <li key={stage}>
            {stage}
            <span className="conserve-parts" aria-hidden>
              {partsOf(stage)
                .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
                .map(({ id, kind, macs }) => (
                  <i
                    key={id}
                    className={`conserve-${kind}`}
                    style={{ inlineSize: `${(100 * macs) / most}%` }}
                    title={`${words[kind]}: ${count(macs)} MACs`}
                  />
                ))}
            </span>
            <b>{count(macsOf(stage))}</b>
          </li>
        ))}
      </ul>
      <p className="small-text">
        {stageNames[0]} costs as much as {partsOf(stageNames[0]).length} of these 3×3 convolutions. In each
        later stage, the first one <i className="conserve-key conserve-first" aria-hidden /> reads half as
        many channels and a projection <i className="conserve-key conserve-projection" aria-hidden /> is
        added, which makes {of('inside').length} + ½ + 1/{whole / of('projection')[0].macs} of them.
      </p>
    </section>
  )
}
