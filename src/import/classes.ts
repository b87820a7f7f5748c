import * as v from 'valibot'
import { ImportError } from './error'

/** Names of classes from a text, one a line, or from JSON: a list, or an object by number. */
export function namesOfClasses(text: string, wanted: number): readonly string[] {
  const names = namesIn(text.trim())
  if (names.length !== wanted)
    throw new ImportError(`The file has ${names.length} names, but the network has ${wanted} classes.`)
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
    throw new ImportError('The file of class names is neither a text file with one name per line nor JSON.')
  }
}

const className = v.union([v.string(), v.number()])

/** `["n01440764", "tench"]` is how Keras writes a class. */
const named = v.union([className, v.pipe(v.array(className), v.minLength(1))])

const classNames = v.union([v.array(named), v.record(v.string(), named)])

const nameOf = (value: v.InferOutput<typeof named>): string =>
  String(Array.isArray(value) ? value[value.length - 1] : value)
