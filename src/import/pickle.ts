import { ImportError } from './error'

/** A name that a pickle gives: a class or function of Python, which is never called. */
export interface Global {
  readonly global: string
}

/** What a class or function of Python was called with; nothing has run. */
export interface Call {
  readonly call: string
  readonly args: readonly Value[]
}

/** What lies outside of the pickle, by the id that it gives. */
export interface Persistent {
  readonly persistent: Value
}

export type Value =
  null | boolean | number | string | Uint8Array | Value[] | Dict | Global | Call | Persistent
export type Dict = Map<Value, Value>

/** A pickle and the byte behind its end. */
export interface Unpickled {
  readonly value: Value
  readonly end: number
}

/** The pickle goes on behind the bytes that are here. */
export class CutOffError extends ImportError {}

/** Where a list, a tuple or a dictionary begins on the stack. */
const mark = Symbol('mark')

/**
 * Reads a pickle as data: dictionaries, lists, numbers, texts, and calls that are written down and not made. Of
 * Python's names only those that `allowed` knows are taken.
 * @throws {ImportError} for every other name, for an instruction that plain data does not need, and for what makes no
 * sense; a `CutOffError` where the bytes end too early
 */
export function unpickle(
  bytes: Uint8Array,
  allowed: (name: string) => boolean,
  from = 0,
  file = 'the file',
): Unpickled {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const stack: (Value | typeof mark)[] = []
  const memo = new Map<number, Value>()
  let at = from

  const broken = (what: string) => new ImportError(`The pickle in ${file} is damaged: ${what}.`)
  function take(length: number): number {
    if (at + length > bytes.length) throw new CutOffError(`${file} is cut off within its pickle.`)
    at += length
    return at - length
  }
  const byte = () => view.getUint8(take(1))
  const whole = () => view.getInt32(take(4), true)
  const length = () => view.getUint32(take(4), true)
  const long = () => Number(view.getBigUint64(take(8), true))
  const text = (size: number) => new TextDecoder().decode(bytes.subarray(take(size), at))
  function line(): string {
    const end = bytes.indexOf(10, at)
    if (end < 0) throw new CutOffError(`${file} is cut off within its pickle.`)
    const read = text(end - at)
    at++
    return read
  }
  function pop(): Value {
    const value = stack.pop()
    if (value === undefined || value === mark) throw broken('it takes more values than there are')
    return value
  }
  function popMark(): Value[] {
    const begin = stack.lastIndexOf(mark)
    if (begin < 0) throw broken('it takes more values than there are')
    const values = stack.splice(begin) as Value[]
    return values.slice(1)
  }
  function top(): Value {
    const value = stack[stack.length - 1]
    if (value === undefined || value === mark) throw broken('it changes a value that is not there')
    return value
  }
  function remember(key: number): void {
    memo.set(key, top())
  }
  function recall(key: number): void {
    const value = memo.get(key)
    if (value === undefined) throw broken('it recalls a value that it never stored')
    stack.push(value)
  }
  function name(module: string, named: string): Global {
    const global = `${module}.${named}`
    if (!allowed(global))
      throw new ImportError(
        `${file} names ${global}. Only plain tensors are read, and nothing in a file is run: save them with ` +
          'torch.save(model.state_dict(), …) or as .safetensors.',
      )
    return { global }
  }
  function call(): void {
    const args = pop()
    const made = pop()
    if (!isGlobal(made) || !Array.isArray(args)) throw broken('it calls something that is not a name')
    // The one class of Python whose call has a value of its own here.
    stack.push(made.global === 'collections.OrderedDict' ? dictOf(args) : { call: made.global, args })
  }
  function setItems(items: readonly Value[]): void {
    const dict = top()
    if (!(dict instanceof Map) || items.length % 2 !== 0)
      throw broken('it fills something that is not a dictionary')
    for (let i = 0; i < items.length; i += 2) dict.set(items[i], items[i + 1])
  }
  function append(items: readonly Value[]): void {
    const list = top()
    if (!Array.isArray(list)) throw broken('it extends something that is not a list')
    for (const item of items) list.push(item)
  }
  function integer(size: number): number {
    const start = take(size)
    let value = 0n
    if (size > 64) throw broken('a number is too long')
    for (let i = size - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[start + i])
    if (size > 0 && bytes[start + size - 1] & 0x80) value -= 1n << BigInt(8 * size)
    return Number(value)
  }

  for (;;) {
    const opcode = String.fromCharCode(byte())
    switch (opcode) {
      case '.':
        return { value: pop(), end: at }
      case '\x80':
        take(1)
        break
      case '\x95':
        take(8)
        break
      case '(':
        stack.push(mark)
        break
      case '0':
        pop()
        break
      case '1':
        popMark()
        break
      case '2':
        stack.push(top())
        break
      case 'N':
        stack.push(null)
        break
      case '\x88':
      case '\x89':
        stack.push(opcode === '\x88')
        break
      case 'K':
        stack.push(byte())
        break
      case 'M':
        stack.push(view.getUint16(take(2), true))
        break
      case 'J':
        stack.push(whole())
        break
      case '\x8a':
        stack.push(integer(byte()))
        break
      case '\x8b':
        stack.push(integer(length()))
        break
      case 'G':
        stack.push(view.getFloat64(take(8), false))
        break
      case 'X':
        stack.push(text(length()))
        break
      case '\x8c':
        stack.push(text(byte()))
        break
      case '\x8d':
        stack.push(text(long()))
        break
      case 'U':
        stack.push(text(byte()))
        break
      case 'T':
        stack.push(text(length()))
        break
      case 'C':
        stack.push(blob(byte()))
        break
      case 'B':
        stack.push(blob(length()))
        break
      case ')':
      case ']':
        stack.push([])
        break
      case '}':
        stack.push(new Map())
        break
      case '\x85':
        stack.push([pop()])
        break
      case '\x86':
      case '\x87': {
        const items = Array.from({ length: opcode === '\x86' ? 2 : 3 }, pop).reverse()
        stack.push(items)
        break
      }
      case 't':
      case 'l':
        stack.push(popMark())
        break
      case 'd': {
        const items = popMark()
        stack.push(new Map())
        setItems(items)
        break
      }
      case 'a': {
        const item = pop()
        append([item])
        break
      }
      case 'e': {
        const items = popMark()
        append(items)
        break
      }
      case 's': {
        const value = pop()
        setItems([pop(), value])
        break
      }
      case 'u': {
        const items = popMark()
        setItems(items)
        break
      }
      case 'q':
        remember(byte())
        break
      case 'r':
        remember(length())
        break
      case '\x94':
        remember(memo.size)
        break
      case 'h':
        recall(byte())
        break
      case 'j':
        recall(length())
        break
      case 'c': {
        const module = line()
        stack.push(name(module, line()))
        break
      }
      case '\x93': {
        const [named, module] = [pop(), pop()]
        stack.push(name(String(module), String(named)))
        break
      }
      case 'R':
      case '\x81':
        call()
        break
      // The state of an object, of which a tensor has none that matters.
      case 'b':
        pop()
        top()
        break
      case 'Q':
        stack.push({ persistent: pop() })
        break
      default:
        throw new ImportError(
          `The pickle in ${file} has an instruction that plain tensors do not need (0x${opcode.charCodeAt(0).toString(16)}), so it is not read.`,
        )
    }
  }

  function blob(size: number): Uint8Array {
    const start = take(size)
    return bytes.slice(start, start + size)
  }
}

export const isGlobal = (value: Value): value is Global =>
  typeof value === 'object' && value !== null && 'global' in value
export const isCall = (value: Value): value is Call =>
  typeof value === 'object' && value !== null && 'call' in value
export const isPersistent = (value: Value): value is Persistent =>
  typeof value === 'object' && value !== null && 'persistent' in value

/** `OrderedDict()` or `OrderedDict([(key, value), …])`. */
function dictOf([items]: readonly Value[]): Dict {
  const dict: Dict = new Map()
  if (Array.isArray(items))
    for (const item of items) if (Array.isArray(item) && item.length === 2) dict.set(item[0], item[1])
  return dict
}
