import { useEffect, useMemo, useRef, useState } from 'react'
import { create } from 'zustand'
import type { AveragingHead } from '../nn/classActivation'
import type { Graph } from '../nn/graph'
import { channels, formatShape } from '../nn/shape'
import { count, measured } from '../ui/format'
import { PixelCanvas, type Pixels } from '../ui/PixelCanvas'
import { Segmented } from '../ui/Segmented'
import './class-map.css'
import { type Evidence, mean as meanOf, type Part } from './evidence'
import { evidencePixels, scaleOfEvidence } from './evidencePixels'
import { Legend } from './Legend'

/** How maps of classes are drawn: chosen once, it holds for the next image and class as well. */
export const useLook = create<{ readonly look: 'smooth' | 'cells' }>(() => ({ look: 'smooth' }))

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
  /** Runs the network where a channel's own map is asked for that a stored run does not keep. */
  readonly onRun?: () => void
  /** It comes into sight by itself, because there may be much between it and what was pressed. */
  readonly comes?: boolean
}

/** Where in the photo the network finds a class: its last maps, weighted by the class's weights, laid over the image. */
export function ClassMap({ graph, head, pixels, index, name, read, onRun, comes = true }: Props) {
  const [found, setFound] = useState<{ readonly of: number; readonly evidence: Evidence } | string | null>(
    null,
  )
  const look = useLook((state) => state.look)
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
  /** The channel whose share is drawn alone; null for all of them together. */
  const [alone, setAlone] = useState<{ readonly of: number; readonly channel: number } | null>(null)
  const part = alone?.of === index ? score?.strongest.find((one) => one.index === alone.channel) : undefined
  const drawn = useMemo(() => score && (part?.drawn ? shareOf(score, part) : score), [score, part])
  const scale = useMemo(() => drawn && scaleOfEvidence(drawn), [drawn])
  const overlay = useMemo(() => drawn && scale && evidencePixels(drawn, scale), [drawn, scale])
  const image = useRef<HTMLDivElement>(null)
  const isThere = overlay !== null
  useEffect(() => {
    // What was pressed stays in sight above it.
    if (isThere && comes) image.current?.scrollIntoView({ block: 'nearest' })
  }, [isThere, comes])
  function choose({ index: channel, drawn }: Part) {
    setAlone(part?.index === channel ? null : { of: index, channel })
    if (!drawn) onRun?.()
    // Where it is drawn.
    image.current?.scrollIntoView({ block: 'nearest' })
  }
  if (typeof found === 'string') return <p>{found}</p>
  if (!score || !scale || !overlay) return <p className="soft">Reading the last feature maps …</p>
  const shape = graph.node(head.maps).shape
  const many = channels(shape)
  const { strongest } = score
  const mean = meanOf(score.map)
  const rest = mean - strongest.reduce((sum, { value }) => sum + value, 0)
  const others = many - strongest.length
  return (
    <figure className="class-map">
      <p className="class-map-of">
        Evidence for and against <b>{name}</b>
      </p>
      <div
        ref={image}
        className={`class-map-image ${look}`}
        style={{ aspectRatio: `${pixels.width} / ${pixels.height}` }}
      >
        <PixelCanvas pixels={pixels} />
        <PixelCanvas
          pixels={overlay}
          label={`What ${part?.drawn ? `of channel ${part.index} ` : ''}speaks for and against ${name}, on a grid of ${score.height} by ${score.width}`}
        />
      </div>
      {part && !part.drawn && (
        <p className="small-text soft" role="status">
          Running the network for the map of channel {part.index} …
        </p>
      )}
      {part?.drawn && (
        <p className="class-map-sum" role="status">
          <span>
            Channel {part.index} alone: <b>{measured(meanOf(part.drawn.map))}</b> mean
          </span>
          <span>
            × <b>{measured(part.drawn.weight)}</b> weight for {name}
          </span>
          <span>
            = <b>{measured(part.value)}</b>
          </span>
          <button type="button" className="button small" onClick={() => choose(part)}>
            All channels
          </button>
        </p>
      )}
      <Legend scale={scale} scope="layer" />
      <Segmented
        small
        legend="Draw the map"
        value={look}
        onChange={(look) => useLook.setState({ look })}
        choices={[
          { value: 'smooth', label: 'smooth' },
          { value: 'cells', label: `${score.height}×${score.width} values` },
        ]}
      />
      <figcaption>
        <p className="class-map-sum">
          <span>
            <b>{measured(mean)}</b> mean of {part ? 'the map of all channels' : 'this map'}
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
          {formatShape(shape)}), each times its weight for {name}. Red is evidence for {name}, blue against
          it. The mean of the map plus the bias is the score; softmax turns scores into probabilities.
        </p>
        <table className="table small-text">
          <caption className="small-text soft">Channels that contribute most, for or against</caption>
          <tbody>
            {strongest.map((one) => {
              const { index: k, value, drawn } = one
              return (
                <tr key={k} aria-current={k === part?.index || undefined}>
                  <th scope="row">
                    {drawn || onRun ? (
                      <button
                        type="button"
                        className="link"
                        aria-pressed={k === part?.index}
                        title={`Channel ${k} on the image, times its weight`}
                        onClick={() => choose(one)}
                      >
                        channel {k}
                      </button>
                    ) : (
                      `channel ${k}`
                    )}
                  </th>
                  <td>{measured(value)}</td>
                </tr>
              )
            })}
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

/** The map of a channel times its weight: its share of the map of the class. */
function shareOf({ height, width }: Evidence, { drawn }: Part): Pick<Evidence, 'map' | 'height' | 'width'> {
  const { map, weight } = drawn!
  return { map: map.map((value) => weight * value), height, width }
}
