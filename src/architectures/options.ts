import type { MapShape } from '../nn/shape'

/** An option of a family, as data: controls, URL, command line and checks all come from it. */
export type Option = Kind & {
  /** The switch without which it changes nothing. */
  readonly needs?: string
}

type Kind =
  | {
      readonly kind: 'integer'
      readonly default: number
      readonly min: number
      readonly max: number
      readonly about: string
    }
  | {
      readonly kind: 'number'
      readonly default: number
      readonly min: number
      readonly max: number
      readonly about: string
    }
  | {
      readonly kind: 'choice'
      readonly default: string
      readonly choices: readonly string[]
      readonly about: string
    }
  | { readonly kind: 'switch'; readonly default: boolean; readonly about: string }
  | {
      readonly kind: 'list'
      readonly default: readonly number[]
      readonly min: number
      readonly max: number
      /** How many entries there may be. */
      readonly length: readonly [min: number, max: number]
      readonly about: string
    }
  | {
      readonly kind: 'size'
      readonly default: MapShape
      /** Smallest and largest height and width. */
      readonly min: number
      readonly max: number
      readonly about: string
    }

export type Schema = Readonly<Record<string, Option>>

export type OptionValue = number | string | boolean | readonly number[]

type ValueOf<O extends Option> = O extends { kind: 'integer' | 'number' }
  ? number
  : O extends { kind: 'choice'; choices: readonly (infer C)[] }
    ? C
    : O extends { kind: 'switch' }
      ? boolean
      : O extends { kind: 'size' }
        ? MapShape
        : readonly number[]

export type OptionsOf<S extends Schema> = { readonly [K in keyof S]: ValueOf<S[K]> }

/** An option that cannot be used, with the sentence that says why. */
export class OptionError extends Error {}

/** The values an option may take, in words. */
export function rangeOf(option: Option): string {
  switch (option.kind) {
    case 'integer':
      return `a whole number from ${option.min} to ${option.max}`
    case 'number':
      return `a number from ${option.min} to ${option.max}`
    case 'choice':
      return option.choices.join(', ').replace(/, ([^,]*)$/, ' or $1')
    case 'switch':
      return 'true or false'
    case 'list':
      return (
        `${option.length[0] === option.length[1] ? option.length[0] : option.length.join(' to ')} whole numbers ` +
        `from ${option.min} to ${option.max}, separated by commas`
      )
    case 'size':
      return `a size such as ${option.default.join('x')}, height and width from ${option.min} to ${option.max}`
  }
}

/** Reads one option from text (URL, command line); throws an `OptionError` that names option, value and range. */
export function parseOption(name: string, option: Option, text: string): OptionValue {
  return checkOption(name, option, read(option, text.trim()), text)
}

function read(option: Option, text: string): OptionValue | undefined {
  const numbers = text.split(/[,x×]/).map((part) => (part.trim() === '' ? NaN : Number(part)))
  switch (option.kind) {
    case 'integer':
    case 'number':
      return numbers.length === 1 ? numbers[0] : undefined
    case 'choice':
      return text
    case 'switch':
      return ({ true: true, false: false } as Record<string, boolean>)[text]
    case 'list':
      return numbers
    case 'size':
      // One number is a square, two are height and width; the channels are the default's then.
      if (numbers.length === 1) return [numbers[0], numbers[0], option.default[2]]
      return numbers.length === 2 ? [...numbers, option.default[2]] : numbers
  }
}

/** Returns the value when the option allows it; throws an `OptionError` otherwise. */
export function checkOption(
  name: string,
  option: Option,
  value: OptionValue | undefined,
  said: string = formatOption(value ?? ''),
): OptionValue {
  if (value === undefined || !allowed(option, value))
    throw new OptionError(
      `option "${name}" cannot be ${said === '' ? 'empty' : said}: it takes ${rangeOf(option)}`,
    )
  return value
}

function allowed(option: Option, value: OptionValue): boolean {
  const within = (n: unknown, whole = true): boolean =>
    typeof n === 'number' &&
    Number.isFinite(n) &&
    (!whole || Number.isInteger(n)) &&
    'min' in option &&
    n >= option.min &&
    n <= option.max
  switch (option.kind) {
    case 'integer':
      return within(value)
    case 'number':
      return within(value, false)
    case 'choice':
      return option.choices.includes(value as string)
    case 'switch':
      return typeof value === 'boolean'
    case 'list':
      return (
        Array.isArray(value) &&
        value.length >= option.length[0] &&
        value.length <= option.length[1] &&
        value.every((n) => within(n))
      )
    case 'size':
      return (
        Array.isArray(value) &&
        value.length === 3 &&
        within(value[0]) &&
        within(value[1]) &&
        Number.isInteger(value[2]) &&
        value[2] >= 1 &&
        value[2] <= 4096
      )
  }
}

/** The text that `parseOption` reads back. */
export function formatOption(value: OptionValue): string {
  return Array.isArray(value) ? value.join(',') : String(value)
}

/** The switch that is off and without which an option changes nothing; undefined while the option counts. */
export function offFor(
  { needs }: Option,
  options: Readonly<Record<string, OptionValue>>,
): string | undefined {
  return needs !== undefined && options[needs] === false ? needs : undefined
}
