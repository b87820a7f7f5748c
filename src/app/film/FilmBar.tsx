import { Pause, Play, RotateCcw, StepBack, StepForward, X } from 'lucide-react'
import { type RefObject, useEffect } from 'react'
import type { DiagramHandle } from '../../diagram/Diagram'
import type { Insets } from '../../diagram/lens'
import type { Graph } from '../../nn/graph'
import { Segmented } from '../../ui/Segmented'
import { asSheet } from '../page/asSheet'
import { useStore } from '../state/store'
import './film.css'
import { filmFor, leave, pause, play, setSpeed, type Speed, speeds, stepBy, useFilm } from './film'
import { caption } from './caption'
import { useAnswer } from './useAnswer'
import { useFollow } from './follow'

interface Props {
  readonly graph: Graph
  readonly diagram: RefObject<DiagramHandle | null>
  /** What lies over the picture. */
  readonly insets: Insets
}

/** What plays the forward pass on the picture: play and pause, one step on or back, speed, and what each step computes. */
export function FilmBar({ graph, diagram, insets }: Props) {
  const step = useFilm((state) => (state.graph === graph ? state.step : null))
  const isPlaying = useFilm((state) => state.isPlaying && state.graph === graph)
  const speed = useFilm((state) => state.speed)
  const order = useStore((state) => state.axes)
  const { steps } = filmFor(graph)
  useFollow(graph, step, diagram, insets)
  const answer = useAnswer(graph)
  useEffect(endedByChoice, [])
  if (step === null) return null
  const isOver = step === steps.length - 1 && !isPlaying
  return (
    <section className="film" aria-label="The forward pass, step by step" data-covers="bottom">
      <div className="film-controls">
        <button
          type="button"
          className={`button${isOver ? '' : ' icon'}`}
          aria-label={isOver ? undefined : isPlaying ? 'Pause' : 'Play'}
          onClick={() => (isPlaying ? pause() : play(graph))}
        >
          {isOver ? (
            <>
              <RotateCcw aria-hidden size={16} /> Again
            </>
          ) : isPlaying ? (
            <Pause aria-hidden size={16} />
          ) : (
            <Play aria-hidden size={16} />
          )}
        </button>
        <button
          type="button"
          className="button icon"
          aria-label="One step back"
          disabled={step === 0}
          onClick={() => stepBy(graph, -1)}
        >
          <StepBack aria-hidden size={16} />
        </button>
        <button
          type="button"
          className="button icon"
          aria-label="One step on"
          disabled={step === steps.length - 1}
          onClick={() => stepBy(graph, 1)}
        >
          <StepForward aria-hidden size={16} />
        </button>
        {!isOver && (
          <Segmented
            small
            legend="Speed"
            value={speed}
            onChange={setSpeed}
            choices={(Object.keys(speeds) as Speed[]).map((value) => ({
              value,
              label: `${speeds[value]}×`,
              name: value,
            }))}
          />
        )}
        <button
          type="button"
          className={`button${isOver ? '' : ' icon'}`}
          aria-label="Close the film"
          onClick={leave}
        >
          <X aria-hidden size={16} />
          {isOver && ' Close'}
        </button>
      </div>
      <p className="film-caption" aria-live={isPlaying ? 'off' : 'polite'}>
        <span className="soft">
          {step + 1} of {steps.length}
        </span>{' '}
        {isOver &&
          (answer === null ? (
            'The end. '
          ) : (
            <>
              The end: <strong>{answer}</strong>.{' '}
            </>
          ))}
        {caption(steps[step], order)}
      </p>
    </section>
  )
}

/** The sheet gives way to the film (app.css); who chooses something else wants to read about it there. */
function endedByChoice() {
  return useStore.subscribe(({ selected }, before) => {
    if (selected !== null && selected !== before.selected && matchMedia(asSheet).matches) leave()
  })
}
