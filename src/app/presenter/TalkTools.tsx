import { MonitorUp } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Slide } from '../../lessons/course'
import { later } from '../../ui/later'
import { loadable } from '../../ui/loadable'
import { Notice } from '../../ui/Notice'
import { Part } from '../../ui/Part'
import { Popover } from '../../ui/Popover'
import { EmbedButton } from '../embed/EmbedButton'
import { InkBar } from '../ink/InkBar'
import { InkLayer } from '../ink/InkLayer'
import { putDown, take, useTool } from '../ink/tool'
import { CopyLink } from '../mirror/CopyLink'
import { followTalk } from '../mirror/follow'
import { linkTo } from '../mirror/link'
import { hasPeer, role, sessionId, useTalk, windowName } from '../mirror/talk'
import { useTalkCommands } from '../mirror/talkKeys'
import type { LessonRoute } from '../route/route'
import { startVote, stopVote } from '../vote/vote'
import { VotePanel } from '../vote/VotePanel'
import { deskAddress, openDesk } from './openDesk'
import './talk-tools.css'

const warmUp = loadable(() => import('../warmup/WarmUp').then((m) => m.WarmUp))
const fetchFigure = later(() => import('../save/figure'))

interface Props {
  readonly slide: Slide
  readonly place: LessonRoute
}

/** What a talk needs beside its slides; joins the other windows of the talk. */
export function TalkTools({ slide, place }: Props) {
  useEffect(followTalk, [])
  const hasDesk = useTalk(hasPeer('desk'))
  const [hadDesk, setHadDesk] = useState(false)
  const [isBlocked, setBlocked] = useState(false)
  if (hasDesk && !hadDesk) setHadDesk(true)
  if (hasDesk && isBlocked) setBlocked(false)
  const address = deskAddress(slide, place.order)
  const isScreen = role === 'screen'

  const [isWarming, setWarming] = useState(false)
  const isAsking = useTalk(({ vote }) => vote?.slide === slide.key)
  const tool = useTool((state) => state.tool)
  const [main, setMain] = useState<HTMLElement | null>(null)
  const deck = useMemo(() => ({ current: main }), [main])
  useEffect(() => {
    setMain(document.querySelector<HTMLElement>('.deck-main'))
    return putDown
  }, [])
  const ask = () => (isAsking ? stopVote() : startVote(slide.key))

  useTalkCommands({
    presenter: () => {
      if (isScreen) setBlocked(!openDesk(address))
    },
    pen: () => take('pen'),
    highlighter: () => take('highlighter'),
    laser: () => take('laser'),
    vote: ask,
  })

  return (
    <>
      {isScreen && isBlocked && (
        <div className="deck-problems" role="alert">
          <Notice onDismiss={() => setBlocked(false)}>
            The browser did not let this page open a second window. Open it with this link, or allow pop-up
            windows for this page and press <kbd>p</kbd> again.{' '}
            <a className="button small primary" href={address} target={windowName('desk', sessionId())}>
              Open the presenter window
            </a>
          </Notice>
        </div>
      )}
      <span className="talk-state small-text soft" role="status">
        {isScreen && hadDesk && !hasDesk && 'The presenter window was closed.'}
      </span>
      <Popover
        label="Tools of the talk"
        button={<MonitorUp aria-hidden size={18} />}
        className="button icon talk-button"
      >
        <div className="talk-tools" onClick={closed}>
          {isScreen && (
            <button type="button" className="button small" onClick={() => setBlocked(!openDesk(address))}>
              {hasDesk ? 'Show the presenter window' : 'Open the presenter window'} <kbd>p</kbd>
            </button>
          )}
          <button
            type="button"
            className="button small"
            aria-pressed={tool === 'pen'}
            onClick={() => take('pen')}
          >
            Draw on the slide <kbd>s</kbd>
          </button>
          <button
            type="button"
            className="button small"
            aria-pressed={tool === 'highlighter'}
            onClick={() => take('highlighter')}
          >
            Highlight <kbd>h</kbd>
          </button>
          <button
            type="button"
            className="button small"
            aria-pressed={tool === 'laser'}
            onClick={() => take('laser')}
          >
            Laser pointer <kbd>l</kbd>
          </button>
          <button type="button" className="button small" aria-pressed={isAsking} onClick={ask}>
            Ask the room <kbd>v</kbd>
          </button>
          {isScreen && (
            <button type="button" className="button small" onClick={() => setWarming(true)}>
              Warm up before the talk
            </button>
          )}
          <EmbedButton
            title={slide.step.title}
            link={() => linkTo(place, slide.step.id)}
            picture={async () => {
              const { pngOf } = await fetchFigure()
              const caption = { title: slide.step.title, source: `Layerwise, ${location.href}` }
              return { blob: await pngOf(main!, caption), name: `${slide.key.replace('/', '-')}.png` }
            }}
          />
          <CopyLink link={() => linkTo(place, slide.step.id)} />
        </div>
      </Popover>
      {isWarming && (
        <Part
          name="The warm-up"
          of={warmUp}
          with={{ order: place.order, onClose: () => setWarming(false) }}
          onClose={() => setWarming(false)}
        />
      )}
      {main &&
        createPortal(
          <>
            {isAsking && <VotePanel slide={slide} />}
            <InkLayer slide={slide.key} deck={deck} />
            <InkBar slide={slide.key} />
          </>,
          main,
        )}
    </>
  )
}

/** A choice closes what it was made in. */
function closed({ target, currentTarget }: React.MouseEvent<HTMLElement>): void {
  if ((target as Element).closest('button:not(.icon)'))
    currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
}
