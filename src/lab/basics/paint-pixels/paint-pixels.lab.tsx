import './paint-pixels.css'
import { useMemo, useState } from 'react'
import { graphOf } from '../../../architectures/built'
import { opOf } from '../../../nn/ops'
import { channels, isMap } from '../../../nn/shape'
import { count, percent } from '../../../ui/format'
import { PixelCanvas } from '../../../ui/PixelCanvas'
import { Slider } from '../../../ui/Slider'
import { Readable } from '../../shared/hidden'
import { Readout } from '../../shared/Readout'
import { useReadersPhoto } from '../../shared/photo'
import { Canvas } from './Canvas'
import { asPixels, edgeMap } from './map'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** Every output position that is painted uses all weights of the layer once: MACs = weights × positions. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { network, at, image, brush } = value
  const node = graphOf(network).node(at)
  const photo = useReadersPhoto(image, node.inputShapes[0][0])
  const map = useMemo(() => {
    const window = opOf(node).window?.(node.inputShapes, node.attrs)
    if (!photo || photo === 'missing' || !window || !isMap(node.shape)) return null
    return asPixels(edgeMap(photo, node.shape, window), node.shape)
  }, [photo, node])
  if (!isMap(node.shape)) throw new Error(`${at} gives no map to paint on`)
  const [height, width] = node.shape
  const [painted, setPainted] = useState(0)
  const [order, setOrder] = useState<{ readonly what: 'all' | 'none'; readonly turn: number }>({
    what: 'none',
    turn: 0,
  })
  const positions = height * width
  const weights = node.params.weights
  return (
    <div className="lab-body paint-lab">
      <div className="lab-controls">
        <button
          type="button"
          className="button"
          onClick={() => setOrder({ what: 'all', turn: order.turn + 1 })}
        >
          Paint all
        </button>
        <button
          type="button"
          className="button"
          onClick={() => setOrder({ what: 'none', turn: order.turn + 1 })}
        >
          Clear
        </button>
        <Slider
          label="brush"
          value={brush}
          min={1}
          max={31}
          step={2}
          onChange={(brush) => onChange({ brush })}
        />
      </div>
      <div className="paint-pair">
        <Canvas height={height} width={width} brush={brush} order={order} onPaint={setPainted}>
          {map && <PixelCanvas pixels={map} />}
        </Canvas>
        <div>
          <Readout
            stacked
            values={[
              ['weights of the layer', count(weights)],
              [
                <>
                  positions painted, of {height}×{width}
                </>,
                <>
                  {count(painted)} <span className="soft">{percent(painted / positions)}</span>
                </>,
              ],
              ['multiply-accumulates so far', <Readable of="MACs">{count(weights * painted)}</Readable>],
            ]}
          />
          <p className="soft">
            {painted === positions ? (
              <>
                {count(weights)} · {height}·{width} = <Readable of="MACs">{count(node.macs)}</Readable>: the
                whole layer.
              </>
            ) : (
              'Paint with the pointer, or with the arrow keys when the picture has the focus.'
            )}
          </p>
          <p className="soft small-text">
            {photo === 'missing'
              ? 'The photo could not be loaded, so there is no map under the paint.'
              : `What appears is the feature map of one filter; the layer has ${channels(node.shape)}. This filter was made by hand: its map is white where the photo gets darker toward the right and black where it gets brighter.`}
          </p>
        </div>
      </div>
    </div>
  )
}
