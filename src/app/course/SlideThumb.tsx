import { useEffect, useRef, useState } from 'react'
import { labs } from '../../lab/index'
import type { Given, LabText } from '../../lab/shared/schema'
import { Still } from '../../lab/shared/still'
import type { Slide } from '../../lessons/course'
import { Part } from '../../ui/Part'
import { Drawing } from '../gallery/Drawing'
import { inTurn } from '../gallery/turns'
import { useLabStates } from '../lab/labStates'
import './slide-thumb.css'

const none = {}
const ignore = () => {}

/** A slide's figure, small and live, as decoration beside its title: a network drawn, a lab as it stands. */
export function SlideThumb({ slide }: { readonly slide: Slide }) {
  const { network, show, expand } = slide.step
  return (
    <span className="slide-thumb" aria-hidden>
      {show !== undefined ? (
        <SlideLab slide={slide} show={show} />
      ) : network === undefined ? (
        <b>{slide.step.title}</b>
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
  return <SmallLab show={show} given={slide.step.with ?? none} said={said} isFigure />
}

/** Runs only while it is near what is seen, and takes its turn to begin. */
function SmallLab({
  show,
  given,
  said,
  isFigure = false,
}: {
  readonly show: string
  readonly given: Given
  readonly said: LabText
  /** Whether it fills its place as on a slide; alone it is as high as it likes. */
  readonly isFigure?: boolean
}) {
  const box = useRef<HTMLFormElement>(null)
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    let forget = ignore
    const observer = new IntersectionObserver((entries) => {
      forget()
      if (entries.at(-1)!.isIntersecting) forget = inTurn(() => setShown(true))
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
    <form ref={box} className={`slide-thumb-lab${isFigure ? ' course-figure lab' : ''}`} inert>
      {isShown && (
        <Still value>
          <Part
            name="The figure"
            of={labs[show]}
            with={{ with: given, said, onSay: ignore }}
            waiting={null}
          />
        </Still>
      )}
    </form>
  )
}
