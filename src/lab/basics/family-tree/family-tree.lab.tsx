import './family-tree.css'
import { useState } from 'react'
import { short } from '../../../ui/format'
import { Slider } from '../../../ui/Slider'
import { family, years } from './family'
import { Tree } from './Tree'
import type { LabProps } from '../../index'
import { factsOf } from '../../shared/lecture-networks'

/** The networks of the lecture in time, with what each took over and what it added. */
export function Lab({ with: given }: LabProps) {
  const { lessons = {}, chosen: first = 'googlenet' } = given as {
    /** Where the course takes a network apart: lesson by network. */
    readonly lessons?: Readonly<Record<string, string>>
    readonly chosen?: string
  }
  const [until, setUntil] = useState(years.length - 1)
  const [chosen, setChosen] = useState(first)
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
        onChange={setUntil}
      />
      <Tree until={years[until]} chosen={chosen} onChoose={setChosen} />
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
