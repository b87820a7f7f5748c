import * as v from 'valibot'
import { create } from 'zustand'
import type { StepDescription } from '../../lessons/description'
import { fittingRecord } from '../../ui/fitting'
import { keep, recallJson } from '../../ui/storage'
import { currentRoute } from '../route/route'
import { readHash, writeHash } from '../route/url'
import { imageOn } from '../image/choice'
import type { Intent } from '../state/intent'
import { useStore } from '../state/store'
import { asLeft, imageOf, intentOf, isAlike, isAsMade, isAsShown } from './intent'

export type Pictured = StepDescription & { readonly network: string }

const stored = 'layerwise:pictures'

/**
 * Pictures of slides that a reader opened or changed, by slide (`whole-net/nine-blocks`), each as the address of the
 * explorer that shows the same. They outlive the slide, and in this tab a reload.
 */
const usePictures = create<Readonly<Record<string, string>>>(() => {
  const kept = v.safeParse(fittingRecord(v.string()), recallJson(stored, 'tab'))
  return kept.success ? kept.output : {}
})
usePictures.subscribe((pictures) => void keep(stored, JSON.stringify(pictures), 'tab'))

/** The slide whose picture the store holds. */
let current: { readonly slide: string; readonly step: Pictured } | undefined
let isPresenting = false

/** Shows the picture of a slide, as it was left where it was changed; tells whether something else is open or built in it. */
export function present(step: Pictured, slide: string): boolean {
  const store = useStore.getState()
  const shown = intentOf(step, { ...store, image: imageOn(imageOf(step)) })
  const left = leftOf(slide)
  isPresenting = true
  store.restore(left ? asLeft(shown, left) : shown, [])
  isPresenting = false
  current = { slide, step }
  return left !== undefined && !isAsMade(left, shown)
}

/** What a reader made of a picture; nothing where the site has changed since, and it cannot be read any more. */
function leftOf(slide: string): Intent | undefined {
  const kept = usePictures.getState()[slide]
  if (kept === undefined) return undefined
  const { intent, problems } = readHash(kept)
  return problems.length === 0 ? intent : undefined
}

/** The slide's own picture is shown the next time. */
export function forgetPicture(slide: string): void {
  usePictures.setState(({ [slide]: _, ...others }) => others, true)
}

/** What was made of the picture of a slide, as the address of the explorer that shows the same; null: nothing. */
export function pictureOf(slide: string): string | null {
  return usePictures.getState()[slide] ?? null
}

/** Shows a slide as its author made it, on the page where it stands. */
let showOwn: (() => void) | undefined

/** Says how the slide that stands on the page is framed anew. Returns the way out. */
export function onOwnPicture(show: () => void): () => void {
  showOwn = show
  return () => {
    if (showOwn === show) showOwn = undefined
  }
}

/** Takes over what somebody made of the picture of a slide, in another window or in a link; an address that cannot be read changes nothing. */
export function takePicture(slide: string, picture: string | null): void {
  if (picture === pictureOf(slide)) return
  const isShown = current?.slide === slide && isHere(slide)
  if (picture === null) {
    forgetPicture(slide)
    if (isShown) showOwn?.()
  } else if (readHash(picture).problems.length === 0) {
    usePictures.setState({ [slide]: picture })
    if (isShown) present(current!.step, slide)
  }
}

/** Calls back when the pictures of slides change. Returns the way out. */
export const onPictures = (listener: () => void): (() => void) => usePictures.subscribe(listener)

useStore.subscribe((state, before) => {
  if (isPresenting || !current || !isHere(current.slide)) return
  const { slide, step } = current
  if (isAlike(state, before)) return
  if (isAsShown(state, step)) forgetPicture(slide)
  else usePictures.setState({ [slide]: writeHash(state) })
})

/** Whether the address still is in the lesson: the explorer has the same store. */
function isHere(slide: string): boolean {
  const route = currentRoute()
  return route.page === 'lesson' && slide.startsWith(`${route.lesson}/`)
}
