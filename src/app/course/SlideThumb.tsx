import { type ReactNode, useEffect, useRef, useState } from 'react'
import { labs } from '../../lab/index'
import type { Given, LabText } from '../../lab/shared/schema'
import { Still } from '../../lab/shared/still'
import type { Slide } from '../../lessons/course'
import { useHidden } from '../../lessons/hidden'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { Drawing } from '../gallery/Drawing'
import { inTurn } from '../gallery/turns'
import { useLabStates } from '../lab/labStates'
import './slide-thumb.css'

const words = loadable(() => import('./SlideWords').then((m) => m.SlideWords))

const none = {}
const ignore = () => {}

/** A slide's figure, small and live, as decoration beside its title: a network drawn, a lab as it stands; where it has none, its words. */
export function SlideThumb({ slide }: { readonly slide: Slide }) {
  const { network, show, expand } = slide.step
  return (
    <span className="slide-thumb" aria-hidden>
      {show !== undefined ? (
        <SlideLab slide={slide} show={show} />
      ) : network === undefined ? (
        <Small>
          <Part name="The words" of={words} with={{ slide }} waiting={null} />
        </Small>
      ) : (
        <Drawing network={network} open={expand} />
      )}
    </span>
  )
}

/** A lab as it stands alone, small and live, as decoration beside its name. */
export function LabThumb({ lab, given = none }: { readonly lab: string; readonly given?: Given }) {
  return (
    <span className="slide-thumb" aria-hidden>
      <SmallLab show={lab} given={given} said={none} />
    </span>
  )
}

/** A lab as it was left on its slide. */
function SlideLab({ slide, show }: { readonly slide: Slide; readonly show: string }) {
  const said = useLabStates((states) => states[slide.key]) ?? none
  // The room sees it, too: what waits for an answer does so here.
  const hides = useHidden(slide.key)
  return <SmallLab show={show} given={slide.step.with ?? none} said={said} hides={hides} isFigure />
}

/** A lab that is seen and not touched. */
function SmallLab({
  show,
  given,
  said,
  hides,
  isFigure = false,
}: {
  readonly show: string
  readonly given: Given
  readonly said: LabText
  readonly hides?: ReadonlySet<string>
  /** Whether it fills its place as on a slide; alone it is as high as it likes. */
  readonly isFigure?: boolean
}) {
  return (
    <Small className={isFigure ? 'course-figure lab' : undefined}>
      <Still value>
        <Part
          name="The figure"
          of={labs[show]}
          with={{ with: given, said, hides, onSay: ignore }}
          waiting={null}
        />
      </Still>
    </Small>
  )
}

/** Laid out as on a slide, and shown smaller: only while it is near what is seen, and it takes its turn to begin. */
function Small({ className = '', children }: { readonly className?: string; readonly children: ReactNode }) {
  const box = useRef<HTMLFormElement>(null)
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    let forget = ignore
    const observer = new IntersectionObserver((entries) => {
      forget()
      if (entries.at(-1)!.isIntersecting) forget = inTurn(() => setShown(true), box.current)
      else setShown(false)
    })
    observer.observe(box.current!)
    return () => {
      observer.disconnect()
      forget()
    }
  }, [])
  // A form of its own, so that its radio buttons are not those of the slide behind.
  return (
    <form ref={box} className={`slide-thumb-small ${className}`} inert>
      {isShown && children}
    </form>
  )
}
