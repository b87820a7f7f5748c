import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { MissingFileError } from '../../src/import/onnx/values'
import { loadWeights } from '../../src/import/onnx/load'
import { type ImportedNetwork, readOnnx } from '../../src/import/onnx/readOnnx'
import { preprocessed, preprocessings, transformed } from '../../src/import/preprocessing'
import type { Source } from '../../src/import/source'
import { usualForNetwork } from '../../src/import/usual'
import { ranked } from '../../src/nn/ranked'
import { formatShape } from '../../src/nn/shape'
import { stagesOf } from '../../src/nn/summary'
import { UsageError } from '../arguments'
import { withFiles } from './file'
import { forward, start } from './forward'
import { imageOf } from './image'

export interface OnnxReport {
  readonly file: string
  readonly form: 'onnx'
  /** The preset that it is; null where it is none. */
  readonly recognised: string | null
  readonly title: string
  /** Batch normalizations of the preset stand in the convolutions before them. */
  readonly folded: boolean
  readonly producer: string
  readonly opset: number
  readonly params: number
  readonly macs: number
  readonly stages: readonly { readonly name: string; readonly shape: string }[]
  readonly issues: readonly string[]
  /** Weights that nothing in the file gives. */
  readonly unmatched: readonly string[]
  readonly preprocessing?: string
  readonly outputs?: readonly number[]
  readonly largest?: number
  readonly top?: readonly { readonly index: number; readonly score: number }[]
  readonly openedSeconds: number
}

interface Wish {
  /** A file in which the weights lie, if it does not lie beside the network. */
  readonly weights?: string
  /** An image to be shown to the network. */
  readonly run?: string
  readonly preprocessing?: string
}

/** What is in an ONNX file, and what its network says of an image. Throws an `ImportError` or a `UsageError`. */
export function inspectOnnx(path: string, wish: Wish): Promise<OnnxReport> {
  const begin = performance.now()
  return withBeside(path, wish.weights, (sources) => read(path, sources, wish, begin))
}

/** Opens a file with that of its weights: the one that is named, or the one that lies beside it under the name that it needs. */
export async function withBeside<T>(
  path: string,
  weights: string | undefined,
  use: (sources: readonly Source[]) => Promise<T>,
): Promise<T> {
  const given = weights === undefined ? [path] : [path, weights]
  try {
    return await withFiles(given, use)
  } catch (error) {
    const beside = error instanceof MissingFileError ? join(dirname(path), error.missing) : undefined
    if (beside === undefined || !existsSync(beside)) throw error
    return withFiles([path, beside], use)
  }
}

async function read(
  path: string,
  [model, ...others]: readonly Source[],
  wish: Wish,
  begin: number,
): Promise<OnnxReport> {
  const network = await readOnnx(model, others)
  const openedSeconds = Math.round(performance.now() - begin) / 1000
  const { graph, preset, weights } = network
  const run = wish.run === undefined ? undefined : await ran(network, wish.run, wish.preprocessing)
  return {
    file: basename(path),
    form: 'onnx',
    recognised: preset?.entry.id ?? null,
    title: graph.architecture.title,
    folded: preset?.folded ?? false,
    producer: network.producer,
    opset: network.opset,
    params: graph.totals.trainable,
    macs: graph.totals.macs,
    stages: stagesOf(graph).map(({ name, shape }) => ({ name, shape: formatShape(shape) })),
    issues: [...network.notes, ...(run?.notes ?? [])],
    unmatched: graph.nodes.flatMap(({ id, weights: wanted }) =>
      Object.keys(wanted)
        .filter((name) => !weights.get(id)?.[name])
        .map((name) => `${id}.${name}`),
    ),
    ...run?.said,
    openedSeconds,
  }
}

async function ran(network: ImportedNetwork, path: string, wish: string | undefined) {
  const { graph, transform } = network
  const chosen = wish === undefined ? usualForNetwork(network) : preprocessings.find(({ id }) => id === wish)
  if (!chosen)
    throw new UsageError(
      `there is no preprocessing "${wish}"; it can be ${preprocessings.map(({ id }) => id).join(', ')}`,
    )
  const [height, width, channels] = graph.architecture.input
  if (channels !== 3) throw new UsageError('Only networks that read color images can be run here.')
  if (graph.issues.length > 0) throw new UsageError('A network with an unknown part cannot be run.')
  const { values, notes } = await loadWeights(network)
  const { data } = await imageOf(path, width, height)
  await start()
  // The file's own output: where a preset ends in a softmax, the file may not.
  const last = graph.node(graph.outputs[0])
  const scores = network.tensors.has(last.id) || last.family !== 'output' ? last.id : last.inputs[0]
  const found = await forward(
    graph,
    (id, name) => values.get(id)![name],
    preprocessed(data, transformed(chosen, transform)),
    [scores],
  )
  const outputs = found.get(scores)!
  return {
    notes,
    said: {
      preprocessing: chosen.id,
      outputs: [...outputs],
      largest: outputs.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
      top: ranked(outputs, 5).map(({ index, value }) => ({ index, score: value })),
    },
  }
}

/** The report for people. */
export function textOfOnnx(report: OnnxReport): string {
  const count = (value: number) => value.toLocaleString('en')
  const lines = [
    `${report.file}: ONNX, opset ${report.opset}${report.producer && `, by ${report.producer}`}`,
    report.recognised === null
      ? `${report.title}, no network of this site`
      : `${report.title}${report.folded ? ', batch normalization folded into its convolutions' : ''}`,
    `${count(report.params)} parameters, ${count(report.macs)} MACs`,
    '',
    ...report.stages.map(({ name, shape }) => `  ${name.padEnd(16)}${shape}`),
    ...report.issues.map((issue) => `  ${issue}`),
  ]
  if (report.top)
    lines.push(
      '',
      `Of the image (preprocessing ${report.preprocessing === 'own' ? 'of the file itself' : report.preprocessing}); the largest output is ${report.largest!.toPrecision(6)} in absolute value:`,
      ...report.top.map(({ index, score }) => `  class ${index}: ${score.toPrecision(6)}`),
    )
  return lines.join('\n')
}
