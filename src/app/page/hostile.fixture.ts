import { expect } from 'vitest'

// What comes from outside, made up and damaged: the same cases in every run.

export const cases = 100

/** No door may take longer, in milliseconds. */
export const longest = 2000

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What somebody might try, by hand. */
export const words = [
  '',
  '0',
  '-1',
  '1e999',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '../../../../etc/passwd',
  '%',
  '%00%E0%A4%A',
  '\u0000\uD800\u202E',
  '🤖'.repeat(20),
  ','.repeat(3000),
  '('.repeat(2000),
  'a'.repeat(20_000),
  'conv1,'.repeat(2000),
  'resnet18',
  'conv1',
  'shapes/tensor',
  'course',
  '12',
]

export interface Chance {
  below(limit: number): number
  of<T>(values: readonly T[]): T
}

export function chanceOf(seed: number): Chance {
  const next = random(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, of: (values) => values[below(values.length)] }
}

/** Any value that JSON or a message may hold. */
export function anything(chance: Chance, depth = 3): unknown {
  const kind = chance.below(depth > 0 ? 9 : 6)
  if (kind < 2) return chance.of(words)
  if (kind === 2) return chance.of([0, -1, 0.5, 1e308, 2 ** 53, NaN, Infinity, -0])
  if (kind < 6) return chance.of([null, true, false, undefined])
  const values = Array.from({ length: chance.below(5) }, () => anything(chance, depth - 1))
  return kind === 6 ? values : Object.fromEntries(values.map((value) => [chance.of(words), value]))
}

/** A value in which one or two things have become something else, have gone, or stand there once more. */
export function damaged(chance: Chance, value: unknown): unknown {
  const copy = structuredClone(value)
  for (let i = 0; i <= chance.below(2); i++) {
    let at = copy as Record<string, unknown>
    for (let depth = 0; depth < 6; depth++) {
      const names = Object.keys(at)
      if (names.length === 0) break
      const name = chance.of(names)
      const inner = at[name]
      if (typeof inner === 'object' && inner !== null && chance.below(3) > 0) {
        at = inner as Record<string, unknown>
        continue
      }
      const end = chance.below(4)
      if (end === 0) delete at[name]
      else if (end === 1) at[chance.of(words)] = inner
      else at[name] = anything(chance)
      break
    }
  }
  return copy
}

/** A text that is cut, has a byte changed or something put into it. */
export function torn(chance: Chance, text: string): string {
  const at = chance.below(text.length + 1)
  return chance.of([
    text.slice(0, at),
    text.slice(0, at) + String.fromCharCode(chance.below(65536)) + text.slice(at + 1),
    text.slice(0, at) + chance.of(words) + text.slice(at),
  ])
}

/** JSON that is damaged in its values or in its letters. */
export const damagedJson = (chance: Chance, value: unknown): string =>
  chance.below(3) === 0 ? torn(chance, JSON.stringify(value)) : (JSON.stringify(damaged(chance, value)) ?? '')

/** Runs a door many times; what it throws fails the test with the case, and so does what takes long. */
export function each(seed: number, tried: (chance: Chance) => unknown): () => Promise<void> {
  return async () => {
    for (let i = 0; i < cases; i++) {
      const from = performance.now()
      try {
        await tried(chanceOf(seed * 1000 + i))
      } catch (error) {
        throw new Error(`case ${i} of seed ${seed}`, { cause: error })
      }
      expect(performance.now() - from, `case ${i} of seed ${seed}, in milliseconds`).toBeLessThan(longest)
    }
  }
}
