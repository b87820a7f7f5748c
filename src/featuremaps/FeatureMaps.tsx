import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { Unit } from '../nn/unit'
import { count, measured } from '../ui/format'
import { click } from '../ui/pointing'
import { loadable } from '../ui/loadable'
import { Part } from '../ui/Part'
import { Segmented } from '../ui/Segmented'
import { ChannelGrid } from './ChannelGrid'
import { kindOf, scaleOf, type Scope } from './colour'
import './featuremaps.css'
import { Legend } from './Legend'
import { channelRanges, type Maps, valueAt, wholeRange } from './maps'

const channelDialog = loadable(() => import('./ChannelDialog').then((m) => m.ChannelDialog))

interface Props {
  readonly maps: Maps
  /** Of the node whose output this is. */
  readonly title: string
  /** The values are the brightness of an image, −1 to 1. */
  readonly isImage?: boolean
  readonly onPoint?: (unit: Unit | null) => void
  /** Shows more of the unit under the pointer, or of the middle one: under the maps and beside an enlarged one. */
  readonly beside?: (unit: Unit) => ReactNode
  /** Shows how a value is made; absent where nobody can say. */
  readonly onChoose?: (unit: Unit) => void
}

/** The output of one node: every channel as a picture, or the units of a vector as bars. */
export function FeatureMaps({ maps, title, isImage = false, onPoint, beside, onChoose }: Props) {
  const [scope, setScope] = useState<Scope>('layer')
  const [chosen, setChosen] = useState(0)
  const [pointed, setPointed] = useState<Unit | null>(null)
  const [enlarged, setEnlarged] = useState(false)
  const isVector = maps.height * maps.width === 1
  // Another layer may have fewer channels than the one before.
  const channel = Math.min(chosen, maps.channels - 1)

  const ranges = useMemo(() => channelRanges(maps), [maps])
  const whole = useMemo(() => wholeRange(ranges), [ranges])
  const kind = isImage ? 'grey' : kindOf(whole)
  const shared = isVector || isImage ? 'layer' : scope
  const scaleFor = useCallback(
    (index: number) => scaleOf(kind, shared === 'layer' ? whole : ranges[index]),
    [kind, shared, whole, ranges],
  )

  const scopeSwitch = (
    <Segmented
      small
      legend="One color scale for"
      value={scope}
      onChange={setScope}
      choices={[
        { value: 'layer', label: 'whole layer' },
        { value: 'channel', label: 'each channel' },
      ]}
    />
  )

  const close = () => setEnlarged(false)
  const point = (unit: Unit | null) => {
    setPointed(unit)
    onPoint?.(unit)
  }

  return (
    <div className="feature-maps">
      <div className="feature-maps-head">
        <Legend scale={scaleFor(channel)} scope={shared} />
        {!isVector && !isImage && scopeSwitch}
      </div>
      <ChannelGrid
        maps={maps}
        ranges={ranges}
        scaleFor={scaleFor}
        channel={channel}
        onChannel={setChosen}
        onPoint={point}
        onEnlarge={() => setEnlarged(true)}
      />
      <div className="readout small-text">
        <p aria-hidden>
          {pointed ? (
            <>
              {isVector ? 'unit' : 'channel'} <b>{pointed.channel}</b>
              {!isVector && `, row ${pointed.row}, column ${pointed.column}`}:{' '}
              <b>{measured(valueAt(maps, pointed.row, pointed.column, pointed.channel))}</b>
            </>
          ) : (
            <>
              {count(maps.channels)} {isVector ? 'units' : maps.channels === 1 ? 'channel' : 'channels'},
              values from {measured(whole.min)} to {measured(whole.max)};{' '}
              {isVector ? 'hover for a value' : `${click} one to enlarge it`}
            </>
          )}
        </p>
        {beside?.(pointed ?? { channel, row: maps.height >> 1, column: maps.width >> 1 })}
      </div>
      {enlarged && (
        <Part
          name="This dialog"
          of={channelDialog}
          with={{
            open: true,
            onClose: close,
            maps,
            title,
            channel,
            onChannel: setChosen,
            scale: scaleFor(channel),
            scopeSwitch: isImage ? null : scopeSwitch,
            beside,
            onChoose:
              onChoose &&
              ((unit: Unit) => {
                close()
                onChoose(unit)
              }),
          }}
          onClose={close}
        />
      )}
    </div>
  )
}
