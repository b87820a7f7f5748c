import { useEffect, useRef, useState } from 'react'
import { labs } from '../../lab/index'
import { Still } from '../../lab/shared/still'
import type { Slide } from '../../lessons/course'
import type { StepDescription } from '../../lessons/description'
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
        <SmallLab slide={slide} show={show} />
      ) : network === undefined ? (
        <b>{slide.step.title}</b>
      ) : (
        <Drawing network={network} open={expand} />
      )}
    </span>
  )
}

/** A lab as it stands by itself, small and live, as decoration beside its name. */
export function LabThumb({ lab }: { readonly lab: string }) {
  return (
    <span className="slide-thumb" aria-hidden>
      <SmallLab show={lab} />
    </span>
  )
}

/** Runs only while it is near what is seen, and takes its turn to begin. */
function SmallLab({
  slide,
  show,
}: {
  readonly slide?: Slide
  readonly show: NonNullable<StepDescription['show']>
}) {
  const box = useRef<HTMLFormElement>(null)
  const [isShown, setShown] = useState(false)
  const said = useLabStates((states) => slide && states[slide.key]) ?? none
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
    <form ref={box} className="slide-thumb-lab course-figure lab" inert>
      {isShown && (
        <Still value>
          <Part
            name="The figure"
            of={labs[show]}
            with={{ with: slide?.step.with ?? none, said, onSay: ignore }}
            waiting={null}
          />
        </Still>
      )}
    </form>
  )
}
