import { useRef } from 'react'
import { labs } from '../../lab/index'
import { wordsOf } from '../../lessons/labs'
import { ImageSwitch } from '../image/ImageSwitch'
import { CopyLink } from '../mirror/CopyLink'
import { Brand } from '../page/Brand'
import { useSwipes } from '../../ui/swipes'
import { ThemeChoice } from '../page/ThemeChoice'
import { FigureTool } from '../save/FigureTool'
import { type Route, writeRoute } from '../route/route'
import { LabBody } from './LabBody'
import { LabNotes } from './LabNotes'
import { useLabStates } from './labStates'
import './lab-page.css'

/** A lab alone, without a lesson: for a page of one's own. */
export function LabPage({ route: { lab, said } }: { readonly route: Extract<Route, { page: 'lab' }> }) {
  const words = wordsOf(lab)
  const main = useRef<HTMLElement>(null)
  useSwipes(main)
  const { title, goal } = words
  const isKnown = Object.hasOwn(labs, lab)
  const link = () => {
    const now = useLabStates.getState()[`lab ${lab}`] ?? {}
    return `${location.href.split('#')[0]}${writeRoute({ page: 'lab', lab, said: now })}`
  }
  return (
    <div className="lab-page">
      <header className="page-header">
        <Brand />
        <a className="button" href={writeRoute({ page: 'labs', about: null })}>
          Labs
        </a>
        <h1>{isKnown ? title : 'Not found'}</h1>
        <span className="header-gap" />
        <ImageSwitch pageOwn="The figure’s image" input={null} />
        {isKnown && (
          <>
            <CopyLink what="the lab" link={link} />
            <FigureTool
              figure={() => document.querySelector<HTMLElement>('.lab-page .lab-body')}
              title={title}
              name={lab}
              link={link}
              isEmbedded
            />
          </>
        )}
        <ThemeChoice />
      </header>
      <main ref={main} data-swipes>
        {isKnown && goal && <p className="lab-goal">You learn to {goal}.</p>}
        <LabBody lab={lab} said={said} />
        {isKnown && <LabNotes key={`notes ${lab}`} words={words} />}
      </main>
    </div>
  )
}
