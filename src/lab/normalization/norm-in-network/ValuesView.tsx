import { useMemo } from 'react'
import { count, percent } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import type { Seen } from '../../../runtime/training/measures'
import { many } from '../../shared/many'
import { Readout } from '../../shared/Readout'
import { SaveNumbers } from '../../shared/SaveNumbers'
import { batchOf, knownOf, useLit } from './images'
import { Values } from './Histograms'
import { normsOf } from './models'
import { options } from './options'
import { recorded } from './recorded'
import { channelOf, rightOf, summaryOf } from './statistics'
import { Strip } from './Strip'
import { type Ask, useWork } from './useBench'
import { Waiting, type ViewProps } from './view'

/** What comes to one normalization and what leaves it, with its statistics, its γ and its β changed at will. */
export function ValuesView({ value, onChange, model, held, images }: ViewProps) {
  const { layer, by, batch, light, gamma, beta, noise } = value
  const { graph, classes } = model
  const layers = normsOf(graph)
  const place = layers.indexOf(layer)
  const channels = graph.node(layer).shape.at(-1)!
  const channel = value.channel === 0 ? null : Math.min(value.channel, channels) - 1
  const shown = useLit(images, light, batch)
  const work = useMemo((): Ask<Seen & { readonly of: string }> | null => {
    if (shown.length === 0) return null
    const given = batchOf(shown, graph.architecture.input, classes.length)
    const edit = { id: layer, channel, gamma, beta }
    return async (bench, _, show) =>
      show({ ...(await bench.look(given, { by, at: layer, edit, noise })), of: layer })
  }, [shown, graph, classes, layer, channel, gamma, beta, by, noise])
  const looking = useWork(held, work)
  const seen = looking.result?.of === layer ? looking.result : undefined
  const fits = seen && seen.shares.length === shown.length * classes.length
  const isStill = held.get === null
  const [before, after] = useMemo(() => {
    if (isStill) return [recorded.before, recorded.after]
    return seen ? [seen.before, seen.after].map((values) => channelOf(values, channels, channel)) : []
  }, [isStill, seen, channels, channel])
  const labels = shown.map(({ label }) => label)
  const known = knownOf(shown)
  return (
    <>
      <div className="lab-controls">
        <Segmented
          small
          legend="Statistics used to normalize"
          value={by}
          choices={[
            { value: 'stored', label: 'running statistics' },
            { value: 'batch', label: 'statistics of this batch' },
          ]}
          onChange={(by) => onChange({ by })}
        />
        <Segmented
          small
          legend="Images in the batch"
          value={String(batch)}
          choices={options.batch.values.map((size) => ({
            value: String(size),
            label: size,
            name: many(Number(size), 'image'),
          }))}
          onChange={(size) => onChange({ batch: Number(size) as typeof batch })}
        />
        <button type="button" className="button small" onClick={() => onChange(untouched)}>
          As trained
        </button>
      </div>
      <div className="lab-sliders">
        <Slider
          label="Layer"
          min={0}
          max={layers.length - 1}
          value={place}
          text={`${place + 1} of ${layers.length}`}
          onChange={(at) => onChange({ layer: layers[at], channel: 0 })}
        />
        <Slider
          label="Channel"
          min={0}
          max={channels}
          value={channel === null ? 0 : channel + 1}
          text={channel === null ? `all ${channels}` : `${channel + 1} of ${channels}`}
          onChange={(channel) => onChange({ channel })}
        />
        <Slider
          label="Light"
          min={0.1}
          max={2}
          step={0.1}
          value={light}
          text={`× ${light.toFixed(1)}`}
          onChange={(light) => onChange({ light })}
        />
        <Slider
          label="γ ×"
          min={-1}
          max={3}
          step={0.1}
          value={gamma}
          text={gamma.toFixed(1).replace('-', '−')}
          onChange={(gamma) => onChange({ gamma })}
        />
        <Slider
          label="β +"
          min={-3}
          max={3}
          step={0.1}
          value={beta}
          text={beta.toFixed(1).replace('-', '−')}
          onChange={(beta) => onChange({ beta })}
        />
        <Slider
          label="Noise after BN"
          min={0}
          max={1}
          step={0.05}
          value={noise}
          text={noise.toFixed(2)}
          onChange={(noise) => onChange({ noise })}
        />
      </div>
      <Waiting
        held={held}
        work={looking}
        idle={`${layer}, ${channel === null ? 'all channels' : `channel ${channel + 1}`}.`}
      />
      <div className="norm-pair" aria-busy={looking.isBusy}>
        <Values name="before" values={before} colour="var(--path-2)" />
        <Values name="after" values={after} colour="var(--path-1)" />
      </div>
      <Strip images={shown} coming={batch} classes={classes} shares={fits ? seen.shares : undefined} />
      {(known > 0 || shown.length === 0) && (
        <Readout
          quiet
          values={[
            ['correct', fits ? `${rightOf(seen.shares, labels)} of ${known}` : '…'],
            ['probability of the correct class, mean', fits ? percent(certainty(seen.shares, labels)) : '…'],
            ['values', before ? count(before.length) : '…'],
          ]}
        />
      )}
      <SaveNumbers
        name="batch-normalization-layers"
        disabled={!seen}
        rows={() => rowsOf(seen!, channels, layer)}
      />
    </>
  )
}

const untouched = { by: 'stored', batch: 20, light: 1, gamma: 1, beta: 0, noise: 0, channel: 0 } as const

/** The mean probability of what is drawn. */
function certainty(shares: Float32Array, labels: readonly number[]): number {
  const classes = shares.length / labels.length
  const known = labels.flatMap((label, i) => (label < 0 ? [] : [shares[i * classes + label]]))
  return known.reduce((sum, share) => sum + share, 0) / known.length
}

/** Mean and deviation of every channel of the layer, before and after. */
function rowsOf({ before, after }: Seen, channels: number, layer: string) {
  const rows = Array.from({ length: channels }, (_, c) => {
    const [was, is] = [before, after].map((values) => summaryOf(channelOf(values, channels, c)))
    return [layer, c + 1, was.mean, was.deviation, is.mean, is.deviation, is.below]
  })
  const head = [
    'layer',
    'channel',
    'mean before',
    'deviation before',
    'mean after',
    'deviation after',
    'below zero',
  ]
  return [head, ...rows]
}
