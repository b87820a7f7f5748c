import { models } from 'virtual:models'
import { Check, Download, Pause, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { bytes } from '../../ui/format'
import { Notice } from '../../ui/Notice'
import { PlainHeader } from '../page/PlainHeader'
import { useHead } from '../page/useHead'
import { trainedName } from '../trained/nearest'
import { check, course, fetchThing, forget, type Keeping, pause, useKept } from './kept'
import '../measured/measured.css'
import './offline.css'
import { canKeep, isFolder } from './register'

/** What the browser keeps, so that the course is read and networks run without a network. */
export function OfflinePage() {
  const title = useRef<HTMLHeadingElement>(null)
  useHead('Without internet · Layerwise', 'Keep the course and the trained networks in the browser.')
  useEffect(() => title.current!.focus({ preventScroll: true }), [])
  return (
    <div className="measured offline">
      <PlainHeader />
      <main>
        <h2 ref={title} tabIndex={-1}>
          Without internet
        </h2>
        {canKeep() ? <Things /> : <CannotKeep />}
      </main>
    </div>
  )
}

function Things() {
  const kept = useKept()
  useEffect(() => {
    for (const name of [course, ...models.map(({ id }) => id)]) void check(name)
  }, [])
  const missing = models.filter(({ id }) => kept[id]?.phase !== 'kept')
  const isReady = kept[course]?.phase === 'kept'
  return (
    <>
      <p>
        Your browser can keep what you choose here, so that you can read the course and run its networks
        without a connection: on a train, in a lecture hall, in a school without internet. Every file is
        checked against its published hash, and you can pause and resume at any time.
      </p>
      <p className="offline-ready" role="status">
        {isReady &&
          (missing.length === 0
            ? 'Ready offline: the course and every trained network.'
            : `Ready offline: the course. ${missing.length} of ${models.length} trained networks are not kept.`)}
      </p>
      <h3>The course</h3>
      <p className="soft">
        Every lesson, slide, figure, lab, drawing and recorded run; all networks, untrained.
      </p>
      <Row name={course} title="The course" />
      <h3>Trained networks</h3>
      {missing.length > 1 && (
        <button type="button" className="button" onClick={() => void fetchAll(missing.map(({ id }) => id))}>
          <Download aria-hidden size={16} /> Keep all of them,{' '}
          {bytes(missing.reduce((sum, model) => sum + model.bytes, 0))}
        </button>
      )}
      <ul className="offline-models">
        {models.map((model) => (
          <li key={model.id}>
            <Row name={model.id} title={trainedName(model)} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** One after the other, so that the first is soon there. */
async function fetchAll(names: readonly string[]): Promise<void> {
  for (const name of names) {
    await fetchThing(name)
    if (useKept.getState()[name]?.phase !== 'kept') return
  }
}

function Row({ name, title }: { readonly name: string; readonly title: string }) {
  const keeping: Keeping = useKept((state) => state[name]) ?? { phase: 'checking' }
  const amount = 'amount' in keeping ? keeping.amount : null
  const problem = 'problem' in keeping ? keeping.problem : undefined
  return (
    <div className="offline-row" role="group" aria-label={title}>
      <strong>{title}</strong>
      <span className="offline-state">
        {keeping.phase === 'kept' && <Check aria-hidden size={16} />} {said(keeping)}
      </span>
      {amount && keeping.phase === 'fetching' && (
        <progress aria-label={`${title}, fetched`} max={amount.of || 1} value={amount.done} />
      )}
      <span className="offline-tools">
        {keeping.phase === 'fetching' ? (
          <button type="button" className="button small" onClick={() => pause(name)}>
            <Pause aria-hidden size={14} /> Pause
          </button>
        ) : (
          keeping.phase !== 'kept' &&
          keeping.phase !== 'checking' && (
            <button type="button" className="button small" onClick={() => void fetchThing(name)}>
              <Download aria-hidden size={14} />{' '}
              {keeping.phase === 'part' && keeping.amount.done > 0 ? 'Go on' : 'Keep'}
            </button>
          )
        )}
        {(keeping.phase === 'kept' || keeping.phase === 'part') && (
          <button type="button" className="button quiet small" onClick={() => void forget(name)}>
            <Trash2 aria-hidden size={14} /> Remove
          </button>
        )}
      </span>
      {problem && (
        <Notice kind="error">{problem} What has been downloaded is kept; “Go on” downloads the rest.</Notice>
      )}
    </div>
  )
}

function said(keeping: Keeping): string {
  switch (keeping.phase) {
    case 'checking':
      return 'looking …'
    case 'unknown':
      return 'not known'
    case 'absent':
      return bytes(keeping.bytes)
    case 'kept':
      return `kept, ${bytes(keeping.bytes)}`
    case 'part':
    case 'fetching':
      return keeping.amount.of === 0
        ? 'starting …'
        : `${bytes(keeping.amount.done)} of ${bytes(keeping.amount.of)}`
  }
}

function CannotKeep() {
  if (isFolder())
    return <p>This copy is in a folder on your machine, with everything in it. It needs no internet.</p>
  return (
    <Notice>
      This browser keeps nothing for this address: it does so only for pages that come over https or from your
      own machine, and not in some private windows. If you serve the site’s folder from your own machine with{' '}
      <code>npm start</code>, it needs no internet either.
    </Notice>
  )
}
