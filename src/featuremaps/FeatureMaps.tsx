import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { Unit } from '../nn/unit'
import { count, measured } from '../ui/format'
import { click } from '../ui/pointing'
import { loadable } from '../ui/loadable'
import { Part } from '../ui/Part'
import { ChannelGrid } from './ChannelGrid'
import { kindOf, scaleOf, type Scope } from './colour'
import './featuremaps.css'
import { Legend } from './Legend'
import { channelRanges, type Maps, valueAt, wholeRange } from './maps'
import { ScopeSwitch } from './ScopeSwitch'

const channelDialog = loadable(() => import('./ChannelDialog').then((m) => m.ChannelDialog))

/** Maps beside others. */
export interface Pair {
  /** Those of the other network; null while it has none. */
  readonly other: Maps | null
  readonly scope: Scope
  readonly onScope: (scope: Scope) => void
}

interface Props {
  readonly maps: Maps
  /** Of the node whose output this is. */
  readonly title: string
  /** The chosen channel, where others show the same one; by itself otherwise. */
  readonly channel?: number
  readonly onChannel?: (channel: number) => void
  /** Where two stand beside each other, both have one scale, and the switch stands over them. */
  readonly pair?: Pair
  /** The values are the brightness of an image, −1 to 1. */
  readonly isImage?: boolean
  readonly onPoint?: (unit: Unit | null) => void
  /** Shows more of the unit under the pointer, or of the middle one: under the maps and beside an enlarged one. */
  readonly beside?: (unit: Unit) => ReactNode
  /** Shows how a value is made; absent where nobody can say. */
  readonly onChoose?: (unit: Unit) => void
}

/** The output of one node: every channel as a picture, or the units of a vector as bars. */
export function FeatureMaps({
  maps,
  title,
  channel: shown,
  onChannel,
  pair,
  isImage = false,
  onPoint,
  beside,
  onChoose,
}: Props) {
  const [ownScope, setOwnScope] = useState<Scope>('layer')
  const [scope, setScope] = pair ? [pair.scope, pair.onScope] : [ownScope, setOwnScope]
  const other = pair?.other ?? null
  const [own, setOwn] = useState(0)
  const [chosen, setChosen] = [shown ?? own, onChannel ?? setOwn]
  const [pointed, setPointed] = useState<Unit | null>(null)
  const [enlarged, setEnlarged] = useState(false)
  const isVector = maps.height * maps.width === 1
  // Another layer may have fewer channels than the one before.
  const channel = Math.min(chosen, maps.channels - 1)

  const ranges = useMemo(() => channelRanges(maps), [maps])
  const whole = useMemo(() => wholeRange(ranges), [ranges])
  const isOne = isVector || isImage
  const shared: Scope = (isOne && scope === 'channel') || (scope === 'both' && !other) ? 'layer' : scope
  const common = useMemo(
    () => (other && shared === 'both' ? wholeRange([whole, ...channelRanges(other)]) : whole),
    [other, shared, whole],
  )
  const kind = isImage ? 'grey' : kindOf(common)
  const scaleFor = useCallback(
    (index: number) => scaleOf(kind, shared === 'channel' ? ranges[index] : common),
    [kind, shared, common, ranges],
  )

  const scopeSwitch = <ScopeSwitch value={shared} onChange={setScope} isPair={other !== null} />

  const close = () => setEnlarged(false)
  const point = (unit: Unit | null) => {
    setPointed(unit)
    onPoint?.(unit)
  }

  return (
    <div className="feature-maps">
      <div className="feature-maps-head">
        <Legend scale={scaleFor(channel)} scope={shared} />
        {!isVector && !isImage && !other && scopeSwitch}
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
