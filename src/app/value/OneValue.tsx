import { Pause, Play, StepForward } from 'lucide-react'
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react'
import { kindOf, type Scale, scaleOf } from '../../featuremaps/colour'
import { Equation } from '../../featuremaps/Equation'
import { channelRanges, mapsOf, wholeRange } from '../../featuremaps/maps'
import { PatchCard } from '../../featuremaps/PatchCard'
import type { Source } from '../../featuremaps/source'
import { strongestFirst } from '../../featuremaps/terms'
import { UnitArithmetic } from '../../featuremaps/UnitArithmetic'
import { UnitRows } from '../../featuremaps/UnitRows'
import { scalesOf } from '../../featuremaps/UnitScales'
import '../../featuremaps/unit.css'
import type { Graph } from '../../nn/graph'
import type { Arithmetic, Patch, Unit } from '../../nn/unit'
import type { Pixels } from '../../runtime/types'
import { count, exacter } from '../../ui/format'
import { hasColumn, type Read, valueOf, writtenOut } from '../number/reads'
import type { Place } from '../number/trail'
import { isPhoto } from '../run/thumbnails'
import { Afterwards } from './Afterwards'
import { InputView } from './InputView'
import { OutputView } from './OutputView'
import './value.css'
import { isSpread } from './plane'
import { stepsAfter, walkOf } from './walk'

interface Props {
  readonly graph: Graph
  /** The layer, then what goes on with its value at its own place. */
  readonly reads: readonly Read[]
  readonly pixels: Pixels | null
  readonly unit: Unit
  /** Another value of the layer was chosen; not told while the window slides. */
  readonly onUnit: (unit: Unit) => void
  /** Where the window is while it slides; null once it rests. */
  readonly onPass?: (unit: Unit | null) => void
  /** Leads to a value that this one is made of, or that is made of it. */
  readonly onStep: (place: Place) => void
  /** Every window that it is made of, or the strongest. */
  readonly terms: 'all' | 'strongest'
}

/** Terms of a list, and inputs beside each other, that are shown at first. */
const most = { rows: 6, inputs: 4 }

/** How one value is made: the window on the real input, its products and their sum, and the output that fills while it slides. */
export function OneValue({ graph, reads, pixels, unit, onUnit, onPass, onStep, terms }: Props) {
  const [read, ...after] = reads
  const { node } = read
  const walk = useMemo(() => walkOf(node.shape), [node])
  /** Where the window is on its way; null while it rests. */
  const [moving, setMoving] = useState<Unit | null>(null)
  const [filled, setFilled] = useState<number | null>(null)
  /** The part of the arithmetic that the reader chose to look at, and the one that stays while the window slides. */
  const [picked, setPicked] = useState<string | null>(null)
  const [held, setHeld] = useState<string | null>(null)
  const at = moving ?? unit
  const isHere = hasColumn(read, at)
  const arithmetic = useMemo(() => (isHere ? writtenOut(read, at) : undefined), [isHere, read, at])
  const ordered = useMemo(() => strongestFirst(arithmetic?.patches ?? []), [arithmetic])
  const shown = ordered.find((patch) => nameOf(patch) === (picked ?? held)) ?? ordered[0]

  function rest(to: Unit) {
    setMoving(null)
    setHeld(null)
    onUnit(to)
    onPass?.(null)
  }
  function pass(to: Unit) {
    setHeld((was) => was ?? (shown ? nameOf(shown) : null))
    setMoving(to)
    onPass?.(to)
  }
  function move(to: Unit, ends: boolean) {
    setFilled((was) => (was === null ? null : walk.indexOf(to) + 1))
    // Columns of a large weight are fetched one by one.
    if (ends || read.channel !== null) rest(to)
    else pass(to)
  }
  const player = usePlayer({
    start: () => (filled === null || filled >= walk.count ? 0 : walk.indexOf(at)),
    count: walk.count,
    columns: walk.columns,
    onStep: (index) => {
      setFilled(index + 1)
      pass(walk.at(index, unit))
    },
    onEnd: (index) => {
      if (index === walk.count - 1) setFilled(null)
      rest(walk.at(index, unit))
    },
  })
  const step = (by: number) => {
    const next = filled === null ? 0 : Math.min(walk.count - 1, walk.indexOf(at) + by)
    setFilled(next + 1)
    rest(walk.at(next, at))
  }
  const sources = useMemo(() => sourcesOf(graph, read), [graph, read])
  const goTo = (input: number, to: Unit) => onStep({ node: node.inputs[input], unit: to })
  const value = valueOf(read, at)
  // One for all inputs, on their maps and beside their numbers, so that a color is one value.
  const scale = useMemo(() => {
    const whole = wholeRange(read.inputs.flatMap(({ values, shape }) => channelRanges(mapsOf(values, shape))))
    return scaleOf(kindOf(whole), whole)
  }, [read])
  const ofImage = (id: string) => (isPhoto(graph, id) ? pixels : null)
  // Of very many paths only those that are read.
  const inputs = node.inputs
    .map((_, input) => ({ input, patches: patchesOf(ordered, input, shown) }))
    .filter(({ patches }) => node.inputs.length <= most.inputs || patches.length > 0)
    .slice(0, most.inputs)
  const afterwards = <Afterwards of={node.id} reads={after} at={at} onStep={onStep} />
  const canPlay = walk.count > 1 && read.channel === null && node.inputs.length > 0
  return (
    <section className="one-value" aria-label="How one value is made">
      <div className="value-stage">
        {inputs.length > 0 && (
          <div className="value-inputs" style={{ '--across': inputs.length === 1 ? 1 : 2 } as CSSProperties}>
            {inputs.map(({ input, patches }) => (
              <InputView
                key={input}
                node={node}
                input={input}
                values={read.inputs[input]}
                scale={scale}
                at={at}
                patches={patches}
                photo={ofImage(node.inputs[input])}
                onMove={move}
              />
            ))}
          </div>
        )}
        {node.inputs.length > 0 && (
          <span className="value-arrow" aria-hidden>
            →
          </span>
        )}
        <OutputView values={read.output} at={at} filled={filled} photo={ofImage(node.id)} onMove={move} />
      </div>
      {canPlay && (
        <div className="value-controls" role="group" aria-label="The window" data-not-saved>
          {!player.isStill && (
            <button type="button" className="button small" onClick={player.toggle}>
              {player.isPlaying ? (
                <>
                  <Pause aria-hidden size={16} /> Pause
                </>
              ) : (
                <>
                  <Play aria-hidden size={16} /> {isSpread(node.shape) ? 'Slide the window' : 'Unit by unit'}
                </>
              )}
            </button>
          )}
          <button type="button" className="button small" disabled={player.isPlaying} onClick={() => step(1)}>
            <StepForward aria-hidden size={16} /> Step
          </button>
          {isSpread(node.shape) && (
            <button
              type="button"
              className="button small"
              disabled={player.isPlaying}
              onClick={() => step(walk.columns)}
            >
              Next row
            </button>
          )}
          {filled !== null && !player.isPlaying && (
            <button type="button" className="button small quiet" onClick={() => setFilled(null)}>
              Whole output
            </button>
          )}
        </div>
      )}
      {node.inputs.length === 0 ? (
        <p>
          <b className="equation-total">{exacter(value)}</b> This is a value of{' '}
          {isPhoto(graph, node.id)
            ? 'the image itself: nothing comes before it'
            : 'the block’s input: what comes before it is not drawn'}
          .
        </p>
      ) : !isHere || !arithmetic ? (
        <p className="soft">Reading the weights …</p>
      ) : terms === 'all' ? (
        <UnitArithmetic arithmetic={arithmetic} sources={sources} scale={scale} onStep={goTo}>
          {afterwards}
        </UnitArithmetic>
      ) : (
        <Strongest
          arithmetic={arithmetic}
          ordered={ordered}
          shown={shown}
          scale={scale}
          sources={sources}
          onPick={(patch) => setPicked(nameOf(patch))}
          onStep={goTo}
        />
      )}
      {arithmetic && exacter(value) !== exacter(arithmetic.result) && (
        <p className="small-text soft">
          The network computes with 32-bit numbers and got {exacter(value)}; computed here with 64 bits, the
          result is {exacter(arithmetic.result)}.
        </p>
      )}
      {terms === 'strongest' && afterwards}
    </section>
  )
}

/** A part of the arithmetic, by input and channel. */
const nameOf = ({ input, channel }: Patch) => `${input} ${channel}`

/** What is read of an input, the one that is looked at first. */
function patchesOf(ordered: readonly Patch[], input: number, shown: Patch | undefined): readonly Patch[] {
  // A zero that was added stands nowhere.
  const own = ordered.filter((patch) => patch.input === input && patch.cells.some(({ unit }) => unit))
  return shown && own.includes(shown) ? [shown, ...own.filter((patch) => patch !== shown)] : own
}

function sourcesOf(graph: Graph, { node }: Read): readonly Source[] {
  return node.inputs.map((id, i) => ({
    id,
    shape: graph.node(id).shape,
    ...(node.inputs.length > 1 && { path: `path ${i + 1} of ${node.inputs.length}` }),
  }))
}

interface StrongestProps {
  readonly arithmetic: Arithmetic
  readonly ordered: readonly Patch[]
  readonly shown: Patch
  readonly scale: Scale
  readonly sources: readonly Source[]
  readonly onPick: (patch: Patch) => void
  readonly onStep: (input: number, unit: Unit) => void
}

/** The sum, and of what it is made the part that is looked at. */
function Strongest({ arithmetic, ordered, shown, scale, sources, onPick, onStep }: StrongestProps) {
  const { patches } = arithmetic
  const scales = useMemo(() => scalesOf(patches, scale), [patches, scale])
  const isList = patches.every(({ cells }) => cells.length === 1)
  const isPicked = !isList && ordered.length > 1
  return (
    <div className="value-terms">
      {patches.length > 0 &&
        (isList ? (
          <>
            <UnitRows
              arithmetic={arithmetic}
              shown={(sources.length > 1 ? patches : ordered).slice(0, most.rows)}
              scales={scales}
              sources={sources}
              onStep={onStep}
            />
            {patches.length > most.rows && (
              <p className="small-text soft">
                The {most.rows} strongest of {count(patches.length)} values.
              </p>
            )}
          </>
        ) : (
          <PatchCard
            key={nameOf(shown)}
            patch={shown}
            arithmetic={arithmetic}
            scales={scales}
            source={sources[shown.input]}
            onStep={(to) => onStep(shown.input, to)}
            isNarrow
          />
        ))}
      <Equation
        arithmetic={arithmetic}
        ordered={ordered}
        sources={sources}
        onPick={isPicked ? onPick : undefined}
      />
    </div>
  )
}

interface Playing {
  /** Where the window begins. */
  readonly start: () => number
  readonly count: number
  readonly columns: number
  readonly onStep: (index: number) => void
  readonly onEnd: (index: number) => void
}

/** Lets the window slide over time; it never does by itself, and not at all where motion is not wanted. */
function usePlayer(playing: Playing) {
  const [isPlaying, setPlaying] = useState(false)
  const [isStill] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches)
  const latest = useRef(playing)
  const index = useRef(0)
  useEffect(() => {
    latest.current = playing
  })
  useEffect(() => {
    if (!isPlaying) return
    const { start, count, columns } = latest.current
    const from = start()
    let frame = 0
    let began: number | undefined
    const tick = (now: number) => {
      const isFirst = began === undefined
      began ??= now
      const next = Math.min(count - 1, from + stepsAfter(now - began, { count: count - from, columns }))
      if (isFirst || next !== index.current) latest.current.onStep(next)
      index.current = next
      if (next < count - 1) frame = requestAnimationFrame(tick)
      else {
        setPlaying(false)
        latest.current.onEnd(next)
      }
    }
    frame = requestAnimationFrame(tick)
    return () => cancelAnimationFrame(frame)
  }, [isPlaying])
  function toggle() {
    setPlaying(!isPlaying)
    if (isPlaying) latest.current.onEnd(index.current)
  }
  return { isPlaying, isStill, toggle }
}
