import { RotateCcw } from 'lucide-react'
import { Activity, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { labs } from '../../lab/index'
import { LayerCards } from '../../lab/shared/layers'
import { LeavingContext } from '../../lab/shared/leaving'
import { ReadersImage } from '../../lab/shared/photo'
import type { LabText } from '../../lab/shared/schema'
import type { StepDescription } from '../../lessons/description'
import { useHidden } from '../../lessons/hidden'
import { Part } from '../../ui/Part'
import { useMedia } from '../../ui/useMedia'
import { LabCard } from '../card/LabCard'
import { useKeys } from '../help/keys'
import { usePictures } from '../image/pictures'
import { useReaders } from '../image/readers'
import { addressOf, sayLab, useLabStates } from '../lab/labStates'
import { linkTo } from '../mirror/link'
import type { LessonRoute } from '../route/route'
import { HiddenContext } from '../state/hiddenNumbers'
import { FigureTool } from '../save/FigureTool'
import { LessonImage } from './LessonImage'
import { useFittingFigure } from './useFittingText'

interface Props {
  readonly step: StepDescription
  readonly place: LessonRoute
}

/**
 * The lab of a slide, if it has one. On a page, labs in which the reader did something stay behind it, hidden, until the
 * lesson is left: what was painted, opened or trained is there when the reader scrolls back.
 */
export function LabFigures({ step, place }: Props) {
  const [used, setUsed] = useState<readonly StepDescription[]>([])
  const shown = step.show === undefined || used.includes(step) ? used : [...used, step]
  return shown.map((each) => (
    <Kept key={`${place.lesson}/${each.id}`} isShown={each === step}>
      <Lab
        step={each}
        place={place}
        // A slide's lab begins anew each time that it is shown: windows of a talk rely on it.
        onUse={() => !place.deck && !used.includes(each) && setUsed([...used, each])}
      />
    </Kept>
  ))
}

/** Something that is hidden with its state while it is not shown. What it started ends when it is left for good. */
function Kept({ isShown, children }: { readonly isShown: boolean; readonly children: ReactNode }) {
  const [ends] = useState(() => new Set<() => void>())
  const [whenLeft] = useState(() => (end: () => void) => void ends.add(end))
  useEffect(
    () => () => {
      for (const end of ends) end()
      ends.clear()
    },
    [ends],
  )
  return (
    <LeavingContext value={whenLeft}>
      <Activity mode={isShown ? 'visible' : 'hidden'}>{children}</Activity>
    </LeavingContext>
  )
}

const none = {}

function Lab({ step, place, onUse }: Props & { readonly onUse: () => void }) {
  const { lesson } = place
  const key = `${lesson}/${step.id}`
  const said = useLabStates((states) => states[key]) ?? none
  const onSay = useCallback(
    (change: (before: LabText) => LabText) => sayLab(key, change, addressOf(lesson, step.id)),
    [key, lesson, step],
  )
  const reset = useCallback(() => onSay(() => none), [onSay])
  const readers = useReaders()
  const looks = usePictures(({ lookers }) => lookers > 0)
  const hides = useHidden(key)
  const isChanged = Object.keys(said).length > 0
  const figure = useRef<HTMLElement>(null)
  // On a page it is never smaller than asked for: there it scrolls. On a narrow one it takes the height that it needs.
  const isBeside = useMedia('(min-width: 64rem) and (min-height: 40rem)')
  useFittingFigure(figure, Boolean(place.deck) || isBeside, place.deck ? undefined : 1)
  useKeys({ slide: reset })
  return (
    <section
      ref={figure}
      className="course-figure lab"
      data-swipes={!place.deck || undefined}
      aria-label={`Figure: ${step.title}`}
      onPointerDownCapture={onUse}
      onKeyDownCapture={onUse}
      onClickCapture={onUse}
    >
      <HiddenContext value={hides}>
        <LayerCards value={LabCard}>
          <ReadersImage value={readers}>
            <Part
              name="The figure"
              of={labs[step.show!]}
              with={{ with: step.with ?? none, said, onSay, hides }}
              waiting={<p className="soft lab-wait">Loading…</p>}
            />
          </ReadersImage>
        </LayerCards>
      </HiddenContext>
      {!place.deck && (
        <div className="figure-tools">
          {isChanged && (
            <button type="button" className="button small" onClick={reset}>
              <RotateCcw aria-hidden size={14} /> Back to the slide’s figure <kbd>r</kbd>
            </button>
          )}
          {looks && <LessonImage step={step} />}
          <FigureTool
            figure={() => figure.current!.querySelector<HTMLElement>('.lab-body')}
            title={step.title}
            name={`${place.lesson}-${step.id}`}
            link={() => linkTo(place, step.id)}
            isEmbedded
          />
        </div>
      )}
    </section>
  )
}
