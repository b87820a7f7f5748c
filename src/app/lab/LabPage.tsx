import { useCallback, useLayoutEffect } from 'react'
import { nearest } from '../../architectures/nearest'
import { labs } from '../../lab/index'
import { wordsOf } from '../../lessons/labs'
import { ReadersImage } from '../../lab/shared/photo'
import type { LabText } from '../../lab/shared/schema'
import { Part } from '../../ui/Part'
import { ImageSwitch } from '../image/ImageSwitch'
import { useReaders } from '../image/readers'
import { CopyLink } from '../mirror/CopyLink'
import { ThemeChoice } from '../page/ThemeChoice'
import { useHead } from '../page/useHead'
import { FigureTool } from '../save/FigureTool'
import { currentRoute, type Route, writeRoute } from '../route/route'
import { sayLab, takeLab, useLabStates } from './labStates'
import { LabNotes } from './LabNotes'
import './lab-page.css'

const none = {}

/** A lab alone, without a lesson: for a page of one's own, or a frame in another. */
export function LabPage({ route: { lab, said } }: { readonly route: Extract<Route, { page: 'lab' }> }) {
  const key = `lab ${lab}`
  const now = useLabStates((states) => states[key]) ?? none
  // Before the lab is painted.
  useLayoutEffect(() => takeLab(key, said, { isAll: true }), [key, said])
  const onSay = useCallback(
    (change: (before: LabText) => LabText) =>
      sayLab(key, change, (said) => {
        const route = currentRoute()
        return route.page === 'lab' && route.lab === lab ? writeRoute({ page: 'lab', lab, said }) : undefined
      }),
    [key, lab],
  )
  const readers = useReaders()
  const words = wordsOf(lab)
  const { title, goal } = words
  useHead(`${title} · Layerwise`)
  const isKnown = Object.hasOwn(labs, lab)
  return (
    <div className="lab-page">
      <header className="page-header">
        <a className="button" href="#">
          Layerwise
        </a>
        <a className="button" href={writeRoute({ page: 'labs', about: null })}>
          Labs
        </a>
        <h1>{isKnown ? title : 'Not found'}</h1>
        <span className="header-gap" />
        <ImageSwitch pageOwn="The figure’s image" input={null} />
        {isKnown && (
          <>
            <CopyLink
              what="the lab"
              link={() => `${location.href.split('#')[0]}${writeRoute({ page: 'lab', lab, said: now })}`}
            />
            <FigureTool
              figure={() => document.querySelector<HTMLElement>('.lab-page .lab-body')}
              title={title}
              name={lab}
            />
          </>
        )}
        <ThemeChoice />
      </header>
      <main>
        {isKnown ? (
          <>
            {goal && <p className="lab-goal">You learn to {goal}.</p>}
            <ReadersImage value={readers}>
              <Part
                key={lab}
                name="The figure"
                of={labs[lab]}
                with={{ with: none, said: now, onSay }}
                waiting={<p className="soft lab-wait">Loading…</p>}
              />
            </ReadersImage>
            <LabNotes key={`notes ${lab}`} words={words} />
          </>
        ) : (
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
        )}
      </main>
    </div>
  )
}
