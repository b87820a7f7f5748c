import { useMemo, useState } from 'react'
import { ChannelGrid } from '../../featuremaps/ChannelGrid'
import { kindOf, scaleOf } from '../../featuremaps/colour'
import '../../featuremaps/featuremaps.css'
import { Legend } from '../../featuremaps/Legend'
import { channelRanges, type Maps, strongestChannels, wholeRange } from '../../featuremaps/maps'
import { count } from '../../ui/format'
import { Segmented } from '../../ui/Segmented'

interface Props {
  readonly maps: Maps
  readonly chosen: number
  readonly onChoose: (channel: number) => void
}

/** Maps, and units of a vector, that are shown at first. */
const first = { maps: 16, units: 40 }

/** The maps of a layer on one scale, the strongest first. */
export function StrongMaps({ maps, chosen, onChoose }: Props) {
  const [by, setBy] = useState<'strength' | 'channel'>('strength')
  const [all, setAll] = useState(false)
  const isVector = maps.height * maps.width === 1
  const ranges = useMemo(() => channelRanges(maps), [maps])
  const strongest = useMemo(() => strongestChannels(maps), [maps])
  const scale = useMemo(() => {
    const whole = wholeRange(ranges)
    return scaleOf(kindOf(whole), whole)
  }, [ranges])
  const many = isVector ? first.units : first.maps
  const order = useMemo(() => {
    const ordered = by === 'strength' ? strongest : Array.from(strongest, (_, i) => i)
    return all ? ordered : ordered.slice(0, many)
  }, [by, strongest, all, many])
  const what = isVector ? 'units' : 'maps'
  const hasMore = maps.channels > many
  return (
    <section className="strong-maps" aria-label={isVector ? 'Values' : 'Feature maps'}>
      <ChannelGrid
        maps={maps}
        ranges={ranges}
        scaleFor={() => scale}
        channel={chosen}
        onChannel={onChoose}
        onPoint={() => {}}
        onEnlarge={onChoose}
        order={order}
        comfortable={all ? 320 : 150}
        label={isVector ? 'Units' : 'Feature maps'}
      />
      <div className="strong-maps-foot">
        <p className="small-text soft">
          {hasMore && !all ? `${count(order.length)} of ${count(maps.channels)}` : count(maps.channels)}{' '}
          {what}
        </p>
        <Legend scale={scale} scope="layer" />
        {maps.channels > 1 && (
          <Segmented
            small
            legend="Order"
            value={by}
            onChange={setBy}
            choices={[
              { value: 'strength', label: 'strongest first' },
              { value: 'channel', label: 'by number' },
            ]}
          />
        )}
        {hasMore && (
          <button
            type="button"
            className="button small"
            data-not-saved
            aria-pressed={all}
            onClick={() => setAll(!all)}
          >
            {all ? 'Fewer' : `All ${count(maps.channels)}`}
          </button>
        )}
      </div>
    </section>
  )
}
