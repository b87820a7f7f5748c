import { bring, resolve } from '../../architectures/index'
import { namesOfClasses } from '../../import/classes'
import { ImportError } from '../../import/error'
import { remarkable, type Unmatched } from '../../import/fit'
import { eachOnnxWeight, tensorsOf } from '../../import/onnx/load'
import { type ImportedNetwork, readOnnx } from '../../import/onnx/readOnnx'
import { MissingFileError } from '../../import/onnx/values'
import { forms, openWeights, type WeightFile } from '../../import/open'
import { areSame, type Preprocessing, transformed } from '../../import/preprocessing'
import { recognise, type Recognised, titleOf } from '../../import/recognise'
import { isModel, type Kind, sniff } from '../../import/sniff'
import { fromBlob } from '../../import/source'
import { usualForNetwork, usualForWeights } from '../../import/usual'
import { eachWeight, type Fault, faultsIn, told } from '../../import/weights'
import { build } from '../../nn/build'
import type { Graph } from '../../nn/graph'
import type { MapShape } from '../../nn/shape'
import { messageOf } from '../../runtime/words'
import { go, readRoute } from '../route/route'
import { restoreFrom } from '../route/sync'
import { writeHash } from '../route/url'
import { start } from '../state/intent'
import { useStore } from '../state/store'
import { changedWords } from './changes'
import { fingerprint } from './fingerprint'
import { type Given, useGiven } from './given'
import { graphIn, isChanged, ofBody, ofFamily, ofOnnx, type OwnNetwork } from './network'
import { atSize } from './size'

/** Files and the network that is in them. */
export interface Opened {
  /** Without its name yet, which takes reading all of the files (`named`). */
  readonly network: OwnNetwork
  readonly graph: Graph
  /** Those that were needed, the one that says what it is first. */
  readonly files: readonly File[]
  /** Networks of their own that were brought along: they come next. */
  readonly others?: readonly File[]
  /** How many of the network's weights they have. */
  readonly matched: number
  readonly wanted: number
  /** What found no partner, and why. */
  readonly rest: readonly Unmatched[]
  /** What the reader should know, a sentence each. */
  readonly notes: readonly string[]
  readonly preprocessing: Preprocessing
  readonly classes?: readonly string[]
  /** They stand in a list that was brought along. */
  readonly isNamed?: true
  /** What the network is fed, where something else is asked of the image first. */
  readonly fed: (preprocessing: Preprocessing) => Preprocessing
  /** What the files call the first weight of a node. */
  readonly tensorOf: Given['tensorOf']
  /** Reads all values once, and says what is wrong with them; where it is over before, with those that were read. */
  readonly check: (isOver?: () => boolean) => Promise<readonly Fault[]>
  /** Reads the files once, and gives the network the name that follows from what they hold. */
  readonly named: () => Promise<OwnNetwork>
  /** Hands over all weights, and says what is wrong with them. */
  readonly supply: (give: Parameters<Given['supply']>[0]) => Promise<readonly Fault[]>
}

/** Whether one of these files is meant to be a network or weights. */
export async function areWeights(files: readonly File[]): Promise<boolean> {
  // The second file of a network has no form of its own.
  if (useGiven.getState().waiting.length > 0) return true
  return (await Promise.all(files.map((file) => isModel(fromBlob(file))))).includes(true)
}

/** Reads what the files say of themselves; throws an `ImportError` with a sentence. */
export async function opened(given: readonly File[]): Promise<Opened> {
  const { waiting } = useGiven.getState()
  useGiven.setState({ waiting: [] })
  const kindsOf = (files: readonly File[]) => Promise.all(files.map((file) => sniff(fromBlob(file))))
  // What comes after a network that lacks its weights is these, unless it is something by itself.
  const isRest = waiting.length > 0 && (await kindsOf(given)).every((kind) => kind === 'unknown')
  const all = isRest ? [...waiting, ...given] : given
  const list = listAmong(all, await kindsOf(all))
  const files = all.filter((file) => file !== list)
  const kinds = await kindsOf(files)
  const found = withOthers(await openedNetwork(files, kinds), files, kinds)
  return list ? withNames(found, list) : found
}

const isNetwork = (kind: Kind) => kind !== 'json' && kind !== 'unknown' && kind !== 'image'

/** With the files that are no part of it: networks of their own come next, and the rest is named. */
function withOthers(found: Opened, files: readonly File[], kinds: readonly Kind[]): Opened {
  const apart = files.filter((file) => !found.files.includes(file))
  const others = apart.filter((file) => isNetwork(kinds[files.indexOf(file)]))
  const left = apart.filter((file) => !others.includes(file))
  const notes = left.map(({ name }) => `${name} is not part of this network and was left out.`)
  return { ...found, ...(others.length > 0 && { others }), notes: [...found.notes, ...notes] }
}

/** The file of class names that was brought together with a network: a text or JSON beside what is neither. */
function listAmong(files: readonly File[], kinds: readonly Kind[]): File | undefined {
  if (!kinds.some(isNetwork)) return undefined
  return files.find((file, i) => kinds[i] === 'json' || (kinds[i] === 'unknown' && /\.txt$/i.test(file.name)))
}

/** With the names of its classes, or a sentence on why they are not its. */
async function withNames(found: Opened, list: File): Promise<Opened> {
  const { shape } = found.graph.node(found.graph.outputs[0])
  try {
    if (shape.length !== 1) throw new ImportError('The network ends in feature maps, so it has no classes.')
    return { ...found, classes: namesOfClasses(await list.text(), shape[0]), isNamed: true }
  } catch (error) {
    const note = `${list.name} cannot be used for the names of the classes. ${messageOf(error)}`
    return { ...found, notes: [...found.notes, note] }
  }
}

async function openedNetwork(files: readonly File[], kinds: readonly Kind[]): Promise<Opened> {
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
    preprocessing: usualForNetwork(read),
    ...(read.said?.classes && fitting(read.said.classes, graph)),
    fed: (preprocessing) => transformed(preprocessing, read.transform),
    tensorOf: (node) => Object.values(read.initializers.get(node) ?? {}).at(0)?.name,
    check: (isOver) => faultsIn(tensorsOf(read), isOver),
    supply: (give) => eachOnnxWeight(read, give),
  }
}

/** What an ONNX file turned out to be, as a sentence. */
function saidOf({ graph, preset, transform }: ImportedNetwork): string {
  const normalized = transform ? ' The file scales the image first, and the page does the same.' : ''
  if (!preset)
    return graph.issues.length > 0
      ? `It is not a network of this site; the part that has no counterpart here is shown as a closed box, and everything before it runs.${normalized}`
      : `It is not a network of this site: none here has the same structure.${normalized}`
  const { title } = preset.entry.preset ?? preset.entry.family
  const like = resolve(preset.entry.id, preset.options)
  const changed =
    !preset.folded && isChanged(graph, like) ? changedWords(graph, build(like.architecture)) : ''
  const folded = preset.folded
    ? ', with its batch normalizations folded into the preceding convolutions, as exporters do'
    : ''
  return `Recognized as ${title}${folded}${changed}.${normalized}`
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
    said: [
      `${capital(forms[file.form])}, named as in ${names}.`,
      saidOfWeights(recognised) + saidOfImage(file),
    ],
  }
  const { differs, graph: own } = recognised
  const like = differs === 'all' ? undefined : { ...resolved, preset: undefined }
  const network = differs
    ? ofBody(unnamed, own.architecture, like, about)
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
    preprocessing: usualForWeights(recognised, file),
    ...(file.classes && fitting(file.classes, recognised.graph)),
    fed: (preprocessing) => preprocessing,
    tensorOf: (node) => fit.matched.find((each) => each.node === node)?.tensor.name,
    check: (isOver) => faultsIn(fit.matched, isOver),
    supply: (give) => eachWeight(recognised, give),
  }
}

/** Names of classes, where the network has as many outputs. */
function fitting(classes: readonly string[], graph: Graph): Pick<Opened, 'classes'> {
  const { shape } = graph.node(graph.outputs[0])
  return shape.length === 1 && shape[0] === classes.length ? { classes } : {}
}

/** What a file of weights turned out to be, as a sentence. */
function saidOfWeights({ differs, resolved, graph }: Recognised): string {
  const title = titleOf(resolved)
  if (differs === 'all')
    return `The file describes its own network, ${title}, which is not a network of this site.`
  return `Recognized as ${title}${differs === 'layers' ? changedWords(graph, build(resolved.architecture)) : ''}.`
}

/** That layers of the file prepare its image, as a sentence. */
function saidOfImage({ config, preparation }: WeightFile): string {
  const names = config?.preparing.map(({ name }) => `“${name}”`) ?? []
  if (!preparation) return ''
  return ` The file’s own ${names.length === 1 ? 'layer' : 'layers'} ${names.join(' and ')} ${names.length === 1 ? 'prepares' : 'prepare'} the image, and the page does the same.`
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
  /** Of the image, where it is to be another than the files have. */
  readonly input?: MapShape
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
export async function register(
  own: Opened,
  { preprocessing, classes, input, added }: Choices,
): Promise<string> {
  const opened = atSize(own, input)
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
    isUsual: areSame(preprocessing, opened.preprocessing),
    file: file.name,
    files,
    values: graph.totals.trainable + graph.totals.params.running,
    of: graph,
    matched,
    wanted,
    tensorOf: opened.tensorOf,
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
  else restoreFrom(location.hash)
}

/** Shows it beside what is on screen. */
export function showBeside(id: string): void {
  const intent = useStore.getState()
  go(writeHash({ ...intent, beside: id, besideOpen: start.besideOpen, besideNode: null }))
}
