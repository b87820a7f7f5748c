import { useEffect, useMemo, useState } from 'react'
import { colourOf, scaleOf } from '../../../featuremaps/colour'
import { CancelledError, type Pixels } from '../../../runtime/types'
import { messageOf } from '../../../runtime/words'
import { percent } from '../../../ui/format'
import { PixelCanvas } from '../../../ui/PixelCanvas'
import { Bars } from '../../shared/Bars'
import type { Pupil } from './lessons'
import type { Camera } from './useCamera'
import type { SharedEngine } from './useEngine'
import { judge, type Said } from './verdict'

interface Props {
  readonly pupil: Pupil
  /** Another one for another training. */
  readonly id: string
  readonly names: readonly string[]
  readonly camera: Camera
  /** What is judged while there is no webcam. */
  readonly image: Pixels
  readonly engine: SharedEngine
}

/** Milliseconds between two pictures of the webcam, at least: the page has other things to do. */
const pause = 60

/** What the network says of the webcam, again and again, or of a held-out image, with its class activation map. */
export function TryIt({ pupil, id, names, camera, image, engine }: Props) {
  const [found, setFound] = useState<{
    readonly said: Said
    readonly image: Pixels
    readonly pace?: number
  }>()
  const [problem, setProblem] = useState<string>()
  const { state, grab } = camera
  const isLive = state === 'live'
  useEffect(() => {
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const turn = async () => {
      const began = performance.now()
      const seen = isLive ? grab() : image
      if (seen && !document.hidden) {
        const said = await engine((running) => judge(running, pupil, id, seen))
        if (isOver) return
        setProblem(undefined)
        setFound({ said, image: seen, ...(isLive && { pace: 1000 / (performance.now() - began) }) })
      }
      if (isLive && !isOver) timer = setTimeout(go, pause)
    }
    const go = () =>
      void turn().catch((error: unknown) => {
        if (!isOver && !(error instanceof CancelledError)) setProblem(messageOf(error))
      })
    go()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [pupil, id, isLive, image, grab, engine])

  const overlay = useMemo(() => found && painted(found.said), [found])
  if (problem) return <p className="problem">{problem}</p>
  if (!found || !overlay) return <p className="soft">The network is being put together …</p>
  const best = found.said.shares.indexOf(Math.max(...found.said.shares))
  return (
    <section className="own-try" aria-label="Try it">
      <div className="own-try-image">
        <PixelCanvas pixels={found.image} />
        <PixelCanvas
          pixels={overlay}
          label={`Where the evidence for ${names[best]} lies, on a grid of ${overlay.height} by ${overlay.width}`}
        />
      </div>
      <div>
        <Bars
          caption={isLive ? 'The webcam' : 'A held-out image'}
          most={1}
          bars={names.map((name, i) => ({
            id: String(i),
            name: i === best ? <b>{name}</b> : name,
            value: found.said.shares[i],
            text: percent(found.said.shares[i]),
            colour: i === best ? 'var(--accent)' : 'var(--ink-soft)',
          }))}
        />
        <p className="soft small-text">
          Red speaks for {names[best]}, blue against it: the last maps, each times its weight for this class.
          A network that knows {names.length} classes must call everything one of them.
          {found.pace !== undefined && ` ${found.pace.toFixed(1)} pictures per second.`}
        </p>
      </div>
    </section>
  )
}

function painted({ activation: { map, height, width } }: Said): Pixels {
  const scale = scaleOf('diverging', { min: Math.min(...map), max: Math.max(...map) })
  const data = new Uint8ClampedArray(map.length * 4)
  map.forEach((value, at) => {
    const [red, green, blue] = colourOf(value, scale).match(/\d+/g)!.map(Number)
    data.set([red, green, blue, 255], at * 4)
  })
  return { width, height, data }
}
