import { useEffect, useMemo, useState } from 'react'
import { isBlock, isWholeOn, largestOn } from '../../diagram/arrange'
import type { Room } from '../../diagram/layout'
import type { StepDescription } from '../../lessons/description'
import { graphOf } from '../state/network'
import { useStore } from '../state/store'
import { intentOf } from './intent'

/** `columns`: beside the words, and two pictures beside each other. */
export type Sides = 'beside' | 'above' | 'columns'

/** Shares of the screen that deck.css gives a figure. */
const beside = { width: 0.56, height: 0.9 }
const above = { width: 1, height: 0.64 }
/** Two pictures share that of one. */
const stacked = { width: beside.width, height: beside.height / 2 }
const columns = { width: beside.width / 2, height: beside.height }

/** A picture stands above the words only if it is so many times larger there. */
const worthIt = 1.12

/** Windows below this have the picture above anyway, in pixels. */
const narrow = 896
/** In windows below this there is no room for words under a picture, in pixels. */
const low = 560

/** Where on a slide the picture is larger: beside the words, or above them in the whole width; and how two of them lie. */
export function useSides(step: StepDescription): Sides {
  const [screen, setScreen] = useState(() => ({ width: innerWidth, height: innerHeight }))
  useEffect(() => {
    const follow = () => setScreen({ width: innerWidth, height: innerHeight })
    addEventListener('resize', follow)
    return () => removeEventListener('resize', follow)
  }, [])
  const page = parseFloat(getComputedStyle(document.body).fontSize)
  const root = getComputedStyle(document.documentElement)
  const smallest = parseFloat(root.getPropertyValue('--text-small')) * parseFloat(root.fontSize)
  return useMemo(() => sidesOf(step, screen, { page, smallest }), [step, screen, page, smallest])
}

/** The same for any screen, with the sizes of the page's text and of its smallest, in pixels. */
export function sidesOf(
  step: StepDescription,
  screen: Room,
  { page, smallest }: { readonly page: number; readonly smallest: number },
): Sides {
  const { network, show, focus, beside: other } = step
  if (network === undefined || show !== undefined || focus !== undefined) return 'beside'
  if (screen.width < narrow || screen.height < low) return 'beside'
  const graphs = [graphOf(network, step.options), ...(other === undefined ? [] : [graphOf(other, {})])]
  const { expanded, scale, links } = intentOf({ ...step, network }, useStore.getState())
  const room = (share: typeof above) => ({
    width: screen.width * share.width - 24,
    height: screen.height * share.height - 40,
  })
  // Two networks flow down, so that their layers stand beside each other.
  const direction = other === undefined ? undefined : 'down'
  // A block on its own keeps its words, in the size that they have in a picture.
  const text = other === undefined && isBlock(graphs[0]) ? smallest : page
  const zoom = (share: typeof above) =>
    Math.min(
      ...graphs.map((graph) => largestOn(graph, { expanded, scale, links, text, direction }, room(share))),
    )
  if (other !== undefined) return zoom(columns) > zoom(stacked) * worthIt ? 'columns' : 'beside'
  // What has room as a whole in one place alone stands there.
  const isWhole = (share: typeof above) => isWholeOn(graphs[0], { expanded, scale, links, text }, room(share))
  if (isWhole(above) !== isWhole(beside)) return isWhole(above) ? 'above' : 'beside'
  return zoom(above) > zoom(beside) * worthIt ? 'above' : 'beside'
}
