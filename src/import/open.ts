import { ImportError } from './error'
import { readHdf5 } from './keras'
import { type KerasConfig, readKerasConfig } from './kerasConfig'
import { preparationIn, preparingTensors } from './kerasPreparation'
import { type Belonging, readOwn, saidIn } from './layerwise'
import { readNpy, readNpz } from './npy'
import type { Preprocessing } from './preprocessing'
import { readSafetensors } from './safetensors'
import { sniff } from './sniff'
import type { Source } from './source'
import type { FileTensor } from './tensors'
import { readTorchLegacy, readTorchZip } from './torch'
import { type Entry, readZip } from './zip'

/** The forms in which weights come, with the words for the screen. */
export const forms = {
  safetensors: 'safetensors',
  pth: 'PyTorch checkpoint',
  legacy: 'PyTorch checkpoint (before 1.6)',
  npz: 'NumPy arrays',
  keras: 'Keras weights',
  own: 'weights of Layerwise',
} as const

export type Form = keyof typeof forms

/** Weights of a file, none of them read yet. */
export interface WeightFile {
  readonly form: Form
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly tensors: readonly FileTensor[]
  /** The network, where the file itself says it. */
  readonly belonging?: Belonging
  readonly classes?: readonly string[]
  /** What Keras says of a network as a whole. */
  readonly config?: KerasConfig
  /** What layers of the file itself do to an image before the first one that is computed here. */
  readonly preparation?: Pick<Preprocessing, 'scale' | 'shift' | 'order'>
}

/**
 * Opens a file of weights, or a description and its file of numbers together. Only names, shapes and places are read.
 * Throws an `ImportError` with a sentence for everything that is no such file or is damaged.
 */
export async function openWeights(sources: readonly Source[]): Promise<WeightFile> {
  const kinds = await Promise.all(sources.map(sniff))
  const at = kinds.findIndex((kind) => kind !== 'unknown' && kind !== 'image')
  if (at < 0) throw new ImportError(strange(sources[0]))
  const source = sources[at]
  const { name, size } = source
  const file = (form: Form, tensors: readonly FileTensor[]): WeightFile => ({ form, name, size, tensors })
  switch (kinds[at]) {
    case 'safetensors': {
      const { tensors, metadata } = await readSafetensors(source)
      return { ...file('safetensors', tensors), ...withNames(saidIn(metadata)) }
    }
    case 'pickle':
      return file('legacy', await readTorchLegacy(source))
    case 'hdf5': {
      const { tensors, metadata } = await readHdf5(source)
      const keras = await withConfig(file('keras', tensors), metadata.model_config)
      return { ...keras, ...withNames(saidIn(metadata)) }
    }
    case 'npy':
      return file('npz', await readNpy(source))
    case 'json': {
      const numbers = sources.find((_, i) => kinds[i] === 'unknown')
      const { tensors, classes, ...belonging } = await readOwn(source, numbers)
      return { ...file('own', tensors), size: size + (numbers?.size ?? 0), belonging, classes }
    }
    case 'zip':
      return zipped(source, file)
    case 'onnx':
      throw new ImportError(`${name} is a network in ONNX, not a file of weights.`)
    default:
      throw new ImportError(strange(source))
  }
}

async function zipped(source: Source, file: (form: Form, tensors: readonly FileTensor[]) => WeightFile) {
  const entries = await readZip(source)
  if (entries.some(({ name }) => /(^|\/)data\.pkl$/.test(name)))
    return file('pth', await readTorchZip(source, entries))
  const weights = entries.find(({ name }) => name === 'model.weights.h5')
  if (weights) {
    const stored = (await weights.stored()) ?? { ...source, ...bytesOf(await unpacked(weights, source)) }
    const config = entries.find(({ name }) => name === 'config.json')
    const said = config && new TextDecoder().decode(await unpacked(config, source))
    return withConfig(file('keras', (await readHdf5(stored)).tensors), said)
  }
  if (entries.some(({ name }) => name.endsWith('.npy'))) return file('npz', await readNpz(entries))
  throw new ImportError(`${source.name} is a zip file, but not one from PyTorch, NumPy or Keras.`)
}

function withNames(said: Pick<WeightFile, 'belonging'>): Pick<WeightFile, 'belonging' | 'classes'> {
  const classes = said.belonging?.classes
  return { ...said, ...(classes && { classes }) }
}

/** With what Keras says of the network; tensors of layers that prepare the image are none of its weights. */
async function withConfig(file: WeightFile, json = ''): Promise<WeightFile> {
  const config = readKerasConfig(json)
  if (!config) return file
  const { preparing, input } = config
  const own = new Set(preparing.flatMap(preparingTensors))
  const preparation = await preparationIn(preparing, input?.[2] ?? 3, file.tensors)
  const tensors = file.tensors.filter(({ name }) => !own.has(name))
  return { ...file, tensors, config, ...(preparation && { preparation }) }
}

/** Keras stores its weights as they are; what is packed all the same must fit into memory. */
const largestPacked = 2 ** 29

function unpacked(entry: Entry, { name }: Source): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.size > largestPacked)
    throw new ImportError(
      `${entry.name} in ${name} would be ${entry.size.toLocaleString('en')} bytes long once unpacked, which is too much. Save it without compression.`,
    )
  return entry.read()
}

function bytesOf(bytes: Uint8Array): Pick<Source, 'size' | 'slice'> {
  return { size: bytes.length, slice: (from, to) => Promise.resolve(new Uint8Array(bytes.slice(from, to))) }
}

function strange({ name, size }: Source): string {
  if (size === 0) return `${name} is empty.`
  return (
    `${name} cannot be read here. Model files are .onnx, .safetensors, .pth and .pt of PyTorch, .npz of NumPy, ` +
    '.h5 and .keras of Keras, and manifest.json with the weights of this site. Image files are JPEG, PNG, WebP, AVIF, GIF and SVG.'
  )
}
