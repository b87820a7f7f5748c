import './build-a-block.css'
import { Plus, Undo2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { MapShape } from '../../../nn/shape'
import { formatShape } from '../../../nn/shape'
import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { layerRows } from '../../shared/layerRows'
import { NetworkPicture } from '../../shared/NetworkPicture'
import { Readout } from '../../shared/Readout'
import { SaveNumbers } from '../../shared/SaveNumbers'
import type { LabProps } from '../../shared/frame'
import { Begin } from './Begin'
import { graphOfBlock, leaving } from './block'
import { almostBest, type Challenge, challenges, standingOf } from './challenges'
import { after, insert, isPlace, move, pieceAt, type Place, remove, replace } from './edit'
import { ExportBlock } from './ExportBlock'
import { read, write } from './notation'
import { challengeNames, free, options } from './options'
import { fieldsOf, isSplit, newPiece, palette, type PieceName, type Series as Pieces, titles } from './pieces'
import { type Selection, Series, slotOf } from './Series'
import { Task } from './Task'

export { options }

/** What enters a block that no challenge asks for. */
const freeInput: MapShape = [28, 28, 64]

const everything = { on: null } as const

/** Every challenge as it is when it says most: whichever is chosen and however it stands, what is below stays where it is. */
const rooms = Object.values(challenges).map((challenge) => [challenge, almostBest(challenge)] as const)

/** A block of the reader's own, snapped to paths that part and meet: shapes, sums and costs while it is built. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { series, problem } = useMemo(() => read(value.block), [value.block])
  const challenge: Challenge | undefined = value.challenge === free ? undefined : challenges[value.challenge]
  const input = challenge?.input ?? freeInput
  const times = challenge ? 1 : value.times
  const graph = useMemo(() => graphOfBlock(series, input, times), [series, input, times])
  const [selected, setSelected] = useState<Selection>({ place: [series.length], is: 'slot' })
  const [past, setPast] = useState<readonly string[]>([])
  // What was selected may be gone with an older block.
  const selection = isPlace(series, selected.place)
    ? selected
    : ({ place: [series.length], is: 'slot' } as const)

  function change(next: Pieces, then: Selection = selection) {
    setPast([...past.slice(-49), value.block])
    setSelected(then)
    onChange({ block: write(next) })
  }
  const put = (name: PieceName, at: Place) => {
    change(insert(series, at, newPiece(name, channelsAt(series, at, input[2]))), {
      place: after(at),
      is: 'slot',
    })
  }
  const drop = (place: Place) => change(remove(series, place), { place, is: 'slot' })
  const shift = (from: Place, to: Place) => change(move(series, from, to), { place: to, is: 'slot' })
  const piece = selection.is === 'piece' ? pieceAt(series, selection.place) : undefined
  const { outputs, issues, totals, receptiveField } = graph
  const [issue] = issues
  return (
    <div className="lab-body build-a-block">
      <div className="lab-controls">
        <Segmented
          small
          legend="What to build"
          value={value.challenge}
          onChange={(challenge) => onChange({ challenge })}
          choices={[
            { value: free, label: 'as you like' },
            ...challengeNames.map((name) => ({ value: name, label: challenges[name].title })),
          ]}
        />
      </div>
      <div className="block-asked">
        <div className={challenge && 'block-room'}>
          <Begin value={value} onChange={onChange} onTake={(block) => change(read(block).series)} />
        </div>
        {rooms.map(([task, standing]) => (
          <div key={task.title} className="block-room">
            <Task challenge={task} standing={standing} onShow={() => {}} />
          </div>
        ))}
        {challenge && (
          <Task
            challenge={challenge}
            standing={standingOf(challenge, graph, series)}
            onShow={() => change(read(challenge.best).series)}
          />
        )}
      </div>
      <div className="lab-controls block-palette" role="toolbar" aria-label="Pieces">
        {palette.map((name) => (
          <button
            key={name}
            type="button"
            className="button small"
            draggable
            onDragStart={(event) => event.dataTransfer.setData('text/plain', `new ${name}`)}
            onClick={() => put(name, slotOf(selection))}
          >
            + {titles[name]}
          </button>
        ))}
        <button
          type="button"
          className="button small quiet"
          disabled={past.length === 0}
          onClick={() => {
            onChange({ block: past[past.length - 1] })
            setPast(past.slice(0, -1))
          }}
        >
          <Undo2 aria-hidden size={14} /> Undo
        </button>
      </div>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="block-board">
        <span className="soft small-text">{formatShape(input)}</span>
        <Series
          series={series}
          base={[]}
          name="the block"
          selection={selection}
          onSelect={setSelected}
          onRemove={drop}
          onMove={shift}
          onPaths={(place, split) => change(replace(series, place, split))}
          onDrop={(said, at) => {
            const [what, which] = said.split(' ')
            if (what === 'new' && palette.includes(which as PieceName)) put(which as PieceName, at)
            if (what === 'place') shift(which.split(',').map(Number), at)
          }}
        />
      </div>
      {piece ? (
        <div className="lab-controls block-piece" role="group" aria-label="The selected piece">
          {!isSplit(piece) &&
            Object.entries(fieldsOf(piece.kind)).map(([name, { label, min, max }]) => (
              <label key={name}>
                {label}{' '}
                <input
                  className="input block-number"
                  type="number"
                  min={min}
                  max={max}
                  value={piece.values[name]}
                  onChange={(event) => {
                    const number = Math.round(event.target.valueAsNumber)
                    if (!Number.isFinite(number)) return
                    const values = { ...piece.values, [name]: Math.min(max, Math.max(min, number)) }
                    change(replace(series, selection.place, { ...piece, values }))
                  }}
                />
              </label>
            ))}
          <button type="button" className="button small" onClick={() => drop(selection.place)}>
            Remove
          </button>
        </div>
      ) : (
        <p className="soft small-text block-piece">
          A piece that you add above goes to the selected <Plus aria-hidden size={12} />. Select a piece to
          change it.
        </p>
      )}
      <div className="block-result">
        {issue && (
          <p className="problem" role="alert">
            At {issue.node}: {issue.message}.
          </p>
        )}
        <div className={issue && 'block-room'}>
          <Readout
            values={[
              ['gives', formatShape(graph.node(outputs[0]).shape)],
              ['parameters', count(totals.trainable)],
              ['MACs', count(totals.macs)],
              ['sees', `${receptiveField[0].size}×${receptiveField[1].size}`],
              ['layers with weights, longest path', String(graph.depth.weighted)],
            ]}
          />
        </div>
      </div>
      <div className="lab-picture block-picture" data-block>
        <NetworkPicture graph={graph} expanded="all" frame={everything} />
      </div>
      <div className="lab-controls">
        <SaveNumbers name="block" rows={() => layerRows(graph)} />
        <ExportBlock graph={graph} />
        {!issue && (
          <a
            className="button small"
            data-not-saved
            href={`#/lab/own-training?net=${encodeURIComponent(`block: ${value.block}`)}&blocks=3`}
          >
            Train a stack of it
          </a>
        )}
      </div>
    </div>
  )
}

/** Channels of the tensor at a place. */
function channelsAt(series: Pieces, [index, path, ...rest]: Place, from: number): number {
  const before = leaving(series.slice(0, index), from)
  const piece = series[index]
  return path === undefined || !piece || !isSplit(piece)
    ? before
    : channelsAt(piece.paths[path], rest, before)
}
