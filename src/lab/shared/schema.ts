import * as v from 'valibot'
import { choice, flag, integer } from '../../architectures/family'
import { findEntry, presets, UnknownNetworkError } from '../../architectures/index'
import { nearest } from '../../architectures/nearest'
import {
  checkOption,
  formatOption,
  type Option,
  OptionError,
  type OptionValue,
  parseOption,
} from '../../architectures/options'

/** One of a few numbers that are no range: `[1, 2, 4, 8, 32]`. */
interface Among<N extends number = number> {
  readonly kind: 'among'
  readonly values: readonly N[]
  readonly default: N
  readonly about: string
}

/** Some of a few words, in an order that may matter. */
interface Words<W extends string = string> {
  readonly kind: 'words'
  readonly choices: readonly W[]
  readonly default: readonly W[]
  readonly about: string
}

/** One of the words that follow from what the slide gives, such as its networks; the first unless said. */
interface OneOf {
  readonly kind: 'one of'
  readonly among: (given: never) => readonly string[]
  readonly default: null
  readonly about: string
}

/** Text of the reader, in several lines. */
interface Text {
  readonly kind: 'text'
  readonly default: string
  /** In characters. */
  readonly longest: number
  readonly about: string
}

/** A network by its name, which only a slide can choose. */
interface OneNetwork {
  readonly kind: 'network'
  readonly default: string
  readonly about: string
}

/** Several networks by their names. */
interface Networks {
  readonly kind: 'networks'
  readonly default: readonly string[]
  readonly about: string
}

/** Anything else that only a slide can give. */
interface Data<T = unknown> {
  readonly kind: 'data'
  readonly shape: v.GenericSchema<T>
  readonly default: T
  readonly about: string
}

/** An option of a family of networks, or one that only a lab has. */
type LabOption =
  ((Option | Text) & { readonly own?: true }) | Among | Words | OneOf | OneNetwork | Networks | Data

/** What a lab can be told by a slide, and what its reader sets, as data: the build, the address and the lab read it. */
export type LabOptions = Readonly<Record<string, LabOption>>

type ValueOf<O extends LabOption> = O extends { kind: 'integer' | 'number' }
  ? number
  : O extends { kind: 'choice'; choices: readonly (infer C)[] }
    ? C
    : O extends { kind: 'switch' }
      ? boolean
      : O extends { kind: 'list' | 'size' }
        ? readonly number[]
        : O extends Among<infer N>
          ? N
          : O extends Words<infer W>
            ? readonly W[]
            : O extends { kind: 'one of' | 'text' | 'network' }
              ? string
              : O extends { kind: 'networks' }
                ? readonly string[]
                : O extends { kind: 'data'; default: infer T }
                  ? T
                  : never

/** The value of every option; null where an option of its own (`own`) is as the network has it. */
export type LabValue<S extends LabOptions> = {
  readonly [K in keyof S]: S[K] extends { own: true } ? ValueOf<S[K]> | null : ValueOf<S[K]>
}

/** What an address says of a lab: option by option, as text. */
export type LabText = Readonly<Record<string, string>>

/** What a slide gives to a lab. */
export type Given = Readonly<Record<string, unknown>>

export { choice, flag, integer }

export const number = (initial: number, min: number, max: number, about: string) =>
  ({ kind: 'number', default: initial, min, max, about }) as const

export const list = (
  initial: readonly number[],
  min: number,
  max: number,
  length: readonly [min: number, max: number],
  about: string,
) => ({ kind: 'list', default: initial, min, max, length, about }) as const

export const among = <const N extends number>(values: readonly N[], initial: NoInfer<N>, about: string) =>
  ({ kind: 'among', values, default: initial, about }) as const

export const words = <const W extends string>(
  choices: readonly W[],
  initial: readonly NoInfer<W>[],
  about: string,
) => ({ kind: 'words', choices, default: initial, about }) as const

export const oneOf = <G>(names: (given: G) => readonly string[], about: string) =>
  ({ kind: 'one of', among: names, default: null, about }) as const

export const text = (initial: string, longest: number, about: string) =>
  ({ kind: 'text', default: initial, longest, about }) as const

export const network = (initial: string, about: string) =>
  ({ kind: 'network', default: initial, about }) as const

export const networks = (initial: readonly string[], about: string) =>
  ({ kind: 'networks', default: initial, about }) as const

export const data = <T>(shape: v.GenericSchema<T>, initial: T, about: string) =>
  ({ kind: 'data', shape, default: initial, about }) as const

/** Has no value of its own until a slide or a reader gives one. */
export const own = <const O extends Option | Text>(option: O) => ({ ...option, own: true }) as const

/** Every value of a lab as it is now, and a sentence for all that could not be used. */
export function readLab<const S extends LabOptions>(
  options: S,
  given: Given,
  said: LabText = {},
): { readonly value: LabValue<S>; readonly problems: readonly string[] } {
  const value: Record<string, unknown> = {}
  const problems: string[] = []
  // What a choice is made of stands before the choice.
  for (const [name, option] of inOrder(options)) {
    value[name] = Object.hasOwn(given, name) ? given[name] : startOf(option, value)
    if (!Object.hasOwn(said, name)) continue
    try {
      value[name] = parse(name, option, said[name], value)
    } catch (error) {
      if (!(error instanceof OptionError)) throw error
      problems.push(error.message)
    }
  }
  for (const name of Object.keys(said))
    if (!settable(options[name])) problems.push(unknown(name, options, settable))
  return { value: value as LabValue<S>, problems }
}

/** The texts of what differs from what the slide gives; `readLab` reads them back. */
export function writeLab<const S extends LabOptions>(options: S, given: Given, value: LabValue<S>): LabText {
  const before = readLab(options, given).value as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, option]) => {
      if (!settable(option)) return []
      const now = textOf((value as Record<string, unknown>)[name])
      return now === undefined || now === textOf(before[name]) ? [] : [[name, now]]
    }),
  )
}

/** What is wrong with what a slide gives to a lab, for the slide's author. */
export function labProblems(options: LabOptions, given: Given): readonly string[] {
  const problems = Object.keys(given)
    .filter((name) => !Object.hasOwn(options, name))
    .map((name) => unknown(name, options))
  const value: Record<string, unknown> = {}
  for (const [name, option] of inOrder(options)) {
    value[name] = startOf(option, value)
    if (!Object.hasOwn(given, name)) continue
    try {
      value[name] = check(name, option, given[name], value)
    } catch (error) {
      if (!(error instanceof OptionError)) throw error
      problems.push(error.message)
    }
  }
  return problems
}

function inOrder(options: LabOptions): readonly (readonly [string, LabOption])[] {
  const entries = Object.entries(options)
  const follows = ([, { kind }]: (typeof entries)[number]) => kind === 'one of'
  return [...entries.filter((entry) => !follows(entry)), ...entries.filter(follows)]
}

function startOf(option: LabOption, value: Given): unknown {
  if (option.kind === 'one of') return option.among(value as never)[0]
  return 'own' in option ? null : option.default
}

/** Whether a reader sets it, and an address carries it. */
function settable(option: LabOption | undefined): boolean {
  return option !== undefined && !['network', 'networks', 'data'].includes(option.kind)
}

function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined
  // A slider adds up its steps: 0.1 + 0.2 is meant as 0.3.
  if (typeof value === 'number') return String(Number(value.toPrecision(6)))
  return formatOption(value as OptionValue)
}

function parse(name: string, option: LabOption, said: string, value: Given): unknown {
  switch (option.kind) {
    case 'among':
      return check(name, option, Number(said), value)
    case 'words':
      return check(name, option, parts(said), value)
    case 'one of':
    case 'text':
      return check(name, option, said, value)
    case 'list':
      return check(name, option, parts(said).map(Number), value)
    case 'network':
    case 'networks':
    case 'data':
      return value[name]
    default:
      return parseOption(name, option, said)
  }
}

function parts(said: string): readonly string[] {
  return said === '' ? [] : said.split(',')
}

/** Characters of a refused value that its sentence repeats. */
const longestShown = 60

/** Returns the value if the option allows it; throws an `OptionError` that says what it takes. */
function check(name: string, option: LabOption, value: unknown, others: Given): unknown {
  const refuse = (takes: string, near: readonly string[] = []): never => {
    const said = typeof value === 'string' || Array.isArray(value) ? String(value) : JSON.stringify(value)
    // A link may bring a page of text where a word belongs.
    const shown = said?.length > longestShown ? `${said.slice(0, longestShown)}…` : said
    throw new OptionError(
      `option "${name}" cannot be ${shown || 'empty'}: it takes ${takes}` +
        (near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''),
    )
  }
  switch (option.kind) {
    case 'among':
      return (option.values as readonly unknown[]).includes(value) ? value : refuse(either(option.values))
    case 'words': {
      if (!Array.isArray(value)) return refuse(`some of ${option.choices.join(', ')}`)
      const odd = value.find((word) => !option.choices.includes(word as string))
      return odd === undefined
        ? value
        : refuse(`some of ${option.choices.join(', ')}`, nearest(String(odd), option.choices))
    }
    case 'one of': {
      const names = option.among(others as never)
      return names.includes(value as string) ? value : refuse(either(names), nearest(String(value), names))
    }
    case 'text':
      return typeof value === 'string' && value.length <= option.longest
        ? value
        : refuse(`text of at most ${option.longest} characters`)
    case 'network':
      return isNetwork(value) ? value : refuse('the name of a network', near(value))
    case 'networks': {
      if (!Array.isArray(value) || value.length === 0) return refuse('names of networks')
      for (const id of value as readonly unknown[]) if (!isNetwork(id)) refuse('names of networks', near(id))
      return value
    }
    case 'data': {
      const read = v.safeParse(option.shape, value)
      if (read.success) return value
      const [issue] = read.issues
      throw new OptionError(`option "${name}", ${v.getDotPath(issue) ?? 'as a whole'}: ${issue.message}`)
    }
    default:
      return checkOption(name, option, value as OptionValue | undefined)
  }
}

/** Whether a preset or a family has this name. */
export function isNetwork(id: unknown): boolean {
  try {
    findEntry(String(id))
    return true
  } catch (error) {
    if (error instanceof UnknownNetworkError) return false
    throw error
  }
}

const near = (id: unknown) =>
  nearest(
    String(id),
    presets.map((preset) => preset.id),
  )

const either = (values: readonly (string | number)[]) => values.join(', ').replace(/, ([^,]*)$/, ' or $1')

function unknown(
  name: string,
  options: LabOptions,
  where: (option: LabOption) => boolean = () => true,
): string {
  const names = Object.keys(options).filter((each) => where(options[each]))
  const close = nearest(name, names)
  return (
    `the lab has no option "${name}"` +
    (close.length > 0
      ? `; did you mean ${close.join(', ')}?`
      : names.length > 0
        ? `; it has ${names.join(', ')}`
        : '; it has none')
  )
}
