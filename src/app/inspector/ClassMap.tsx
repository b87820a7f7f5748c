import { useEffect, useMemo, useRef, useState } from 'react'
import { type AveragingHead, type ClassActivation, classActivation } from '../../nn/classActivation'
import { formatShape } from '../../nn/shape'
import type { Pixels } from '../../runtime/types'
import { colourOf, scaleOf } from '../../featuremaps/colour'
import { Legend } from '../../featuremaps/Legend'
import { count, measured } from '../../ui/format'
import { PixelCanvas } from '../../ui/PixelCanvas'
import { Segmented } from '../../ui/Segmented'
import type { Finished } from '../run/session'
import './class-map.css'
import { ranked } from './top'

interface Props {
  readonly finished: Finished
  readonly head: AveragingHead
  readonly index: number
  /** What the class is called on screen. */
  readonly name: string
}

/** What a score is made of: the map, the bias, and the score that the network computed. */
interface Score extends ClassActivation {
  readonly of: number
  readonly bias: number
  readonly score: number
}

/** Channels that are named one by one. */
const listed = 5

/** Where in the photo the network finds a class: its last maps, weighted by the class's weights, laid over the image. */
export function ClassMap({ finished, head, index, name }: Props) {
  const [read, setRead] = useState<Score | string | null>(null)
  const [look, setLook] = useState<'smooth' | 'cells'>('smooth')
  useEffect(() => {
    let current = true
    scoreOf(finished, head, index).then(
      (score) => current && setRead(score),
      (error: unknown) => current && setRead(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      current = false
    }
  }, [finished, head, index])
  const score = read && typeof read !== 'string' && read.of === index ? read : null
  const scale = useMemo(
    () => score && scaleOf('diverging', { min: Math.min(...score.map), max: Math.max(...score.map) }),
    [score],
  )
  const overlay = useMemo(
    () => score && scale && painted(score, (value) => colourOf(value, scale)),
    [score, scale],
  )
  const figure = useRef<HTMLElement>(null)
  const isThere = overlay !== null
  useEffect(() => {
    if (isThere) figure.current?.scrollIntoView({ block: 'nearest' })
  }, [isThere])
  if (typeof read === 'string') return <p>{read}</p>
  if (!score || !scale || !overlay) return <p className="soft">Reading the last feature maps …</p>
  const { pixels, graph } = finished
  const shape = graph.node(head.maps).shape
  const strongest = ranked(score.channels.map(Math.abs), listed)
  const rest = score.mean - strongest.reduce((sum, { index: k }) => sum + score.channels[k], 0)
  const others = score.channels.length - strongest.length
  return (
    <figure ref={figure} className="class-map">
      <div
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
            <b>{measured(score.mean)}</b> mean of this map
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
          Class activation map: the sum of the {count(score.channels.length)} channels of the last feature
          maps ({formatShape(shape)}), each times its weight for {name}. Red speaks for {name}, blue against
          it. The mean of the map plus the bias is the score; softmax turns scores into probabilities.
        </p>
        <table className="table small-text">
          <caption className="small-text soft">Channels that add most, for or against</caption>
          <tbody>
            {strongest.map(({ index: k }) => (
              <tr key={k}>
                <th scope="row">channel {k}</th>
                <td>{measured(score.channels[k])}</td>
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

async function scoreOf({ result: { trace } }: Finished, head: AveragingHead, index: number): Promise<Score> {
  const [maps, weights, bias, scores] = await Promise.all([
    trace.read(head.maps),
    trace.weights(head.scores, 'kernel', index),
    head.hasBias ? trace.weights(head.scores, 'bias') : undefined,
    trace.read(head.scores),
  ])
  return {
    ...classActivation(maps.values, maps.shape, weights),
    of: index,
    bias: bias?.[index] ?? 0,
    score: scores.values[index],
  }
}

function painted({ map, height, width }: ClassActivation, colour: (value: number) => string): Pixels {
  const data = new Uint8ClampedArray(map.length * 4)
  map.forEach((value, at) => {
    const [red, green, blue] = colour(value).match(/\d+/g)!.map(Number)
    data.set([red, green, blue, 255], at * 4)
  })
  return { width, height, data }
}
