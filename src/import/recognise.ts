import { completeOptions, type Family, type Options } from '../architectures/family'
import { presets, resolve, type Resolved, UnknownNetworkError } from '../architectures/index'
import { formatOption, OptionError } from '../architectures/options'
import { build } from '../nn/build'
import type { Graph } from '../nn/graph'
import type { MapShape } from '../nn/shape'
import { builtOf } from './architecture'
import { ImportError } from './error'
import { type Fit, fitTo, remarkable } from './fit'
import { withHead } from './head'
import { adaptedBy, type Found, type Shapes } from './networks/found'
import { foundKeras } from './networks/keras'
import { foundExported, foundOwn } from './networks/own'
import { foundTorch } from './networks/torch'
import type { WeightFile } from './open'

/** A file of weights and the network that it is for. */
export interface Recognised extends Found {
  readonly resolved: Resolved
  readonly graph: Graph
  readonly fit: Fit
  /**
   * Only `graph` describes the network: it ends otherwise than its family does, layers of it were changed, or no family
   * here makes it, and then the file is all of `resolved`.
   */
  readonly differs?: 'head' | 'layers' | 'all'
}

/** Less than this share of a network's weights, and it is another network. */
const least = 0.5

/**
 * The network that a file's names and shapes are those of; with several, the one that takes most of them.
 * Throws an `ImportError` that says what was looked for.
 */
export function recognise(file: WeightFile): Recognised {
  const shapes = new Map(file.tensors.map(({ name, shape }) => [name, shape]))
  const founds = file.belonging
    ? foundOwn(file.belonging, file.form === 'keras')
    : [...foundTorch(shapes), ...foundKeras(shapes).flatMap((found) => [...sized(found, file), found])]
  const described = file.belonging?.architecture && builtOf(file.belonging.architecture)
  let best: Recognised | undefined
  const look = (among: readonly Found[]) => {
    for (const found of among) {
      if (best && remarkable(best.fit).length === 0) return
      const recognised = described ? asDescribed(found, described, file) : tryOn(found, file, shapes)
      if (recognised && (!best || taken(recognised) > taken(best))) best = recognised
    }
  }
  look(founds)
  // Building every preset takes a while, so only where nothing else is the file's.
  if (!file.belonging && !(best && taken(best) >= least)) look(foundExported(shapes))
  if (best && taken(best) >= least) return best
  throw new ImportError(unknown(file, best))
}

/** The same for the size of image that the file asks for; a network here may not take it. */
function sized(found: Found, { config }: WeightFile): readonly Found[] {
  const usual = found.options.input as MapShape | undefined
  const input = config?.input
  if (!input || usual?.[2] !== input[2]) return []
  return [{ ...found, options: { ...found.options, input } }]
}

/** The share of the network's weights that the file has. */
export const taken = ({ fit }: Pick<Recognised, 'fit'>): number =>
  fit.wanted === 0 ? 0 : fit.matched.length / fit.wanted

function tryOn(found: Found, { tensors, config }: WeightFile, shapes: Shapes): Recognised | undefined {
  try {
    const resolved = named(found.network, found.options)
    const architecture = adaptedBy(found, resolved.architecture)
    const graph = build(architecture)
    const fit = fitTo(graph, found, tensors)
    if (fit.matched.length === 0) return undefined
    const headed = withHead(found, architecture, graph, fit, shapes, config)
    if (!headed) return { ...found, resolved, graph, fit, ...(found.adapted && { differs: 'layers' }) }
    const [own, called] = [build(headed.architecture), { ...found, called: headed.called }]
    const notes = [...found.notes, headed.note]
    return { ...called, notes, resolved, graph: own, fit: fitTo(own, called, tensors), differs: 'head' }
  } catch (error) {
    // Options that no network of ours may have: widths beyond their range, for instance.
    if (error instanceof OptionError || error instanceof UnknownNetworkError) return undefined
    throw error
  }
}

/** A network that the file itself describes. */
function asDescribed(found: Found, graph: Graph, file: WeightFile): Recognised | undefined {
  const fit = fitTo(graph, found, file.tensors)
  if (fit.matched.length === 0) return undefined
  const like = likeOf(found, graph)
  if (!like) return { ...found, resolved: ofFile(graph, file), graph, fit, differs: 'all' }
  const note = `The file describes its network: ${titleOf(like)} with changed layers.`
  return { ...found, notes: [...found.notes, note], resolved: like, graph, fit, differs: 'layers' }
}

/** The network here that it was made of: the one that the file names, or the one whose name and title it still has. */
function likeOf({ network, options }: Found, { architecture: { id, title } }: Graph): Resolved | undefined {
  try {
    if (network !== '') return named(network, options)
    const own = resolve(id)
    return own.architecture.title === title ? own : undefined
  } catch {
    // Another version of this site had it, or other options for it.
    return undefined
  }
}

/** A network that is none of this site. */
function ofFile({ architecture }: Graph, { name, size }: WeightFile): Resolved {
  const { title, input, body } = architecture
  const family: Family = {
    id: architecture.id,
    title,
    about: `A network of your own, as ${name} describes it.`,
    paper: { authors: '', title: '', venue: '', year: 0 },
    options: {},
    presets: [],
    kind: 'network',
    body: () => body,
  }
  return { id: architecture.id, family, file: { name, size, said: [] }, options: { input }, architecture }
}

/** The preset with these options, so that it has its name; classes, image and ε may differ from the preset's. */
export function named(network: string, options: Options): Resolved {
  const plain = resolve(network, options)
  if (plain.preset && plain.preset.id !== plain.family.id) return plain
  const same = (a: Options, b: Options, without: readonly string[]) =>
    Object.keys(a).every((name) => without.includes(name) || formatOption(a[name]) === formatOption(b[name]))
  const candidates = presets.filter(({ family }) => family === plain.family)
  for (const without of [[], ['classes'], ['classes', 'input', 'aux', 'epsilon']]) {
    const preset = candidates.find(({ family, preset }) =>
      same(plain.options, completeOptions(family, preset), without),
    )
    if (preset)
      return resolve(
        preset.id,
        Object.fromEntries(
          without.map((name) => [name, plain.options[name]]).filter(([, value]) => value !== undefined),
        ),
      )
  }
  return plain
}

/** What a network is called; one without a name of its own also by the options that make it what it is. */
export function titleOf({ family, preset, file, options, architecture: { title } }: Resolved): string {
  if (preset || file) return title
  const usual = resolve(family.id).options
  const told = Object.entries(options).flatMap(([name, value]) =>
    formatOption(value) === formatOption(usual[name]) ? [] : [`${name} ${formatOption(value)}`],
  )
  return told.length === 0 ? title : `${title} (${told.join('; ')})`
}

function unknown({ name, tensors }: WeightFile, best: Recognised | undefined): string {
  const few = tensors.slice(0, 3).map((tensor) => `${tensor.name} (${tensor.shape.join('×')})`)
  const nearest =
    best && taken(best) > 0
      ? ` The nearest is ${titleOf(best.resolved)}, of which it has ${best.fit.matched.length} of ${best.fit.wanted} weights.`
      : ''
  return (
    `${name} has ${tensors.length.toLocaleString('en')} tensors, such as ${few.join(', ')}, which belong to no network known here.${nearest} ` +
    'The networks known here are AlexNet, VGG, GoogLeNet, Inception-v3, ResNet, SE-ResNet, ResNeXt, DenseNet, SqueezeNet, MobileNet, EfficientNet and ConvNeXt under their names in torchvision or timm, ResNet, DenseNet, VGG and MobileNetV2 under those in Keras, and the networks of this site.'
  )
}
