import * as v from 'valibot'
import { resolve } from '../../architectures/index'
import { ImportError } from '../../import/error'
import { openWeights, type WeightFile } from '../../import/open'
import type { Preprocessing } from '../../import/preprocessing'
import { recognise, type Recognised } from '../../import/recognise'
import { sniff } from '../../import/sniff'
import { fromBlob } from '../../import/source'
import { eachWeight } from '../../import/weights'
import { graphHash } from '../../runtime/graphHash'
import { writeHash } from '../route/url'
import { start } from '../state/intent'
import { useStore } from '../state/store'
import { useGiven } from './given'

/** A file and the network that it is for. */
export interface Opened {
  readonly file: WeightFile
  readonly recognised: Recognised
}

/** Whether one of these files is none of images: by its bytes, not by its name. */
export async function areWeights(files: readonly File[]): Promise<boolean> {
  const kinds = await Promise.all(files.map((file) => sniff(fromBlob(file))))
  return kinds.some((kind) => kind !== 'image' && kind !== 'unknown')
}

/** Reads what the files say of themselves; throws an `ImportError` with a sentence. */
export async function opened(files: readonly File[]): Promise<Opened> {
  const file = await openWeights(files.map((each) => fromBlob(each)))
  return { file, recognised: recognise(file) }
}

/** What the reader may choose before the weights are taken. */
export interface Choices {
  readonly preprocessing: Preprocessing
  readonly classes?: readonly string[]
}

let count = 0

/** Shows the network and runs it with these weights, which go to the worker one by one when it asks for them. */
export function take({ file, recognised }: Opened, { preprocessing, classes }: Choices): void {
  const { graph, fit, resolved } = recognised
  const { scale, shift, order } = preprocessing
  useGiven.setState({
    files: null,
    isOn: true,
    given: {
      id: `${file.name} ${++count}`,
      scaling: { scale, shift, order },
      file: file.name,
      values: graph.totals.trainable + graph.totals.params.running,
      graph: graphHash(graph),
      matched: fit.matched.length,
      wanted: fit.wanted,
      ...(classes && { classes }),
      supply: (give) => eachWeight(recognised, give),
    },
  })
  const own = resolve(resolved.id).options
  const options = Object.fromEntries(
    Object.entries(resolved.options).filter(([name, value]) => String(value) !== String(own[name])),
  )
  const { image, fit: placed } = useStore.getState()
  location.hash = writeHash({ ...start, network: resolved.id, options, image, fit: placed })
}

/** Names of classes from a text, one a line, or from JSON: a list, or an object by number. */
export function classesFrom(text: string, wanted: number): readonly string[] {
  const names = namesIn(text.trim())
  if (names.length !== wanted)
    throw new ImportError(`The file has ${names.length} names, and the network has ${wanted} classes.`)
  return names
}

function namesIn(text: string): readonly string[] {
  if (!/^[[{]/.test(text)) return text.split(/\r?\n/).map((line) => line.trim())
  try {
    const value = v.parse(classNames, JSON.parse(text))
    if (Array.isArray(value)) return value.map(nameOf)
    return Object.entries(value)
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([, name]) => nameOf(name))
  } catch {
    throw new ImportError('The file of class names is neither a text with a name on each line nor JSON.')
  }
}

const className = v.union([v.string(), v.number()])

/** `["n01440764", "tench"]` is how Keras writes a class. */
const named = v.union([className, v.pipe(v.array(className), v.minLength(1))])

const classNames = v.union([v.array(named), v.record(v.string(), named)])

const nameOf = (value: v.InferOutput<typeof named>): string =>
  String(Array.isArray(value) ? value[value.length - 1] : value)
