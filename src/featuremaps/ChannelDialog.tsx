import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useState } from 'react'
import type { Unit } from '../nn/unit'
import { Dialog } from '../ui/Dialog'
import { count, measured, percent } from '../ui/format'
import { Click } from '../ui/pointing'
import { pressedBy } from '../ui/pressedBy'
import { ChannelSteps } from './ChannelSteps'
import type { Scale } from './colour'
import { createStamp, fitCanvas } from './draw'
import { Legend } from './Legend'
import { type Maps, statistics, valueAt } from './maps'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  readonly maps: Maps
  readonly title: string
  readonly channel: number
  readonly onChannel: (channel: number) => void
  readonly scale: Scale
  /** Chooses between one scale for the layer and one for each channel. */
  readonly scopeSwitch: ReactNode
  readonly beside?: (unit: Unit) => ReactNode
  /** Shows how a value is made. */
  readonly onChoose?: (unit: Unit) => void
}

/** One channel as large as the screen allows, with its values. */
export function ChannelDialog({
  open,
  onClose,
  maps,
  title,
  channel,
  onChannel,
  scale,
  scopeSwitch,
  beside,
  onChoose,
}: Props) {
  const isVector = maps.height * maps.width === 1
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`${title}: ${isVector ? 'unit' : 'channel'} ${channel} of ${count(maps.channels)}`}
      about={`Counted from 0. ${isVector ? '' : 'Arrow keys move from value to value.'}${onChoose ? ` ${Click} a value, or press Enter, to see how it is made.` : ''}`}
    >
      <ChannelSteps channel={channel} of={maps.channels} onChannel={onChannel}>
        {!isVector && scopeSwitch}
      </ChannelSteps>
      <Enlarged maps={maps} channel={channel} scale={scale} beside={beside} onChoose={onChoose} />
    </Dialog>
  )
}

type EnlargedProps = Pick<Props, 'maps' | 'channel' | 'scale' | 'beside' | 'onChoose'>

/** Mounted with the dialog, so that it starts in the middle of the map. */
function Enlarged({ maps, channel, scale, beside, onChoose }: EnlargedProps) {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null)
  const [at, setAt] = useState({ row: maps.height >> 1, column: maps.width >> 1 })
  const [pointer] = useState(pressedBy)
  const row = Math.min(at.row, maps.height - 1)
  const column = Math.min(at.column, maps.width - 1)
  const facts = statistics(maps, channel)

  useEffect(() => {
    if (!canvas) return
    const room = Math.min(560, window.innerWidth - 80, Math.max(200, window.innerHeight - 360))
    const longer = Math.max(maps.height, maps.width)
    const zoom = longer <= room ? Math.min(64, Math.floor(room / longer)) : room / longer
    const context = fitCanvas(canvas, maps.width * zoom, maps.height * zoom)
    if (!context) return
    context.imageSmoothingEnabled = zoom < 1
    context.drawImage(createStamp(maps)(channel, scale), 0, 0, maps.width * zoom, maps.height * zoom)
    // A black and a white line, so that the mark shows on every colour.
    for (const [colour, inset] of [
      ['#000000', -2],
      ['#ffffff', 0],
    ] as const) {
      context.strokeStyle = colour
      context.lineWidth = 2
      context.strokeRect(column * zoom + inset, row * zoom + inset, zoom - 2 * inset, zoom - 2 * inset)
    }
  }, [canvas, maps, channel, scale, row, column])

  function point(event: PointerEvent<HTMLCanvasElement>) {
    const edge = event.currentTarget.getBoundingClientRect()
    const within = (share: number, cells: number) =>
      Math.max(0, Math.min(cells - 1, Math.floor(share * cells)))
    setAt({
      row: within((event.clientY - edge.top) / edge.height, maps.height),
      column: within((event.clientX - edge.left) / edge.width, maps.width),
    })
  }

  function press(event: KeyboardEvent) {
    const moves: Record<string, readonly [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    }
    const move = moves[event.key]
    if (event.key === 'Enter' && onChoose) {
      event.preventDefault()
      onChoose({ channel, row, column })
    }
    if (!move) return
    event.preventDefault()
    setAt({
      row: Math.max(0, Math.min(maps.height - 1, row + move[0])),
      column: Math.max(0, Math.min(maps.width - 1, column + move[1])),
    })
  }

  const value = valueAt(maps, row, column, channel)
  return (
    <div className="enlarged">
      <div>
        <canvas
          ref={setCanvas}
          className="enlarged-map"
          role="slider"
          tabIndex={0}
          aria-label="Value in the map"
          aria-valuemin={0}
          aria-valuemax={maps.height * maps.width - 1}
          aria-valuenow={row * maps.width + column}
          aria-valuetext={`row ${row}, column ${column}: ${measured(value)}`}
          onPointerMove={point}
          onPointerDown={(event) => {
            pointer.press(event)
            point(event)
          }}
          onKeyDown={press}
          // A finger points with its tap; the button chooses.
          onClick={() => pointer.clicked() !== 'touch' && onChoose?.({ channel, row, column })}
        />
        <Legend scale={scale} scope="layer" />
      </div>
      <div className="enlarged-facts">
        <p className="big-value">
          <b>{measured(value)}</b>
          <span className="soft">
            row {row}, column {column}
          </span>
        </p>
        {onChoose && (
          <button type="button" className="button" onClick={() => onChoose({ channel, row, column })}>
            How this number is made
          </button>
        )}
        <dl className="facts">
          <Fact name="smallest" value={measured(facts.min)} />
          <Fact name="largest" value={measured(facts.max)} />
          <Fact name="mean" value={measured(facts.mean)} />
          <Fact name="exactly zero" value={percent(facts.zeros)} />
          {facts.broken > 0 && <Fact name="infinite or not a number (magenta)" value={count(facts.broken)} />}
        </dl>
        {beside?.({ channel, row, column })}
      </div>
    </div>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
