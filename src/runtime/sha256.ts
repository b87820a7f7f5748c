/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square roots of the first eight. */
const [constants, initial] = tables()

/** SHA-256 (FIPS 180-4) in hexadecimal. Not by `crypto.subtle`, which a page without https does not have. */
export function sha256(bytes: Uint8Array): string {
  const state = initial.slice()
  const whole = bytes.length - (bytes.length % 64)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < whole; at += 64) digest(state, view, at)
  // What is left, a single bit, zeros, and the length in bits.
  const rest = bytes.length - whole
  const end = new Uint8Array(rest < 56 ? 64 : 128)
  end.set(bytes.subarray(whole))
  end[rest] = 0x80
  const last = new DataView(end.buffer)
  last.setBigUint64(end.length - 8, BigInt(bytes.length) * 8n)
  for (let at = 0; at < end.length; at += 64) digest(state, last, at)
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
}

const schedule = new Uint32Array(64)

/** Takes 64 bytes into the state. */
function digest(state: Uint32Array, bytes: DataView, at: number): void {
  const w = schedule
  for (let i = 0; i < 16; i++) w[i] = bytes.getUint32(at + 4 * i)
  for (let i = 16; i < 64; i++) {
    const s0 = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ (w[i - 15] >>> 3)
    const s1 = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ (w[i - 2] >>> 10)
    w[i] = w[i - 16] + s0 + w[i - 7] + s1
  }
  let [a, b, c, d, e, f, g, h] = state
  for (let i = 0; i < 64; i++) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[i] + w[i]) | 0
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] += word
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))

/** Engines differ in the last bits of a cube root, and none of these comes as near to the next number of 32 bits. */
function tables(): readonly [Uint32Array, Uint32Array] {
  const primes: number[] = []
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  const bits = (root: number) => (root % 1) * 2 ** 32
  return [
    Uint32Array.from(primes, (prime) => bits(Math.cbrt(prime))),
    Uint32Array.from(primes.slice(0, 8), (prime) => bits(Math.sqrt(prime))),
  ]
}
