import * as v from 'valibot'
import { readAttribute, writeAttribute } from '../nn/attribute'
import { build } from '../nn/build'
import type { Graph } from '../nn/graph'
import { ops, opOf, type OpName } from '../nn/ops'
import { closed } from '../nn/ops/closed'
import { input } from '../nn/ops/reshape'
import type { Architecture, Spec } from '../nn/spec'

const none = [input, closed].map(({ definition }) => definition.name)
const names = (Object.keys(ops) as OpName[]).filter((op) => !none.includes(op))

/** A part of an id; longer ones are no names. */
const name = v.pipe(v.string(), v.regex(/^[^/:,]{1,100}$/))

const side = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(4096))

/** What an attribute may be at all; those that a reader may change also have a range. */
const value = v.union([
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.picklist(['same']),
  v.array(v.union([v.pipe(v.number(), v.finite()), v.array(v.pipe(v.number(), v.finite()))])),
])

const op = v.pipe(
  v.object({
    kind: v.literal('op'),
    op: v.picklist(names),
    attrs: v.record(v.string(), value),
    name: v.optional(name),
  }),
  v.check(({ op, attrs }) =>
    Object.entries(opOf({ op }).editable ?? {}).every(([key, attribute]) => {
      if (!attribute || !Object.hasOwn(attrs, key)) return true
      const text = writeAttribute(attrs[key])
      const read = readAttribute(attribute, text)
      return 'value' in read && writeAttribute(read.value) === text
    }),
  ),
  v.transform((spec) => ({ ...spec, attrs: { ...opOf(spec).defaults, ...spec.attrs } })),
)

const spec: v.GenericSchema<unknown, Spec> = v.lazy(
  () =>
    v.variant('kind', [
      op,
      v.object({ kind: v.literal('seq'), items: v.array(spec) }),
      v.object({
        kind: v.literal('group'),
        level: v.picklist(['stage', 'block', 'path']),
        name,
        body: spec,
        oneLayer: v.optional(v.literal(true)),
      }),
      v.object({
        kind: v.literal('branch'),
        join: v.picklist(['add', 'concat', 'multiply']),
        paths: v.array(spec),
        name: v.optional(name),
      }),
      v.object({ kind: v.literal('side'), body: spec }),
    ]) as v.GenericSchema<unknown, Spec>,
)

/** A network as a file describes it: plain data, held against what ops and their attributes can be. */
export const architecture = v.object({
  id: v.string(),
  title: v.pipe(v.string(), v.maxLength(200)),
  input: v.strictTuple([side, side, side]),
  body: spec,
  depthRule: v.optional(v.picklist(['weighted', 'withPooling', 'modules', 'boxes', 'boxesWithActivations'])),
})

/** The network of such a description; undefined where it makes none that can be computed. */
export function builtOf(described: Architecture): Graph | undefined {
  if (!isFlatterThan(deepest, described.body)) return undefined
  try {
    const graph = build(described)
    const fits = graph.issues.length === 0 && graph.nodes.every(hasSizes)
    return fits && Number.isSafeInteger(graph.totals.macs) ? graph : undefined
  } catch {
    // Two parts of one name, or an attribute that is missing.
    return undefined
  }
}

/** Parts within parts; those of GoogLeNet are eight deep. */
const deepest = 100

function isFlatterThan(depth: number, spec: Spec): boolean {
  if (depth === 0) return false
  switch (spec.kind) {
    case 'op':
      return true
    case 'seq':
      return spec.items.every((item) => isFlatterThan(depth - 1, item))
    case 'branch':
      return spec.paths.every((path) => isFlatterThan(depth - 1, path))
    case 'group':
    case 'side':
      return isFlatterThan(depth - 1, spec.body)
  }
}

function hasSizes({ op, inputShapes, attrs, weights }: Graph['nodes'][number]): boolean {
  const shapes = [opOf({ op }).shape(inputShapes, attrs), ...Object.values(weights).map(({ shape }) => shape)]
  return shapes.every((shape) => shape.every((side) => Number.isSafeInteger(side) && side >= 1))
}
