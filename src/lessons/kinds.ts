import { nearest } from '../architectures/nearest'
import type { Known } from './check'
import { numbers } from './numbers'

/** What is wrong with the value of an attribute, in sentences; `what` names it: `table of <Step>`. */
export type Kind = (value: unknown, what: string, known: Known) => readonly string[]

/** An attribute of a component, or a field of a value. */
export interface Attribute {
  readonly need: 'needed' | 'optional'
  readonly kind: Kind
}

export const needed = (kind: Kind) => ({ need: 'needed', kind }) as const
export const optional = (kind: Kind) => ({ need: 'optional', kind }) as const

/** `there is no lab "kernel-zoooo"; did you mean kernel-zoo?` */
export function unknown(kind: string, name: string, names: readonly string[]): string {
  if (names.length === 0) return `there is no ${kind} "${name}": there are none`
  const near = nearest(name, names)
  const others = names.length <= 6 ? `; it is one of ${names.join(', ')}` : ''
  return `there is no ${kind} "${name}"${near.length > 0 ? `; did you mean ${near.join(', ')}?` : others}`
}

function is(test: (value: unknown) => boolean, wanted: string): Kind {
  return (value, what) => (test(value) ? [] : [`${what} is ${shown(value)}, not ${wanted}`])
}

function shown(value: unknown): string {
  return typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? 'undefined')
}

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== ''
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value)
const isData = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

export const text = is(isText, 'a text')
export const flag = is((value) => typeof value === 'boolean', 'true or false')
/** Options of a network, which its schema checks, or what a lab is told. */
export const data = is(isData, 'an object of names and values')
export const whole = is((value) => Number.isInteger(value) && (value as number) >= 0, 'a whole number')
export const share = is(
  (value) => isNumber(value) && (value as number) >= 0 && (value as number) < 1,
  'a share from 0 to 1',
)

/** A name out of those that there are. */
export function oneOf(kind: string, names: readonly string[] | ((known: Known) => readonly string[])): Kind {
  return (value, what, known) => {
    if (typeof value !== 'string') return text(value, what, known)
    const all = typeof names === 'function' ? names(known) : names
    return all.includes(value) ? [] : [unknown(kind, value, all)]
  }
}

/** The names of a union, held to be all of them. */
export function names<T extends string>(each: Readonly<Record<T, true>>): readonly T[] {
  return Object.keys(each) as T[]
}

/** Names with spaces between them. */
export function listed(kind: Kind): Kind {
  return (value, what, known) =>
    isText(value)
      ? (value as string)
          .trim()
          .split(/\s+/)
          .flatMap((name) => kind(name, what, known))
      : text(value, what, known)
}

/** A value that is written as a text, or else in another way. */
export function either(written: Kind, other: Kind): Kind {
  return (value, what, known) => (typeof value === 'string' ? written : other)(value, what, known)
}

/** The numbers, which tell whoever asks for one that there is not what was meant. */
const asking = new Proxy(numbers, {
  get(all, name) {
    if (typeof name === 'string' && !Object.hasOwn(all, name))
      throw new Error(unknown('number', name, Object.keys(all)))
    return all[name as keyof typeof all]
  },
})

/** A function of networks is asked once with the real ones. */
function asked(kind: Kind): Kind {
  return (value, what, known) => {
    if (typeof value !== 'function') return kind(value, what, known)
    try {
      return kind((value as (n: typeof numbers) => unknown)(asking), `${what}, asked,`, known)
    } catch (error) {
      return [`${what}: ${error instanceof Error ? error.message : String(error)}`]
    }
  }
}

/** A text, or a function that gives one. */
export const words = asked(text)
/** A number, or a function that gives one. */
export const value = asked(is(isNumber, 'a number'))
/** A function that gives a number. */
export const computed: Kind = (given, what, known) =>
  typeof given === 'function' ? value(given, what, known) : [`${what} is ${shown(given)}, not a function`]

export function list(kind: Kind, least = 1): Kind {
  return (value, what, known) =>
    Array.isArray(value) && value.length >= least
      ? value.flatMap((each, i) => kind(each, `${what}, ${i + 1} of ${value.length},`, known))
      : [`${what} is ${shown(value)}, not a list of ${least} or more`]
}

export type Fields = Readonly<Record<string, Attribute>>

/** Named values: none unknown, none missing, each of its kind. */
export function fields(each: Fields): Kind {
  return (value, what, known) =>
    isData(value)
      ? checkFields(value as Record<string, unknown>, each, { of: what, known })
      : data(value, what, known)
}

export function checkFields(
  given: Readonly<Record<string, unknown>>,
  each: Fields,
  { of, known, word = 'field' }: { readonly of: string; readonly known: Known; readonly word?: string },
): readonly string[] {
  return [
    ...Object.keys(given)
      .filter((name) => !Object.hasOwn(each, name))
      .map((name) => unknown(`${word} of ${of}`, name, Object.keys(each))),
    ...Object.entries(each).flatMap(([name, { need, kind }]) =>
      given[name] !== undefined
        ? kind(given[name], `${name} of ${of}`, known)
        : need === 'needed'
          ? [`${of} needs ${name}`]
          : [],
    ),
  ]
}

/** All of these hold. */
export function and(...kinds: readonly Kind[]): Kind {
  return (value, what, known) => {
    for (const kind of kinds) {
      const problems = kind(value, what, known)
      if (problems.length > 0) return problems
    }
    return []
  }
}

/** A rule of its own, for a value whose kind is right already. */
export function rule<T>(holds: (value: T) => boolean, say: (what: string) => string): Kind {
  return (value, what) => (holds(value as T) ? [] : [say(what)])
}
