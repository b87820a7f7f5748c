import './identity-layers.css'
import { useMemo } from 'react'
import { PixelCanvas } from '../../../ui/PixelCanvas'
import { Slider } from '../../../ui/Slider'
import { apart, channels, drawn, through, towards } from './layers'
import { side, useReadersPhoto } from '../../shared/photo'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** Extra layers after a network, from random weights to weights that do nothing: what becomes of a picture. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { count, share } = value
  const photo = useReadersPhoto('cat-1')
  const data = photo && photo !== 'missing' ? photo.data : null
  const before = useMemo(() => data && mapsOf(data), [data])
  const after = useMemo(() => before && through(before, count, share, side), [before, count, share])
  const pixels = useMemo(() => after && pixelsOf(after), [after])
  if (photo === 'missing') return <p className="problem">The drawing could not be loaded.</p>
  const distance = before && after ? apart(before, after) : 0
  const kernel = towards(drawn(0), share)
  return (
    <div className="lab-body">
      <Slider
        label="Extra layers"
        min={0}
        max={options.count.max}
        value={count}
        onChange={(count) => onChange({ count })}
      />
      <Slider
        label="How close they are to doing nothing"
        min={0}
        max={1}
        step={0.01}
        value={share}
        text={`${Math.round(share * 100)}%`}
        onChange={(share) => onChange({ share })}
      />
      <div className="identity-row">
        <figure>
          {data ? (
            <PixelCanvas pixels={{ width: side, height: side, data }} label="Output of the shallow network" />
          ) : (
            <span className="picture-to-come" />
          )}
          <figcaption>the shallow network’s output</figcaption>
        </figure>
        <figure>
          <table aria-label="Kernel of the first extra layer: own channel">
            <tbody>
              {[0, 3, 6].map((row) => (
                <tr key={row}>
                  {kernel[0][0].slice(row, row + 3).map((weight, i) => (
                    <td key={i}>{weight.toFixed(2).replace('-', '−')}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <figcaption>a kernel of an extra layer</figcaption>
        </figure>
        <figure>
          {!pixels ? (
            <span className="picture-to-come" />
          ) : (
            <PixelCanvas
              pixels={{ width: side, height: side, data: pixels }}
              label={`The output of ${count} extra layers: ${distance === 0 ? 'the same picture' : `different by ${distance.toFixed(1)} of 255 on average`}`}
            />
          )}
          <figcaption>after {count === 1 ? 'one extra layer' : `${count} extra layers`}</figcaption>
        </figure>
      </div>
      <Readout
        values={[
          [
            'mean difference from the shallow network’s output',
            distance === 0 ? '0, to the last bit' : `${distance.toFixed(2)} of 255`,
          ],
        ]}
      />
      <p className="soft">
        Computed as you drag: 3×3 convolutions of {channels} channels with ReLU; a picture takes the place of
        the shallow network’s output. At 0% the weights are a random initialization (He normal, fixed seed);
        values are clipped to 0–255.
      </p>
    </div>
  )
}

function mapsOf(data: Uint8ClampedArray): readonly Float32Array[] {
  return Array.from({ length: channels }, (_, c) =>
    Float32Array.from({ length: data.length / 4 }, (_, i) => data[4 * i + c]),
  )
}

function pixelsOf(maps: readonly Float32Array[]): Uint8ClampedArray {
  const data = new Uint8ClampedArray(4 * maps[0].length).fill(255)
  maps.forEach((map, c) => map.forEach((value, i) => (data[4 * i + c] = value)))
  return data
}
