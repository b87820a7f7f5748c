import * as v from 'valibot'
import { blobOf } from '../../../export/blob'
import { constant } from '../../../export/tensors'
import { writeSafetensors } from '../../../export/weights/safetensors'
import { readSafetensors } from '../../../import/safetensors'
import type { Source } from '../../../import/source'
import type { Graph } from '../../../nn/graph'
import { size } from '../../../nn/totals'
import type { LabText } from '../../shared/schema'
import type { History, Moment } from './run'

// One file holds a run: settings and curves as text in its header, weights and what the optimizer remembers as tensors,
// so that whoever reads .safetensors finds every weight under its own name.

/** A loss that is no number any more is null in JSON. */
const loss = v.pipe(
  v.nullable(v.number()),
  v.transform((value) => value ?? NaN),
)

const score = v.object({ loss, error: v.number() })

const shape = v.object({
  settings: v.record(v.string(), v.string()),
  losses: v.array(loss),
  rates: v.array(v.number()),
  scores: v.array(v.object({ step: v.number(), train: score, test: score })),
  step: v.number(),
})

/** Where the numbers of the optimizer stand, beside the weights. */
const [velocity, squares] = ['velocity of ', 'squares of ']

/** The run up to a moment, with that moment's weights. */
export function writeRun(
  graph: Graph,
  settings: LabText,
  { losses, rates, scores }: History,
  { step, weights, memory }: Moment,
): Promise<Blob> {
  const run = {
    ...{ settings, step, losses: losses.slice(0, step), rates: rates.slice(0, step) },
    scores: scores.filter((each) => each.step <= step),
  }
  const shapes = new Map<string, readonly number[]>(
    graph.nodes.flatMap((node) =>
      Object.entries(node.weights).map(([name, { shape }]) => [`${node.id}.${name}`, shape] as const),
    ),
  )
  const tensors = (
    [
      ['', weights],
      [velocity, memory.velocity],
      [squares, memory.squares],
    ] as const
  ).flatMap(([prefix, values]) =>
    Object.entries(values).map(([name, each]) => constant(`${prefix}${name}`, each, shapes.get(name))),
  )
  // All of them are at hand.
  const read = () => new Float32Array()
  const about = { layerwise: JSON.stringify(run), steps: String(memory.steps) }
  return blobOf(writeSafetensors(tensors, read, about), 'application/octet-stream')
}

export interface Saved {
  readonly settings: LabText
  /** With one moment, its last. */
  readonly history: History
}

/** Reads what `writeRun` wrote; throws an Error with a sentence where a file is none. */
export async function readRun(source: Source): Promise<Saved> {
  const { tensors, metadata } = await readSafetensors(source)
  const read = v.safeParse(shape, parsed(metadata.layerwise))
  if (!read.success)
    throw new Error(
      `${source.name} is not a run of this lab. Its weights alone can be opened on the page of a network.`,
    )
  const { settings, step, ...curves } = read.output
  const own = { weights: {}, velocity: {}, squares: {} } as Record<string, Record<string, Float32Array>>
  for (const tensor of tensors) {
    const { name } = tensor
    const values = await tensor.read()
    if (name.startsWith(velocity)) own.velocity[name.slice(velocity.length)] = values
    else if (name.startsWith(squares)) own.squares[name.slice(squares.length)] = values
    else own.weights[name] = values
  }
  const last = curves.scores.at(-1)
  if (!last || curves.losses.length !== step)
    throw new Error(`${source.name} is damaged: its curves do not have ${step} steps.`)
  const memory = { steps: Number(metadata.steps), velocity: own.velocity, squares: own.squares }
  const moment: Moment = {
    step,
    weights: own.weights,
    memory,
    train: last.train,
    test: last.test,
    guesses: [],
  }
  return { settings, history: { ...curves, moments: [moment] } }
}

/** The first weight of a network that a moment has not, or not in its size. */
export function missingIn(graph: Graph, { weights }: Moment): string | undefined {
  for (const node of graph.nodes)
    for (const [name, weight] of Object.entries(node.weights))
      if (weights[`${node.id}.${name}`]?.length !== size(weight)) return `${node.id}.${name}`
  return undefined
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
