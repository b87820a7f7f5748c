import { asBuilt } from '../nn/asBuilt'
import type { Graph } from '../nn/graph'
import { textPart } from './blob'
import { writeJson } from './json/writeJson'
import { kerasTensors } from './keras/tensors'
import { kerasLines, writeKeras } from './keras/writeKeras'
import { onnxParts } from './onnx/writeOnnx'
import { type Line, plain, refuse } from './program/program'
import { torchTensors } from './pytorch/tensors'
import { pytorchLines, writePytorch } from './pytorch/writePytorch'
import type { Parts, Planned, ReadWeight } from './tensors'
import { modelParts } from './tfjs/writeTfjs'
import { writeHdf5 } from './weights/hdf5'
import { ownTensors, writeSafetensors } from './weights/safetensors'
import { zipParts } from './zip'

export const formatNames = ['pytorch', 'keras', 'onnx', 'tfjs', 'json', 'weights'] as const

export type Format = (typeof formatNames)[number]

interface Kind {
  readonly label: string
  /** What to do with the file, in a sentence or two. */
  readonly about: string
  /** Whether it may have weights, must, or cannot. */
  readonly weights: 'may' | 'must' | 'none'
}

export const formats: Readonly<Record<Format, Kind>> = {
  pytorch: {
    label: 'PyTorch',
    about:
      'A program that builds the network and stops if its parameter count differs. Its weights come in a separate .safetensors file, named after the layers as they are called here.',
    weights: 'may',
  },
  keras: {
    label: 'Keras',
    about:
      'A program for Keras 3 with any backend, which stops if its parameter count differs. Its weights come in a separate .weights.h5 file.',
    weights: 'may',
  },
  onnx: {
    label: 'ONNX',
    about: 'One file that onnxruntime, other frameworks and viewers can open.',
    weights: 'must',
  },
  tfjs: {
    label: 'TensorFlow.js',
    about: 'model.json and weights.bin, for loadGraphModel of TensorFlow.js in a page of your own.',
    weights: 'must',
  },
  json: {
    label: 'JSON',
    about: 'Every layer with its attributes, inputs and shapes, for your own programs.',
    weights: 'none',
  },
  weights: {
    label: 'Weights',
    about:
      'All tensors as .safetensors, named by layer as in the JSON. Kernels are stored as height, width, channels, filters; a map is flattened row by row, with the channels of each position together.',
    weights: 'must',
  },
}

export interface Wanted {
  readonly format: Format
  /** Gives the weights; null where the file is to have none. */
  readonly read: ReadWeight | null
  /** Images in a run of an ONNX file; any number unless said. */
  readonly batch?: number
  /** Which weights they are, in words that the file keeps. */
  readonly origin?: string
  /** The network here that it is or was made of, by which the file is known again when it comes back. */
  readonly belonging?: Belonging
  /** How it was used with these weights. */
  readonly use?: Use
  /** What the files are called; by the network unless said. */
  readonly name?: string
}

interface Use {
  /** Names of the outputs, in their order. */
  readonly classes?: readonly string[]
  /** What becomes of an image, channel by channel: value · scale + shift, the values from 0 to 255. */
  readonly preprocessing?: {
    readonly scale: readonly number[]
    readonly shift: readonly number[]
    readonly order: 'rgb' | 'bgr'
  }
}

export interface Belonging {
  readonly network: string
  readonly options: Readonly<Record<string, unknown>>
  /** Layers were changed, so that the file has to describe the network. */
  readonly isChanged?: true
}

export interface Written {
  readonly name: string
  readonly type: string
  readonly parts: Parts
}

/** The file of a format. Throws with a sentence where the network cannot be written. */
export function fileOf(graph: Graph, { format, read, batch, origin, belonging, use, name }: Wanted): Written {
  refuse(graph)
  const id = (name ?? graph.architecture.id).replaceAll(/[^\w.-]+/g, '-')
  const program = `${moduleName(id)}.py`
  const { title } = graph.architecture
  const about = {
    network: title,
    ...(origin !== undefined && { weights: origin }),
    layerwise: inAscii(JSON.stringify({ ...knownBy(graph, belonging), ...use })),
  }
  const text = (name: string, content: string, type: string) => ({ name, type, parts: textPart(content) })
  const archive = (files: readonly (readonly [string, Parts])[]) => ({
    name: `${id}-${format}.zip`,
    type: 'application/zip',
    parts: zipParts(files),
  })
  const beside = (tensors: readonly Planned[]) => writeSafetensors(tensors, needed(read), about)
  switch (format) {
    case 'json':
      return text(`${id}.json`, writeJson(graph), 'application/json')
    case 'pytorch': {
      if (!read) return text(program, writePytorch(graph), 'text/x-python')
      const weights = `${id}.safetensors`
      return archive([
        [program, textPart(writePytorch(graph, { weights }))],
        [weights, beside(torchTensors(graph))],
      ])
    }
    case 'keras': {
      if (!read) return text(program, writeKeras(graph), 'text/x-python')
      const weights = `${id}.weights.h5`
      return archive([
        [program, textPart(writeKeras(graph, { weights }))],
        [weights, writeHdf5(kerasTensors(graph), read, about)],
      ])
    }
    case 'tfjs':
      return archive(modelParts(graph, needed(read)))
    case 'onnx': {
      const said = origin === undefined ? undefined : `${title}. Weights: ${origin}.`
      const options = {
        ...(batch !== undefined && { batch }),
        ...(said !== undefined && { about: said }),
        metadata: about,
      }
      return {
        name: `${id}.onnx`,
        type: 'application/octet-stream',
        parts: onnxParts(graph, needed(read), options),
      }
    }
    case 'weights':
      return {
        name: `${id}.safetensors`,
        type: 'application/octet-stream',
        parts: beside(ownTensors(graph)),
      }
  }
}

/** What a file of weights says of its network: its name and options here, or all of it. */
function knownBy(graph: Graph, belonging: Belonging | undefined): object {
  if (!belonging) return { architecture: asBuilt(graph) }
  const { network, options, isChanged } = belonging
  return { network, options, ...(isChanged && { architecture: asBuilt(graph) }) }
}

/** What a program is called: Python imports no name with a dash or a dot in it, or that begins with a digit. */
const moduleName = (id: string) => id.replaceAll(/\W/g, '_').replace(/^(?=\d)/, '_')

/** JSON whose every letter is a byte, for readers that take one for the other. */
const inAscii = (json: string) =>
  json.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

function needed(read: ReadWeight | null): ReadWeight {
  if (!read) throw new Error('A file of this format has weights.')
  return read
}

/** The lines of a format that is text, each with its layer. Throws where the network cannot be written. */
export function linesOf(graph: Graph, format: 'pytorch' | 'keras' | 'json'): readonly Line[] {
  if (format === 'pytorch') return pytorchLines(graph)
  return format === 'keras' ? kerasLines(graph) : plain(writeJson(graph).trimEnd())
}
