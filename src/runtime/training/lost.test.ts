import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { graphOf } from '../../architectures/built'
import { fillNormal } from '../random'
import { beginOwn } from '../simd/own.fixture'
import { type Batch, tensorsAlive } from './batch'
import type { Seat } from './crew'
import { learn, step } from './lessons'
import { Meeting } from './meeting'

// A helper that takes its place and then fails, at its first share.

/** A message of comlink: a call, or the leave that it takes of a worker (without a path). */
interface Call {
  readonly id: string
  readonly path?: readonly string[]
  readonly argumentList?: readonly { readonly value: unknown }[]
}

let ended = 0
let shares = 0

class Failing {
  #seat: Seat | undefined
  #hear: (event: unknown) => void = () => {}

  addEventListener(_: string, hear: (event: unknown) => void) {
    this.#hear = hear
  }

  postMessage({ id, path, argumentList }: Call) {
    const asked = path?.[0]
    if (asked === 'join') this.#seat = argumentList![0].value as Seat
    if (asked === 'share') {
      const { meetings, place, places } = this.#seat!
      new Meeting(meetings, place, places).leave()
      shares++
    }
    queueMicrotask(() => this.#hear({ data: { id, type: 'RAW', value: undefined } }))
  }

  terminate() {
    ended++
  }
}

beforeAll(async () => {
  await beginOwn()
  vi.stubGlobal('self', { location: { href: 'worker.js' }, name: 'training' })
  vi.stubGlobal('Worker', Failing)
})
afterAll(() => vi.unstubAllGlobals())

const { architecture } = graphOf('resnet', {
  ...{ stem: 'cifar', width: 6, blocks: [1, 1], shortcut: 'A', input: [8, 8, 1], classes: 3 },
})
const batch: Batch = {
  images: fillNormal(new Float32Array(6 * 64), 1, 3),
  ...{ shape: [6, 8, 8, 1], labels: [0, 1, 2, 0, 1, 2], classes: 3 },
}
const descent = { seed: 1, rate: 0.05 }

it('where a helper fails, its batch is learned alone, as is what follows', async () => {
  expect(await learn(architecture, descent)).toBe(1)
  const alone = [await step(batch), await step(batch)]
  expect(await learn(architecture, descent, undefined, undefined, 2)).toBe(2)
  expect(await step(batch)).toBe(alone[0])
  expect([shares, ended]).toEqual([1, 1])
  // What tfjs had saved for the way back stays once, since no helper is asked a second time.
  const tensors = tensorsAlive()
  expect(await step(batch)).toBe(alone[1])
  expect([shares, ended]).toEqual([1, 1])
  expect(tensorsAlive()).toBe(tensors)
})
