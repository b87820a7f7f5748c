/** What a reader may change of a layer, as data: its control, the reading of text and the sentences come from it. */
export type Attribute = { readonly label: string } & (
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  /** A `Pair`: one whole number for both axes, or height × width. */
  | { readonly kind: 'pair'; readonly min: number; readonly max: number }
  /** A `Pad`: 'same', pixels on all sides, or pixels of each side. */
  | { readonly kind: 'pad'; readonly min: number; readonly max: number }
  | { readonly kind: 'switch' }
)

/** What of an op's attributes `A` a reader may change, in the order in which it is shown. */
export type Attributes<A> = { readonly [K in keyof A]?: Attribute }

/** A value that was read, or why the text is none. */
export type Reading = { readonly value: unknown } | { readonly sentence: string }

/**
 * Reads a value as a reader types it or an address holds it. Only what is no such number at all is refused; whether
 * it fits the layer's input is for the op's `check` to say.
 */
export function readAttribute(attribute: Attribute, text: string): Reading {
  const said = text.trim().toLowerCase()
  const value = read(attribute, said)
  return value === undefined
    ? { sentence: `${attribute.label} cannot be ${said || 'empty'}: it takes ${takes(attribute)}` }
    : { value }
}

function read(attribute: Attribute, text: string): unknown {
  switch (attribute.kind) {
    case 'switch':
      return { true: true, false: false }[text]
    case 'number': {
      const value = Number(text)
      return /^[\d.]+(e-?\d+)?$/.test(text) && value >= attribute.min && value <= attribute.max
        ? value
        : undefined
    }
    case 'whole':
      return sides(text, attribute, [1])
    case 'pair':
      return sides(text, attribute, [1, 2])
    case 'pad':
      if (text === 'same') return 'same'
      return text === 'valid' ? 0 : sides(text, attribute, [1, 4])
  }
}

/** `3`, `1x7`, `1×0×1×0`; equal sides are one number. */
function sides(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
  lengths: readonly number[],
): number | readonly number[] | undefined {
  const parts = text.split(/\s*[x×]\s*/)
  const values = parts.map(Number)
  const fits =
    lengths.includes(parts.length) &&
    parts.every((part, i) => /^\d+$/.test(part) && values[i] >= min && values[i] <= max)
  if (!fits) return undefined
  return values.every((value) => value === values[0]) ? values[0] : values
}

/** The values that an attribute can have, in words. */
export function takes(attribute: Attribute): string {
  switch (attribute.kind) {
    case 'switch':
      return 'true or false'
    case 'number':
      return `a number from ${attribute.min} to ${attribute.max}`
    case 'whole':
      return `a whole number from ${attribute.min} to ${attribute.max}`
    case 'pair':
      return `a whole number from ${attribute.min} to ${attribute.max}, or height × width such as 3x5`
    case 'pad':
      return `"same", "valid", whole pixels from ${attribute.min} to ${attribute.max}, or top × right × bottom × left such as 1x0x1x0`
  }
}

/** The text that `readAttribute` reads back; equal values have equal texts. */
export function writeAttribute(value: unknown): string {
  if (!Array.isArray(value)) return String(value)
  return value.every((side) => side === value[0]) ? String(value[0]) : value.join('x')
}

/** The value as it is shown: `1×7`, `yes`. */
export function showAttribute(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return writeAttribute(value).replaceAll('x', '×')
}

/** The value `by` further on, each side of it and within its bounds; undefined where a value has no next one. */
export function stepAttribute(attribute: Attribute, value: unknown, by: number): unknown {
  if (attribute.kind === 'switch' || attribute.kind === 'number') return undefined
  const next = (side: number) => Math.min(attribute.max, Math.max(attribute.min, side + by))
  if (typeof value === 'number') return next(value)
  return Array.isArray(value) ? (value as readonly number[]).map(next) : undefined
}
