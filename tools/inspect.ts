import type { Graph } from '../src/nn/graph'
import { formatShape } from '../src/nn/shape'
import { stagesOf, summarize } from '../src/nn/summary'
import { seededWeights } from '../src/runtime/weights'
import { UnknownNetworkError } from '../src/architectures/index'
import { ranked } from '../src/nn/ranked'
import { ImportError } from '../src/import/error'
import { remarkable } from '../src/import/fit'
import { forms, openWeights } from '../src/import/open'
import { type Preprocessing, preprocessed, preprocessings } from '../src/import/preprocessing'
import { recognise, type Recognised, titleOf } from '../src/import/recognise'
import { sniff } from '../src/import/sniff'
import { usualForWeights } from '../src/import/usual'
import { eachWeight, type Fault, sourceOf } from '../src/import/weights'
import { parseArguments, UsageError } from './arguments'
import { type Difference, differences } from './import/compare'
import { withFiles } from './import/file'
import { imageOf } from './import/image'
import { inspectOnnx, textOfOnnx } from './import/onnx'
import { forward, start } from './import/forward'

export const usage = `Usage: npm run -s inspect -- <file> [--weights <file>] [--run <image>] [--preprocessing <name>] [--compare <file>] [--json]
  <file>      .safetensors, .pth, .pt, .npz, .h5, .keras, or manifest.json of weights of this site; .onnx: a whole network
  --weights   the numbers, where <file> only describes them, as manifest.json and some .onnx do
  --run       shows the network a JPEG or PNG
  --compare   a second file of the same network, weights or ONNX: how far apart the two are, layer by layer`

/** Says what is in a file of weights or of a network, and runs it; 1 with a sentence where it cannot be used. */
export async function main(args: string[]): Promise<number> {
  const begin = performance.now()
  try {
    const { name: path, options, flags } = parseArguments(args, ['json'])
    const { weights, run, compare, preprocessing, ...unknown } = options
    const [stray] = Object.keys(unknown)
    if (stray !== undefined) throw new UsageError(`inspect does not know "${stray}".\n${usage}`)
    if (path === undefined) throw new UsageError(usage)
    if ((await withFiles([path], ([source]) => sniff(source))) === 'onnx') {
      const report = await inspectOnnx(path, { weights, run, preprocessing })
      const compared = compare === undefined ? undefined : await differences([path, weights], compare)
      const all = { ...report, ...(compared && { compared }), seconds: seconds(begin) }
      const told = [textOfOnnx(report), ...(compared ? textOf(compared) : []), '', `${all.seconds} s`]
      console.log(flags.has('json') ? JSON.stringify(all, null, 2) : told.join('\n'))
      return 0
    }
    const files = [path, ...(weights === undefined ? [] : [weights])]
    const report = await withFiles(files, async (sources) => {
      const file = await openWeights(sources)
      const recognised = recognise(file)
      const opened = seconds(begin)
      const image =
        run === undefined
          ? undefined
          : await ran(recognised, usualForWeights(recognised, file), run, preprocessing)
      const compared = compare === undefined ? undefined : await differences([path, weights], compare)
      return { file, recognised, opened, image, compared }
    })
    const { recognised, image } = report
    const issues = [
      ...recognised.graph.issues.map(({ node, message }) => `${node}: ${message}`),
      ...recognised.notes,
      ...(image?.faults ?? []).map(({ name, problem }) => `${name}: ${problem}`),
    ]
    if (flags.has('json')) console.log(JSON.stringify(json(report, issues, begin), null, 2))
    else console.log(text(report, issues, begin))
    return 0
  } catch (error) {
    const told = [ImportError, UsageError, UnknownNetworkError]
    if (!told.some((kind) => error instanceof kind)) throw error
    console.error((error as Error).message)
    return 1
  }
}

const seconds = (begin: number) => Math.round(performance.now() - begin) / 1000

type File = Awaited<ReturnType<typeof openWeights>>

interface Report {
  readonly file: File
  readonly recognised: Recognised
  /** Until the network was known, in seconds. */
  readonly opened: number
  readonly image: Ran | undefined
  readonly compared: readonly Difference[] | undefined
}

interface Ran {
  /** What the last layer gives before its softmax, as PyTorch's classifiers give it. */
  readonly outputs: Float32Array
  readonly probabilities: Float32Array
  readonly preprocessing: string
  readonly faults: readonly Fault[]
}

async function ran(
  recognised: Recognised,
  usual: Preprocessing,
  path: string,
  wish: string | undefined,
): Promise<Ran> {
  const { graph, fit } = recognised
  const preprocessing = wish === undefined ? usual : preprocessings.find(({ id }) => id === wish)
  if (!preprocessing)
    throw new UsageError(
      `there is no preprocessing "${wish}"; it can be ${preprocessings.map(({ id }) => id).join(', ')}`,
    )
  const [height, width, channels] = graph.architecture.input
  if (channels !== 3) throw new UsageError('Only networks that read color images can be run here.')
  if (fit.matched.length < fit.wanted)
    console.error(`${fit.wanted - fit.matched.length} weights are not in the file and are drawn at random.`)
  const { data } = await imageOf(path, width, height)
  await start()
  const read = new Map<string, Float32Array>()
  const faults = await eachWeight(
    recognised,
    (node, weight, values) => void read.set(`${node} ${weight}`, values),
  )
  const scores = scoresOf(graph)
  const weights = sourceOf(graph, read, seededWeights(graph, 1))
  const values = await forward(graph, weights, preprocessed(data, preprocessing), [scores])
  return {
    outputs: values.get(scores)!,
    probabilities: values.get(graph.outputs[0])!,
    preprocessing: preprocessing.id,
    faults,
  }
}

/** The node whose values are the network's answer before they are made probabilities. */
function scoresOf(graph: Graph): string {
  const last = graph.node(graph.outputs[0])
  return last.op === 'softmax' ? last.inputs[0] : last.id
}

const largestOf = (values: Float32Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

function json(
  { file, recognised, opened, image, compared }: Report,
  issues: readonly string[],
  begin: number,
) {
  const { resolved, differs, graph, fit, names, prefix } = recognised
  const isOwn = differs === 'all'
  return {
    file: file.name,
    form: file.form,
    bytes: file.size,
    recognised: isOwn ? null : resolved.id,
    title: titleOf(resolved),
    family: isOwn ? null : resolved.family.id,
    options: resolved.options,
    names,
    prefix,
    params: graph.totals.trainable,
    macs: graph.totals.macs,
    stages: summarize(resolved.id, resolved.options, graph).stages,
    issues,
    matched: fit.matched.length,
    wanted: fit.wanted,
    unmatched: remarkable(fit),
    preprocessing: image?.preprocessing ?? usualForWeights(recognised, file).id,
    ...(image && {
      outputs: [...image.outputs],
      largest: largestOf(image.outputs),
      top: ranked(image.outputs, 5).map(({ index, value }) => ({
        index,
        output: value,
        probability: image.probabilities[index],
      })),
    }),
    ...(compared && { compared }),
    openedSeconds: opened,
    seconds: seconds(begin),
  }
}

function text(
  { file, recognised, image, compared }: Report,
  issues: readonly string[],
  begin: number,
): string {
  const { graph, fit, names, prefix } = recognised
  const count = (value: number) => value.toLocaleString('en')
  const rest = remarkable(fit)
  const lines = [
    `${file.name}: ${forms[file.form]}, ${count(file.tensors.length)} tensors, ${count(file.size)} bytes`,
    `${titleOf(recognised.resolved)}, input ${formatShape(graph.architecture.input)}; names of ${names}${prefix && `, after ${prefix}`}`,
    `${count(graph.totals.trainable)} parameters, ${count(graph.totals.macs)} MACs`,
    '',
    ...stagesOf(graph).map((part) => `  ${part.name.padEnd(16)}${formatShape(part.shape)}`),
    '',
    `${fit.matched.length} of ${fit.wanted} weights are in the file.`,
    ...rest.map(({ state, name, reason }) => `  ${state}: ${name}: ${reason}`),
    ...issues.map((issue) => `  ${issue}`),
  ]
  if (image)
    lines.push(
      '',
      `Of the image (preprocessing ${image.preprocessing === 'own' ? 'of the file itself' : image.preprocessing}); the largest score is ${largestOf(image.outputs).toPrecision(6)} in absolute value:`,
      ...ranked(image.outputs, 5).map(
        ({ index, value }) =>
          `  class ${index}: ${(image.probabilities[index] * 100).toFixed(2)} %, score ${value.toPrecision(6)}`,
      ),
    )
  if (compared) lines.push(...textOf(compared))
  return [...lines, '', `${seconds(begin)} s`].join('\n')
}

const textOf = (compared: readonly Difference[]): readonly string[] => [
  '',
  'Beside the second file, |a − b| / |a| and the largest difference of one value:',
  ...compared.map(
    ({ node, weight, relative, largest }) =>
      `  ${`${node} ${weight}`.padEnd(40)}${relative.toExponential(2)}  ${largest.toExponential(2)}`,
  ),
]
