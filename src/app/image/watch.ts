import { messageOf } from '../../runtime/words'
import { closeCamera } from '../../ui/camera'
import { askFor } from '../trained/consent'
import { readOnce } from '../inspector/readings'
import { currentRoute, followRoute, isExplorer } from '../route/route'
import { chosenModel, type Look, runOn, useSession } from '../run/session'
import { graphOf } from '../state/network'
import { useStore } from '../state/store'
import { newSurface, type Picture, scaled } from './image'
import { pace, useLive } from './live'
import { showAgain, usePictures } from './pictures'

/** The rate is that of the last so many milliseconds, and is told as often. */
const span = 1000

/** A frame that was taken: what a network sees of it, and now and then the picture for the rest of the page. */
interface Frame {
  readonly look: Look
  readonly picture: Picture | null
}

/**
 * Lets the network look at the webcam. While a frame runs the next one is taken, and while that one runs the maps of
 * the chosen layer are drawn; no more than two are ever under way, and they are shown in their order. It ends with the page of the network, with another image, with a run that
 * fails, and when nobody looks; then the image before is shown again.
 */
export async function watchWebcam(stream: MediaStream): Promise<void> {
  useLive.getState().live?.stop()
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = stream
  const over = new AbortController()
  const { signal } = over
  const stop = () => over.abort()
  useLive.setState({ live: { rate: null, stop } })
  let shown: Picture | null = null
  const leave = [
    followRoute(() => !isExplorer(currentRoute()) && stop()),
    useStore.subscribe((state, before) => state.image !== before.image && stop()),
    usePictures.subscribe(({ picture }, before) => picture !== before.picture && picture !== shown && stop()),
  ]
  const hidden = () => document.hidden && stop()
  document.addEventListener('visibilitychange', hidden)
  for (const track of stream.getTracks()) track.addEventListener('ended', stop, { signal })
  const wasShown = () => usePictures.getState().picture === shown
  try {
    await video.play()
    allow()
    const take = taker(video, signal)
    const told = counter()
    const count = () => {
      if (signal.aborted) return
      const rate = told()
      if (rate !== null) useLive.setState({ live: { rate, stop } })
    }
    let drawn: Promise<void> | undefined
    for (let frame = await take(); frame;) {
      if (frame.picture) {
        shown = frame.picture
        usePictures.setState({ picture: shown, problem: null })
      }
      const ran = hasRun(frame.look, signal)
      const next = take()
      // Whoever waits for it hears of it, unless this frame is the last.
      next.catch(() => {})
      if (!(await ran)) break
      await drawn
      drawn = readChosen().then(count)
      frame = await next
    }
  } catch (error) {
    if (!signal.aborted) usePictures.setState({ problem: `The camera shows no picture: ${messageOf(error)}` })
  } finally {
    over.abort()
    for (const each of leave) each()
    document.removeEventListener('visibilitychange', hidden)
    closeCamera(stream)
    video.srcObject = null
    useLive.setState({ live: null })
    if (wasShown()) showAgain()
  }
}

/** Who turns the camera on wants the network to run: its weights are fetched without another question. */
function allow(): void {
  const { network, options, edits, weights } = useStore.getState()
  const model = chosenModel(graphOf(network, options, edits), weights)
  if (model) askFor(model)
}

/** Waits for a frame that was not taken yet; false where there are to be no more. */
function frames(video: HTMLVideoElement): (signal: AbortSignal) => Promise<boolean> {
  let isFresh = true
  let arrived = () => {}
  const watch = () =>
    video.requestVideoFrameCallback(() => {
      isFresh = true
      arrived()
      watch()
    })
  watch()
  return async (signal) => {
    if (!isFresh && !signal.aborted)
      await new Promise<void>((done) => {
        arrived = done
        signal.addEventListener('abort', () => done(), { once: true })
      })
    isFresh = false
    return !signal.aborted
  }
}

/** Takes frames, one for each call, that none has taken; null where there are to be no more. */
function taker(video: HTMLVideoElement, signal: AbortSignal): () => Promise<Frame | null> {
  const next = frames(video)
  const surfaces = new Map<string, CanvasRenderingContext2D>()
  /** One for each size, used again for the next frame. */
  const surface = (width: number, height: number) => {
    const name = `${width}×${height}`
    const known = surfaces.get(name) ?? newSurface(width, height)
    surfaces.set(name, known)
    return known
  }
  const look: Look = (width, height, fit) =>
    scaled(video, { width: video.videoWidth, height: video.videoHeight }, { width, height }, fit, surface)
  let last = -Infinity
  return async () => {
    // What was asked of the worker is on its way first.
    await new Promise((done) => setTimeout(done))
    if (!(await next(signal))) return null
    const isDue = performance.now() - last >= pace
    if (isDue) last = performance.now()
    return { look: ahead(look), picture: isDue ? grab(video) : null }
  }
}

/** What the chosen network would see, made now: when it is asked for, the worker waits. Another network looks anew. */
function ahead(look: Look): Look {
  const { network, options, edits, fit } = useStore.getState()
  const [height, width] = graphOf(network, options, edits).architecture.input
  const pixels = look(width, height, fit)
  return (...asked) =>
    asked[0] === width && asked[1] === height && asked[2] === fit ? pixels : look(...asked)
}

/** The picture as it is, for what shows it without the network. */
function grab(video: HTMLVideoElement): Picture {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(video, 0, 0)
  return { name: 'Camera', canvas, width: canvas.width, height: canvas.height, isDrawing: false }
}

/** Waits until the network has run on a frame; false where it does not run. */
async function hasRun(frame: Look, signal: AbortSignal): Promise<boolean> {
  const before = useSession.getState().run
  await new Promise<void>((done) => {
    const look = () => {
      const { run } = useSession.getState()
      const isOpen = run === before || run.phase === 'running' || run.phase === 'waiting'
      if (isOpen && !signal.aborted) return
      still()
      signal.removeEventListener('abort', look)
      done()
    }
    const still = useSession.subscribe(look)
    signal.addEventListener('abort', look)
    runOn(frame)
  })
  const { run, finished } = useSession.getState()
  return !signal.aborted && run.phase === 'done' && finished !== null
}

/** Waits for the maps of the chosen layer, and asks for them before the next frame takes their place. */
async function readChosen(): Promise<void> {
  const { selected } = useStore.getState()
  const { finished } = useSession.getState()
  // What shows the layer asks for the same values.
  if (selected !== null && finished?.result.trace.nodes.has(selected))
    await readOnce(finished.result.trace, selected).catch(() => {})
}

/** Counts what it is called for; now and then it gives how often that was in a second. */
function counter(): () => number | null {
  let from = performance.now()
  let count = 0
  return () => {
    count++
    const elapsed = performance.now() - from
    if (elapsed < span) return null
    const rate = (1000 * count) / elapsed
    from += elapsed
    count = 0
    return rate
  }
}
