import './copy-weights.css'
import { useEffect, useMemo, useState } from 'react'
import { graphOf } from '../../../architectures/built'
import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { copiedParts, type Edit, edits, matchesOf, tally } from './copy'
import { Refused } from './Refused'
import { Strip } from './Strip'
import { Verdict } from './Verdict'
import { NetworkPicture } from '../../shared/NetworkPicture'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const labels: Readonly<Record<Edit, string>> = {
  nothing: 'nothing else',
  grey: 'gray images',
  narrow: 'half the width',
  deep: 'more blocks',
}

/** Milliseconds that a tensor takes when the copy plays. */
const pace = 70

const everything = { on: null } as const

/** The copy at the beginning of transfer learning, tensor by tensor: what fits is copied, what does not is newly initialized. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { network, classes, edit, reached, view } = value
  const [isPlaying, setPlaying] = useState(false)
  const source = graphOf(network)
  const target = graphOf(network, { classes, ...edits[edit] })
  const matches = useMemo(() => matchesOf(source, target), [source, target])
  const lit = useMemo(() => copiedParts(target, matches, reached), [target, matches, reached])
  // A network with fewer tensors may be chosen on the way.
  const done = Math.min(reached, matches.length)
  const isOver = done === matches.length
  const sums = tally(matches, done)

  useEffect(() => {
    if (!isPlaying) return
    const timer = setTimeout(() => onChange({ reached: Math.min(matches.length, reached + 1) }), pace)
    return () => clearTimeout(timer)
  }, [isPlaying, matches, reached, onChange])
  useEffect(() => {
    if (isOver) setPlaying(false)
  }, [isOver])

  function play() {
    if (isPlaying) setPlaying(false)
    else if (matchMedia('(prefers-reduced-motion: reduce)').matches) onChange({ reached: matches.length })
    else {
      if (isOver) onChange({ reached: 0 })
      setPlaying(true)
    }
  }
  /** Up to and with the next tensor that does not fit; to the end where all the rest fits. */
  function refuse() {
    const next = matches.findIndex(({ fits }, i) => i >= done && !fits)
    setPlaying(false)
    onChange({ reached: next < 0 ? matches.length : next + 1 })
  }

  return (
    <div className="lab-body copy-weights">
      <div className="lab-controls">
        <Segmented
          legend="What is shown"
          value={view}
          onChange={(view) => onChange({ view })}
          small
          choices={[
            { value: 'tensors', label: 'Tensors' },
            { value: 'networks', label: 'Both networks' },
          ]}
        />
        <Segmented
          legend="What else the new task changes"
          value={edit}
          onChange={(edit) => onChange({ edit })}
          small
          choices={Object.entries(labels).map(([value, label]) => ({ value: value as Edit, label }))}
        />
      </div>
      <Slider
        label="Classes of the new task"
        value={classes}
        min={1}
        max={1000}
        onChange={(classes) => onChange({ classes })}
      />
      <div className="copy-steps">
        <Slider
          label="Tensors checked"
          value={done}
          min={0}
          max={matches.length}
          text={`${done} of ${matches.length}`}
          onChange={(at) => {
            setPlaying(false)
            onChange({ reached: at })
          }}
        />
        <button type="button" className="button small" onClick={play}>
          {isPlaying ? 'Stop' : 'Play'}
        </button>
        <button type="button" className="button small" disabled={isOver} onClick={refuse}>
          Next refused
        </button>
      </div>
      {view === 'tensors' ? (
        <Strip
          matches={matches}
          done={done}
          onChoose={(at) => {
            setPlaying(false)
            onChange({ reached: at })
          }}
        />
      ) : (
        <div className="copy-pair">
          {[
            { graph: source, name: 'source' },
            { graph: target, name: 'new network; copied parts are highlighted', lit },
          ].map(({ graph, name, lit }) => (
            <section key={name} aria-label={name}>
              <h3>{name}</h3>
              <p className="small-text">{count(graph.totals.trainable)} parameters</p>
              <div className="lab-picture">
                <NetworkPicture graph={graph} frame={everything} lit={lit} />
              </div>
            </section>
          ))}
        </div>
      )}
      <Verdict match={matches[done - 1]} place={done} of={matches.length} quiet={isPlaying} />
      <Readout
        quiet={isPlaying}
        values={[
          ['parameters copied', count(sums.copied)],
          ['running statistics', count(sums.running)],
          ['numbers refused: source → new', `${count(sums.lost)} → ${count(sums.anew)}`],
        ]}
      />
      {view === 'tensors' && <Refused target={target} refused={sums.refused} />}
    </div>
  )
}
