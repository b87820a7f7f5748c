import { useEffect, useRef } from 'react'
import { addressOf } from '../../ui/held'

/** As many pixels as the display shows; soft shadows cost by the pixel. */
const side = Math.round(104 * Math.min(2, window.devicePixelRatio || 1))

const drawn = new Map<string, Promise<HTMLCanvasElement>>()

/** One after the other, so that the page can answer in between. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * The samples are drawings full of soft shadows, which a browser computes anew at every repaint; drawn once they
 * are pixels.
 */
function drawOnce(file: string, isWanted: () => boolean): Promise<HTMLCanvasElement> {
  const known = drawn.get(file)
  if (known) return known
  const making = turn.then(async () => {
    if (!isWanted()) throw new Error('nobody looks at it any more')
    const image = new Image()
    image.src = addressOf(file)
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = side
    // Its middle. Drawn here and now; a canvas of the graphics card would put all of them off to one long frame.
    const { naturalWidth: width, naturalHeight: height } = image
    const square = Math.min(width, height)
    const from = [(width - square) / 2, (height - square) / 2, square, square] as const
    canvas.getContext('2d', { willReadFrequently: true })?.drawImage(image, ...from, 0, 0, side, side)
    return canvas
  })
  drawn.set(file, making)
  // What could not be loaded, or was not wanted any more, is tried again the next time.
  making.catch(() => drawn.delete(file))
  turn = making.catch(() => {}).then(() => new Promise((next) => setTimeout(next)))
  return making
}

/** A small picture of a sample, as decoration beside its title. */
export function SampleThumbnail({ file }: { readonly file: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let current = true
    drawOnce(file, () => current).then(
      (source) => current && canvas.current?.getContext('2d')?.drawImage(source, 0, 0),
      // The title stands beside it and the button says what is wrong when it is pressed.
      () => {},
    )
    return () => {
      current = false
    }
  }, [file])
  return <canvas ref={canvas} width={side} height={side} aria-hidden />
}
