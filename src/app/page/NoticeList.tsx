import { useState } from 'react'
import { Notice } from '../../ui/Notice'
import { useGiven } from '../given/given'
import { dropHere } from '../given/own'
import { networkOf } from '../state/network'
import { cutOff } from '../image/image'
import { usePictures } from '../image/pictures'
import { dismissNotice, runNow, useSession } from '../run/session'
import { useStore } from '../state/store'
import { writeHash } from '../route/url'

/** What could not be done and what has changed by itself; announced, over the graph, and gone when dismissed. */
export function NoticeList() {
  const problems = useStore((state) => state.problems)
  const dismiss = useStore((state) => state.dismiss)
  const setWeights = useStore((state) => state.setWeights)
  const notice = useSession((state) => state.notice)
  const status = useSession((state) => state.status)
  const run = useSession((state) => state.run)
  const image = usePictures((state) => (state.choosing ? null : state.problem))
  const picture = usePictures((state) => state.picture)
  const fit = useStore((state) => state.fit)
  const { architecture } = useStore((state) => networkOf(state.network, state.options)).resolved
  const [read, setRead] = useState<unknown>(null)
  const [readCut, setReadCut] = useState<unknown>(null)
  const cut = picture && fit === 'crop' && readCut !== picture ? cutOff(picture, architecture.input) : null
  return (
    <div className="notices" role="alert" data-covers="top">
      {problems.map((problem) => (
        <Notice
          key={problem.sentence}
          kind={problem.kind === 'lost' ? undefined : 'error'}
          onDismiss={() => dismiss(problem)}
        >
          {problem.kind === 'lost'
            ? capital(ended(problem.sentence))
            : `In the address: ${ended(problem.sentence)}`}
          {problem.kind === 'page' && (
            <>
              {' '}
              Networks are at #/n/&lt;name&gt;; you can find{' '}
              <a className="link" href="#/gallery">
                all of them in the gallery
              </a>
              .
            </>
          )}
          {problem.kind === 'network' && problem.sentence.endsWith(dropHere) && (
            <>
              {' '}
              <button type="button" className="link" onClick={() => useGiven.setState({ files: [] })}>
                Open the file
              </button>
            </>
          )}
          {problem.kind === 'network' && problem.suggestions.length > 0 && (
            <>
              {' '}
              Did you mean{' '}
              {problem.suggestions.map((id, i) => (
                <span key={id}>
                  {i > 0 && ', '}
                  <a className="link" href={problem.field === 'beside' ? hashBeside(id) : `#/n/${id}`}>
                    {id}
                  </a>
                </span>
              ))}
              ?
            </>
          )}
        </Notice>
      ))}
      {image && (
        <Notice kind="error" onDismiss={() => usePictures.setState({ problem: null })}>
          {image}
        </Notice>
      )}
      {cut && <Notice onDismiss={() => setReadCut(picture)}>{cut}</Notice>}
      {status.state === 'unavailable' && read !== status && (
        <Notice kind="error" onDismiss={() => setRead(status)}>
          {status.reason}
        </Notice>
      )}
      {run.phase === 'failed' && run.lacksWeights && (
        <Notice kind="error">
          {run.problem}{' '}
          <button type="button" className="link" onClick={() => void runNow()}>
            Try again
          </button>{' '}
          or{' '}
          <button type="button" className="link" onClick={() => setWeights('random')}>
            use random weights
          </button>
          .
        </Notice>
      )}
      {notice && <Notice onDismiss={dismissNotice}>{notice}</Notice>}
    </div>
  )
}

/** The same page with another network beside it. */
function hashBeside(beside: string): string {
  return writeHash({ ...useStore.getState(), beside })
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** With a full stop, unless it ends otherwise. */
function ended(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`
}
