// WebAssembly as functions that give its bytes: expressions nest as they do in the text format. A kernel is a function
// of TypeScript, so tiles of every size come from one loop, and a module for shared memory from one flag.

/** Instructions; nested, so that operands are put together like expressions. */
export type Code = number | readonly Code[]

export type ValueType = 'i32' | 'f32' | 'v128'

/** A parameter or local variable. */
export interface Local {
  readonly get: Code
  set(value: Code): Code
}

export interface Func {
  readonly name: string
  readonly params: readonly ValueType[]
  readonly locals: readonly ValueType[]
  readonly body: Code
}

/** What a function is written with: variables of its own, and loops over one. */
export interface Scope {
  local(type: ValueType): Local
  /** For i from `from` while it is less than `to`, by `step`. */
  loop(from: Code, to: Code, step: Code, body: (i: Local) => Code): Code
}

const unsigned = (value: number): number[] => {
  const bytes: number[] = []
  do {
    const rest = value >>> 7
    bytes.push((value & 0x7f) | (rest ? 0x80 : 0))
    value = rest
  } while (value)
  return bytes
}

const signed = (value: number): number[] => {
  const bytes: number[] = []
  for (;;) {
    const [byte, rest] = [value & 0x7f, value >> 7]
    if ((rest === 0 && !(byte & 0x40)) || (rest === -1 && byte & 0x40)) return [...bytes, byte]
    bytes.push(byte | 0x80)
    value = rest
  }
}

const simd = (code: number): number[] => [0xfd, ...unsigned(code)]
const two =
  (...code: number[]) =>
  (a: Code, b: Code): Code => [a, b, ...code]
const at = (align: number, offset: number): number[] => [align, ...unsigned(offset)]

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  add: two(0x6a),
  sub: two(0x6b),
  mul: two(0x6c),
  div: two(0x6d),
  and: two(0x71),
  less: two(0x48),
  atLeast: two(0x4e),
  max: (a: Code, b: Code): Code => [a, b, a, b, 0x4a, 0x1b],
  min: (a: Code, b: Code): Code => [a, b, a, b, 0x48, 0x1b],
}

/** The sum of some addresses and offsets. */
export const sum = (first: Code, ...rest: Code[]): Code => rest.reduce(i32.add, first)
export const product = (first: Code, ...rest: Code[]): Code => rest.reduce(i32.mul, first)

export const f32 = {
  const: (value: number): Code => [0x43, ...new Uint8Array(new Float32Array([value]).buffer)],
  div: two(0x95),
  fromInt: (value: Code): Code => [value, 0xb2],
}

export const f32x4 = {
  zero: [...simd(0x0c), ...new Array<number>(16).fill(0)] as Code,
  splat: (value: Code): Code => [value, simd(0x13)],
  /** Of the bits of a number, which wait in no register of vectors. */
  splatBits: (value: Code): Code => [value, simd(0x11)],
  loadSplat: (address: Code, offset = 0): Code => [address, simd(0x09), at(2, offset)],
  add: two(...simd(0xe4)),
  sub: two(...simd(0xe5)),
  mul: two(...simd(0xe6)),
  div: two(...simd(0xe7)),
  max: two(...simd(0xe9)),
  sqrt: (value: Code): Code => [value, simd(0xe3)],
}

/** Lanes of a vector that are read and written: four, two or one; the others are zero and go nowhere. */
export type Lanes = 4 | 2 | 1

const loads = { 4: [0x00, 4], 2: [0x5d, 3], 1: [0x5c, 2] } as const
const stores = { 4: [0x0b, 4], 2: [0x5b, 3], 1: [0x5a, 2] } as const

export function load(lanes: Lanes, address: Code, offset = 0): Code {
  const [code, align] = loads[lanes]
  return [address, simd(code), at(Math.min(align, 2), offset)]
}

export function store(lanes: Lanes, address: Code, value: Code, offset = 0): Code {
  const [code, align] = stores[lanes]
  return [address, value, simd(code), at(Math.min(align, 2), offset), lanes === 4 ? [] : 0]
}

export const memory = {
  /** Writes zeros. */
  clear: (to: Code, bytes: Code): Code => [to, i32.const(0), bytes, 0xfc, 0x0b, 0],
  copy: (to: Code, from: Code, bytes: Code): Code => [to, from, bytes, 0xfc, 0x0a, 0, 0],
}

export const when = (condition: Code, then: Code, otherwise?: Code): Code => [
  ...[condition, 0x04, 0x40, then],
  ...(otherwise === undefined ? [] : [0x05, otherwise]),
  0x0b,
]

/** Calls a function of the same module by its place in it. */
export const call = (place: number, ...args: Code[]): Code => [args, 0x10, unsigned(place)]

export function func(
  name: string,
  params: readonly ValueType[],
  write: (params: readonly Local[], scope: Scope) => Code,
): Func {
  const locals: ValueType[] = []
  const variable = (place: number): Local => ({
    get: [0x20, ...unsigned(place)],
    set: (value) => [value, 0x21, ...unsigned(place)],
  })
  const local = (type: ValueType) => variable(params.length + locals.push(type) - 1)
  const scope: Scope = {
    local,
    loop(from, to, step, body) {
      const [i, end] = [local('i32'), local('i32')]
      const again = [
        0x03,
        0x40,
        body(i),
        i.set(i32.add(i.get, step)),
        i32.less(i.get, end.get),
        0x0d,
        0,
        0x0b,
      ]
      return [i.set(from), end.set(to), when(i32.less(i.get, end.get), again)]
    },
  }
  const body = write(
    params.map((_, place) => variable(place)),
    scope,
  )
  return { name, params, locals, body }
}

const types = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const
const flatten = (code: Code, bytes: number[] = []): number[] => {
  if (typeof code === 'number') bytes.push(code)
  else for (const part of code) flatten(part, bytes)
  return bytes
}
const vector = (items: readonly (readonly number[])[]): number[] => [
  ...unsigned(items.length),
  ...items.flat(),
]
const section = (id: number, content: readonly number[]): number[] => [
  id,
  ...unsigned(content.length),
  ...content,
]
const text = (value: string): number[] => vector([...new TextEncoder().encode(value)].map((byte) => [byte]))

/** The most pages of a memory with 32-bit addresses. */
const pages = 65536

/**
 * A module of functions without results, all of them exported, over the memory that is handed to it as `env.memory`.
 * @param shared whether that memory is one that threads share
 */
export function assemble(functions: readonly Func[], shared: boolean): Uint8Array<ArrayBuffer> {
  const limits = shared ? [3, 0, ...unsigned(pages)] : [0, 0]
  const bodies = functions.map(({ locals, body }) => {
    const code = [...vector(locals.map((type) => [1, types[type]])), ...flatten(body), 0x0b]
    return [...unsigned(code.length), ...code]
  })
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      vector(functions.map(({ params }) => [0x60, ...vector(params.map((type) => [types[type]])), 0])),
    ),
    ...section(2, vector([[...text('env'), ...text('memory'), 2, ...limits]])),
    ...section(3, vector(functions.map((_, i) => unsigned(i)))),
    ...section(7, vector(functions.map(({ name }, i) => [...text(name), 0, ...unsigned(i)]))),
    ...section(10, vector(bodies)),
  ])
}
