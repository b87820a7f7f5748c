import { build } from '../../nn/build'
import type { Graph, NodeId } from '../../nn/graph'
import { ImportError } from '../error'
import type { Source } from '../source'
import { composed } from './composed'
import { flatten } from './flat'
import { placesOf } from './modules'
import { asSaid, presetOf, type Recognised } from './preset'
import { nestConcats, reduce } from './reduce'
import { suspicions } from './suspicions'
import { translate } from './translate'
import { describe } from './tree'
import type { Constant } from './flat'
import type { InputTransform, Read } from './translator'
import { breathe } from '../breathe'
import { type Belonging, saidIn } from '../layerwise'
import { readModel } from './wire'

/** A network from an .onnx file. */
export interface ImportedNetwork {
  readonly graph: Graph
  /** How the values of its weights are read, by node and name; in the layout that the graph has. */
  readonly weights: ReadonlyMap<NodeId, Readonly<Record<string, Read>>>
  /** The initializers that the weights come from, by node and name. */
  readonly initializers: ReadonlyMap<NodeId, Readonly<Record<string, Constant>>>
  /** Which tensor of the file a node gives, where it gives one. */
  readonly tensors: ReadonlyMap<NodeId, string>
  readonly preset?: Pick<Recognised, 'entry' | 'options' | 'folded'>
  /** What the file says of its network and how it was used, where it was exported here. */
  readonly said?: Belonging
  /** What the file does to the image before its first layer; the graph does not. */
  readonly transform?: InputTransform
  readonly producer: string
  readonly opset: number
  /** The files that its weights lie in, beside the model itself. */
  readonly beside: readonly Source[]
  /** What the reader should know, a sentence each. */
  readonly notes: readonly string[]
}

/**
 * Reads a network, without the values of its weights.
 * @param others files that were brought with it; weights may lie in them
 * @throws ImportError with a sentence where the file cannot be shown
 */
export async function readOnnx(model: Source, others: readonly Source[] = []): Promise<ImportedNetwork> {
  const found = await readModel(model)
  const used = new Set<Source>()
  const flat = await composed(await flatten(found, { model, others, used }))
  await breathe()
  const { input, pieces: flatPieces, outputs, transform, notes } = translate(flat)
  const pieces = nestConcats(flatPieces)
  await breathe()
  const { body, pieces: inOrder } = describe(reduce(pieces, outputs), placesOf(pieces))
  await breathe()
  const graph = built({ id: 'file', title: flat.title, input, body })
  // The input is the first node and no part of the description.
  const own = new Map(inOrder.map((piece, i) => [graph.nodes[i + 1].id, piece]))
  const { belonging: said } = saidIn(found.metadata)
  const known = (said && asSaid(graph, said)) ?? (await presetOf(graph))
  const named = (id: NodeId) => (known ? known.pairs.get(id) : id)
  const table = <T>(of: (piece: (typeof inOrder)[number]) => T | undefined) =>
    new Map(
      [...own].flatMap(([id, piece]) => {
        const [name, value] = [named(id), of(piece)]
        return name === undefined || value === undefined ? [] : [[name, value] as const]
      }),
    )
  return {
    graph: known?.graph ?? graph,
    weights: table(({ weights }) => (Object.keys(weights).length > 0 ? weights : undefined)),
    initializers: table(({ from }) => (Object.keys(from).length > 0 ? from : undefined)),
    tensors: table(({ tensor }) => tensor),
    ...(known?.entry &&
      known.options && { preset: { ...known, entry: known.entry, options: known.options } }),
    ...(said && { said }),
    ...(transform && { transform }),
    producer: flat.producer,
    opset: flat.opset,
    beside: others.filter((source) => used.has(source)),
    notes: [...notes, ...suspicions(pieces, flat)],
  }
}

function built(architecture: Parameters<typeof build>[0]): Graph {
  try {
    return build(architecture)
  } catch (problem) {
    throw new ImportError(
      `The network of the file cannot be put together: ${problem instanceof Error ? problem.message : 'something does not fit'}.`,
    )
  }
}
