import { RotateCcw, SquareArrowOutUpRight } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DiagramHandle, Frame } from '../../diagram/Diagram'
import { labs } from '../../lab/index'
import type { StepDescription } from '../../lessons/description'
import { useHidden } from '../../lessons/hidden'
import type { Graph } from '../../nn/graph'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { hideNetwork } from '../run/session'
import { networkOf } from '../state/network'
import { Stage } from '../explorer/Stage'
import { graphBeside } from '../trained/base'
import { HiddenContext } from '../state/hiddenNumbers'
import { useStore } from '../state/store'
import { SaveTool } from '../save/SaveTool'
import { CopyLink } from '../mirror/CopyLink'
import { setFigure } from '../mirror/figure'
import { linkTo } from '../mirror/link'
import { closeCard, openCard, useCard } from '../card/card'
import { useKeys } from '../help/keys'
import { writeHash } from '../route/url'
import { framedBy, isAsShown } from './intent'
import { leaveCard, recallCard, startCard, takeCard } from './keptCards'
import { forgetPicture, onOwnPicture, present, type Pictured } from './pictures'
import { veilOver } from './veil'
import type { LessonRoute } from '../route/route'
import { LabFigures } from './LabFigures'
import { LessonImage } from './LessonImage'

const cardHost = loadable(() => import('../card/CardHost').then((m) => m.CardHost))

/** Two networks beside each other. */
export const comparison = loadable(() => import('../compare/CompareStage').then((m) => m.CompareStage))

/** Fetches what a slide shows, and has its network ready. */
export async function preloadFigure(lesson: string, step: StepDescription): Promise<void> {
  if (step.show !== undefined) await labs[step.show].load()
  else if (step.network !== undefined) {
    present(step as Pictured, `${lesson}/${step.id}`)
    if (step.beside !== undefined) await comparison.load()
  }
}

/** What stands beside the prose of a slide: its lab, or its network, ready to be explored. */
export function CourseFigure({
  step,
  place,
  isLarge = false,
}: {
  readonly step: StepDescription
  readonly place: LessonRoute
  /** On a phone it was given the room of the words; with other room it is framed anew, whoever moved it before. */
  readonly isLarge?: boolean
}) {
  const isElse = step.show !== undefined || step.network === undefined
  useEffect(() => (isElse ? hideNetwork() : undefined), [isElse])
  return (
    <>
      <LabFigures step={step} place={place} />
      {step.show === undefined && step.network !== undefined && (
        <Network step={step as Pictured} place={place} isLarge={isLarge} />
      )}
    </>
  )
}

interface NetworkProps {
  readonly step: Pictured
  readonly place: LessonRoute
  readonly isLarge: boolean
}

function Network({ step, place, isLarge }: NetworkProps) {
  const slide = `${place.lesson}/${step.id}`
  const { network, options, edits } = useStore()
  const beside = useStore((state) => state.beside)
  const asShown = useStore((state) => isAsShown(state, step))
  const diagram = useRef<DiagramHandle>(null)
  const figure = useRef<HTMLElement>(null)
  const hasCard = useCard((state) => state.of !== null)
  const { graph } = networkOf(network, options, edits)
  const right = beside === null ? null : graphBeside(beside, options)
  const hidden = useHidden(slide)
  const veil = useVeil(hidden, graph, right)
  /** Another object frames the picture anew. */
  const [frame, setFrame] = useState<Frame>({ on: null })
  const show = useCallback(() => {
    leaveCard()
    const isOther = present(step, slide)
    setFrame({ on: isOther ? null : framedBy(step) })
    // On a page slides pass by, and a card that opened by itself would be in the way.
    if (place.deck) recallCard(slide)
    else startCard(slide)
  }, [step, slide, place.deck])
  const reset = useCallback(() => {
    forgetPicture(slide)
    takeCard(slide, null)
    show()
  }, [slide, show])

  useEffect(show, [show])
  useEffect(() => leaveCard, [])
  useEffect(() => (beside === null ? setFigure(diagram) : undefined), [beside])
  useEffect(() => onOwnPicture(show), [show])
  // What a word had brought into view was let go.
  useEffect(
    () =>
      useStore.subscribe((now, before) => {
        if (now.shown === before.shown || now.selected !== null) return
        useStore.setState({ at: null })
        setFrame({ on: framedBy(step) })
      }),
    [step],
  )

  const wasLarge = useRef(isLarge)
  useEffect(() => {
    if (wasLarge.current === isLarge) return
    wasLarge.current = isLarge
    useStore.setState({ at: null })
    setFrame({ on: framedBy(step) })
  }, [isLarge, step])

  useKeys({ slide: reset })

  return (
    <HiddenContext value={hidden}>
      <section
        ref={figure}
        className="course-figure"
        data-swipes={(!place.deck && !isLarge) || undefined}
        aria-label={`Picture: ${step.title}`}
      >
        {right === null ? (
          <Stage graph={graph} diagram={diagram} frame={frame} veil={veil} onChoose={openLeft} />
        ) : (
          <Part
            name="The comparison"
            of={comparison}
            with={{ left: graph, right, frame, veil, onChoose: openCard }}
            about={step.id}
            waiting={<div className="stage" aria-busy />}
          />
        )}
        <div className="figure-tools">
          <button type="button" className="button small" disabled={asShown} onClick={reset}>
            <RotateCcw aria-hidden size={14} />{' '}
            <span>
              <span className="first-to-go">Back to the </span>slide’s picture
            </span>
            <kbd>r</kbd>
          </button>
          {!place.deck && <LessonImage step={step} />}
          <ExplorerLink />
          {!place.deck && <CopyLink link={() => linkTo(place, step.id)} />}
          {beside === null && !place.deck && <SaveTool pictures={[{ graph, diagram }]} />}
          <p className="figure-hint small-text soft">Choose a layer to look inside.</p>
        </div>
        {hasCard && (
          <Part
            name="The card of this layer"
            of={cardHost}
            with={{ left: graph, right, diagram, figure }}
            about={step.id}
            onClose={closeCard}
          />
        )}
      </section>
    </HiddenContext>
  )
}

/** The picture without the numbers that wait for an answer; nothing where none does. */
function useVeil(hidden: ReadonlySet<string>, left: Graph, right: Graph | null) {
  return useMemo(() => veilOver(hidden, right ? [left, right] : [left]), [hidden, left, right])
}

const openLeft = () => openCard('left')

/** Leads to the same picture on the page of the network, with everything that can be done there. */
function ExplorerLink() {
  const href = useStore((state) => writeHash(state))
  return (
    <a className="button small explorer-link" href={href}>
      <SquareArrowOutUpRight aria-hidden size={14} />{' '}
      <span>
        <span className="first-to-go">Open in the </span>explorer
      </span>
    </a>
  )
}
