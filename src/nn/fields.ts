import type { ChannelsField, GraphNode, Reach, ReceptiveField } from './graph'
import type { ChannelRange, Mix, Op } from './op'
import { intervalAt, largest, pixel, throughAxis, throughBins, union } from './receptive'
import { channels, extent, type Shape } from './shape'
import type { Unit } from './unit'

type Input = Pick<GraphNode, 'fields' | 'shape'>

/**
 * What the values of a node see, from what those of its inputs see: which channels are read (`mixes`), then where
 * (`window`, `bins`).
 * @param fits whether the op's own rules may be asked; where it does not fit, everything is taken to see everything
 */
export function fieldsOf(
  op: Op<Record<string, unknown>>,
  inputs: readonly Input[],
  shape: Shape,
  attrs: Readonly<Record<string, unknown>>,
  fits: boolean,
): readonly ChannelsField[] {
  if (inputs.length === 0) return [{ channels: channels(shape), field: pixel }]
  if (op.unrolls) return unrolled(inputs[0])
  const shapes = inputs.map((input) => input.shape)
  const window = op.window?.(shapes, attrs)
  const bins = fits ? op.bins?.(shapes, attrs) : undefined
  const isMoved = window !== undefined || bins !== undefined
  const counts = extent(shape)
  const through = ([vertical, horizontal]: ReceptiveField): ReceptiveField => {
    const along = (reach: Reach, axis: 0 | 1) =>
      bins
        ? throughBins(reach, bins[axis], window?.[axis].stride)
        : throughAxis(reach, window![axis], counts[axis])
    return [along(vertical, 0), along(horizontal, 1)]
  }
  const mixes = fits ? op.mixes?.(shapes, attrs) : [{ channels: channels(shape), from: everything(inputs) }]
  // What is read channel by channel at its own place sees what its input sees.
  if (!mixes && !isMoved && inputs.length === 1) return inputs[0].fields
  // Paths meet where their maps do; a single value meets all places of the others.
  const places = isMoved ? extent(inputs[0].shape) : counts
  const read = isMoved ? inputs : inputs.map((input) => spread(input, counts))
  const seen = (mixes ?? alike(read)).flatMap((mix) => mixed(mix, read, places))
  const runs = joined(seen)
  if (!isMoved) return runs
  return runs.map(({ channels: many, field }) => ({ channels: many, field: field && through(field) }))
}

/** The largest field that one of the values has. */
export function largestOf(fields: readonly ChannelsField[]): ReceptiveField {
  return largest(fields.map(({ field }) => field).filter((field) => field !== null))
}

/** What one value sees; null for a zero that was added. Throws for a channel that there is not. */
export function fieldOf(
  { fields }: Pick<GraphNode, 'fields'>,
  { channel }: Pick<Unit, 'channel'>,
): ReceptiveField | null {
  let last = 0
  for (const { channels: many, field } of fields) if (channel < (last += many)) return field
  throw new RangeError(`no such channel: ${channel}`)
}

function everything(inputs: readonly Input[]): readonly ChannelRange[] {
  return inputs.map(({ shape }, input) => ({ input, from: 0, to: channels(shape) }))
}

/** Every channel from its like in every input, in runs that see the same. */
function alike(inputs: readonly Input[]): readonly Mix[] {
  const ends = new Set(inputs.flatMap(({ fields }) => endsOf(fields)))
  const sorted = [...ends].sort((a, b) => a - b)
  return sorted.map((to, i) => {
    const from = i === 0 ? 0 : sorted[i - 1]
    return { channels: to - from, from: inputs.map((_, input) => ({ input, from, to })) }
  })
}

function endsOf(fields: readonly ChannelsField[]): readonly number[] {
  let end = 0
  return fields.map(({ channels: many }) => (end += many))
}

function mixed(
  mix: Mix,
  inputs: readonly Input[],
  places: readonly [number, number],
): readonly ChannelsField[] {
  if (mix.oneByOne) return mix.from.flatMap((range) => within(inputs, range))
  const axes: [Reach[], Reach[]] = [[], []]
  for (const range of mix.from)
    for (const { field } of within(inputs, range))
      if (field) for (const axis of [0, 1] as const) axes[axis].push(field[axis])
  const along = (axis: 0 | 1) => union(axes[axis], places[axis])
  return [{ channels: mix.channels, field: axes[0].length === 0 ? null : [along(0), along(1)] }]
}

/** What a range of channels sees, run by run; runs that lie in it as they are. */
function within(inputs: readonly Input[], { input, from, to }: ChannelRange): readonly ChannelsField[] {
  const runs: ChannelsField[] = []
  let start = 0
  for (const run of inputs[input].fields) {
    const end = start + run.channels
    const [first, last] = [Math.max(from, start), Math.min(to, end)]
    if (last > first)
      runs.push(last - first === run.channels ? run : { channels: last - first, field: run.field })
    start = end
  }
  return runs
}

/** A map of one row or column seen from every row or column of a larger one. */
function spread(input: Input, counts: readonly [number, number]): Input {
  const isOne = extent(input.shape).map((side, axis) => side === 1 && counts[axis] > 1)
  if (!isOne.includes(true)) return input
  const still = (reach: Reach, axis: 0 | 1) => (isOne[axis] ? { ...reach, stride: 0 } : reach)
  return {
    ...input,
    fields: input.fields.map(({ channels: many, field }) => ({
      channels: many,
      field: field && [still(field[0], 0), still(field[1], 1)],
    })),
  }
}

/** Position by position, and at each channel by channel: what stands at one place sees from there alone. */
function unrolled({ fields, shape }: Input): readonly ChannelsField[] {
  const [height, width] = extent(shape)
  const at = (reach: Reach, index: number): Reach => {
    const [start, last] = intervalAt(reach, index)
    return { size: last - start + 1, stride: reach.stride, start }
  }
  const places = Array.from({ length: height * width }, (_, i) => [Math.floor(i / width), i % width])
  return joined(
    places.flatMap(([row, column]) =>
      fields.map(({ channels: many, field }) => ({
        channels: many,
        field: field && ([at(field[0], row), at(field[1], column)] as const),
      })),
    ),
  )
}

/** Neighbouring runs that see the same as one. */
function joined(fields: readonly ChannelsField[]): readonly ChannelsField[] {
  const runs: ChannelsField[] = []
  for (const next of fields) {
    const last = runs.at(-1)
    if (next.channels === 0) continue
    if (last && sameField(last.field, next.field))
      runs[runs.length - 1] = { channels: last.channels + next.channels, field: last.field }
    else runs.push(next)
  }
  return runs
}

function sameField(a: ReceptiveField | null, b: ReceptiveField | null): boolean {
  return a === b || (a !== null && b !== null && sameReach(a[0], b[0]) && sameReach(a[1], b[1]))
}

function sameReach(a: Reach, b: Reach): boolean {
  return a === b || (!a.each && !b.each && a.size === b.size && a.stride === b.stride && a.start === b.start)
}
