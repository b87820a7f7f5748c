import { useEffect, useMemo, useState } from 'react'
import { evidencePixels, scaleOfEvidence } from '../../../featuremaps/evidencePixels'
import { CancelledError, type Pixels } from '../../../runtime/types'
import { sentence } from '../../../runtime/words'
import { percent } from '../../../ui/format'
import { PixelCanvas } from '../../../ui/PixelCanvas'
import { Problem } from '../../../ui/Problem'
import { Bars } from '../../shared/Bars'
import { ClassSeen } from '../../shared/ClassSeen'
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
  const [attempt, setAttempt] = useState(0)
  const [asked, setAsked] = useState<number | null>(null)
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
        if (!isOver && !(error instanceof CancelledError)) setProblem(sentence(error))
      })
    go()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [pupil, id, isLive, image, grab, engine, attempt])

  const best = found ? found.said.shares.indexOf(Math.max(...found.said.shares)) : 0
  const shown = asked ?? best
  const overlay = useMemo(() => {
    const evidence = found?.said.evidence(shown)
    return evidence && evidencePixels(evidence, scaleOfEvidence(evidence))
  }, [found, shown])
  if (problem)
    return (
      <Problem
        onRetry={() => {
          setProblem(undefined)
          setAttempt(attempt + 1)
        }}
      >
        {problem}
      </Problem>
    )
  if (!found || !overlay) return <p className="soft">The network is being assembled …</p>
  return (
    <section className="own-try" aria-label="Try it">
      <div className="own-try-image">
        <PixelCanvas pixels={found.image} />
        <PixelCanvas
          pixels={overlay}
          label={`Where the evidence for ${names[shown]} lies, on a grid of ${overlay.height} by ${overlay.width}`}
        />
      </div>
      <div>
        <Bars
          caption={isLive ? 'The camera' : 'A held-out image'}
          most={1}
          bars={names.map((name, i) => ({
            id: String(i),
            name: i === best ? <b>{name}</b> : name,
            value: found.said.shares[i],
            text: percent(found.said.shares[i]),
            colour: i === best ? 'var(--accent)' : 'var(--ink-soft)',
          }))}
          onChoose={(id) => setAsked(Number(id) === asked ? null : Number(id))}
          chosen={asked === null ? null : String(asked)}
        />
        <p className="soft small-text">
          Red speaks for {names[shown]}, blue against it: the last feature maps, each multiplied by its weight
          for this class. A network that knows {names.length} classes has to call everything one of them.
          {found.pace !== undefined && ` ${found.pace.toFixed(1)} pictures per second.`}
        </p>
        <ClassSeen
          graph={pupil.graph}
          pixels={found.image}
          evidence={found.said.evidence}
          index={asked}
          name={names[shown]}
        />
      </div>
    </section>
  )
}
