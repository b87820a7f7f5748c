import type { RefObject } from 'react'
import type { Place } from '../../diagram/camera'
import type { DiagramHandle, Frame } from '../../diagram/Diagram'
import type { Diff } from '../../nn/diff'
import type { Graph } from '../../nn/graph'
import { figureMoved } from '../mirror/figure'
import { areStacked } from './useStacked'

/** So much larger are two pictures where all but the names in them may be left for a nearer view. */
const worthWords = 2

/** Two parts below each other become smaller than both fit by no more than this, so that nothing beside them is cut. */
const mostLevelled = 0.85
const levelTries = 4
/** Scales that differ by this share are one. */
const sameScale = 0.001

const scaleOf = (diagram: DiagramHandle | null) => diagram?.aimed(() => true)?.k

interface Pictures {
  readonly one: RefObject<DiagramHandle | null>
  readonly other: RefObject<DiagramHandle | null>
  readonly panes: RefObject<HTMLElement | null>
  readonly left: Graph
  readonly right: Graph
  readonly diff: Diff
  /** What fills both at first. */
  readonly frame: Frame | undefined
  /** Whether a slide says so. */
  readonly isAsked: boolean
}

/**
 * How two pictures of networks stand beside each other. `lineUp`: of one size at first, and partners at one height.
 * `follow`: the other picture goes to the partner of what one has moved to.
 */
export function alignment({ one, other, panes, left, right, diff, frame, isAsked }: Pictures) {
  return { lineUp, follow }

  /** Moves the other picture so that what stands in the middle here lines up with its partner there; false without one. */
  function align(side: 'left' | 'right'): boolean {
    const [here, there] = side === 'left' ? [one.current, other.current] : [other.current, one.current]
    const { partner } = diff[side]
    const aim = here?.aimed((id) => partner.has(id))
    if (!here || !there || !aim) return false
    // As far from the upper edge, though a longer legend leaves one picture less height.
    const y = aim.y + (there.height() - here.height()) / 2 / aim.k
    // A partner may be higher or lower, and both have one scale.
    return there.aim({ ...aim, y, id: partner.get(aim.id)!, size: undefined })
  }

  function follow(side: 'left' | 'right', place: Place): void {
    const there = side === 'left' ? other.current : one.current
    if (!align(side)) there?.place(place)
    figureMoved(side)
  }

  /** What is shown at first has one size in both, so that equal thickness means equal channels; a part stands at one height. */
  function lineUp(): void {
    // Once both stand where they do by themselves.
    if (!frame) return queueMicrotask(level)
    const { on } = frame
    if (on === null) {
      const fits = [one, other].flatMap(({ current }) => current?.fitting() ?? [])
      const unread = fits.filter(({ isRead }) => !isRead).length
      const brief = [one, other].flatMap(({ current }) => current?.far() ?? [])
      const [scale, farther] = [fits, brief].map((all) => Math.min(...all.map((each) => each.scale)))
      // One of them with all its words would make both tiny: then both are seen from afar, as in the explorer ever.
      const far =
        unread > 0
          ? !isAsked || unread < fits.length
          : !isAsked && brief.every(({ isRead }) => isRead) && farther > scale * worthWords
      for (const { current } of [one, other]) current?.fitWithin(far ? farther : scale, far)
      levelInputs()
    } else if (diff.left.partner.has(on)) {
      if (panes.current && areStacked(panes.current)) return levelStacked(on)
      // The other has room where the higher one has.
      const [here, there] = [one, other].map(({ current }) => {
        const scale = scaleOf(current)
        return scale === undefined ? 0 : current!.heightOfSelected() / scale
      })
      align(there > here ? 'right' : 'left')
    }
  }

  /**
   * Below each other a part needs no common height, only one size: the largest at which nothing beside it is cut in either,
   * each time no larger than the other one came to.
   */
  function levelStacked(on: string): void {
    const zoom = (among: { readonly smallest: number; readonly largest: number }) => {
      one.current?.zoomTo(on, { still: true, among: true, ...among })
      other.current?.zoomTo(diff.left.partner.get(on)!, { still: true, among: true, ...among })
    }
    const scaleOfBoth = () => Math.min(scaleOf(one.current) ?? 0, scaleOf(other.current) ?? 0)
    let scale = scaleOfBoth()
    if (scale === 0) return
    const smallest = scale * mostLevelled
    for (let i = 0; i < levelTries; i++) {
      zoom({ smallest, largest: scale })
      const next = scaleOfBoth()
      if (next > scale - scale * sameScale) break
      scale = next
    }
    zoom({ smallest: scale, largest: scale })
  }

  /** Both begin at one height, that of the one that begins higher: a longer legend leaves it less room. */
  function levelInputs(): void {
    const sides = [
      { diagram: one.current, input: left.input },
      { diagram: other.current, input: right.input },
    ]
    const tops = sides.map(({ diagram, input }) => {
      const at = diagram?.aimed((id) => id === input)
      return at ? diagram!.height() / 2 - at.y * at.k : NaN
    })
    const highest = Math.min(...tops)
    if (!Number.isNaN(highest)) sides.forEach(({ diagram }, i) => diagram!.shift(highest - tops[i]))
  }

  /** What an address selects stands at one height in both; the one that has less room for it stays where it is. */
  function level(): void {
    const [of, by] = [one.current, other.current]
    if (!of?.height() || !by?.height()) return
    const side = by.heightOfSelected() > of.heightOfSelected() ? 'right' : 'left'
    const [here, there] = side === 'left' ? [of, by] : [by, of]
    const { partner } = diff[side]
    const at = here.aimed((id) => partner.has(id))
    const to = at && there.aimed((id) => id === partner.get(at.id))
    if (at && to) there.shift((here.height() - there.height()) / 2 - at.y * at.k + to.y * to.k)
  }
}
