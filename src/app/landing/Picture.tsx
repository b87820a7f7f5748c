import { ArrowRight, Play, Square } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Graph, NodeId } from '../../nn/graph'
import { percent } from '../../ui/format'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { leave, play, reachedOf, useFilm, usePlayer, useScene } from '../film/film'
import { useKeys, withKey } from '../help/keys'
import { creditOf } from '../image/credits'
import { usePictures } from '../image/pictures'
import { samples } from '../image/samples'
import { ranked } from '../../nn/ranked'
import { type Classes, useClasses } from '../inspector/useClasses'
import { TrainedLine } from '../inspector/WeightsLine'
import { writeHash } from '../route/url'
import { RunProgress } from '../run/RunProgress'
import { runLive, useSession } from '../run/session'
import { useThumbnails } from '../run/thumbnails'
import { ownImage } from '../state/intent'
import { openedTo } from '../state/network'
import { useStore } from '../state/store'
import { aClass, classInWords } from '../trained/classWords'
import type { TrainedSummary } from '../trained/models'
import { inWords } from '../trained/said'
import { useFirstLook } from '../trained/useFirstLook'
import { ClassCells } from './ClassCells'
import { licensesPage } from './licensesPage'
import { River } from './River'

// Only those who ask for a class fetch it.
const classAnswer = loadable(() => import('../inspector/ClassAnswer').then((m) => m.ClassAnswer))

/** Of the likeliest classes. */
const listed = 3

const closed: ReadonlySet<string> = new Set()

interface Props {
  readonly graph: Graph
  readonly model: TrainedSummary
  /** The image and its maps are there. */
  readonly onShown: () => void
}

/** The trained network at work: what it makes of the image, step by step, and what it says it is. */
export function Picture({ graph, model, onShown }: Props) {
  // The address of the network has the image in it.
  const intent = useStore()
  const run = useSession((state) => state.finished)
  const finished = run?.graph === graph ? run : null
  const stored = useFirstLook(graph)
  const thumbnails = useThumbnails(graph, closed, finished, stored)
  const output = finished?.result.output ?? stored?.output ?? null
  usePlayer(graph)
  const scene = useScene(graph)
  const isPlaying = useFilm((state) => state.graph === graph && state.isPlaying)
  const maps = useMemo(
    () => (scene && thumbnails ? reachedOf(thumbnails, scene.lit) : thumbnails),
    [scene, thumbnails],
  )
  const phase = useSession((state) => state.run.phase)
  /** What was sent through has no values yet: it is played when they are there. */
  const [isSent, setSent] = useState(false)
  const isAhead = output === null && phase !== 'offered' && phase !== 'cancelled' && phase !== 'failed'
  // The key does what the button says.
  const send = () => {
    if (isPlaying) return leave()
    if (output) return play(graph)
    setSent(true)
    if (!isAhead) runLive()
  }
  useEffect(() => {
    if (phase === 'cancelled' || phase === 'failed') setSent(false)
  }, [phase])
  useEffect(() => {
    if (!isSent || !output) return
    setSent(false)
    play(graph)
  }, [isSent, output, graph])
  useKeys({ film: send })
  const figure = useRef<HTMLElement>(null)
  useEffect(() => {
    // Below an opened class map the button is far from what it plays.
    if (isPlaying) figure.current!.querySelector('.river')!.scrollIntoView({ block: 'nearest' })
  }, [isPlaying])
  const name = usePictures(({ picture }) => picture?.name)
  const isShown = name !== undefined && thumbnails !== undefined
  useEffect(() => {
    // After they have been painted.
    if (!isShown) return
    requestAnimationFrame(() =>
      setTimeout(() => {
        performance.mark('layerwise picture')
        onShown()
      }),
    )
  }, [isShown, onShown])
  const isUnseen = !isAhead && !model.looks.includes(intent.image)
  /** No stored result stands for it, and its weights wait all the same. */
  const isSaved = isUnseen && phase === 'offered'
  const isAnswered = scene === null || scene.lit.has(graph.outputs[0])
  const classes = useClasses(graph)
  const { asked } = classes
  const credit = creditOf(intent.image)
  const hrefOf = (node: NodeId) =>
    writeHash({ ...intent, selected: node, expanded: openedTo(graph, closed, node) })
  return (
    <figure ref={figure} className="living" aria-label={`${model.title} looks at ${name ?? 'an image'}`}>
      <River graph={graph} maps={maps} scene={scene} hrefOf={hrefOf}>
        {(place) => (
          <ClassCells
            {...place}
            names={model.classes}
            values={isAnswered ? output : null}
            classes={classes}
          />
        )}
      </River>
      <div className="living-answer" aria-live="polite">
        {output ? (
          <Answer output={output} names={model.classes} isSaid={isAnswered} classes={classes} />
        ) : (
          <p className="living-word soft">{isUnseen ? 'Not seen yet' : '…'}</p>
        )}
      </div>
      {asked !== null && (
        <div className="living-class" data-waits={!isAnswered || undefined}>
          <Part
            name="The class map"
            of={classAnswer}
            with={{ graph, index: asked, name: classInWords(model.classes[asked]) }}
          />
        </div>
      )}
      <div className="living-notes">
        <OutOfClass model={model} />
        <TrainedLine model={model} />
        {credit && (
          <p className="soft small-text">
            Photograph:{' '}
            <a className="link" href={licensesPage}>
              {credit}
            </a>
          </p>
        )}
      </div>
      <div className="living-tools">
        <button
          type="button"
          className="button"
          title={withKey('Play the forward pass, layer by layer', 'film')}
          onClick={send}
        >
          {isPlaying ? <Square aria-hidden size={16} /> : <Play aria-hidden size={16} />}
          {/* Both have their room, so that nothing moves beneath the pointer. */}
          <span className="living-send">
            {['Send it through', 'To the end'].map((words, i) => (
              <span key={words} aria-hidden={isPlaying !== (i === 1)}>
                {words}
              </span>
            ))}
          </span>{' '}
          <kbd>p</kbd>
        </button>
        <a className="button" href={writeHash(intent)}>
          Open it <ArrowRight aria-hidden size={16} />
        </a>
        <RunProgress graph={graph} />
        {isSaved && (
          <p className="soft small-text">
            Your browser is set to save data, so the weights are not loaded until you ask for them.
          </p>
        )}
      </div>
    </figure>
  )
}

interface AnswerProps {
  readonly output: Float32Array
  readonly names: readonly string[]
  readonly classes: Classes
  /** Before that it has its room, so that nothing moves when it is said. */
  readonly isSaid: boolean
}

/** What the network says it is, in words, and how sure it is of that and of the next. */
function Answer({ output, names, isSaid, classes: { asked, ask } }: AnswerProps) {
  const top = ranked(output, listed)
  const [likeliest] = top
  const answers = (index: number) => ({
    type: 'button' as const,
    'aria-pressed': asked === index,
    title: `Where it sees ${aClass(names[index])}`,
    onClick: () => ask(index),
  })
  return (
    <>
      {isSaid ? (
        <p className="living-word">
          <button {...answers(likeliest.index)}>
            {aClass(names[likeliest.index])} <span>{percent(likeliest.value)}</span>
          </button>
        </p>
      ) : (
        <p className="living-word soft">…</p>
      )}
      <ol
        className="living-bars"
        data-waits={!isSaid || undefined}
        aria-label={`The ${listed} most likely classes`}
      >
        {top.map(({ index, value }) => (
          <li key={index} className="row-button">
            <button {...answers(index)}>{classInWords(names[index])}</button>
            <span className="living-bar" aria-hidden>
              <span style={{ inlineSize: `${value * 100}%` }} />
            </span>
            <b>{percent(value)}</b>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Says so where the image may show nothing that the network knows, and what it does know. */
function OutOfClass({ model }: { readonly model: TrainedSummary }) {
  const image = useStore((state) => state.image)
  const sample = image === ownImage ? undefined : samples.find(({ id }) => id === image)
  if (sample && model.classes.includes(sample.label)) return null
  const known = model.classes.map(classInWords).join(', ')
  const count = inWords(model.classes.length)
  return (
    <p className="small-text">
      {sample
        ? `It shows ${sample.title.replace(/^(A|An|The) /, (article) => article.toLowerCase())}, which is not one of the ${count} classes this network can name: `
        : `The ${count} classes this network can name: `}
      {known}.
    </p>
  )
}
