import { useLayoutEffect, useRef } from 'react'
import { labs } from '../../lab/index'
import type { StepDescription } from '../../lessons/description'
import { useHidden } from '../../lessons/hidden'
import { Part } from '../../ui/Part'
import '../../ui/trusted'
import type { Pictured } from '../course/pictures'
import type { HandoutRoute } from '../route/route'
import { useLabStates } from '../lab/labStates'
import { drawingsOf } from './picture'

/** The place of a figure on paper, in pixels of 1/96 inch, by the slides on a page. */
const rooms: Readonly<Record<HandoutRoute['per'], { readonly width: number; readonly height: number }>> = {
  1: { width: 620, height: 560 },
  2: { width: 380, height: 400 },
  6: { width: 330, height: 190 },
  text: { width: 640, height: 420 },
}

/**
 * What a slide shows, on paper: its network as lines and text, or its lab as the reader has set it. What its questions ask
 * for is a question mark.
 */
export function Figure({
  step,
  slide,
  per,
}: {
  readonly step: StepDescription
  /** `lesson/step`. */
  readonly slide: string
  readonly per: HandoutRoute['per']
}) {
  const said = useLabStates((states) => states[slide]) ?? none
  const hides = useHidden(slide)
  if (step.show === undefined) return <Network step={step as Pictured} per={per} hides={hides} />
  return (
    <div className="handout-lab course-figure lab">
      <Part
        name="The figure"
        of={labs[step.show]}
        with={{ with: step.with ?? none, said, onSay: () => {}, hides }}
        waiting={
          <p className="soft" data-waits>
            Loading…
          </p>
        }
      />
    </div>
  )
}

const none = {}

let drawn = 0

interface NetworkProps {
  readonly step: Pictured
  readonly per: HandoutRoute['per']
  readonly hides: ReadonlySet<string>
}

function Network({ step, per, hides }: NetworkProps) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // Text in a picture of its own would not have the page's font. Names within a drawing are its own.
    place.current!.replaceChildren(
      ...drawingsOf(step, rooms[per], hides).map((svg) => {
        const own = `drawing${++drawn}-`
        const text = svg.replace(/(\bid="|url\(#|href="#)/g, `$1${own}`)
        return document.importNode(
          new DOMParser().parseFromString(text, 'image/svg+xml').documentElement,
          true,
        )
      }),
    )
  }, [step, per, hides])
  return <div ref={place} className="handout-drawings" role="group" aria-label={`Picture: ${step.title}`} />
}
