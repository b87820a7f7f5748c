import { create } from 'zustand'
import { ImageError } from './error'
import type { Picture } from './image'
import type * as Keeper from './kept'
import { samples } from './samples'
import { addressOf } from '../../ui/held'
import { later } from '../../ui/later'
import { useStore } from '../state/store'
import { ownImage, start } from '../state/intent'
import { readersImage, setChoice, useImageChoice } from './choice'

/** The image that networks look at. */
interface Pictures {
  readonly picture: Picture | null
  /** The reader's own: kept while a sample is shown, and on this device for the next visit. */
  readonly own: Picture | null
  /** The browser did not let the page keep it, so that it is gone with the page. */
  readonly isUnkept: boolean
  /** Why the last image that was asked for is not there. */
  readonly problem: string | null
  /** The dialog of images is open, and tells the problem itself. */
  readonly choosing: boolean
  /** How many things on the page look at the image. */
  readonly lookers: number
}

export const usePictures = create<Pictures>(() => ({
  picture: null,
  own: null,
  isUnkept: false,
  problem: null,
  choosing: false,
  lookers: 0,
}))

const fetchKeeper = later(() => import('./kept'))

/** What keeps an image on this device, fetched apart: most readers show none of their own. Where it does not come, nothing is kept. */
export const keeper = (): Promise<Pick<typeof Keeper, 'keepImage' | 'forgetImage' | 'recallImage'>> =>
  fetchKeeper().catch(() => ({
    keepImage: async () => false,
    forgetImage: async () => false,
    recallImage: async () => null,
  }))

const decoder = later(() => import('./decode'))
const svgReader = later(() => import('./svg'))

/** Reads an image file; most of what does it is sentences on what may be wrong with one. */
async function decoded(file: Blob, name: string): Promise<Picture> {
  const { decode } = await decoder().catch(() => {
    throw new ImageError(
      `${name} cannot be read: the part of the site that reads images could not be loaded; is the site still reachable?`,
    )
  })
  return decode(file, name)
}

/** Counts requests, so that a slow image does not replace a newer one. */
let latest = 0

/** Says why an image cannot be shown. */
export function fail(error: unknown): void {
  const sentence = error instanceof ImageError ? error.message : `The image cannot be used: ${String(error)}`
  usePictures.setState({ problem: sentence })
}

/** Says that something looks at the image. Returns the way to say that it no longer does. */
export function look(): () => void {
  const count = (by: number) => usePictures.setState(({ lookers }) => ({ lookers: lookers + by }))
  count(1)
  return () => count(-1)
}

/** Shows an image that the reader brought, and keeps it on this device; the one before stays when this one is broken. */
export async function showFile(file: Blob, name: string): Promise<boolean> {
  const mine = ++latest
  try {
    const picture = await decoded(file, name)
    if (mine !== latest) return false
    usePictures.setState({ picture, own: picture, problem: null })
    choose(ownImage)
    const isKept = await (await keeper()).keepImage(picture)
    if (usePictures.getState().own === picture) usePictures.setState({ isUnkept: !isKept })
    return true
  } catch (error) {
    if (mine === latest) fail(error)
    return false
  }
}

function choose(image: string): void {
  setChoice({ image, isOn: true })
  useStore.getState().setImage(image)
}

/** Goes back to the reader's own image. */
export function showOwn(): void {
  if (usePictures.getState().own) choose(ownImage)
}

/** Shows a sample; one that did not come is asked for again. */
export function chooseSample(id: string): void {
  const isShown = useStore.getState().image === id
  choose(id)
  if (isShown) void showSample(id)
}

/** Shows the page's own image in place of the reader's, or the reader's again; false where there is none to show. */
export function switchImage(): boolean {
  const known = useImageChoice.getState()
  const image = readersImage(known, usePictures.getState().own !== null)
  if (image === null) return false
  const isOn = useStore.getState().image !== image
  setChoice({ image, isOn })
  useStore.getState().setImage(isOn ? image : known.pageImage)
  return true
}

/** There is no image of the reader's. */
export function leaveOwn(): void {
  usePictures.setState({ own: null, isUnkept: false })
  const { choice, pageImage } = useImageChoice.getState()
  if (choice?.image === ownImage) setChoice(null)
  if (useStore.getState().image === ownImage) useStore.getState().setImage(pageImage)
}

/** A file of this site. */
export async function download(url: string, name: string): Promise<Blob> {
  const response = await fetch(addressOf(url)).catch(() => {
    throw new ImageError(`${name} could not be loaded: the site does not respond.`)
  })
  if (!response.ok)
    throw new ImageError(`${name} could not be loaded: the site responded with status ${response.status}.`)
  return response.blob()
}

async function showSample(id: string): Promise<void> {
  const mine = ++latest
  const sample = samples.find((each) => each.id === id)
  if (!sample) {
    usePictures.setState({ problem: `There is no sample image "${id}".` })
    if (!usePictures.getState().picture && id !== start.image) await showSample(start.image)
    return
  }
  // What reads images and drawings comes along with the first of them.
  void decoder().catch(() => {})
  if (sample.file.endsWith('.svg')) void svgReader().catch(() => {})
  try {
    const picture = await decoded(await download(sample.file, sample.title), sample.title)
    // What shows it is long enough by itself for a slow machine.
    await new Promise((next) => setTimeout(next))
    if (mine === latest) usePictures.setState({ picture, problem: null })
  } catch (error) {
    if (mine === latest) fail(error)
  }
}

/** What is known of the image that an earlier visit kept. */
let recalling: Promise<void> | undefined

async function recall(): Promise<void> {
  const own = await (await keeper()).recallImage()
  // One that was brought in the meantime is newer.
  if (own && !usePictures.getState().own) usePictures.setState({ own })
}

/** Shows the image that the store names. */
async function show(image: string): Promise<void> {
  if (image !== ownImage) return showSample(image)
  const mine = ++latest
  await recalling
  if (mine !== latest) return
  const { own } = usePictures.getState()
  if (own) usePictures.setState({ picture: own, problem: null })
  // It was forgotten, perhaps in another tab.
  else leaveOwn()
}

/** Shows the image that the store names again, after others that only passed by. */
export const showAgain = (): void => void show(useStore.getState().image)

/** Loads the image that the store names, now and whenever that changes. Returns the way out. */
export function followImage(): () => void {
  recalling = recall()
  void show(useStore.getState().image)
  return useStore.subscribe((state, before) => {
    if (state.image !== before.image) void show(state.image)
  })
}
