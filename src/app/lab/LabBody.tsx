import { useCallback, useLayoutEffect, useState } from 'react'
import { nearest } from '../../architectures/nearest'
import { labs } from '../../lab/index'
import { LayerCards } from '../../lab/shared/layers'
import { ReadersImage } from '../../lab/shared/photo'
import type { LabText } from '../../lab/shared/schema'
import { wordsOf } from '../../lessons/labs'
import { Part } from '../../ui/Part'
import { LabCard } from '../card/LabCard'
import { useReaders } from '../image/readers'
import { useHead } from '../page/useHead'
import { currentRoute, writeRoute } from '../route/route'
import { sayLab, takeLab, useLabStates } from './labStates'

const none = {}

interface Props {
  readonly lab: string
  /** What the address says of it. */
  readonly said: LabText
}

/** A lab without a lesson, or those that were most likely meant; the address follows what is set in it. */
export function LabBody({ lab, said }: Props) {
  const key = `lab ${lab}`
  const now = useLabStates((states) => states[key]) ?? none
  const [taken, setTaken] = useState('')
  // Before the lab is painted, and before it begins anything: what it was at the last visit may train.
  useLayoutEffect(() => {
    takeLab(key, said, { isAll: true })
    setTaken(key)
  }, [key, said])
  const onSay = useCallback(
    (change: (before: LabText) => LabText) =>
      sayLab(key, change, (said) => {
        const route = currentRoute()
        return route.page === 'lab' && route.lab === lab ? writeRoute({ page: 'lab', lab, said }) : undefined
      }),
    [key, lab],
  )
  const readers = useReaders()
  useHead(`${wordsOf(lab).title} · Layerwise`)
  if (!Object.hasOwn(labs, lab))
    return (
      <>
        <p role="alert">There is no lab “{lab}”.</p>
        <ul>
          {nearest(lab, Object.keys(labs)).map((near) => (
            <li key={near}>
              <a href={writeRoute({ page: 'lab', lab: near, said: none })}>{wordsOf(near).title}</a>
            </li>
          ))}
        </ul>
      </>
    )
  const waiting = <p className="soft lab-wait">Loading…</p>
  if (taken !== key) return waiting
  return (
    <LayerCards value={LabCard}>
      <ReadersImage value={readers}>
        <Part
          key={lab}
          name="The figure"
          of={labs[lab]}
          with={{ with: none, said: now, onSay }}
          waiting={waiting}
        />
      </ReadersImage>
    </LayerCards>
  )
}
