import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { builtOf } from './architecture'
import { ImportError } from './error'
import { openWeights } from './open'
import { soon } from './patience.fixture'
import { recognise } from './recognise'
import { fromBytes } from './source'
import { eachWeight } from './weights'

const folder = join(import.meta.dirname, 'fixtures')
const files = ['basic.safetensors', 'bottleneck.pth', 'grouped.pt', 'dense.npz', 'keras.weights.h5'].map(
  (name) => [name, new Uint8Array(readFileSync(join(folder, name)))] as const,
)

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (c) => c.charCodeAt(0)) : part)),
  )

/** What comes of a file: nothing, or the sentence; whatever else is thrown fails the test. */
async function outcome(name: string, content: Uint8Array): Promise<string> {
  try {
    const faults = await soon(name, async () => {
      const recognised = recognise(await openWeights([fromBytes(content, name)]))
      return eachWeight(recognised, () => {})
    })
    return faults.length > 0 ? faults[0].problem : 'read'
  } catch (error) {
    if (!(error instanceof ImportError)) throw new Error(`${name}: no sentence`, { cause: error })
    expect(error.message).toMatch(/^[A-Z\w].{10,}[.…]$/s)
    return error.message
  }
}

it.each(files)('%s that is cut off anywhere has a sentence', async (name, content) => {
  for (let i = 0; i < 12; i++) {
    const to = Math.floor((content.length * i) / 12)
    expect(await outcome(name, content.subarray(0, to)), `${to} bytes`).not.toBe('read')
  }
})

it.each(files)('%s with flipped bits has a sentence or is read', async (name, content) => {
  let seed = 7
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  for (let i = 0; i < 24; i++) {
    const broken = content.slice()
    // Headers and directories lie at both ends.
    const near = Math.min(content.length, 4000)
    const at = i % 2 ? random(near) : content.length - 1 - random(near)
    broken[at] ^= 1 << random(8)
    await outcome(`${name}, byte ${at}`, broken)
  }
})

function safetensors(header: unknown, data = 4): Uint8Array {
  const text = typeof header === 'string' ? header : JSON.stringify(header)
  return bytes(
    [text.length & 255, (text.length >> 8) & 255, text.length >> 16, 0, 0, 0, 0, 0],
    text,
    Array<number>(data).fill(0),
  )
}
const tensor = (shape: unknown, offsets: unknown, dtype = 'F32') => ({ dtype, shape, data_offsets: offsets })

it.each<[what: string, content: Uint8Array, sentence: RegExp]>([
  ['overlaps', safetensors({ a: tensor([1], [0, 4]), b: tensor([1], [0, 4]) }), /overlap/],
  ['leaves a gap', safetensors({ a: tensor([1], [4, 8]) }, 8), /There is a gap/],
  ['lies beyond the end', safetensors({ a: tensor([1000], [0, 4000]) }), /beyond its end/],
  [
    'has a shape of another length',
    safetensors({ a: tensor([2], [0, 4]) }),
    /2 of float32, which takes 8 bytes, not 4/,
  ],
  ['is huge', safetensors({ a: tensor([2 ** 40], [0, 4]) }), /more than 2147483648 values/],
  ['has sides that are no numbers', safetensors({ a: tensor([-1], [0, 4]) }), /how large a is/],
  [
    'has an unknown type',
    safetensors({ a: tensor([1], [0, 4], 'F8_E4M3') }),
    /type F8_E4M3, which cannot be read/,
  ],
  [
    'comes twice',
    safetensors(
      '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}',
    ),
    /two tensors called a/,
  ],
  ['is no JSON', safetensors('{"a": oh'), /is not JSON/],
])('a tensor of a .safetensors that %s is refused', async (_, content, sentence) =>
  expect(await outcome('a.safetensors', content)).toMatch(sentence),
)

/** A zip with one entry, whose sizes may be lies. */
function zip(
  name: string,
  content: Uint8Array,
  { method = 0, size = content.length, flags = 0 } = {},
): Uint8Array {
  const [u16, u32] = [
    (n: number) => [n & 255, (n >> 8) & 255],
    (n: number) => [n & 255, (n >>> 8) & 255, (n >>> 16) & 255, (n >>> 24) & 255],
  ]
  const about = [
    u16(20),
    u16(flags),
    u16(method),
    u32(0),
    u32(0),
    u32(content.length),
    u32(size),
    u16(name.length),
  ].flat()
  const local = bytes('PK\x03\x04', [...about, ...u16(0)], name, [...content])
  const entry = bytes(
    'PK\x01\x02',
    [...u16(20), ...about, ...u16(0), ...u16(0), ...u16(0), ...u16(0), ...u32(0), ...u32(0)],
    name,
  )
  const end = bytes(
    'PK\x05\x06',
    [u16(0), u16(0), u16(1), u16(1), u32(entry.length), u32(local.length), u16(0)].flat(),
  )
  return bytes([...local], [...entry], [...end])
}

const protocol = '\x80\x02'

it.each<[what: string, pickle: Uint8Array, sentence: RegExp]>([
  [
    'os.system',
    bytes(protocol, 'cos\nsystem\nX\x07\0\0\0echo hi\x85R.'),
    /names os\.system\. Only plain tensors are read, and nothing in a file is run/,
  ],
  ['builtins.eval', bytes(protocol, 'cbuiltins\neval\nX\x01\0\0\0a\x85R.'), /names builtins\.eval/],
  ['posix.system by the stack', bytes('\x80\x04', '\x8c\x05posix\x8c\x06system\x93.'), /names posix\.system/],
  [
    'a whole model',
    bytes(protocol, 'ctorchvision.models.resnet\nResNet\n)R.'),
    /torchvision\.models\.resnet\.ResNet/,
  ],
  [
    'an instruction that plain data lacks',
    bytes(protocol, 'I1\n.'),
    /an instruction that plain tensors do not need/,
  ],
  ['more than is on the stack', bytes(protocol, 'R.'), /is damaged: it takes more values than there are/],
  ['what was never kept', bytes(protocol, 'h\x05.'), /recalls a value that it never stored/],
  ['no end', bytes(protocol, '}}}}'), /cut off within its pickle/],
  ['a text longer than the file', bytes(protocol, 'X\xff\xff\xff\x7fa.'), /cut off within its pickle/],
  ['no tensors', bytes(protocol, '}.'), /contains no tensors/],
  ['a dictionary in itself', bytes(protocol, '}q\x00X\x01\0\0\0ah\x00s.'), /contains no tensors/],
])('a pickle with %s is refused', async (_, pickle, sentence) =>
  expect(await outcome('a.pth', zip('archive/data.pkl', pickle))).toMatch(sentence),
)

/** `_rebuild_tensor_v2(storage, offset, shape, stride, …)` of one storage "0" with so many values. */
function torchTensor(count: number, offset: number, shape: number, stride: number): Uint8Array {
  const u32 = (n: number) => [n & 255, (n >>> 8) & 255, (n >>> 16) & 255, (n >>> 24) & 255]
  return bytes(
    protocol,
    '}X\x01\0\0\0actorch._utils\n_rebuild_tensor_v2\n((X\x07\0\0\0storagectorch\nFloatStorage\nX\x01\0\0\0',
    '0X\x03\0\0\0cpuJ',
    u32(count),
    'tQJ',
    u32(offset),
    'J',
    u32(shape),
    '\x85J',
    u32(stride),
    '\x85\x89}tRs.',
  )
}

it.each<[what: string, pickle: Uint8Array, sentence: RegExp]>([
  ['begins beyond its storage', torchTensor(4, 100, 1, 1), /reaches beyond the 4 values/],
  ['strides beyond its storage', torchTensor(4, 0, 3, 1000), /reaches beyond the 4 values/],
  ['has a negative shape', torchTensor(4, 0, -3, 1), /how large a is/],
  ['has more values than anything', torchTensor(4, 0, 2 ** 31 - 1, 0), /belong to no network/],
  ['has no storage', torchTensor(4, 0, 4, 1), /lacks the values of storage 0/],
])('a tensor of a checkpoint that %s is refused', async (_, pickle, sentence) => {
  const said = await outcome('a.pth', zip('archive/data.pkl', pickle))
  expect(said).toMatch(new RegExp(`${sentence.source}|lacks the values of storage 0`))
})

it.each<[what: string, content: Uint8Array, sentence: RegExp]>([
  [
    'bomb',
    zip('w.npy', deflateRawSync(new Uint8Array(100)), { method: 8, size: 4e9 }),
    /cannot be 4,000,000,000 bytes long/,
  ],
  [
    'bomb in the shape of Keras weights',
    zip('model.weights.h5', deflateRawSync(new Uint8Array(2 ** 24)), { method: 8, size: 2 ** 24 }),
    /.{10,}/,
  ],
  [
    'bomb of a gigabyte in the shape of Keras weights',
    zip('model.weights.h5', new Uint8Array(2 ** 20 + 40_000), { method: 8, size: 2 ** 30 }),
    /1,073,741,824 bytes long once unpacked/,
  ],
  [
    'bomb in the shape of a pickle',
    zip('archive/data.pkl', deflateRawSync(new Uint8Array(2 ** 24)), { method: 8, size: 2 ** 24 }),
    /.{10,}/,
  ],
  ['encrypted', zip('w.npy', new Uint8Array(8), { flags: 1 }), /is encrypted/],
  [
    'of another method',
    zip('w.npy', new Uint8Array(8), { method: 12 }),
    /packed by a method that cannot be read here/,
  ],
  [
    'whose content is no deflate',
    zip('w.npy', bytes('no deflate'), { method: 8, size: 100 }),
    /cannot be unpacked|ends after/,
  ],
  ['of something else', zip('photo.txt', bytes('hello there')), /not one from PyTorch, NumPy or Keras/],
  ['of arrays that are none', zip('w.npy', bytes('hello, this is text')), /not an array of numbers/],
])('a zip that is a %s is refused', async (_, content, sentence) =>
  expect(await outcome('a.npz', content)).toMatch(sentence),
)

it('weights that are no numbers are told', async () => {
  const content = files[0][1].slice()
  // The last tensor of the file lies at its end.
  new DataView(content.buffer).setUint32(content.length - 4, 0x7fc00000, true)
  expect(await outcome('basic.safetensors', content)).toMatch(/1 of its \d+ values are NaN or infinite/)
})

/** A file whose tensors fit a network of one layer, and that says of itself what `said` is. */
function saying(said: unknown): Uint8Array {
  const text = typeof said === 'string' ? said : JSON.stringify(said)
  return safetensors({ __metadata__: { layerwise: text }, 'conv.kernel': tensor([1, 1, 3, 2], [0, 24]) }, 24)
}
const layer = { kind: 'op', op: 'conv', attrs: { filters: 2, kernel: 1 } }
const described = (body: unknown, more: object = {}) => ({
  architecture: { id: 'a', title: 'A net', input: [4, 4, 3], body, ...more },
})

it('a network that a file describes is built', async () => {
  expect(await outcome('a.safetensors', saying(described(layer)))).toBe('read')
  const { graph } = recognise(await openWeights([fromBytes(saying(described(layer)), 'a.safetensors')]))
  expect(graph.architecture.title).toBe('A net')
})

const nested = (depth: number) =>
  '{"kind":"side","body":'.repeat(depth) + JSON.stringify(layer) + '}'.repeat(depth)

it.each<[what: string, said: unknown, isRead?: true]>([
  ['is no JSON', '{"architecture":'],
  ['has no body', { architecture: { id: 'a', title: 'A', input: [4, 4, 3] } }],
  ['has an unknown op', described({ ...layer, op: 'toString' })],
  ['has an op of the prototype', described({ ...layer, op: '__proto__' })],
  ['has a filter too many', described({ ...layer, attrs: { filters: 1e9, kernel: 1 } })],
  ['has half a filter', described({ ...layer, attrs: { filters: 2.5, kernel: 1 } })],
  ['lacks its filters', described({ ...layer, attrs: { kernel: 1 } })],
  ['has a kernel of one side', described({ ...layer, attrs: { filters: 2, kernel: [1] } })],
  ['has a text for a number', described({ ...layer, attrs: { filters: '2', kernel: 1 } })],
  ['reads an image without pixels', described(layer, { input: [0, 4, 3] })],
  ['reads an image of no sides', described(layer, { input: [4, 4] })],
  ['reads a huge image', described(layer, { input: [1e6, 1e6, 3] })],
  [
    'has two parts of one name',
    described({ kind: 'seq', items: [1, 2].map(() => ({ ...layer, name: 'a' })) }),
  ],
  ['has a name with a slash', described({ ...layer, name: 'a/b' })],
  ['does not fit together', described({ ...layer, attrs: { filters: 2, kernel: 9 } })],
  ['has a branch without paths', described({ kind: 'branch', join: 'concat', paths: [] })],
  [
    'is nested a thousand deep',
    `{"architecture":{"id":"a","title":"A","input":[4,4,3],"body":${nested(1000)}}}`,
  ],
  [
    'is nested without end',
    `{"architecture":{"id":"a","title":"A","input":[4,4,3],"body":${nested(40_000)}}}`,
  ],
  ['has 20,000 layers', described({ kind: 'seq', items: Array.from({ length: 20_000 }, () => layer) })],
  ['has 4,000 layers', described({ kind: 'seq', items: Array.from({ length: 4000 }, () => layer) }), true],
])(
  'a network that a file describes and that %s is left out, unless it can be built',
  async (_, said, isRead) => {
    const { belonging } = await soon('a.safetensors', () => openWeights([fromBytes(saying(said), 'a')]))
    const graph = await soon(
      'its network',
      async () => belonging?.architecture && builtOf(belonging.architecture),
    )
    expect(graph !== undefined).toBe(isRead === true)
  },
)
