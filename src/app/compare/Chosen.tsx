import { useRef } from 'react'
import { FigureTool } from '../save/FigureTool'
import type { Comparison } from './comparison'
import { concerns, icons, kindsOf, type Selected } from './Differences'
import { MapPair } from './MapPair'
import { layersAt, saidApart, useReadingOf } from './reading'
import { Breakable } from '../../ui/Breakable'

interface Props {
  readonly comparison: Comparison
  readonly names: readonly [left: string, right: string]
  readonly selected: Selected
}

/** What differs at the chosen pair, and the maps of both partners. */
export function Chosen({ comparison, names, selected }: Props) {
  const figure = useRef<HTMLElement>(null)
  const [left, right] = selected
  const id = left ?? right
  const differs = comparison.entries.filter(({ places }) => places.some((place) => concerns(place, selected)))
  const kinds = kindsOf(names)
  const reading = useReadingOf(comparison.diff)
  const of = reading?.isWhole && left !== null ? layersAt(reading.layers, left) : undefined
  return (
    <section ref={figure} className="chosen-pair" aria-label={`At ${id}`}>
      <div className="chosen-head">
        <h3>
          At{' '}
          <code>
            <Breakable text={id!} />
          </code>
        </h3>
        <FigureTool
          figure={() => figure.current}
          title={`${names.join(' beside ')}: ${id}`}
          name={`at-${id!.replaceAll('/', '-')}`}
        />
      </div>
      {differs.length === 0 ? (
        <p role="status" className="small-text">
          {of && of.length > 0 ? `Same structure at ${id}. ${saidApart(of)}` : `Nothing differs at ${id}.`}
        </p>
      ) : (
        <ul className="differences small-text" role="status" aria-label={`What differs at ${id}`}>
          {differs.map(({ kind, what }) => {
            const Icon = icons[kind]
            return (
              <li key={`${kind} ${what}`} className={kind.replace(' ', '-')}>
                <Icon aria-hidden size={16} />
                <p>
                  {what} <span className="soft">{kinds[kind]}</span>
                </p>
              </li>
            )
          })}
        </ul>
      )}
      <MapPair comparison={comparison} names={names} chosen={selected} />
    </section>
  )
}
