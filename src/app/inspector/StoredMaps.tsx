import { useMemo, useState } from 'react'
import { kindOf, paint, scaleOf } from '../../featuremaps/colour'
import { channelRanges, mapsOf, wholeRange } from '../../featuremaps/maps'
import type { GraphNode } from '../../nn/graph'
import { asMap, formatShape } from '../../nn/shape'
import type { Activation } from '../../nn/trace'
import type { Runs } from '../../runtime/runner'
import { count } from '../../ui/format'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { type Pixels, PixelCanvas } from '../../ui/PixelCanvas'
import { Click } from '../../ui/pointing'
import type { Wanted } from '../run/session'
import { useStore } from '../state/store'
import './stored-maps.css'

const storedDialog = loadable(() => import('./StoredDialog').then((m) => m.StoredDialog))

interface Props {
  readonly node: GraphNode
  /** Its first few channels, scaled down, as the stored run of the image has them. */
  readonly stored: Activation
  readonly run: Runs<Wanted>['run']
}

/** The maps of a layer that lie beside the model for a sample image: what the picture shows, larger; a press enlarges one. */
export function StoredMaps({ node, stored, run }: Props) {
  const axes = useStore((state) => state.axes)
  const [enlarged, setEnlarged] = useState<number | null>(null)
  const pictures = useMemo(() => picturesOf(stored), [stored])
  const [rows, columns, shown] = asMap(stored.shape)
  const [height, width, channels] = asMap(node.shape)
  const isSmaller = rows < height || columns < width
  const origin = `a stored run on this image${isSmaller ? `, shown at ${rows}×${columns}` : ''}.`
  const close = () => setEnlarged(null)
  return (
    <div className="stored-maps">
      <ul aria-label="Stored feature maps">
        {pictures.map((pixels, channel) => (
          <li key={channel}>
            <button type="button" aria-label={`Enlarge map ${channel}`} onClick={() => setEnlarged(channel)}>
              <PixelCanvas pixels={pixels} />
              <span className="small-text soft">{channel}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="small-text soft">
        {shown < channels ? `The first ${count(shown)} of ${count(channels)} maps` : 'Its maps'} of{' '}
        {formatShape(node.shape, axes)}, from {origin} {Click} one to enlarge it.
      </p>
      {enlarged !== null && (
        <Part
          name="This dialog"
          of={storedDialog}
          with={{ onClose: close, node, run, pictures, first: enlarged, origin: `From ${origin}` }}
          onClose={close}
        />
      )}
    </div>
  )
}

/** Every channel in the colors of one scale. */
function picturesOf({ values, shape }: Activation): readonly Pixels[] {
  const maps = mapsOf(values, shape)
  const whole = wholeRange(channelRanges(maps))
  const scale = scaleOf(kindOf(whole), whole)
  const { width, height } = maps
  return Array.from({ length: maps.channels }, (_, channel) => {
    const data = new Uint8ClampedArray(4 * width * height)
    paint(maps, channel, scale, data)
    return { width, height, data }
  })
}
