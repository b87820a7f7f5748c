import { create } from 'zustand'
import { ImageError } from './error'
import { decode, type Picture } from './image'
import { samples } from './samples'
import { useStore } from '../state/store'
import { ownImage, start } from '../state/intent'

/** The image that networks look at. */
interface Pictures {
  readonly picture: Picture | null
  /** Kept while a sample is shown, so that one can go back to it. */
  readonly own: Picture | null
  /** Why the last image that was asked for is not there. */
  readonly problem: string | null
  /** The dialog of images is open, and tells the problem itself. */
  readonly choosing: boolean
}

export const usePictures = create<Pictures>(() => ({
  picture: null,
  own: null,
  problem: null,
  choosing: false,
}))

/** Counts requests, so that a slow image does not replace a newer one. */
let latest = 0

function fail(error: unknown): void {
  const sentence = error instanceof ImageError ? error.message : `The image cannot be used: ${String(error)}`
  usePictures.setState({ problem: sentence })
}

/** Shows an image that the visitor brought; the one before stays when this one is broken. */
export async function showFile(file: Blob, name: string): Promise<boolean> {
  const mine = ++latest
  try {
    const picture = await decode(file, name)
    if (mine !== latest) return false
    usePictures.setState({ picture, own: picture, problem: null })
    useStore.getState().setImage(ownImage)
    return true
  } catch (error) {
    if (mine === latest) fail(error)
    return false
  }
}

/** Goes back to the visitor's own image. */
export function showOwn(): void {
  const { own } = usePictures.getState()
  if (own) {
    latest++
    usePictures.setState({ picture: own, problem: null })
    useStore.getState().setImage(ownImage)
  }
}

/** Shows a sample; one that did not come is asked for again. */
export function chooseSample(id: string): void {
  if (useStore.getState().image === id) void showSample(id)
  else useStore.getState().setImage(id)
}

/** No sentence has room for more of an address. */
const longestName = 60

/** Fetches an image of this site, or reads one that is its own address; another origin is refused before anything is asked of it. */
export async function showAddress(address: string): Promise<boolean> {
  let url: URL
  try {
    url = new URL(address, document.baseURI)
  } catch {
    usePictures.setState({ problem: `"${cut(address)}" is not an address.` })
    return false
  }
  if (url.protocol === 'data:') return showData(url.href)
  if (url.origin !== location.origin) {
    usePictures.setState({
      problem: `Nothing is asked of other sites, and ${url.host || cut(address)} is one; save the image and drop the file here.`,
    })
    return false
  }
  const name = url.pathname.split('/').at(-1) || url.pathname
  try {
    return await showFile(await download(url.href, name), name)
  } catch (error) {
    fail(error)
    return false
  }
}

/** An image that is written out in its address asks nothing of anybody. */
async function showData(address: string): Promise<boolean> {
  const name = 'Image from data'
  try {
    const data = await fetch(address).catch(() => {
      throw new ImageError(`${name} is broken: it cannot be read.`)
    })
    return await showFile(await data.blob(), name)
  } catch (error) {
    fail(error)
    return false
  }
}

function cut(address: string): string {
  return address.length > longestName ? `${address.slice(0, longestName)}…` : address
}

async function download(url: string, name: string): Promise<Blob> {
  const response = await fetch(url).catch(() => {
    throw new ImageError(`${name} could not be loaded: the site does not answer.`)
  })
  if (!response.ok) throw new ImageError(`${name} could not be loaded: the site answers ${response.status}.`)
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
  try {
    const picture = await decode(await download(sample.file, sample.title), sample.title)
    if (mine === latest) usePictures.setState({ picture, problem: null })
  } catch (error) {
    if (mine === latest) fail(error)
  }
}

/** Loads the sample that the store names, now and whenever that changes. Returns the way out. */
export function followImage(): () => void {
  const { image } = useStore.getState()
  void showSample(image === ownImage ? start.image : image)
  return useStore.subscribe((state, before) => {
    if (state.image === before.image) return
    if (state.image === ownImage) return
    void showSample(state.image)
  })
}
