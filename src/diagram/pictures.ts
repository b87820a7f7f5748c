import type { NodeId } from '../nn/graph'

/** Side of a picture in pixels; a face is smaller than this on most screens. */
const side = 64

/** Turns pictures into addresses that an SVG image can show, each picture once. */
export function createPictures() {
  const known = new WeakMap<object, string>()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = side
  return (thumbnails: ReadonlyMap<NodeId, CanvasImageSource> = new Map()): ReadonlyMap<NodeId, string> =>
    new Map([...thumbnails].map(([id, source]) => [id, address(source)]))

  function address(source: CanvasImageSource): string {
    const found = known.get(source)
    if (found) return found
    const context = canvas.getContext('2d')!
    context.imageSmoothingEnabled = false
    context.clearRect(0, 0, side, side)
    context.drawImage(source, 0, 0, side, side)
    const made = canvas.toDataURL()
    known.set(source, made)
    return made
  }
}
