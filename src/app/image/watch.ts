import { messageOf } from '../../runtime/words'
import { closeCamera } from '../../ui/camera'
import { askFor } from '../trained/consent'
import { readOnce } from '../inspector/readings'
import { currentRoute, followRoute, isExplorer } from '../route/route'
import { chosenModel, runNow, useSession } from '../run/session'
import { graphOf } from '../state/network'
import { useStore } from '../state/store'
import type { Picture } from './image'
import { useLive } from './live'
import { showAgain, usePictures } from './pictures'

/** The rate is that of the last so many milliseconds, and is told as often. */
const span = 1000

/**
 * Lets the network look at the webcam: each frame becomes the image, and the next one follows when its run has ended and
 * the maps of the chosen layer are there. It ends with the page of the network, with another image, with a run that
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
    const next = frames(video)
    const told = counter()
    while (await next(signal)) {
      shown = grab(video)
      usePictures.setState({ picture: shown, problem: null })
      if (!(await isSeen(signal))) break
      const rate = told()
      if (rate !== null) useLive.setState({ live: { rate, stop } })
    }
  } catch (error) {
    if (!signal.aborted) usePictures.setState({ problem: `The webcam gives no picture: ${messageOf(error)}` })
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

function grab(video: HTMLVideoElement): Picture {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(video, 0, 0)
  return { name: 'Webcam', canvas, width: canvas.width, height: canvas.height, isDrawing: false }
}

/** Waits until the network has run on the frame and the maps of the chosen layer are here; false where it does not run. */
async function isSeen(signal: AbortSignal): Promise<boolean> {
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
    runNow()
  })
  const { run, finished } = useSession.getState()
  const { selected } = useStore.getState()
  if (signal.aborted || run.phase !== 'done' || !finished) return false
  // What shows the layer asks for the same values.
  if (selected !== null && finished.result.trace.nodes.has(selected))
    await readOnce(finished.result.trace, selected).catch(() => {})
  return !signal.aborted
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
