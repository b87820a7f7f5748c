import { useMemo, useState } from 'react'
import type { Graph } from '../../../nn/graph'
import type { Pixels } from '../../../runtime/types'
import { Dialog } from '../../../ui/Dialog'
import { measured } from '../../../ui/format'
import { PixelCanvas } from '../../../ui/PixelCanvas'
import { thing } from '../../residual/switch-off/names'
import { type Box, cut } from './cut'
import { onImage, seenBy, strongest } from './peaks'
import type { Seen } from './work'

/** Images that are shown of a channel. */
const most = 6

/** The places of the images that excite one channel most, the strongest first. */
export function Patches({
  graph,
  part,
  channel,
  seen,
}: {
  readonly graph: Graph
  readonly part: string
  /** From 0. */
  readonly channel: number
  readonly seen: readonly Seen[]
}) {
  const found = useMemo(
    () =>
      strongest(
        seen.map(({ image, parts }) => ({ image, peaks: parts[part] })),
        channel,
        most,
      ),
    [seen, part, channel],
  )
  const [large, setLarge] = useState<number | null>(null)
  if (found.length === 0)
    return <p>None of the {seen.length} images brings this channel above zero, so here it is a dead unit.</p>
  const places = found.map(({ image, value, row, column }) => {
    const [rows, columns] = seenBy(graph, part, row, column)
    const [top, height] = onImage(rows, image.pixels.height)
    const [left, width] = onImage(columns, image.pixels.width)
    const name = image.name.startsWith('your') ? image.name : thing(image.name)
    return { id: image.name, name, value, pixels: image.pixels, box: { top, left, height, width } }
  })
  const enlarged = large === null ? undefined : places.at(large)
  return (
    <>
      <ol className="excites-patches">
        {places.map(({ id, name, value, pixels, box }, i) => (
          <li key={id}>
            <button
              type="button"
              className="excites-open"
              title="Larger, beside the whole image"
              onClick={() => setLarge(i)}
            >
              <Cut pixels={pixels} box={box} />
              <Place pixels={pixels} box={box} />
            </button>
            <span className="small-text">
              <b>{measured(value)}</b> {name}
            </span>
          </li>
        ))}
      </ol>
      {enlarged && (
        <Dialog
          open
          wide
          onClose={() => setLarge(null)}
          title={`${measured(enlarged.value)}: ${enlarged.name}`}
          about={`On the left is the patch that one value of ${part} sees, at most; on the right, where it lies in the image.`}
        >
          <div className="excites-pair">
            <Cut pixels={enlarged.pixels} box={enlarged.box} />
            <Place pixels={enlarged.pixels} box={enlarged.box} />
          </div>
        </Dialog>
      )}
    </>
  )
}

/** The room of the patches that come. */
export function PatchesToCome() {
  return (
    <ol className="excites-patches" aria-hidden>
      {Array.from({ length: most }, (_, i) => (
        <li key={i}>
          <span className="excites-to-come" />
          <span className="excites-to-come" />
          <span className="small-text">…</span>
        </li>
      ))}
    </ol>
  )
}

/** The patch alone. */
function Cut({ pixels, box }: { readonly pixels: Pixels; readonly box: Box }) {
  const { top, left, height, width } = box
  // Told by its numbers: the box is another object at every render.
  const patch = useMemo(() => cut(pixels, { top, left, height, width }), [pixels, top, left, height, width])
  return (
    <PixelCanvas
      pixels={patch}
      label={`Patch of ${width} by ${height} pixels, from row ${top + 1} and column ${left + 1} on`}
    />
  )
}

/** The whole image, with the patch marked. */
function Place({
  pixels,
  box: { top, left, height, width },
}: {
  readonly pixels: Pixels
  readonly box: Box
}) {
  return (
    <span className="unit-place">
      <PixelCanvas pixels={pixels} />
      <svg viewBox={`0 0 ${pixels.width} ${pixels.height}`} aria-hidden>
        <rect x={left} y={top} width={width} height={height} />
      </svg>
    </span>
  )
}
