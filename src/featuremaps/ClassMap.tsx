import { useEffect, useMemo, useRef, useState } from 'react'
import type { AveragingHead } from '../nn/classActivation'
import type { Graph } from '../nn/graph'
import { channels, formatShape } from '../nn/shape'
import { count, measured } from '../ui/format'
import { PixelCanvas, type Pixels } from '../ui/PixelCanvas'
import { Segmented } from '../ui/Segmented'
import './class-map.css'
import type { Evidence } from './evidence'
import { evidencePixels, scaleOfEvidence } from './evidencePixels'
import { Legend } from './Legend'

interface Props {
  readonly graph: Graph
  readonly head: AveragingHead
  /** The image as the network got it. */
  readonly pixels: Pixels
  readonly index: number
  /** What the class is called on screen. */
  readonly name: string
  /** Reads what the score of a class is made of; another function reads it from another run. */
  readonly read: (index: number) => Promise<Evidence>
  /** It comes into sight by itself, because there may be much between it and what was pressed. */
  readonly comes?: boolean
}

/** Where in the photo the network finds a class: its last maps, weighted by the class's weights, laid over the image. */
export function ClassMap({ graph, head, pixels, index, name, read, comes = true }: Props) {
  const [found, setFound] = useState<{ readonly of: number; readonly evidence: Evidence } | string | null>(
    null,
  )
  const [look, setLook] = useState<'smooth' | 'cells'>('smooth')
  useEffect(() => {
    let current = true
    read(index).then(
      (evidence) => current && setFound({ of: index, evidence }),
      (error: unknown) => current && setFound(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      current = false
    }
  }, [read, index])
  const score = found && typeof found !== 'string' && found.of === index ? found.evidence : null
  const scale = useMemo(() => score && scaleOfEvidence(score), [score])
  const overlay = useMemo(() => score && scale && evidencePixels(score, scale), [score, scale])
  const image = useRef<HTMLDivElement>(null)
  const isThere = overlay !== null
  useEffect(() => {
    // What was pressed stays in sight above it.
    if (isThere && comes) image.current?.scrollIntoView({ block: 'nearest' })
  }, [isThere, comes])
  if (typeof found === 'string') return <p>{found}</p>
  if (!score || !scale || !overlay) return <p className="soft">Reading the last feature maps …</p>
  const shape = graph.node(head.maps).shape
  const many = channels(shape)
  const { strongest } = score
  const mean = score.map.reduce((sum, value) => sum + value, 0) / score.map.length
  const rest = mean - strongest.reduce((sum, { value }) => sum + value, 0)
  const others = many - strongest.length
  return (
    <figure className="class-map">
      <div
        ref={image}
        className={`class-map-image ${look}`}
        style={{ aspectRatio: `${pixels.width} / ${pixels.height}` }}
      >
        <PixelCanvas pixels={pixels} />
        <PixelCanvas
          pixels={overlay}
          label={`What speaks for and against ${name}, on a grid of ${score.height} by ${score.width}`}
        />
      </div>
      <Legend scale={scale} scope="layer" />
      <Segmented
        small
        legend="Draw the map"
        value={look}
        onChange={setLook}
        choices={[
          { value: 'smooth', label: 'smooth' },
          { value: 'cells', label: `${score.height}×${score.width} values` },
        ]}
      />
      <figcaption>
        <p className="class-map-sum">
          <span>
            <b>{measured(mean)}</b> mean of this map
          </span>
          {head.hasBias && (
            <span>
              {score.bias < 0 ? '−' : '+'} <b>{measured(Math.abs(score.bias))}</b> bias
            </span>
          )}
          <span>
            = <b>{measured(score.score)}</b> score of {name}
          </span>
        </p>
        <p className="small-text soft">
          Class activation map: the sum of the {count(many)} channels of the last feature maps (
          {formatShape(shape)}), each times its weight for {name}. Red speaks for {name}, blue against it. The
          mean of the map plus the bias is the score; softmax turns scores into probabilities.
        </p>
        <table className="table small-text">
          <caption className="small-text soft">Channels that add most, for or against</caption>
          <tbody>
            {strongest.map(({ index: k, value }) => (
              <tr key={k}>
                <th scope="row">channel {k}</th>
                <td>{measured(value)}</td>
              </tr>
            ))}
            {others > 0 && (
              <tr>
                <th scope="row">the other {count(others)}</th>
                <td>{measured(rest)}</td>
              </tr>
            )}
          </tbody>
        </table>
      </figcaption>
    </figure>
  )
}
