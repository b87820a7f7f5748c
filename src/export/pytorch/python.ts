/** Values as Python writes them. */

export function name(id: string): string {
  const plain = id.replaceAll(/\W/g, '_')
  return /^\d/.test(plain) ? `n${plain}` : plain
}

export function truth(value: boolean): string {
  return value ? 'True' : 'False'
}

/** `3`, or `(1, 3)` where the axes differ. */
export function pair([vertical, horizontal]: readonly [number, number]): string {
  return vertical === horizontal ? String(vertical) : `(${vertical}, ${horizontal})`
}

export function list(values: readonly (number | string)[]): string {
  return `[${values.join(', ')}]`
}

/** `nn.Conv2d(3, 64, 7, stride=2)`: what is left out stays at PyTorch's default. */
export function call(
  of: string,
  args: readonly (string | number)[],
  named: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const options = Object.entries(named).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${value}`],
  )
  return `${of}(${[...args, ...options].join(', ')})`
}
