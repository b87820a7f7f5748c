import './family-tree.css'
import { short } from '../../../ui/format'
import { Slider } from '../../../ui/Slider'
import { family, years } from './family'
import { Tree } from './Tree'
import { factsOf } from '../../shared/lecture-networks'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** The networks of the lecture in time, with what each took over and what it added. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { chosen, lessons } = value
  const until = years.indexOf(value.until)
  const member = family.find(({ id }) => id === chosen)!
  const { title, year, depth, params, macs } = factsOf(chosen)
  return (
    <div className="lab-body">
      <Slider
        label="up to the year"
        value={until}
        min={0}
        max={years.length - 1}
        text={String(years[until])}
        onChange={(at) => onChange({ until: years[at] })}
      />
      <Tree until={years[until]} chosen={chosen} onChoose={(chosen) => onChange({ chosen })} />
      <section className="tree-card" aria-live="polite">
        <h3>
          {title} <span className="soft">{year}</span>
        </h3>
        <p>
          {member.idea}
          {member.note && <em> {member.note}</em>}
        </p>
        <p className="soft">
          {depth} layers · {short(params)} parameters · {short(macs)} MACs
        </p>
        <p className="tree-links">
          {lessons[chosen] && <a href={`#/course/${lessons[chosen]}`}>Its lesson</a>}
          <a href={`#/n/${chosen}`}>Open the network</a>
        </p>
      </section>
    </div>
  )
}
