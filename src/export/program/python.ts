/** Values as Python writes them. */

/** Names that mean something else in a program: in Python, in what is imported, or in the classes of the frameworks. */
const taken = new Set(
  (
    'and as assert async await break class continue def del elif else except finally for from global if import in is ' +
    'lambda nonlocal not or pass raise return try while with yield None True False F nn np ops keras layers torch self ' +
    'image x add_loss add_metric apply bool build buffers call children compile compute_dtype cpu cuda double dtype ' +
    'eval evaluate export fit float forward get_config get_layer half input inputs load_weights loss losses metrics ' +
    'modules name named_modules output outputs parameters path predict quantize save share_memory state_dict stateful ' +
    'summary to train train_step trainable training type variables weights zero_grad'
  ).split(' '),
)

/** An id as a name in a program. */
export function name(id: string): string {
  const plain = id.replaceAll(/\W/g, '_')
  if (taken.has(plain)) return `${plain}_`
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
