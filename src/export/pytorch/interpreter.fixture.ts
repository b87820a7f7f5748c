// Runs the few lines of a written program that pool one map, as PyTorch documents what they call: F.pad, F.max_pool2d,
// F.avg_pool2d, their adaptive kin and torch.ones_like. It was held against PyTorch 2.13 over the whole sweep of
// `pools.fixture.ts`.
import type { Plane } from '../pools.fixture'

type Value = Plane | number | boolean | string | readonly number[]
type Scope = ReadonlyMap<string, Value>

interface Call {
  readonly values: readonly Value[]
  readonly named: ReadonlyMap<string, Value>
}

/** What `forward` of the program makes of a map with one channel; throws where PyTorch would. */
export function runProgram(program: string, image: Plane): Plane {
  const functions = new Map(
    [...program.matchAll(/^def (\w+)\((.*)\):\n((?: {4}.*\n?)+)/gm)].map(([, name, heads, body]) => [
      name,
      { heads: heads.split(', '), lines: body.split('\n').map((line) => line.trim()) },
    ]),
  )

  function run(lines: readonly string[], scope: Map<string, Value>): Value {
    for (const line of lines) {
      const assigned = /^(\w+) = (.*)$/.exec(line)
      if (assigned) scope.set(assigned[1], evaluate(assigned[2], scope))
      else if (line.startsWith('return ')) return evaluate(line.slice('return '.length), scope)
    }
    throw new Error('nothing is returned')
  }

  function evaluate(text: string, scope: Scope): Value {
    const tokens = text.match(/"[^"]*"|[\w.]+|\S/g) ?? []
    let at = 0
    const take = (wanted?: string) => {
      const token = tokens[at++]
      if (wanted !== undefined && token !== wanted) throw new Error(`${wanted} expected in ${text}`)
      return token
    }
    function quotient(): Value {
      let left = term()
      while (tokens[at] === '/') {
        take()
        left = divided(left as Plane, term() as Plane)
      }
      return left
    }
    function term(): Value {
      const token = take()
      if (token === '-') return -(term() as number)
      if (token === '(') {
        const values: number[] = []
        while (tokens[at] !== ')') {
          values.push(quotient() as number)
          if (tokens[at] === ',') take()
        }
        take(')')
        return values
      }
      if (token.startsWith('"')) return token.slice(1, -1)
      if (/^\d/.test(token)) return Number(token)
      if (token === 'True' || token === 'False') return token === 'True'
      if (tokens[at] === '(') return called(token)
      const value = scope.get(token)
      if (value === undefined) throw new Error(`${token} is not known in ${text}`)
      return value
    }
    function called(name: string): Value {
      const values: Value[] = []
      const named = new Map<string, Value>()
      take('(')
      while (tokens[at] !== ')') {
        if (tokens[at + 1] === '=') {
          const key = take()
          take('=')
          named.set(key, quotient())
        } else values.push(quotient())
        if (tokens[at] === ',') take()
      }
      take(')')
      const written = functions.get(name)
      if (!written) return library(name, { values, named })
      const inner = new Map<string, Value>()
      written.heads.forEach((head, i) => {
        const [key, initial] = head.split('=')
        const given = values[i] ?? named.get(key) ?? (initial && evaluate(initial, scope))
        if (given === undefined) throw new Error(`${name} misses ${key}`)
        inner.set(key, given)
      })
      return run(written.lines, inner)
    }
    const value = quotient()
    if (at !== tokens.length) throw new Error(`${tokens[at]} is too much in ${text}`)
    return value
  }

  const forward = /def forward\(self, image\):\n((?: {8}.*\n?)+)/.exec(program)
  if (!forward) throw new Error('there is no forward')
  const lines = forward[1].split('\n').map((line) => line.trim())
  return run(lines, new Map([['image', image]])) as Plane
}

function library(name: string, { values, named }: Call): Value {
  const known = signatures[name as keyof typeof signatures] as readonly string[] | undefined
  if (!known) throw new Error(`${name} is not known`)
  const given = new Map(values.map((value, i) => [known[i], value] as const))
  for (const [key, value] of named) {
    if (!known.includes(key)) throw new Error(`${name} takes no ${key}`)
    given.set(key, value)
  }
  const x = given.get(known[0]) as Plane
  switch (name) {
    case 'float':
      return given.get('text') === '-inf' ? -Infinity : Number(given.get('text'))
    case 'torch.ones_like':
      return { ...x, values: x.values.map(() => 1) }
    case 'F.pad':
      return padded(x, given.get('pad') as readonly number[], (given.get('value') ?? 0) as number)
    case 'F.adaptive_max_pool2d':
    case 'F.adaptive_avg_pool2d':
      return adaptive(x, given.get('output_size') as number, name.includes('max'))
    default:
      return pooled(x, given, name === 'F.max_pool2d')
  }
}

const signatures = {
  float: ['text'],
  'torch.ones_like': ['input'],
  'F.pad': ['input', 'pad', 'mode', 'value'],
  'F.max_pool2d': ['input', 'kernel_size', 'stride', 'padding', 'dilation', 'ceil_mode'],
  'F.avg_pool2d': ['input', 'kernel_size', 'stride', 'padding', 'ceil_mode', 'count_include_pad'],
  'F.adaptive_max_pool2d': ['input', 'output_size'],
  'F.adaptive_avg_pool2d': ['input', 'output_size'],
} as const

function divided(left: Plane, right: Plane): Plane {
  return { ...left, values: left.values.map((value, i) => value / right.values[i]) }
}

function padded(x: Plane, [left, right, top, bottom]: readonly number[], value: number): Plane {
  const [height, width] = [x.height + top + bottom, x.width + left + right]
  const values = Array.from({ length: height * width }, (_, i) => {
    const [row, column] = [Math.floor(i / width) - top, (i % width) - left]
    const isInside = row >= 0 && column >= 0 && row < x.height && column < x.width
    return isInside ? x.values[row * x.width + column] : value
  })
  return { height, width, values }
}

/** torch.nn.MaxPool2d and AvgPool2d. */
function pooled(x: Plane, given: ReadonlyMap<string, Value>, isMax: boolean): Plane {
  const pair = (value: Value): readonly number[] =>
    typeof value === 'number' ? [value, value] : (value as readonly number[])
  const kernel = pair(given.get('kernel_size')!)
  const stride = pair(given.get('stride') ?? given.get('kernel_size')!)
  const padding = pair(given.get('padding') ?? 0)
  const ceil = (given.get('ceil_mode') ?? false) as boolean
  const countsPadding = (given.get('count_include_pad') ?? true) as boolean
  const sizes = [x.height, x.width]
  const outputs = sizes.map((size, a) => {
    if (padding[a] > Math.floor(kernel[a] / 2)) throw new Error('pad should be at most half of kernel size')
    const steps = (size + 2 * padding[a] - kernel[a]) / stride[a]
    const count = (ceil ? Math.ceil(steps) : Math.floor(steps)) + 1
    // “Sliding windows that would start in the right padded region are ignored.”
    return ceil && (count - 1) * stride[a] >= size + padding[a] ? count - 1 : count
  })
  const values: number[] = []
  for (let i = 0; i < outputs[0]; i++)
    for (let j = 0; j < outputs[1]; j++) {
      const [rows, columns] = [i, j].map((index, a) => {
        const from = index * stride[a] - padding[a]
        const to = Math.min(from + kernel[a], sizes[a] + padding[a])
        return { counted: to - from, from: Math.max(0, from), to: Math.min(to, sizes[a]) }
      })
      let largest = -Infinity
      let sum = 0
      for (let row = rows.from; row < rows.to; row++)
        for (let column = columns.from; column < columns.to; column++) {
          sum += x.values[row * x.width + column]
          largest = Math.max(largest, x.values[row * x.width + column])
        }
      const inside = (rows.to - rows.from) * (columns.to - columns.from)
      values.push(isMax ? largest : sum / (countsPadding ? rows.counted * columns.counted : inside))
    }
  return { height: outputs[0], width: outputs[1], values }
}

/** torch.nn.AdaptiveMaxPool2d and AdaptiveAvgPool2d. */
function adaptive(x: Plane, outputs: number, isMax: boolean): Plane {
  const values: number[] = []
  for (let i = 0; i < outputs; i++)
    for (let j = 0; j < outputs; j++) {
      const seen: number[] = []
      for (let row = Math.floor((i * x.height) / outputs); row < ((i + 1) * x.height) / outputs; row++)
        for (
          let column = Math.floor((j * x.width) / outputs);
          column < ((j + 1) * x.width) / outputs;
          column++
        )
          seen.push(x.values[row * x.width + column])
      const sum = seen.reduce((total, value) => total + value, 0)
      values.push(isMax ? Math.max(...seen) : sum / seen.length)
    }
  return { height: outputs, width: outputs, values }
}
