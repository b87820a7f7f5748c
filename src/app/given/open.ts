import { bring } from '../../architectures/index'
import { remarkable, type Unmatched } from '../../import/fit'
import { eachOnnxWeight, tensorsOf } from '../../import/onnx/load'
import { type ImportedNetwork, readOnnx } from '../../import/onnx/readOnnx'
import { MissingFileError } from '../../import/onnx/values'
import { forms, openWeights } from '../../import/open'
import {
  cifar10,
  type Preprocessing,
  preprocessingsFor,
  torchvision,
  transformed,
} from '../../import/preprocessing'
import { recognise, titleOf } from '../../import/recognise'
import { sniff } from '../../import/sniff'
import { fromBlob } from '../../import/source'
import { eachWeight, type Fault, faultsIn, told } from '../../import/weights'
import type { Graph } from '../../nn/graph'
import { graphHash } from '../../runtime/graphHash'
import { readHash, writeHash } from '../route/url'
import { go, readRoute } from '../route/route'
import { start } from '../state/intent'
import { useStore } from '../state/store'
import { fingerprint } from './fingerprint'
import { type Given, useGiven } from './given'
import { graphIn, ofBody, ofFamily, ofOnnx, type OwnNetwork } from './network'

/** Files and the network that is in them. */
export interface Opened {
  /** Without its name yet, which takes reading all of the files (`named`). */
  readonly network: OwnNetwork
  readonly graph: Graph
  /** Those that were needed, the one that says what it is first. */
  readonly files: readonly File[]
  /** How many of the network's weights they have. */
  readonly matched: number
  readonly wanted: number
  /** What found no partner, and why. */
  readonly rest: readonly Unmatched[]
  /** What the reader should know, a sentence each. */
  readonly notes: readonly string[]
  readonly preprocessing: Preprocessing
  readonly classes?: readonly string[]
  /** What the network is fed, where something else is asked of the image first. */
  readonly fed: (preprocessing: Preprocessing) => Preprocessing
  /** Reads all values once, and says what is wrong with them; where it is over before, with those that were read. */
  readonly check: (isOver?: () => boolean) => Promise<readonly Fault[]>
  /** Reads the files once, and gives the network the name that follows from what they hold. */
  readonly named: () => Promise<OwnNetwork>
  /** Hands over all weights, and says what is wrong with them. */
  readonly supply: (give: Parameters<Given['supply']>[0]) => Promise<readonly Fault[]>
}

/** Whether one of these files is none of images: by its bytes, not by its name. */
export async function areWeights(files: readonly File[]): Promise<boolean> {
  // The second file of a network has no form of its own.
  if (useGiven.getState().waiting.length > 0) return true
  const kinds = await Promise.all(files.map((file) => sniff(fromBlob(file))))
  return kinds.some((kind) => kind !== 'image' && kind !== 'unknown')
}

/** Reads what the files say of themselves; throws an `ImportError` with a sentence. */
export async function opened(given: readonly File[]): Promise<Opened> {
  const { waiting } = useGiven.getState()
  useGiven.setState({ waiting: [] })
  const kindsOf = (files: readonly File[]) => Promise.all(files.map((file) => sniff(fromBlob(file))))
  // What comes after a network that lacks its weights is these, unless it is something by itself.
  const isRest = waiting.length > 0 && (await kindsOf(given)).every((kind) => kind === 'unknown')
  const files = isRest ? [...waiting, ...given] : given
  const kinds = await kindsOf(files)
  const model = kinds.indexOf('onnx')
  if (model < 0) return openedWeights(files, kinds)
  try {
    return await openedOnnx(
      files[model],
      files.filter((_, i) => i !== model),
    )
  } catch (error) {
    if (error instanceof MissingFileError) useGiven.setState({ waiting: [files[model]] })
    throw error
  }
}

async function openedOnnx(model: File, others: readonly File[]): Promise<Opened> {
  const sources = others.map((file) => fromBlob(file))
  const read = await readOnnx(fromBlob(model), sources)
  const files = [model, ...others.filter((_, i) => read.beside.includes(sources[i]))]
  const network = ofOnnx(unnamed, read, {
    name: model.name,
    size: sizeOf(files),
    said: [`ONNX, opset ${read.opset}${read.producer && `, written by ${read.producer}`}.`, saidOf(read)],
  })
  const graph = graphIn(network)
  const weights = graph.nodes.flatMap((node) =>
    Object.keys(node.weights).map((name) => [node.id, name] as const),
  )
  return {
    network,
    graph,
    named: naming(network, files),
    files,
    matched: weights.filter(([id, name]) => read.weights.get(id)?.[name]).length,
    wanted: weights.length,
    rest: [],
    notes: read.notes,
    preprocessing: usualFor(graph, read),
    fed: (preprocessing) => transformed(preprocessing, read.transform),
    check: (isOver) => faultsIn(tensorsOf(read), isOver),
    supply: (give) => eachOnnxWeight(read, give),
  }
}

/** Small images were hardly ever trained on as those of ImageNet; our own export does what the page does. */
function usualFor({ architecture }: Graph, { producer }: ImportedNetwork): Preprocessing {
  const [height, , channels] = architecture.input
  const [usual = torchvision] = preprocessingsFor(channels)
  return channels === 3 && height === 32 && producer !== 'Layerwise' ? cifar10 : usual
}

/** What an ONNX file turned out to be, as a sentence. */
function saidOf({ graph, preset, transform }: ImportedNetwork): string {
  const normalized = transform ? ' The file scales its image first, and so does the page.' : ''
  if (!preset)
    return graph.issues.length > 0
      ? `It is a network of its own; what has no counterpart here stands as a closed box, and what comes before it runs.${normalized}`
      : `It is a network of its own: no network of this site is built like it.${normalized}`
  const { title } = preset.entry.preset ?? preset.entry.family
  const folded = preset.folded
    ? ', its batch normalizations folded into the convolutions before them, as exporters do'
    : ''
  return `Recognized as ${title}${folded}.${normalized}`
}

async function openedWeights(given: readonly File[], kinds: readonly string[]): Promise<Opened> {
  const file = await openWeights(given.map((each) => fromBlob(each)))
  const recognised = recognise(file)
  const { fit, resolved, names } = recognised
  const at = kinds.findIndex((kind) => kind !== 'unknown' && kind !== 'image')
  const files =
    file.form === 'own'
      ? [given[at], ...given.filter((_, i) => kinds[i] === 'unknown').slice(0, 1)]
      : [given[at]]
  const about = {
    name: file.name,
    size: file.size,
    said: [`${capital(forms[file.form])}, names of ${names}.`, `Recognized as ${titleOf(resolved)}.`],
  }
  const network = recognised.hasOwnHead
    ? ofBody(unnamed, recognised.graph.architecture, { ...resolved, preset: undefined }, about)
    : ofFamily(unnamed, resolved, about)
  return {
    network,
    graph: graphIn(network),
    named: naming(network, files),
    files,
    matched: fit.matched.length,
    wanted: fit.wanted,
    rest: remarkable(fit),
    notes: recognised.notes,
    preprocessing:
      recognised.graph.architecture.input[2] === 3
        ? recognised.preprocessing
        : (preprocessingsFor(recognised.graph.architecture.input[2])[0] ?? recognised.preprocessing),
    ...(file.classes && { classes: file.classes }),
    fed: (preprocessing) => preprocessing,
    check: (isOver) => faultsIn(fit.matched, isOver),
    supply: (give) => eachWeight(recognised, give),
  }
}

const unnamed = 'own'

/** The name is asked for when it is needed, and made once. */
function naming(network: OwnNetwork, files: readonly File[]): Opened['named'] {
  let made: Promise<OwnNetwork> | undefined
  return () =>
    (made ??= fingerprint(files).then((hash) => {
      const id = `own-${hash}`
      return { ...network, id, family: { ...network.family, id } }
    }))
}

const sizeOf = (files: readonly File[]) => files.reduce((sum, { size }) => sum + size, 0)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What the reader may choose before a network is opened. */
export interface Choices {
  readonly preprocessing: Preprocessing
  readonly classes?: readonly string[]
  /** What it is called by who put it into this copy of the site. */
  readonly added?: string
}

/** The names of ImageNet's thousand classes, for a network that has as many outputs. */
export async function usualNames(graph: Graph): Promise<readonly string[] | undefined> {
  const { shape } = graph.node(graph.outputs[0])
  return shape.length === 1 && shape[0] === 1000 ? (await import('./imagenet')).imagenet : undefined
}

/**
 * Makes the network known, and its weights: they go to the worker one by one when it asks for them.
 * @returns its name
 */
export async function register(opened: Opened, { preprocessing, classes, added }: Choices): Promise<string> {
  const { matched, wanted, files } = opened
  const named = await opened.named()
  const network = added === undefined ? named : renamed(named, added)
  const graph = graphIn(network)
  const { scale, shift, order } = opened.fed(preprocessing)
  const { id, file } = network
  bring(network)
  const given: Given = {
    id,
    network: id,
    scaling: { scale, shift, order },
    preprocessing,
    file: file.name,
    files,
    values: graph.totals.trainable + graph.totals.params.running,
    graph: graphHash(graph),
    of: graph,
    matched,
    wanted,
    ...(classes && { classes }),
    async supply(give) {
      const fault = told(await opened.supply(give))
      if (fault !== undefined) useGiven.setState(({ faults }) => ({ faults: { ...faults, [id]: fault } }))
    },
  }
  useGiven.setState(({ all }) => ({
    files: null,
    isOn: true,
    all: [given, ...all.filter((other) => other.id !== id)],
  }))
  return id
}

const renamed = ({ family, file, ...entry }: OwnNetwork, title: string): OwnNetwork => ({
  ...entry,
  family: { ...family, title },
  file: { ...file, isAdded: true },
})

/** Shows a network that is known: as the address wants it, where that is what it waits for. */
export function show(id: string): void {
  const route = readRoute(location.hash)
  const isAwaited = route.page === 'network' && location.hash.includes(id)
  const { image, fit } = useStore.getState()
  if (!isAwaited) go(writeHash({ ...start, network: id, image, fit }))
  else {
    const { intent, problems } = readHash(location.hash, useStore.getState())
    useStore.getState().restore(intent, problems)
  }
}

/** Shows it beside what is on screen. */
export function showBeside(id: string): void {
  const intent = useStore.getState()
  go(writeHash({ ...intent, beside: id, besideOpen: start.besideOpen, besideNode: null }))
}
