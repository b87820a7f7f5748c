import { useEffect, useRef } from 'react'
import { kindOf, scaleOf } from '../../featuremaps/colour'
import { createStamp } from '../../featuremaps/draw'
import { channelRanges, mapsOf, wholeRange } from '../../featuremaps/maps'
import type { GraphNode } from '../../nn/graph'
import { asMap, formatShape } from '../../nn/shape'
import type { Activation } from '../../nn/trace'
import { count } from '../../ui/format'
import { useStore } from '../state/store'
import './stored-maps.css'

interface Props {
  readonly node: GraphNode
  /** Its first few channels, scaled down, as the stored run of the image has them. */
  readonly stored: Activation
}

/** The maps of a layer that lie beside the model for a sample image: what the picture shows, larger. */
export function StoredMaps({ node, stored }: Props) {
  const axes = useStore((state) => state.axes)
  const list = useRef<HTMLUListElement>(null)
  const [rows, columns, shown] = asMap(stored.shape)
  const [height, width, channels] = asMap(node.shape)
  useEffect(() => {
    const maps = mapsOf(stored.values, stored.shape)
    const whole = wholeRange(channelRanges(maps))
    const scale = scaleOf(kindOf(whole), whole)
    const stamp = createStamp(maps)
    list.current!.querySelectorAll('canvas').forEach((canvas, channel) => {
      canvas.width = columns
      canvas.height = rows
      canvas.getContext('2d')?.drawImage(stamp(channel, scale), 0, 0)
    })
  }, [stored, rows, columns])
  const isSmaller = rows < height || columns < width
  return (
    <div className="stored-maps">
      <ul ref={list} aria-label="Stored feature maps">
        {Array.from({ length: shown }, (_, channel) => (
          <li key={channel}>
            <canvas role="img" aria-label={`Map ${channel}`} />
            <span className="small-text soft">{channel}</span>
          </li>
        ))}
      </ul>
      <p className="small-text soft">
        {shown < channels ? `The first ${count(shown)} of ${count(channels)} maps` : 'Its maps'} of{' '}
        {formatShape(node.shape, axes)}, from a stored run on this image
        {isSmaller && `, shown at ${rows}×${columns}`}.
      </p>
    </div>
  )
}
