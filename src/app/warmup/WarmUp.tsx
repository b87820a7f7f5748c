import { Check, CircleAlert, Hourglass } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { labs } from '../../lab/index'
import { ReadersImage } from '../../lab/shared/photo'
import { orderOf } from '../../lessons/orders'
import { holdEngine } from '../../runtime/heldEngine'
import { bytes } from '../../ui/format'
import { Dialog } from '../../ui/Dialog'
import { Part } from '../../ui/Part'
import { useReaders } from '../image/readers'
import { hasPeer, useTalk } from '../mirror/talk'
import { check, course, useKept } from '../offline/kept'
import { writeRoute } from '../route/route'
import { tryNetwork } from './tryNetwork'
import { type Outcome, outcomeOf, type Station, stationsOf, summaryOf } from './stations'
import './warm-up.css'

interface Props {
  /** The order of the slides, as an address has it. */
  readonly order: string
  readonly onClose: () => void
}

/** Before a talk: every network and lab of the deck is tried once, with what is slow, what would be missing offline, and whether the other window is there. */
export function WarmUp({ order, onClose }: Props) {
  const [stations] = useState(() => stationsOf(orderOf(order).slides))
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const at = outcomes.length
  const current = stations[at] as Station | undefined
  const hasDesk = useTalk(hasPeer('desk'))
  const kept = useKept((things) => things[course])
  useEffect(() => void check(course), [])
  const isNetwork = current?.kind === 'network'

  const [engine, setEngine] = useState<ReturnType<typeof holdEngine> | null>(null)
  useEffect(() => {
    const held = holdEngine()
    setEngine(held)
    return () => held.end()
  }, [])
  useEffect(() => {
    if (!isNetwork || !engine) return
    let isOver = false
    void tryNetwork(stations[at].step, engine).then(
      (outcome) => isOver || setOutcomes((all) => [...all, outcome]),
    )
    return () => {
      isOver = true
    }
  }, [isNetwork, engine, stations, at])

  const all = stations.map((_, i) => outcomes[i] as Outcome | undefined)
  return (
    <Dialog
      open
      onClose={onClose}
      title="Warm-up"
      about="Runs every network and lab of these slides once."
      tall
    >
      <ul className="warm-up-state">
        <li>
          <Mark is={hasDesk ? 'fine' : 'slow'} />
          {hasDesk
            ? 'The presenter window is connected.'
            : 'The presenter window is not open; press p on a slide to open it.'}
        </li>
        <li>
          <Mark is={kept?.phase === 'kept' ? 'fine' : 'slow'} />
          <span>
            {keptSaid(kept)} <a href={writeRoute({ page: 'offline' })}>Keep it offline</a>
          </span>
        </li>
        <li role="status">
          <Mark is={current ? undefined : all.every((each) => each?.is === 'fine') ? 'fine' : 'slow'} />
          {summaryOf(all)}
        </li>
      </ul>
      <ol className="warm-up-list" tabIndex={0} aria-label="What was tried">
        {stations.map(({ name, kind, slide }, i) => {
          const outcome = all[i]
          return (
            <li key={i} data-outcome={outcome?.is}>
              <Mark is={outcome?.is} />
              <a
                href={writeRoute({
                  page: 'lesson',
                  lesson: slide.lesson.id,
                  step: slide.step.id,
                  deck: true,
                  notes: false,
                  order,
                  lab: {},
                })}
              >
                {slide.step.title}
              </a>
              <code>
                {kind} {name}
              </code>
              <span className="warm-up-time">
                {outcome &&
                  (outcome.is === 'failed' ? outcome.problem : `${(outcome.time / 1000).toFixed(1)} s`)}
              </span>
            </li>
          )
        })}
      </ol>
      {current?.kind === 'lab' && (
        <TriedLab
          key={at}
          station={current}
          onDone={(outcome) => setOutcomes((done) => [...done, outcome])}
        />
      )}
    </Dialog>
  )
}

function keptSaid(kept: ReturnType<typeof useKept.getState>[string] | undefined): string {
  switch (kept?.phase) {
    case 'kept':
      return 'The course is kept on this computer, so it works without a connection.'
    case 'absent':
      return `None of the course (${bytes(kept.bytes)}) is kept on this computer; without a connection, slides that have not been opened would be missing.`
    case 'part':
    case 'fetching':
      return `${bytes(kept.amount.done)} of ${bytes(kept.amount.of)} of the course are kept on this computer.`
    case 'unknown':
      return kept.problem
    default:
      return 'Checking what is kept on this computer …'
  }
}

function Mark({ is }: { readonly is: Outcome['is'] | undefined }) {
  if (is === undefined) return <Hourglass className="soft" aria-label="waiting" size={16} />
  return is === 'fine' ? (
    <Check className="warm-fine" aria-label="fine" size={16} />
  ) : (
    <CircleAlert className="warm-off" aria-label={is} size={16} />
  )
}

const none = {}
const keepNothing = () => {}

/** A lab is on the page when it has shown itself; it is given up after so long, in milliseconds. */
const longest = 20_000

/** A lab as its slide shows it, out of sight, until it stands or says what went wrong. */
function TriedLab({
  station,
  onDone,
}: {
  readonly station: Station
  readonly onDone: (outcome: Outcome) => void
}) {
  const stage = useRef<HTMLDivElement>(null)
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  const readers = useReaders()
  useEffect(() => {
    const start = performance.now()
    let frame = 0
    const look = () => {
      const time = performance.now() - start
      const problem = stage.current?.querySelector('.problem')
      if (problem) return done.current({ is: 'failed', problem: problem.textContent ?? '' })
      if (stage.current?.querySelector('.lab-body')) return done.current(outcomeOf('lab', time))
      if (time > longest) return done.current({ is: 'failed', problem: 'It did not appear.' })
      frame = requestAnimationFrame(look)
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [])
  return createPortal(
    <div ref={stage} className="warm-up-stage" aria-hidden inert>
      <ReadersImage value={readers}>
        <Part
          name="The figure"
          of={labs[station.name]}
          with={{ with: station.step.with ?? none, said: none, onSay: keepNothing }}
        />
      </ReadersImage>
    </div>,
    document.body,
  )
}
